//! Which measures do the names of a file become? One a name, with the numbers as they are: nothing is rescaled.
//!
//! A scale that the file does not tell reaches from 0 to the round number that holds what was seen, and is fixed once the
//! measure is in the diary: a page that prints it claims no more. Refuses names that this diary could not tell apart, and scales of more than
//! 10,000 steps.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use tidemark_model::{
    Anchors, Direction, Frame, Invalid, Measure, MeasureId, MeasureParts, Milli, Scale, ShortText, Unit,
    Usage,
};

use super::answers::{Answer, Answers};
use super::name::{Becomes, Name, NameUse};
use crate::{ImportError, RowReason};

/// Longest id of a measure.
const LONGEST_ID: usize = 40;
/// Most names of one file that become measures.
const MOST_NAMES: usize = 1000;

/// What a measure is when the diary does not have it yet.
#[derive(Clone, Debug)]
pub(super) struct Kind {
    pub(super) frame: Frame,
    pub(super) unit: Unit,
    pub(super) direction: Direction,
    pub(super) anchors: (&'static str, &'static str),
    /// None: the usual one when it holds all that is seen, else wide enough for it.
    pub(super) scale: Option<Scale>,
    pub(super) usual: Option<Scale>,
}

impl Kind {
    /// Numbers of which the file says neither range nor direction.
    pub(super) const fn number(frame: Frame) -> Self {
        let (unit, direction, anchors) = (Unit::Score, Direction::Neutral, ("", ""));
        Self { frame, unit, direction, anchors, scale: None, usual: None }
    }

    /// Whole steps from `min` to `max`.
    pub(super) fn steps(self, min: i32, max: i32, direction: Direction) -> Self {
        Self {
            scale: Scale::new(Milli::whole(min), Milli::whole(max), Milli::whole(1)).ok(),
            direction,
            ..self
        }
    }
}

/// Where a measure of the file stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(usize);

/// Why a name becomes no measure.
#[derive(Debug)]
pub(super) enum Refused {
    /// The row is refused.
    Row(RowReason),
    /// The file is refused.
    File(ImportError),
    /// The file has too many names.
    TooMany,
}

/// What becomes of a name's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    As(Place),
    LeftOut,
}

/// The measures that the names of one file become.
#[derive(Debug)]
pub(super) struct OwnMeasures<'k> {
    known: &'k [Measure],
    answers: &'k Answers,
    /// What stands before each name in the id of its measure.
    app: &'static str,
    /// What stands behind each name in the label of its measure.
    called: &'static str,
    list: Vec<OwnMeasure>,
    by_name: BTreeMap<String, usize>,
    by_id: BTreeMap<MeasureId, usize>,
    left_out: BTreeMap<String, NameUse>,
}

#[derive(Debug)]
struct OwnMeasure {
    name: Name,
    id: MeasureId,
    kind: Kind,
    seen: Option<Seen>,
    rows: u32,
    /// Whether a value was about a moment, and not a day.
    of_moment: bool,
}

/// Numbers seen beside a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    least: Milli,
    greatest: Milli,
    /// Distance between neighbouring numbers, in thousandths: 1, 10, 100 or 1,000.
    step: i64,
}

/// The measures of a file, once all of it was seen.
#[derive(Debug)]
pub(super) struct Finished {
    /// By place; none for numbers that fit no scale.
    settled: Vec<Option<Measure>>,
    /// Those the diary does not have.
    pub(super) new: Vec<Measure>,
    pub(super) names: Vec<NameUse>,
}

impl<'k> OwnMeasures<'k> {
    pub(super) fn new(
        known: &'k [Measure],
        answers: &'k Answers,
        app: &'static str,
        called: &'static str,
    ) -> Self {
        Self {
            known,
            answers,
            app,
            called,
            list: Vec::new(),
            by_name: BTreeMap::new(),
            by_id: BTreeMap::new(),
            left_out: BTreeMap::new(),
        }
    }

