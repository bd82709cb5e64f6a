//! What were the sessions of each style like, and what changed around them? Below four pairs the values stand for themselves.
//!
//! Refuses to name a difference between styles unless it stays among all that were tested (S5): false discovery rate of 5 %,
//! interval widened for the choice, as in [`cards`](crate::cards). Never says which style to choose.

use std::collections::BTreeMap;

use serde::Serialize;
use tidemark_model::{Measure, Modality, Period, Records, Session};
use tidemark_stats::{Level, PValues, benjamini_hochberg};

use super::session_log::{chosen, minutes};
use crate::compare::{Comparison, Factor, Outcome, Pairing, pairings};
use crate::coverage::count_of;
use crate::held::held;
use crate::names::style_name;
use crate::wording::Phrase;
use crate::{Measured, Sentence, SessionChange, centre};

/// Values below which a style has values and no median.
const LEAST: usize = 4;
/// Share of named differences that may be chance.
const FALSE_DISCOVERY: f64 = 0.05;

/// The sessions of a period by their main style.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ByStyle {
    /// The measure whose change is given; none when nothing was rated around sessions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measured>,
    /// One line a style, in the order of [`Modality::ALL`].
    pub lines: Vec<StyleLine>,
    /// What is said of differences between styles; none with one style.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Sentence>,
}

/// The sessions of one style.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StyleLine {
    /// Its name.
    pub style: String,
    /// Sessions that took place.
    pub sessions: u32,
    /// Minutes of those whose length is known.
    pub minutes: Figures,
    /// Pressure felt, 1 to 5, of those where it is known.
    pub pressure: Figures,
    /// After minus before, of the pairs that count.
    pub change: Figures,
}

/// A few values by themselves, or the median of more.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figures {
    /// Fewer than four, in order of time; may be empty.
    Values(Vec<f64>),
    /// Median of `n`, four or more.
    Median {
        /// The median.
        median: f64,
        /// Values it is the median of.
        n: u32,
    },
}

impl Figures {
    fn of(values: Vec<f64>) -> Self {
        match centre::median(&values) {
            Some(median) if values.len() >= LEAST => Self::Median { median, n: count_of(values.len()) },
            _ => Self::Values(values),
        }
    }
}

/// The sessions of `period` by style; none when none took place.
pub(crate) fn by_style(records: &Records, period: Period, around: &[SessionChange]) -> Option<ByStyle> {
    let main = chosen(records, around).first().copied();
    let mut sessions: Vec<&Session> = held(records, period).collect();
    sessions.sort_by_key(|session| (session.parts().started.instant, session.id()));
    let mut styles: BTreeMap<Modality, Vec<&Session>> = BTreeMap::new();
    for session in sessions {
        styles.entry(session.parts().modality).or_default().push(session);
    }
    let changes = |modality| {
        let of_style = main.and_then(|f| f.by_modality.iter().find(|style| style.modality == modality));
        of_style.map(|style| style.changes.clone()).unwrap_or_default()
    };
    let felt = |session: &&Session| session.parts().pressure_felt.map(|felt| f64::from(felt.step()));
    let lines: Vec<StyleLine> = styles
        .iter()
        .map(|(modality, sessions)| StyleLine {
            style: style_name(*modality),
            sessions: count_of(sessions.len()),
            minutes: Figures::of(sessions.iter().filter_map(|s| minutes(s)).map(whole).collect()),
            pressure: Figures::of(sessions.iter().filter_map(felt).collect()),
            change: Figures::of(changes(*modality)),
        })
        .collect();
    let difference = main.filter(|_| lines.len() > 1).map(|main| difference(records, period, main));
    (!lines.is_empty()).then(|| ByStyle { measure: main.map(|main| main.measure.clone()), lines, difference })
}

/// Minutes of a session, at most 360.
fn whole(minutes: i64) -> f64 {
    f64::from(i32::try_from(minutes).unwrap_or(i32::MAX))
}

/// S5: the difference that stays among all that were tested and is the surest of them, or that none does.
fn difference(records: &Records, period: Period, main: &SessionChange) -> Sentence {
    let asked = |measure: &Measure, factor: &Factor, outcome| {
        *measure.id() == main.measure.id && *factor == Factor::Modality && outcome == Outcome::RightAfter
    };
    let tested: Vec<(Pairing<'_>, Comparison)> = pairings(records, period, asked)
        .into_iter()
        .filter_map(|pairing| pairing.compared(Level::P95).ok().map(|found| (pairing, found)))
        .collect();
    if tested.is_empty() {
        return Phrase::new("sentence.styles.too_few").say();
    }
    let p_values = PValues::new(tested.iter().map(|(_, found)| Some(found.p_value)));
    let adjusted = p_values.ok().and_then(|p_values| benjamini_hochberg(&p_values).ok());
    let adjusted = adjusted.map(|found| found.adjusted).unwrap_or_default();
    let kept: Vec<bool> = adjusted.iter().map(|p| p.is_some_and(|p| p <= FALSE_DISCOVERY)).collect();
    let chosen = f64::from(count_of(kept.iter().filter(|kept| **kept).count()));
    let share = 1.0 - FALSE_DISCOVERY * chosen / f64::from(count_of(tested.len()));
    let level = Level::new(share).unwrap_or(Level::P95);
    tested
        .iter()
        .zip(&kept)
        .filter(|(_, kept)| **kept)
        // A wider interval can be too wide to say, and pooling can take a difference back.
        .filter_map(|((pairing, _), _)| pairing.compared(level).ok())
        .filter(|found| found.stays_pooled && !found.interval.covers_zero())
        .min_by(|one, other| one.p_value.total_cmp(&other.p_value))
        .map_or_else(|| Phrase::new("sentence.styles.alike").say(), |found| say(&found))
}

fn say(found: &Comparison) -> Sentence {
    let level = format!("{:.1}", found.interval.level * 100.0);
    Phrase::new("sentence.styles.differ")
        .words("measure", &found.measure.label)
        .words("kind", &found.higher.label)
        .count("n", found.higher.n)
        .words("other_kind", &found.lower.label)
        .count("n_other", found.lower.n)
        .words("level", level.trim_end_matches('0').trim_end_matches('.'))
        .estimate("difference", found.estimate, found.interval)
        .say()
}
