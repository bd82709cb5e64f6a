//! A month of the history, and the entries of a stretch of days as a list shows them.

use tidemark::Entry as CoreEntry;
use tidemark::findings::DayMark;

use crate::{DiaryError, FieldText, OpenDiary, Period, Span};

/// How the entries of a day were written; the one nearest to the day decides.
#[uniffi::remote(Enum)]
pub enum DayMark {
    /// Within the day: a full mark.
    Full,
    /// Within the next day: a half mark.
    Half,
    /// Later, or read from a file: a ring.
    Ring,
    /// No entry: nothing is drawn.
    Blank,
}

/// A month of a diary.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Month {
    /// Its first and last day.
    pub period: Period,
    /// Every day of it, in order, those without an entry among them.
    pub days: Vec<MonthDay>,
}

/// One day of a month.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct MonthDay {
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// How its entries were written.
    pub mark: DayMark,
    /// Check-ins.
    pub check_ins: u32,
    /// Sessions that took place.
    pub sessions: u32,
    /// Sessions that are planned.
    pub planned: u32,
    /// Visits, practices, questionnaires and distress entries together.
    pub others: u32,
}

/// An entry of the diary as a list shows it. Holds the person's words: never log it.
#[derive(Clone, PartialEq, uniffi::Record)]
pub struct Entry {
    /// Kind of record, such as `check_in`.
    pub kind: String,
    /// Its id, a UUID.
    pub id: String,
    /// The day it belongs to, `YYYY-MM-DD`.
    pub day: String,
    /// When it was written down, ISO 8601 with offset.
    pub recorded_at: String,
    /// Who wrote it: `self`, `helped` or `proxy`.
    pub recorded_by: String,
    /// Through what, such as `app` or `import:daylio`.
    pub source: String,
    /// 1 when new, one more with each edit.
    pub revision: u32,
    /// `live`, `late`, `backfill` or `imported`; none where it has no meaning.
    pub entry_mode: Option<String>,
    /// Answers of a check-in.
    pub values: Vec<EntryValue>,
    /// Ratings around a session.
    pub ratings: Vec<EntryRatings>,
    /// Everything else that it says, by the names of the exports; empty fields are left out.
    pub fields: Vec<FieldText>,
}

/// One answer of an entry.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EntryValue {
    /// Name of the measure.
    pub measure_id: String,
    /// Its version, from 1.
    pub measure_version: u32,
    /// What stretch of time it is about, a code such as `day_overall`.
    pub frame: String,
    /// The number, in the measure's unit; none is a skip, never a zero.
    pub value: Option<f64>,
}

/// Ratings of one phase of a session.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EntryRatings {
    /// Id of the record, a UUID.
    pub id: String,
    /// `before`, `after` or `follow_up`.
    pub phase: String,
    /// The moment they are about, ISO 8601 with offset.
    pub rated_at: String,
    /// Whether that moment was within its window.
    pub in_window: bool,
    /// Whether the person rated from memory.
    pub recalled: bool,
    /// Answers.
    pub values: Vec<EntryValue>,
}

#[uniffi::export]
impl OpenDiary {
    /// A month, 1 to 12, of a year, 1900 to 2199.
    ///
    /// # Errors
    /// `Invalid` for another month, `StoreDamaged`.
    pub fn month(&self, year: i32, month: u32) -> Result<Month, DiaryError> {
        self.with(|diary| {
            let month = diary.month(year, month)?;
            let day = |day: &tidemark::MonthDay| MonthDay {
                day: day.day.to_string(),
                mark: day.mark,
                check_ins: day.check_ins,
                sessions: day.sessions,
                planned: day.planned,
                others: day.others,
            };
            Ok(Month { period: month.period.into(), days: month.days.iter().map(day).collect() })
        })
    }

    /// All entries of a stretch of days, in time order. Ask for a page of days at a time: a year is thousands of records.
    ///
    /// # Errors
    /// `StoreDamaged`, `Invalid` for a span that ends before it starts.
    pub fn entries(&self, span: &Span) -> Result<Vec<Entry>, DiaryError> {
        let span = span.try_into()?;
        self.with(|diary| Ok(diary.log(span)?.into_iter().map(Entry::from).collect()))
    }
}

impl From<CoreEntry> for Entry {
    fn from(from: CoreEntry) -> Self {
        let head = from.head().clone();
        let (kind, entry_mode, values, ratings, fields) = match from {
            CoreEntry::CheckIn { kind, entry_mode, values, practices, note, rated_at, .. } => {
                let fields = [
                    said("rated_at", rated_at),
                    said("practices", (!practices.is_empty()).then(|| practices.join(" | "))),
                    said("note", note),
                ];
                let fields = fields.into_iter().flatten().collect();
                (kind, Some(entry_mode), values, Vec::new(), fields)
            }
            CoreEntry::Session {
                kind,
                status,
                started_at,
                ended_at,
                planned_min,
                actual_min,
                modality,
                secondary,
                pressure_asked,
                pressure_felt,
                areas,
                reason,
                entry_mode,
                ratings,
                note,
                details,
                ..
            } => {
                let number = |n: Option<u16>| n.map(|n| n.to_string());
                let fields = [
                    said("status", Some(status.to_owned())),
                    said("started_at", Some(started_at)),
                    said("ended_at", ended_at),
                    said("planned_min", number(planned_min)),
                    said("actual_min", number(actual_min)),
                    said("modality", Some(modality.to_owned())),
                    said("secondary", (!secondary.is_empty()).then(|| secondary.join(" | "))),
                    said("pressure_asked", number(pressure_asked.map(u16::from))),
                    said("pressure_felt", number(pressure_felt.map(u16::from))),
                    said("areas", (!areas.is_empty()).then(|| areas.join(" | "))),
                    said("reason", reason),
                    said("note", note),
                ];
                let mut fields: Vec<FieldText> = fields.into_iter().flatten().collect();
                fields.extend(texts(&details));
                let ratings = ratings.into_iter().map(EntryRatings::from).collect();
                (kind, Some(entry_mode), Vec::new(), ratings, fields)
            }
            CoreEntry::Other { kind, fields, .. } => {
                (kind, None, Vec::new(), Vec::new(), texts(&fields).collect())
            }
        };
        Self {
            kind: kind.to_owned(),
            id: head.id,
            day: head.logical_date,
            recorded_at: head.recorded_at,
            recorded_by: head.recorded_by.to_owned(),
            source: head.source,
            revision: head.revision,
            entry_mode: entry_mode.map(str::to_owned),
            values: values.into_iter().map(EntryValue::from).collect(),
            ratings,
            fields,
        }
    }
}

fn said(name: &str, text: Option<String>) -> Option<FieldText> {
    text.map(|text| FieldText { name: name.to_owned(), text: Some(text) })
}

/// Fields that say something, as text.
fn texts(fields: &tidemark::Fields) -> impl Iterator<Item = FieldText> + '_ {
    fields.iter().filter_map(|(name, value)| said(name, tidemark::field_text(value)))
}

impl From<tidemark::Answered> for EntryValue {
    fn from(from: tidemark::Answered) -> Self {
        Self {
            measure_id: from.measure_id,
            measure_version: from.measure_version,
            frame: from.frame.to_owned(),
            value: from.value,
        }
    }
}

impl From<tidemark::Around> for EntryRatings {
    fn from(from: tidemark::Around) -> Self {
        Self {
            id: from.id,
            phase: from.phase.to_owned(),
            rated_at: from.rated_at,
            in_window: from.in_window,
            recalled: from.recalled,
            values: from.values.into_iter().map(EntryValue::from).collect(),
        }
    }
}
