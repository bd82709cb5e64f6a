//! Which cards may name a direction this week? All comparisons are tested, and those are said that stay under a false
//! discovery rate of 5 % over all of them, with intervals widened for the choice.
//!
//! # Source
//! Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x; intervals at level 1 − .05·R/m, R said of m tested:
//! Benjamini & Yekutieli 2005, doi:10.1198/016214504000001907.

use tidemark_model::{Measure, Period, Records};
use tidemark_stats::{Level, PValues, benjamini_hochberg};

use super::as_of;
use super::card::{Card, Question, Shown};
use crate::compare::{Comparison, Outcome, Pairing, pairings};
use crate::coverage::count_of;
use crate::days_after::{After, DaysAfter, days_after};
use crate::wording::{Phrase, text};
use crate::{Silence, version};

/// Share of claims that may be chance.
const FALSE_DISCOVERY: f64 = 0.05;

/// One comparison of the week.
enum Candidate<'a> {
    DaysAfter(&'a Measure),
    Kinds(Pairing<'a>),
}

/// What a comparison found.
enum Found {
    DaysAfter(DaysAfter),
    Kinds(Comparison),
}

/// The claims of the week, days after sessions first, each in the measures' order; then, once, kinds that look alike.
pub(super) fn claims(records: &Records, period: Period) -> Vec<Card> {
    let daily = version::in_check_ins(records, period).into_iter().filter(|m| m.parts().usage.daily);
    let candidates = daily
        .map(Candidate::DaysAfter)
        .chain(pairings(records, period, |_, _, _| true).into_iter().map(Candidate::Kinds));
    let tested: Vec<(Candidate<'_>, Found)> = candidates
        .filter_map(|candidate| {
            let found = candidate.found(records, period, Level::P95).ok()?;
            Some((candidate, found))
        })
        .collect();
    let p_values = PValues::new(tested.iter().map(|(_, found)| Some(found.p_value())));
    let Ok(adjusted) = p_values.map_err(|_| ()).and_then(|p| benjamini_hochberg(&p).map_err(|_| ())) else {
        return Vec::new();
    };
    let said: Vec<bool> = adjusted.adjusted.iter().map(|p| p.is_some_and(|p| p <= FALSE_DISCOVERY)).collect();
    let (chosen, all) = (said.iter().filter(|said| **said).count(), said.len());
    let share = 1.0 - FALSE_DISCOVERY * f64::from(count_of(chosen)) / f64::from(count_of(all.max(1)));
    let level = Level::new(share).unwrap_or(Level::P95);
    let mut cards: Vec<Card> = tested
        .iter()
        .zip(&said)
        .filter(|(_, said)| **said)
        // A wider interval can be too wide to say, and pooling can take a difference back.
        .filter_map(|((candidate, _), _)| candidate.found(records, period, level).ok())
        .filter(Found::is_claim)
        .map(|found| found.card(period))
        .collect();
    cards.extend(alike(&tested, &cards, period));
    cards
}

impl Candidate<'_> {
    fn found(&self, records: &Records, period: Period, level: Level) -> Result<Found, Silence> {
        match self {
            Self::DaysAfter(measure) => days_after(records, measure, period, level).map(Found::DaysAfter),
            Self::Kinds(pairing) => pairing.compared(level).map(Found::Kinds),
        }
    }
}

impl Found {
    const fn p_value(&self) -> f64 {
        match self {
            Self::DaysAfter(found) => found.p_value,
            Self::Kinds(found) => found.p_value,
        }
    }

    fn is_claim(&self) -> bool {
        match self {
            Self::DaysAfter(found) => !found.interval.covers_zero(),
            Self::Kinds(found) => found.stays_pooled && !found.interval.covers_zero(),
        }
    }

    fn card(&self, period: Period) -> Card {
        match self {
            Self::DaysAfter(found) => after_card(found, period),
            Self::Kinds(found) => {
                kinds_card(found, Shown::Claim, "card.kinds_differ", found.estimate, period)
            }
        }
    }
}

fn after_card(found: &DaysAfter, period: Period) -> Card {
    // A fall is printed as how much lower, so that no minus stands before the word.
    let rises = found.estimate > 0.0;
    let (size, interval) =
        if rises { (found.estimate, found.interval) } else { (-found.estimate, found.interval.turned()) };
    let id = match (found.after, rises) {
        (After::Day, true) => "card.days_after.higher",
        (After::Day, false) => "card.days_after.lower",
        (After::Night, true) => "card.nights_after.higher",
        (After::Night, false) => "card.nights_after.lower",
    };
    let sentence = Phrase::new(id)
        .words("measure", &found.measure.label)
        .words("points", found.measure.points())
        .words("level", percent(found.interval.level))
        .count("n", found.n_sessions)
        .count("n_other", found.n_comparison)
        .days("dates", found.period)
        .estimate("difference", size, interval)
        .say();
    Card {
        question: Question::DaysAfter(found.measure.id.clone()),
        shown: Shown::Claim,
        sentence,
        notes: vec![Phrase::new("card.note.change").say(), as_of(period.to())],
        ask: Phrase::new("card.ask.after").words("measure", &found.measure.label).say(),
        how: Some(Phrase::new("card.how.days_after").say()),
        n: found.n_sessions,
        period: found.period,
        estimate: Some(found.estimate),
        interval: Some(found.interval),
        method: Some(found.method),
    }
}

fn kinds_card(found: &Comparison, shown: Shown, id: &'static str, estimate: f64, period: Period) -> Card {
    let when = text(match found.outcome {
        Outcome::RightAfter => "part.when.right_after",
        Outcome::NextMorning => "part.when.next_morning",
    });
    let sentence = Phrase::new(id)
        .words("measure", &found.measure.label)
        .words("when", when)
        .words("level", percent(found.interval.level))
        .words("kind", &found.higher.label)
        .count("n", found.higher.n)
        .figure("median", found.higher.median)
        .words("other_kind", &found.lower.label)
        .count("n_other", found.lower.n)
        .figure("other_median", found.lower.median)
        .days("dates", found.period)
        .estimate("difference", estimate, found.interval)
        .say();
    let mut notes = vec![Phrase::new("card.note.change").say(), as_of(period.to())];
    if shown == Shown::Claim {
        notes.insert(0, Phrase::new("card.note.raise").say());
    }
    let ask = match shown {
        Shown::Claim => Phrase::new("card.ask.kinds")
            .words("kind", &found.higher.label)
            .words("other_kind", &found.lower.label),
        Shown::Count | Shown::Figures => Phrase::new("card.ask.figures"),
    };
    Card {
        question: Question::Compare(found.factor.code(), found.measure.id.clone()),
        shown,
        sentence,
        notes,
        ask: ask.words("measure", &found.measure.label).say(),
        how: Some(Phrase::new("card.how.kinds").say()),
        n: found.higher.n + found.lower.n,
        period: found.period,
        estimate: Some(estimate),
        interval: Some(found.interval),
        method: Some(found.method),
    }
}

/// Once, two kinds of session that look alike: the first comparison whose factor and measure claim nothing.
fn alike(tested: &[(Candidate<'_>, Found)], claimed: &[Card], period: Period) -> Option<Card> {
    let kinds = tested.iter().filter_map(|(_, found)| match found {
        Found::Kinds(found) => Some(found),
        Found::DaysAfter(_) => None,
    });
    let mut free = kinds.filter(|found| found.interval.covers_zero()).filter(|found| {
        let question = Question::Compare(found.factor.code(), found.measure.id.clone());
        claimed.iter().all(|card| card.question != question)
    });
    free.next().map(|found| kinds_card(found, Shown::Figures, "card.kinds_alike", found.estimate, period))
}

/// A level in percent, with as many decimals as it needs.
fn percent(level: f64) -> String {
    let shown = format!("{:.1}", level * 100.0);
    shown.trim_end_matches('0').trim_end_matches('.').to_owned()
}
