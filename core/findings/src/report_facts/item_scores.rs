//! Scores of numbered items of questionnaires, for those who tick them: numbers alone, no text of a question ships.

use serde::Serialize;
use tidemark_model::{Instrument, InstrumentResult, LogicalDate, Period, Records};

use super::questionnaire;
use crate::iso;

/// The item scores of one questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemScores {
    /// Its name, such as `PHQ-9`.
    pub name: String,
    /// How many items it has.
    pub items: u8,
    /// Results of the period with at least one item, oldest first; never empty.
    pub results: Vec<ScoredItems>,
}

/// The item scores of one result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScoredItems {
    /// The day it belongs to.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// The score of each item, from item 1 on; none where it was not given.
    pub scores: Vec<Option<u8>>,
    /// The total.
    pub total: u16,
}

/// The scores of `period`, in the order of [`Instrument`].
pub(crate) fn item_scores(records: &Records, period: Period) -> Vec<ItemScores> {
    let of = |instrument: &Instrument| {
        let (items, _) = instrument.items()?;
        let results: Vec<ScoredItems> = questionnaire::results(records, period, *instrument)
            .into_iter()
            .filter(|result| !result.items.is_empty())
            .map(|result| scored(result, items))
            .collect();
        let name = crate::text(questionnaire::name(*instrument));
        (!results.is_empty()).then_some(ItemScores { name, items, results })
    };
    Instrument::ALL.iter().filter_map(of).collect()
}

fn scored(result: &InstrumentResult, items: u8) -> ScoredItems {
    let score = |number: u8| result.items.iter().find(|item| item.number == number).map(|item| item.score);
    ScoredItems {
        day: result.logical_date,
        scores: (1..=items).map(score).collect(),
        total: result.total.get(),
    }
}
