//! How do ratings right after a session differ from those right before? One finding per measure over a period.
//!
//! A pair counts when both ratings lie in their windows, neither is from memory, both are the person's own and both
//! are on the measure's scale about the same stretch of time. What is left out is counted by its reason. Below six
//! pairs the changes are listed, not summarised. Refuses an interval without variation, and says nothing about what
//! led to a change. The interval is always printed and claims nothing, so being wide only adds a caution.

mod change;
pub(crate) mod pairing;
pub(crate) mod ratings;
mod sentences;
mod style;

pub use change::{Centre, Change, Detail, MoreSessions, SignCounts};
pub use pairing::{Difference, LeftOut, Pair};
pub use style::StyleChange;

use serde::Serialize;
use tidemark_model::{Measure, Period, Records};

use crate::coverage::count_of;
use crate::{Caution, Measured, Selection, Sentence, Silence, centre, iso, selection, version};

/// Ratings of one measure around the sessions of a period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SessionChange {
    /// What was rated.
    #[serde(flatten)]
    pub measure: Measured,
    /// The days asked about; a session counts by its own day.
    #[serde(serialize_with = "iso::period")]
    pub period: Period,
    /// Sessions that took place.
    pub sessions: u32,
    /// Pairs that count.
    pub n: u32,
    /// Of those, with a rating typed in later than the day after the session's day.
    pub backfill: u32,
    /// Sessions with a rating of this measure that do not count, by reason.
    pub left_out: LeftOut,
    /// Median of the ratings before, over the pairs that count.
    pub before_median: Option<f64>,
    /// Median of the ratings after, over the pairs that count.
    pub after_median: Option<f64>,
    /// The change with its interval, or why there is none.
    #[serde(serialize_with = "iso::figure")]
    pub change: Result<Change, Silence>,
    /// How many ratings were lower, the same and higher after.
    pub counts: SignCounts,
    /// The next morning against before.
    pub follow_up: FollowUp,
    /// Whether sessions came after harder days, where the next morning is compared; none when that cannot be judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selection: Option<Selection>,
    /// The same by style of the session: counts and values only.
    pub by_modality: Vec<StyleChange>,
    /// Figures for the detail view.
    pub detail: Detail,
    /// All rated sessions, in order of time, those that do not count among them.
    pub pairs: Vec<Pair>,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
    /// What this says, in words.
    pub sentences: Vec<Sentence>,
}

/// The next morning against before the session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FollowUp {
    /// Pairs of before and follow-up that count.
    pub n: u32,
    /// The change with its interval, or why there is none.
    #[serde(serialize_with = "iso::figure")]
    pub change: Result<Change, Silence>,
}

/// The ratings of one measure around the sessions of `period`; `measure` is the version whose scale the
/// figures are on.
#[must_use]
pub fn session_change(records: &Records, measure: &Measure, period: Period) -> SessionChange {
    let rated = ratings::Rated::of(records, period);
    of_measure(records, &rated, &version::in_check_ins(records, period), measure, period)
}

/// The same with what all measures share: the ratings around sessions, and the measures rated daily.
fn of_measure(
    records: &Records,
    rated: &ratings::Rated<'_>,
    daily: &[&Measure],
    measure: &Measure,
    period: Period,
) -> SessionChange {
    let measured = Measured::new(measure);
    let paired = pairing::Paired::of(records, rated, measure);
    let counted: Vec<(f64, f64)> = paired.counted().map(|(_, both)| both).collect();
    let (before, after): (Vec<f64>, Vec<f64>) = counted.iter().copied().unzip();
    let change = change::change(&counted);
    let follow_up: Vec<(f64, f64)> =
        paired.next_morning().iter().map(|both| (both.before, both.later)).collect();
    let follow_up = FollowUp { n: count_of(follow_up.len()), change: change::change(&follow_up) };
    let mut finding = SessionChange {
        period,
        sessions: paired.sessions,
        n: count_of(counted.len()),
        backfill: paired.backfill,
        left_out: paired.left_out,
        before_median: centre::median(&before),
        after_median: centre::median(&after),
        counts: change::sign_counts(&counted),
        cautions: cautions(&paired, &change, &follow_up, measured.range()),
        change,
        selection: follow_up.change.as_ref().ok().and_then(|_| day_before(records, daily, measure, period)),
        follow_up,
        by_modality: style::by_modality(&paired),
        detail: change::detail(&counted, narrow(&measured)),
        pairs: paired.pairs,
        measure: measured,
        sentences: Vec::new(),
    };
    finding.sentences = sentences::sentences(&finding);
    finding
}

/// The findings of all measures with at least one rating around a session of `period`, in the measures' order.
#[must_use]
pub fn session_changes(records: &Records, period: Period) -> Vec<SessionChange> {
    let rated = ratings::Rated::of(records, period);
    let daily = version::in_check_ins(records, period);
    version::around_sessions(records, period)
        .into_iter()
        .filter(|measure| rated.has(measure))
        .map(|measure| of_measure(records, &rated, &daily, measure, period))
        .collect()
}

/// How narrow an interval is worth waiting for: a tenth of the scale to either side, one step at least.
fn narrow(measured: &Measured) -> f64 {
    (measured.range() / 10.0).max(measured.scale_step)
}

/// What the daily ratings of the same measure say about the days before sessions.
fn day_before(records: &Records, daily: &[&Measure], measure: &Measure, period: Period) -> Option<Selection> {
    let daily = daily.iter().find(|daily| daily.id() == measure.id())?;
    selection(records, daily, period).ok()
}

fn cautions(
    paired: &pairing::Paired,
    change: &Result<Change, Silence>,
    follow_up: &FollowUp,
    range: f64,
) -> Vec<Caution> {
    let mut cautions = Vec::new();
    if paired.left_out.total() > 0 {
        cautions.push(Caution::PairsLeftOut);
    }
    if u64::from(paired.backfill) * 2 > u64::from(count_of(paired.counted().count())) {
        cautions.push(Caution::MostlyBackfilled);
    }
    if let Ok(change) = change {
        if change.interval.width() > range / 2.0 {
            cautions.push(Caution::TooWide);
        }
        cautions.extend(&change.cautions);
    }
    if follow_up.change.is_ok() {
        cautions.push(Caution::HardDaySelection);
    }
    cautions
}
