//! Totals of questionnaires: numbers with their dates, never a class of severity.

use serde::Serialize;
use tidemark_model::{Instrument, InstrumentResult, LogicalDate, Period, Recorded, Records};

use crate::wording::Phrase;
use crate::{Sentence, iso, number};

/// Most totals that a caption names one by one.
const NAMED: usize = 6;

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
    /// Highest total it can have; the lowest is 0.
    pub most: u16,
    /// Totals at which published classes of it begin, lowest first; empty unless ticked, and where none is published.
    pub cut_points: Vec<u16>,
    /// What stands under the chart of its totals.
    pub caption: Sentence,
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

/// The questionnaires filled in within `period`, in the order of [`Instrument`]; with their cut-points when ticked.
pub(crate) fn questionnaires(records: &Records, period: Period, lines: bool) -> Vec<Questionnaire> {
    let of = |instrument: &Instrument| questionnaire(records, period, *instrument, lines);
    Instrument::ALL.iter().filter_map(of).collect()
}

fn questionnaire(
    records: &Records,
    period: Period,
    instrument: Instrument,
    lines: bool,
) -> Option<Questionnaire> {
    let results = results(records, period, instrument);
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
        most: instrument.most(),
        cut_points: if lines { cut_points(instrument).to_vec() } else { vec![] },
        caption: caption(&totals, change, period)?,
        totals,
        change,
    })
}

/// The results of one questionnaire within `period`, oldest first.
pub(super) fn results(
    records: &Records,
    period: Period,
    instrument: Instrument,
) -> Vec<&Recorded<InstrumentResult>> {
    let mut results: Vec<&Recorded<InstrumentResult>> = records
        .instrument_results
        .iter()
        .filter(|result| result.stamp.deleted_at.is_none() && result.instrument == instrument)
        .filter(|result| period.contains(result.logical_date))
        .collect();
    results.sort_by_key(|result| (result.logical_date, result.taken_at.instant, result.id));
    results
}

/// The totals with their dates, or where they began and ended when there are many; and the change.
fn caption(totals: &[DatedTotal], change: Option<i32>, period: Period) -> Option<Sentence> {
    let (first, last) = (totals.first()?, totals.last()?);
    let (min, max) = (totals.iter().map(|one| one.total).min()?, totals.iter().map(|one| one.total).max()?);
    let date = |one: &DatedTotal| number::date_beside(one.day, period);
    let Some(change) = change else {
        let phrase = Phrase::new("caption.total").words("total", last.total.to_string());
        return Some(phrase.words("date", date(last)).say());
    };
    let phrase = if totals.len() <= NAMED {
        let named = |one: &DatedTotal| {
            let phrase = Phrase::new("part.dated_total").words("total", one.total.to_string());
            phrase.words("date", date(one)).say().text
        };
        Phrase::new("caption.totals").words("list", totals.iter().map(named).collect::<Vec<_>>().join(", "))
    } else {
        Phrase::new("caption.totals.many")
            .words("n", totals.len().to_string())
            .words("first", first.total.to_string())
            .words("first_date", date(first))
            .words("last", last.total.to_string())
            .words("last_date", date(last))
            .words("min", min.to_string())
            .words("max", max.to_string())
    };
    let sign = if change > 0 { "+" } else { "" };
    Some(phrase.words("change", format!("{sign}{}", number::figure(f64::from(change)))).say())
}

/// Kroenke, Spitzer & Williams 2001 (PHQ-9); Spitzer and others 2006 (GAD-7). Printed as lines with their number, and only
/// when ticked: where a class begins, never what it is called.
const fn cut_points(instrument: Instrument) -> &'static [u16] {
    match instrument {
        Instrument::Phq9 => &[5, 10, 15, 20],
        Instrument::Gad7 => &[5, 10, 15],
        Instrument::Pcl5 | Instrument::Isi | Instrument::Pss10 => &[],
    }
}

pub(super) const fn name(instrument: Instrument) -> &'static str {
    match instrument {
        Instrument::Phq9 => "label.questionnaire.phq_9",
        Instrument::Gad7 => "label.questionnaire.gad_7",
        Instrument::Pcl5 => "label.questionnaire.pcl_5",
        Instrument::Isi => "label.questionnaire.isi",
        Instrument::Pss10 => "label.questionnaire.pss_10",
    }
}
