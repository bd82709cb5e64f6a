//! Do sessions of one kind differ from those of another in what followed (S5)? By style, pressure, length and cue.
//!
//! Kinds are compared at the same rating before and with errors that are alike in neighbouring sessions. Refuses kinds with
//! too few sessions (four each among three kinds and more, six each among two), a measure whose scale was changed or whose
//! ratings were mostly typed in later, and an interval wider than half of the scale. Never says which kind to choose; which
//! comparisons may be said at all is decided over all of them together, in [`cards`](crate::cards).

mod kind;
mod pool;

pub use kind::Factor;

use std::collections::BTreeMap;

use serde::Serialize;
use tidemark_model::{Measure, Period, Records, Session, SessionId};
use tidemark_stats::{GroupedPair, GroupedPairs, Level, group_difference};

use crate::coverage::count_of;
use crate::session_change::pairing::{Both, Paired};
use crate::session_change::ratings::Rated;
use crate::{Caution, Interval, Measured, Method, Silence, centre, held, iso, version};
use kind::Kind;

/// Sessions of each kind among three kinds and more.
const LEAST_OF_SEVERAL: usize = 4;
/// Sessions of each kind among two.
const LEAST_OF_TWO: usize = 6;
/// Measures compared, those with the most pairs.
const MEASURES: usize = 4;

/// Which rating followed the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The rating right after.
    RightAfter,
    /// The rating the next morning.
    NextMorning,
}

/// Sessions of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KindOfSession {
    /// The kind in words, such as `sessions of lighter pressure`.
    pub label: String,
    /// Sessions that count.
    pub n: u32,
    /// Median of the rating that followed.
    pub median: f64,
}

/// Two kinds of session, and what followed them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// What was rated.
    #[serde(flatten)]
    pub measure: Measured,
    /// First and last session compared.
    #[serde(serialize_with = "iso::period")]
    pub period: Period,
    /// What tells the kinds apart.
    pub factor: Factor,
    /// Which rating followed.
    pub outcome: Outcome,
    /// The kind after which the rating was higher, at the same rating before.
    pub higher: KindOfSession,
    /// The other kind.
    pub lower: KindOfSession,
    /// How much higher, at the same rating before; 0 or more, in the measure's unit.
    pub estimate: f64,
    /// Its interval.
    pub interval: Interval,
    /// Two-sided p-value; for the detail view and the choice among several comparisons.
    pub p_value: f64,
    /// Whether the difference stays after all kinds are pooled; always among two kinds.
    pub stays_pooled: bool,
    /// Method and variant.
    pub method: Method,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

/// Two kinds with enough sessions each, ready to be compared.
pub(crate) struct Pairing<'a> {
    measure: &'a Measure,
    factor: Factor,
    outcome: Outcome,
    kinds: [Kind; 2],
    rows: Vec<(Kind, Both)>,
    stays_pooled: bool,
}

impl Pairing<'_> {
    /// The comparison with an interval of `level`.
    pub(crate) fn compared(&self, level: Level) -> Result<Comparison, Silence> {
        let [one, other] = &self.kinds;
        let pairs = self.rows.iter().map(|(kind, rated)| GroupedPair {
            day: rated.day.day_number(),
            before: rated.before,
            outcome: rated.later,
            first: kind == one,
        });
        let pairs = GroupedPairs::new(pairs).map_err(|_| Silence::NotIdentifiable)?;
        let found = group_difference(&pairs, level);
        let difference = found.difference?;
        let measure = Measured::new(self.measure);
        let interval = Interval::from(difference.interval);
        let most = measure.range() / 2.0;
        if interval.width() > most {
            return Err(Silence::TooWide { width: interval.width(), most });
        }
        let ends = self.rows.first().zip(self.rows.last());
        let (first, last) = ends.ok_or(Silence::NotIdentifiable)?;
        let period = Period::new(first.1.day, last.1.day).map_err(|_| Silence::NotIdentifiable)?;
        let turned = difference.estimate < 0.0;
        let (higher, lower) = if turned { (other, one) } else { (one, other) };
        Ok(Comparison {
            measure,
            period,
            factor: self.factor.clone(),
            outcome: self.outcome,
            higher: self.kind(higher)?,
            lower: self.kind(lower)?,
            estimate: difference.estimate.abs(),
            interval: if turned { interval.turned() } else { interval },
            p_value: difference.p_value,
            stays_pooled: self.stays_pooled,
            method: found.method.into(),
            cautions: Caution::of_method(&found.cautions),
        })
    }

    fn kind(&self, kind: &Kind) -> Result<KindOfSession, Silence> {
        let later: Vec<f64> =
            self.rows.iter().filter(|(of, _)| of == kind).map(|(_, rated)| rated.later).collect();
        let median = centre::median(&later).ok_or(Silence::NotIdentifiable)?;
        Ok(KindOfSession { label: kind.words(), n: count_of(later.len()), median })
    }
}