    /// What becomes of a row of that name; `kind` is what its measure is when it is new.
    pub(super) fn take(&mut self, name: &str, kind: impl FnOnce() -> Kind) -> Result<Taken, Refused> {
        if let Some(&at) = self.by_name.get(name) {
            return Ok(self.counted(at));
        }
        let called = Name::new(name).ok_or(Refused::Row(RowReason::Needed))?;
        let answer = self.answers.of(&called);
        if answer == Some(&Answer::Skip) {
            let new = NameUse { name: called.clone(), becomes: Becomes::LeftOut, rows: 0 };
            let used = self.left_out.entry(called.key()).or_insert(new);
            used.rows = used.rows.saturating_add(1);
            return Ok(Taken::LeftOut);
        }
        let mut kind = kind();
        let id = match answer {
            Some(Answer::Measure(id)) if newest(self.known, id).is_some() => id.clone(),
            Some(Answer::Measure(id)) => {
                return Err(Refused::File(ImportError::NoMeasure { measure: id.clone() }));
            }
            Some(Answer::Scale(scale)) => {
                kind.scale = Some(*scale);
                self.id(name)?
            }
            None => self.id(name)?,
            Some(_) => {
                let takes = "for a name with numbers, a range such as 0..10 or 0..10/0.5, a measure of this diary, or skip";
                return Err(Refused::File(ImportError::Answer { takes }));
            }
        };
        if self.by_id.contains_key(&id) && !matches!(answer, Some(Answer::Measure(_))) {
            return Err(Refused::Row(RowReason::NotToldApart));
        }
        if self.list.len() >= MOST_NAMES {
            return Err(Refused::TooMany);
        }
        let at = self.list.len();
        self.by_id.insert(id.clone(), at);
        self.by_name.insert(name.to_owned(), at);
        self.list.push(OwnMeasure { name: called, id, kind, seen: None, rows: 0, of_moment: false });
        Ok(self.counted(at))
    }

    fn counted(&mut self, at: usize) -> Taken {
        if let Some(own) = self.list.get_mut(at) {
            own.rows = own.rows.saturating_add(1);
        }
        Taken::As(Place(at))
    }

    /// Notes a number that a row gives.
    pub(super) fn see(&mut self, Place(at): Place, number: Milli, of_moment: bool) {
        if let Some(own) = self.list.get_mut(at) {
            own.of_moment |= of_moment;
            let seen = own.seen.get_or_insert(Seen { least: number, greatest: number, step: 1000 });
            seen.least = seen.least.min(number);
            seen.greatest = seen.greatest.max(number);
            while number.thousandths() % seen.step != 0 {
                seen.step /= 10;
            }
        }
    }

    /// The unit of the measure at a place.
    pub(super) fn unit(&self, Place(at): Place) -> Option<Unit> {
        let own = self.list.get(at)?;
        Some(newest(self.known, &own.id).map_or(own.kind.unit, |measure| measure.parts().unit))
    }

    /// The id of a measure for a name: readable when that loses nothing, else told apart by a hash of the name.
    fn id(&self, name: &str) -> Result<MeasureId, Refused> {
        let name = name.trim();
        let small: String =
            name.chars().map(|c| if c == ' ' { '_' } else { c.to_ascii_lowercase() }).collect();
        let plain = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '_';
        let most = LONGEST_ID.saturating_sub(self.app.len() + 1);
        let said = if !small.is_empty() && small.chars().all(|c| plain(&c)) && small.len() <= most {
            small
        } else {
            let digest = Sha256::digest(name);
            let hash = digest.iter().take(4).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
            let letters: String =
                small.chars().filter(plain).take(most.saturating_sub(hash.len() + 1)).collect();
            if letters.is_empty() { hash } else { format!("{letters}_{hash}") }
        };
        MeasureId::new(&format!("{}_{said}", self.app)).map_err(|rule| Refused::Row(RowReason::Rule(rule)))
    }

    /// Settles each scale. Measures that fit none are none; their rows are refused.
    pub(super) fn finish(self) -> Result<Finished, ImportError> {
        let order = self.known.iter().map(|m| m.parts().order).max().map_or(0, |last| last.saturating_add(1));
        let mut finished =
            Finished { settled: Vec::new(), new: Vec::new(), names: self.left_out.into_values().collect() };
        let mut next = order;
        for own in self.list {
            let known = newest(self.known, &own.id);
            let scale = match (known, own.kind.scale) {
                (Some(measure), Some(scale)) if scale != measure.scale() => {
                    return Err(ImportError::MeasureDiffers { measure: own.id, field: "scale" });
                }
                (Some(measure), _) => Some(measure.scale()),
                (None, Some(scale)) => Some(scale),
                (None, None) => own.seen.and_then(|seen| {
                    own.kind.usual.filter(|usual| seen.fits(*usual)).or_else(|| seen.container())
                }),
            };
            let becomes = match scale {
                Some(scale) => Becomes::Measure { measure: own.id.clone(), scale },
                None => Becomes::Asked { takes: "a range of at most 10,000 steps, such as 0..20000/10" },
            };
            finished.names.push(NameUse { name: own.name.clone(), becomes, rows: own.rows });
            let measure = match (known, scale) {
                (Some(measure), _) => Some(measure.clone()),
                (None, Some(scale)) => own.made(scale, next, self.called).ok(),
                (None, None) => None,
            };
            if known.is_none() {
                next = next.saturating_add(1);
                finished.new.extend(measure.clone());
            }
            finished.settled.push(measure);
        }
        Ok(finished)
    }
}

