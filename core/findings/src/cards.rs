//! What is worth showing this week? At most three cards, the same all week, in a fixed order.
//!
//! Cards rest on the days up to the last Sunday and change on Mondays, not after each entry: who looks after every session
//! sees something by chance alone. A card that names a direction is a claim; all claims of a week are chosen together
//! (Benjamini–Hochberg over every comparison made), and their intervals are widened for the choice
//! (`docs/decisions/0010-which-cards-may-claim.md`). Refuses to show anything on a day with a distress event or an answer
//! above 0 to item 9 of the PHQ-9, and a question that the person hid for ninety days.

mod card;
mod claim;
mod describe;

pub use card::{Card, Question, Shown};

use serde::Serialize;
use tidemark_model::{Instrument, LogicalDate, Period, Records};

use crate::wording::Phrase;
use crate::{Sentence, iso};

/// Cards of a week.
const MOST: usize = 3;
/// Days up to the last Sunday that cards rest on.
const WINDOW_DAYS: i32 = 52 * 7;
/// Days that a hidden question stays hidden.
const HIDDEN_DAYS: i32 = 90;
/// Number of the PHQ-9 item on thoughts of being better off dead.
const ITEM_9: u8 = 9;

/// A question that the person does not want to be shown for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// Its name, as [`Question::name`] gives it.
    pub question: String,
    /// The day it was hidden.
    pub on: LogicalDate,
}

/// The cards of a week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CardWeek {
    /// The last day the cards rest on, a Sunday.
    #[serde(serialize_with = "iso::day")]
    pub as_of: LogicalDate,
    /// Up to three cards.
    pub cards: Vec<Card>,
    /// Whether cards wait, because of what was written down today.
    pub waiting: bool,
    /// What is still missing for a first card, when that is known.
    pub next: Option<Sentence>,
}

/// The cards shown on `today`.
#[must_use]
pub fn cards(records: &Records, today: LogicalDate, hidden: &[Hidden]) -> CardWeek {
    let as_of = last_sunday(today);
    let mut week = CardWeek { as_of, cards: Vec::new(), waiting: waits(records, today), next: None };
    let from = as_of.plus_days(1 - WINDOW_DAYS).unwrap_or(LogicalDate::FIRST);
    let Ok(period) = Period::new(from, as_of) else { return week };
    if week.waiting {
        return week;
    }
    let mut found = describe::counts(records, period);
    // Chosen among all, hidden ones too: hiding a card must not make another one pass.
    found.extend(claim::claims(records, period));
    found.extend(describe::figures(records, period));
    found.retain(|card| !is_hidden(&card.question, today, hidden));
    found.truncate(MOST);
    if found.is_empty() {
        week.next = describe::next(records, period);
    }
    week.cards = found;
    week
}

/// The last Sunday before `today`: a week ends with its Sunday, and a day that has not ended is in no card.
fn last_sunday(today: LogicalDate) -> LogicalDate {
    use chrono::Datelike as _;
    let days = today.date().weekday().num_days_from_monday();
    today.plus_days(-1 - i32::try_from(days).unwrap_or_default()).unwrap_or(today)
}

fn is_hidden(question: &Question, today: LogicalDate, hidden: &[Hidden]) -> bool {
    let name = question.name();
    hidden.iter().any(|hidden| {
        let days = i64::from(today.day_number()) - i64::from(hidden.on.day_number());
        hidden.question == name && days < i64::from(HIDDEN_DAYS)
    })
}

/// Whether today holds a distress event, or an answer above 0 to item 9 of the PHQ-9.
fn waits(records: &Records, today: LogicalDate) -> bool {
    let distress = records
        .distress_events
        .iter()
        .any(|event| event.stamp.deleted_at.is_none() && event.logical_date == today);
    let item_9 = records.instrument_results.iter().any(|result| {
        result.stamp.deleted_at.is_none()
            && result.logical_date == today
            && result.instrument == Instrument::Phq9
            && result.items.iter().any(|item| item.number == ITEM_9 && item.score > 0)
    });
    distress || item_9
}

/// The sentence that says until when the records of a card were read.
pub(crate) fn as_of(day: LogicalDate) -> Sentence {
    Phrase::new("card.as_of").day("date", day).say()
}