/// Every two kinds of session of `period` that can be compared: for the measures with the most pairs, in their order, what
/// followed right after and the next morning, by each factor; of these, those that are asked for.
pub(crate) fn pairings(
    records: &Records,
    period: Period,
    asked: impl Fn(&Measure, &Factor, Outcome) -> bool,
) -> Vec<Pairing<'_>> {
    let sessions: BTreeMap<SessionId, &Session> =
        held::held(records, period).map(|session| (session.id(), session)).collect();
    let factors = kind::factors(sessions.values().copied());
    let measures = version::around_sessions(records, period);
    let rated = Rated::of(records, period);
    let mut paired: Vec<(&Measure, Paired)> = measures
        .into_iter()
        .filter(|measure| rated.has(measure))
        .map(|measure| (measure, Paired::of(records, &rated, measure)))
        .collect();
    // A changed scale, or pairs mostly typed in later, leave nothing to compare; then the measures with the most pairs.
    paired.retain(|(_, paired)| {
        paired.left_out.other_scale == 0 && paired.backfill as usize * 2 <= paired.counted().count()
    });
    let mut most: Vec<usize> = paired.iter().map(|(_, paired)| paired.counted().count()).collect();
    most.sort_unstable_by(|one, other| other.cmp(one));
    let least = most.get(MEASURES - 1).copied().unwrap_or_default();
    paired.retain(|(_, paired)| paired.counted().count() >= least.max(LEAST_OF_SEVERAL));
    paired.truncate(MEASURES);
    let mut found = Vec::new();
    for (measure, paired) in &paired {
        let right_after = paired.right_after();
        let outcomes = [(Outcome::RightAfter, &*right_after), (Outcome::NextMorning, paired.next_morning())];
        for (outcome, rated) in outcomes {
            for factor in factors.iter().filter(|factor| asked(measure, factor, outcome)) {
                found.extend(of_factor(measure, factor, outcome, rated, &sessions));
            }
        }
    }
    found
}

fn of_factor<'a>(
    measure: &'a Measure,
    factor: &Factor,
    outcome: Outcome,
    rated: &[Both],
    sessions: &BTreeMap<SessionId, &Session>,
) -> Vec<Pairing<'a>> {
    let mut kinds: BTreeMap<Kind, Vec<Both>> = BTreeMap::new();
    let mut last = None;
    for one in rated {
        // Errors over the days take one session a day: the first.
        if last.replace(one.day) == Some(one.day) {
            continue;
        }
        if let Some(kind) = sessions.get(&one.session).and_then(|session| factor.kind(session)) {
            kinds.entry(kind).or_default().push(*one);
        }
    }
    kinds.retain(|_, rated| rated.len() >= LEAST_OF_SEVERAL);
    if kinds.len() == 2 {
        kinds.retain(|_, rated| rated.len() >= LEAST_OF_TWO);
    }
    let pooled = (kinds.len() > 2).then(|| pool::Pooled::of(&kinds));
    let names: Vec<&Kind> = kinds.keys().collect();
    let mut found = Vec::new();
    for (place, one) in names.iter().enumerate() {
        for other in names.iter().skip(place + 1) {
            let mut rows: Vec<(Kind, Both)> = Vec::new();
            for kind in [one, other] {
                rows.extend(kinds.get(kind).into_iter().flatten().map(|rated| ((*kind).clone(), *rated)));
            }
            rows.sort_by_key(|(_, rated)| rated.day);
            found.push(Pairing {
                measure,
                factor: factor.clone(),
                outcome,
                kinds: [(*one).clone(), (*other).clone()],
                rows,
                stays_pooled: pooled.as_ref().is_none_or(|pooled| pooled.differ(one, other)),
            });
        }
    }
    found
}