impl Finished {
    /// The measure at a place.
    pub(super) fn measure(&self, Place(at): Place) -> Option<&Measure> {
        self.settled.get(at)?.as_ref()
    }
}

impl OwnMeasure {
    fn made(&self, scale: Scale, order: u16, called: &str) -> Result<Measure, Invalid> {
        let anchor = |words: &str| ShortText::new("anchor", words).ok();
        let frame = match self.kind.frame {
            // Without one row about a moment, every value would stand beside the series and none in it.
            Frame::RightNow if !self.of_moment => Frame::DayOverall,
            frame => frame,
        };
        let origin = format!(" ({called})");
        let name: String =
            self.name.as_str().chars().take(ShortText::MOST.saturating_sub(origin.chars().count())).collect();
        Measure::new(MeasureParts {
            id: self.id.clone(),
            version: 1,
            label: ShortText::new("label", &(name + &origin))?,
            frame,
            scale,
            unit: self.kind.unit,
            direction: self.kind.direction,
            anchors: Anchors { low: anchor(self.kind.anchors.0), high: anchor(self.kind.anchors.1) },
            // What another app asked is kept and shown; whether it is asked from now on is the person's decision.
            usage: Usage::default(),
            order,
            active: false,
        })
    }
}

impl Seen {
    /// Whether a scale holds all that was seen.
    fn fits(self, scale: Scale) -> bool {
        scale.contains(self.least) && scale.contains(self.greatest) && scale.step().thousandths() <= self.step
    }

    /// From nothing, or as far below, to the first of 10, 20, 50, 100, … that holds what was seen; none above 10,000 steps.
    fn container(self) -> Option<Scale> {
        let reach = self.greatest.thousandths().max(-self.least.thousandths());
        let mut tops = (4..=9).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i64.pow(power)));
        let top = tops.find(|top| *top >= reach)?;
        let min = if self.least < Milli::whole(0) { -top } else { 0 };
        Scale::new(Milli::new(min).ok()?, Milli::new(top).ok()?, Milli::new(self.step).ok()?).ok()
    }
}

fn newest<'k>(known: &'k [Measure], id: &MeasureId) -> Option<&'k Measure> {
    known.iter().filter(|m| m.id() == id).max_by_key(|m| m.parts().version)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn container(numbers: &[&str]) -> Option<String> {
        let answers = Answers::default();
        let mut own = OwnMeasures::new(&[], &answers, "tg", "Track & Graph");
        for number in numbers {
            let Ok(Taken::As(place)) = own.take("n", || Kind::number(Frame::RightNow)) else { return None };
            own.see(place, Milli::parse(number, tidemark_model::DecimalMark::Point).unwrap(), true);
        }
        let finished = own.finish().unwrap();
        let scale = finished.new.first()?.scale();
        Some(format!("{} {} {}", scale.min(), scale.max(), scale.step()))
    }

    #[test]
    fn a_scale_reaches_to_the_round_number_that_holds_what_was_seen() {
        for (numbers, scale) in [
            (&["1", "5"][..], Some("0 10 1")),
            (&["10", "0"], Some("0 10 1")),
            (&["10.5"], Some("0 20 0.1")),
            (&["2.859"], Some("0 10 0.001")),
            (&["-10.1"], Some("-20 20 0.1")),
            (&["72.35", "71"], Some("0 100 0.01")),
            (&["9876"], Some("0 10000 1")),
            (&["12345"], None),
            (&["105.35"], None),
            (&["1000000"], None),
            (&["0"], Some("0 10 1")),
        ] {
            assert_eq!(container(numbers).as_deref(), scale, "{numbers:?}");
        }
    }

    #[test]
    fn ids_are_readable_or_told_apart_by_a_hash() {
        let answers = Answers::default();
        let own = OwnMeasures::new(&[], &answers, "tg", "Track & Graph");
        let id = |name| own.id(name).unwrap().to_string();
        assert_eq!(id("Cups of tea"), "tg_cups_of_tea");
        // printf 'Kaffee ☕' | sha256sum, printf 'Müde' | sha256sum, printf '咖啡' | sha256sum
        assert_eq!(id("Kaffee ☕"), "tg_kaffee__2d6bbb35");
        assert_eq!(id("Müde"), "tg_mde_d9221854");
        assert_eq!(id("咖啡"), "tg_720ec669");
        assert!(id(&"long ".repeat(20)).len() <= 40);
    }

    #[test]
    fn names_that_only_differ_in_capitals_are_not_mixed() {
        let answers = Answers::default();
        let mut own = OwnMeasures::new(&[], &answers, "tg", "Track & Graph");
        let kind = || Kind::number(Frame::RightNow);
        assert!(matches!(own.take("Tea", kind), Ok(Taken::As(_))));
        assert!(matches!(own.take("tea", kind), Err(Refused::Row(RowReason::NotToldApart))));
    }
}
