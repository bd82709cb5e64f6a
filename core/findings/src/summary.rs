//! The three sentences that come first: how complete, where the main measure is, what happened around sessions.

use tidemark_model::{Measure, Period, Records};

use crate::wording::Phrase;
use crate::{Sentence, coverage, session_change, trend, version};

/// The measure a reader looks at first: the first active daily measure that was also rated around sessions, else the
/// first active daily one, else the first of all; none only without measures.
#[must_use]
pub fn main_measure(records: &Records) -> Option<&Measure> {
    let current = records.current_measures();
    let daily = |m: &&Measure| m.parts().usage.daily && m.parts().active;
    let around_sessions = |m: &&Measure| {
        records.session_ratings.iter().any(|rating| {
            rating.parts().stamp.deleted_at.is_none()
                && rating
                    .parts()
                    .values
                    .iter()
                    .any(|v| v.measure().id == *m.id() && v.answer().rating().is_some())
        })
    };
    let first = |wanted: &dyn Fn(&&Measure) -> bool| current.iter().copied().find(|m| wanted(m));
    first(&|m| daily(m) && around_sessions(m)).or_else(|| first(&daily)).or_else(|| current.first().copied())
}

/// Three sentences: completeness, the trend of the main measure (its drift where one can be given), and its ratings
/// around sessions.
#[must_use]
pub fn summary(records: &Records, period: Period) -> [Sentence; 3] {
    let complete = joined("sentence.coverage", coverage(records, period).sentences, usize::MAX);
    let Some(measure) = main_measure(records) else {
        let nothing = || Phrase::new("sentence.no_measure").say();
        return [complete, nothing(), nothing()];
    };
    let of = |versions: Vec<&'_ Measure>| versions.into_iter().find(|m| m.id() == measure.id()).cloned();
    let rated = of(version::in_check_ins(records, period)).unwrap_or_else(|| measure.clone());
    let trend = trend(records, &rated, period);
    // The level, then the drift with what belongs to it, when there is one.
    let said = match &trend.drift {
        Ok(drift) if drift.interval.covers_zero() => 3,
        Ok(_) => 2,
        Err(_) => 1,
    };
    let trend = joined("sentence.trend", trend.sentences, said);
    let rated = of(version::around_sessions(records, period)).unwrap_or_else(|| measure.clone());
    let change = session_change(records, &rated, period);
    let change = joined("sentence.session_change", change.sentences, 1);
    [complete, trend, change]
}

/// The first `most` sentences as one, under the first one's id.
fn joined(otherwise: &'static str, sentences: Vec<Sentence>, most: usize) -> Sentence {
    let id = sentences.first().map_or(otherwise, |sentence| sentence.id);
    let texts: Vec<String> = sentences.into_iter().take(most).map(|sentence| sentence.text).collect();
    Sentence { id, text: texts.join(" ") }
}
