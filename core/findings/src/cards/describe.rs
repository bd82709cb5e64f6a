//! Cards that name no direction: counts of what was written down, and the figures of the main measure.

use tidemark_model::{Measure, Period, Records};

use super::as_of;
use super::card::{Card, Question, Shown};
use crate::dose_near::doses_near;
use crate::often_paused::often_paused;
use crate::wording::Phrase;
use crate::{Caution, Sentence, SessionChange, Silence, main_measure, session_change, trend, version};

/// Counts: sessions paused or upsetting, sessions near a dose.
pub(super) fn counts(records: &Records, period: Period) -> Vec<Card> {
    let count = |question: Question, n: u32, sentence: Sentence, ask: Sentence| Card {
        question,
        shown: Shown::Count,
        sentence,
        notes: vec![as_of(period.to())],
        ask,
        how: None,
        n,
        period,
        estimate: None,
        interval: None,
        method: None,
    };
    let paused = often_paused(records, period)
        .map(|found| count(Question::OftenPaused, found.n, found.sentence, found.ask));
    let near = doses_near(records, period)
        .into_iter()
        .map(|found| count(Question::DoseNear(found.medication), found.n, found.sentence, found.ask));
    paused.into_iter().chain(near).collect()
}

/// Figures of the main measure: around sessions, and its drift.
pub(super) fn figures(records: &Records, period: Period) -> Vec<Card> {
    let Some(main) = main_measure(records) else { return Vec::new() };
    around_sessions(records, main, period).into_iter().chain(drift(records, main, period)).collect()
}

fn around_sessions(records: &Records, main: &Measure, period: Period) -> Option<Card> {
    let found = change_of(records, main, period)?;
    let withheld = found.left_out.other_scale > 0
        || found.cautions.contains(&Caution::TooWide)
        || found.cautions.contains(&Caution::MostlyBackfilled);
    let change = found.change.as_ref().ok().filter(|_| !withheld)?;
    Some(Card {
        question: Question::SessionChange(main.id().clone()),
        shown: Shown::Figures,
        sentence: found.sentences.first()?.clone(),
        notes: vec![Phrase::new("card.note.change").say(), as_of(period.to())],
        ask: look_at(main),
        how: Some(Phrase::new("card.how.session_change").say()),
        n: found.n,
        period: days_of(&found)?,
        estimate: Some(change.estimate),
        interval: Some(change.interval),
        method: Some(change.method),
    })
}

fn drift(records: &Records, main: &Measure, period: Period) -> Option<Card> {
    let measure = newest(version::in_check_ins(records, period), main)?;
    let found = trend(records, measure, period);
    let drift = found.drift.as_ref().ok()?;
    let (first, last) = found.first.zip(found.last)?;
    let sentence = Phrase::new("card.drift")
        .words("measure", &found.measure.label)
        .words("points", found.measure.points())
        .count("n", found.n)
        .estimate("slope", drift.slope_per_30_days, drift.interval)
        .say();
    let across = drift.interval.covers_zero().then(|| Phrase::new("sentence.drift.across_zero").say());
    Some(Card {
        question: Question::Drift(main.id().clone()),
        shown: Shown::Figures,
        sentence,
        notes: across.into_iter().chain([as_of(period.to())]).collect(),
        ask: look_at(main),
        how: Some(Phrase::new("card.how.drift").say()),
        n: found.n,
        period: Period::new(first.day, last.day).ok()?,
        estimate: Some(drift.slope_per_30_days),
        interval: Some(drift.interval),
        method: Some(drift.method),
    })
}

fn look_at(measure: &Measure) -> Sentence {
    Phrase::new("card.ask.figures").words("measure", measure.label()).say()
}

/// What is still missing for figures around sessions; none when something else keeps them.
pub(super) fn next(records: &Records, period: Period) -> Option<Sentence> {
    let found = change_of(records, main_measure(records)?, period)?;
    match found.change {
        Err(Silence::TooFew { have, need }) if have < need => {
            let missing = u32::try_from(need - have).ok()?;
            Some(Phrase::new("card.next").count("n", missing).say())
        }
        _ => None,
    }
}

fn change_of(records: &Records, main: &Measure, period: Period) -> Option<SessionChange> {
    let measure = newest(version::around_sessions(records, period), main)?;
    Some(session_change(records, measure, period))
}

fn newest<'a>(versions: Vec<&'a Measure>, main: &Measure) -> Option<&'a Measure> {
    versions.into_iter().find(|measure| measure.id() == main.id())
}

/// First and last session with a pair that counts.
fn days_of(found: &SessionChange) -> Option<Period> {
    let counted =
        || found.pairs.iter().filter(|pair| matches!(pair.difference, crate::Difference::Counted { .. }));
    let (first, last) = (counted().map(|pair| pair.day).min()?, counted().map(|pair| pair.day).max()?);
    Period::new(first, last).ok()
}
