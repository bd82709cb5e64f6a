//! Totals of questionnaires: numbers with their dates, never a class of severity.

use serde::Serialize;
use tidemark_model::{Instrument, InstrumentResult, LogicalDate, Period, Recorded, Records};

use crate::iso;
use crate::wording::Phrase;

/// The totals of one questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Questionnaire {
    /// Its name, such as `PHQ-9`.
    pub name: String,
    /// Range and direction, such as `0–27, higher = worse`.
    pub range: String,
    /// Totals of the period, oldest first; never empty.
    pub totals: Vec<DatedTotal>,
    /// Last total less the first of the period; none with one total.
    pub change: Option<i32>,
}

/// A total and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DatedTotal {
    /// The day it belongs to.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// The total.
    pub total: u16,
}

/// The questionnaires filled in within `period`, in the order of [`Instrument`].
pub(crate) fn questionnaires(records: &Records, period: Period) -> Vec<Questionnaire> {
    Instrument::ALL.iter().filter_map(|instrument| questionnaire(records, period, *instrument)).collect()
}

fn questionnaire(records: &Records, period: Period, instrument: Instrument) -> Option<Questionnaire> {
    let mut results: Vec<&Recorded<InstrumentResult>> = records
        .instrument_results
        .iter()
        .filter(|result| result.stamp.deleted_at.is_none() && result.instrument == instrument)
        .filter(|result| period.contains(result.logical_date))
        .collect();
    results.sort_by_key(|result| (result.logical_date, result.taken_at.instant, result.id));
    let total = |result: &&Recorded<InstrumentResult>| DatedTotal {
        day: result.logical_date,
        total: result.total.get(),
    };
    let totals: Vec<DatedTotal> = results.iter().map(total).collect();
    let (first, last) = (totals.first()?, totals.last()?);
    let change = (totals.len() > 1).then(|| i32::from(last.total) - i32::from(first.total));
    Some(Questionnaire {
        name: crate::text(name(instrument)),
        range: Phrase::new("label.questionnaire_range")
            .count("most", u32::from(instrument.most()))
            .say()
            .text,
        totals,
        change,
    })
}

const fn name(instrument: Instrument) -> &'static str {
    match instrument {
        Instrument::Phq9 => "label.questionnaire.phq_9",
        Instrument::Gad7 => "label.questionnaire.gad_7",
        Instrument::Pcl5 => "label.questionnaire.pcl_5",
        Instrument::Isi => "label.questionnaire.isi",
        Instrument::Pss10 => "label.questionnaire.pss_10",
    }
}
