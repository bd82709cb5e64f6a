//! What a table of ratings says, for programs that hold the exports of many people; needs no diary and no key.
//!
//! The figures of a [`Trend`](crate::Trend) without what is only drawn: a cohort asks a thousand times.

use tidemark::findings::{self, EntryModes};
use tidemark::model::{Direction, Frame};

use crate::finding::codes;
use crate::{DiaryError, DriftFigure, MeasureUnit, Period, Sentence, Span};

/// Version of this library, such as `0.1.0`: what the code generated from it has to come with.
#[uniffi::export]
#[must_use]
pub fn library_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// One summary per measure rated in a table, each for itself; nothing is pooled. An open end of the span is the first or
/// last day of the rows.
///
/// The table is text: `observations.csv` of an export with three more columns, `measure_frame`, `anchor_low` and `anchor_high`,
/// which are `frame`, `anchor_low` and `anchor_high` of the same measure and version in `measures.csv`. Further columns
/// may stand beside them, in any order.
///
/// # Errors
/// `Other` for a text that is no such table or has a row that cannot be read, with line and column; `Invalid` for a span
/// that ends before it starts. Then there are no figures at all.
#[uniffi::export]
pub fn trends_of_ratings(table: &str, span: &Span) -> Result<Vec<TrendSummary>, DiaryError> {
    let asked = tidemark::trends_of_ratings(table, span.try_into()?)?;
    Ok(asked.answers.into_iter().map(TrendSummary::from).collect())
}

/// One measure over a period, without points. Figures rest on the person's own values on one scale.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct TrendSummary {
    /// Name of the measure.
    pub measure_id: String,
    /// Version whose scale the figures are on, from 1.
    pub measure_version: u32,
    /// What the person reads.
    pub label: String,
    /// What stretch of time the question asks about.
    pub frame: Frame,
    /// Unit of all values.
    pub unit: MeasureUnit,
    /// What a higher number means.
    pub direction: Direction,
    /// The same in words, such as `higher = worse`.
    pub direction_label: String,
    /// Lowest value of the scale, in its unit.
    pub scale_min: f64,
    /// Highest value of the scale, in its unit.
    pub scale_max: f64,
    /// The days asked about.
    pub period: Period,
    /// First and last day with a value; none without one.
    pub values: Option<Period>,
    /// Days with a value that the figures rest on.
    pub n: u32,
    /// Days of the period without such a value; missing, never zero.
    pub n_missing: u32,
    /// How those values were written.
    pub entry_modes: EntryModes,
    /// Days with a value from somebody else; in no figure.
    pub proxy: u32,
    /// Lowest value, in the measure's unit.
    pub min: Option<f64>,
    /// Highest value, in the measure's unit.
    pub max: Option<f64>,
    /// Median of all values; none below three.
    pub median: Option<f64>,
    /// Estimated drift, or why nothing is said.
    pub drift: DriftFigure,
    /// Codes of what limits the reading.
    pub cautions: Vec<String>,
    /// What this says, in words, in the order to show.
    pub sentences: Vec<Sentence>,
}

impl From<findings::Trend> for TrendSummary {
    fn from(from: findings::Trend) -> Self {
        let direction_label = from.measure.direction_label();
        let values = from.first.zip(from.last);
        Self {
            measure_id: from.measure.id.to_string(),
            measure_version: from.measure.version,
            label: from.measure.label,
            frame: from.measure.frame,
            unit: from.measure.unit.into(),
            direction: from.measure.direction,
            direction_label,
            scale_min: from.measure.scale_min,
            scale_max: from.measure.scale_max,
            period: from.period.into(),
            values: values
                .map(|(first, last)| Period { from: first.day.to_string(), to: last.day.to_string() }),
            n: from.n,
            n_missing: from.n_missing,
            entry_modes: from.entry_modes,
            proxy: from.proxy,
            min: from.min,
            max: from.max,
            median: from.median,
            drift: from.drift.into(),
            cautions: codes(&from.cautions),
            sentences: from.sentences.into_iter().map(Sentence::from).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CheckInDraft, Moment, OpenDiary, Rated, Trend};
    use tidemark::model::RecordedBy;

    /// 24 November 2026, 20:04 UTC.
    const EVENING: i64 = 1_795_550_640_000;
    const DAY: i64 = 24 * 60 * 60 * 1000;

    /// Forty days of stress with every seventh missing, so that figures, gaps and cautions have something to say.
    fn trend() -> findings::Trend {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("my.diary").display().to_string();
        let at = |epoch_ms| Moment { epoch_ms, offset_s: 0, zone_id: None };
        let diary = OpenDiary::create(&path, "four plain words here".to_owned(), None, &at(EVENING)).unwrap();
        for day in (0..40).filter(|day| day % 7 != 0) {
            let now = at(EVENING - day * DAY);
            let ratings =
                vec![Rated { measure_id: "stress".to_owned(), value_milli: Some(day % 5 * 1000 + 2000) }];
            let draft = CheckInDraft {
                rated_at: now.clone(),
                ratings,
                day: None,
                note: None,
                recorded_by: RecordedBy::Own,
                practices: vec![],
            };
            diary.save_check_in(draft, &now).unwrap();
        }
        let asked = diary.with(|diary| Ok(diary.trends(&[], tidemark::Span::default())?)).unwrap();
        asked.answers.into_iter().next().unwrap()
    }

    /// Taken apart field by field, so that a new field of the summary does not compile until it is compared here too.
    #[test]
    fn a_summary_says_what_the_trend_says() {
        let from = trend();
        let points: Vec<String> = from.points.iter().map(|point| point.day.to_string()).collect();
        let trend = Trend::from(from.clone());
        let TrendSummary {
            measure_id,
            measure_version,
            label,
            frame,
            unit,
            direction,
            direction_label,
            scale_min,
            scale_max,
            period,
            values,
            n,
            n_missing,
            entry_modes,
            proxy,
            min,
            max,
            median,
            drift,
            cautions,
            sentences,
        } = TrendSummary::from(from);
        assert_eq!((measure_id, measure_version), (trend.measure_id, trend.measure_version));
        assert_eq!((label, frame, unit), (trend.label, trend.frame, trend.unit));
        assert_eq!((direction, direction_label), (trend.direction, trend.direction_label));
        let bits = |numbers: [Option<f64>; 5]| numbers.map(|number| number.map(f64::to_bits));
        assert_eq!(
            bits([Some(scale_min), Some(scale_max), min, max, median]),
            bits([Some(trend.scale_min), Some(trend.scale_max), trend.min, trend.max, trend.median])
        );
        assert_eq!((period, n, n_missing), (trend.period, trend.n, trend.n_missing));
        assert_eq!((entry_modes, proxy, drift), (trend.entry_modes, trend.proxy, trend.drift));
        assert_eq!((cautions, sentences), (trend.cautions, trend.sentences));
        // The one thing a trend shows by its points alone.
        let values = values.unwrap();
        assert_eq!(Some(&values.from), points.first());
        assert_eq!(Some(&values.to), points.last());
        // 40 days less those at 0, 7, 14, 21, 28 and 35.
        assert_eq!(n, 34);
    }
}
