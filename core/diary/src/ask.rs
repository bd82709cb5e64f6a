//! Asking a diary: its records, its entries in time order, its trends and changes.

use tidemark_findings::{
    Sentence, SessionChange, Trend, report_period, session_change, session_changes, summary, trend, trends,
};
use tidemark_model::{LogicalDate, MeasureId, Period, Phase, Records};

use crate::diary::named;
use crate::{Diary, DiaryError, Entry};

/// Which days are asked about; an open end means the diary's first or last day.
#[derive(Clone, Copy, Debug, Default)]
pub struct Span {
    /// First day.
    pub from: Option<LogicalDate>,
    /// Last day.
    pub to: Option<LogicalDate>,
}

impl Span {
    /// The days asked about, with open ends at the ends of what a diary can hold.
    pub(crate) fn widest(self) -> Result<Period, DiaryError> {
        Ok(Period::new(self.from.unwrap_or(LogicalDate::FIRST), self.to.unwrap_or(LogicalDate::LAST))?)
    }
}

/// Answers with the days they are about.
#[derive(Clone, Debug)]
pub struct Asked<T> {
    /// The days asked about; none when the diary has no entry.
    pub period: Option<Period>,
    /// The answers.
    pub answers: Vec<T>,
}

impl Diary {
    /// The records of a span of days; measures, medicines and visits always all.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`], [`DiaryError::Invalid`] when the span ends before it starts.
    pub fn records(&self, span: Span) -> Result<Records, DiaryError> {
        Ok(self.store.records(Some(span.widest()?))?)
    }

    /// All entries of a span of days, in time order.
    ///
    /// # Errors
    /// As [`Self::records`].
    pub fn log(&self, span: Span) -> Result<Vec<Entry>, DiaryError> {
        Ok(Entry::in_time_order(self.store.entries(Some(span.widest()?))?, span.widest()?, self.rollover()))
    }

    /// Trends of the named measures, or of all that were rated.
    ///
    /// # Errors
    /// [`DiaryError::UnknownMeasure`]; otherwise as [`Self::records`].
    pub fn trends(&self, measures: &[MeasureId], span: Span) -> Result<Asked<Trend>, DiaryError> {
        let records = self.store.day_ratings(Some(span.widest()?))?;
        self.ask(&records, measures, span, trends, trend)
    }

    /// Changes around sessions for the named measures, or for all that were rated there.
    ///
    /// # Errors
    /// [`DiaryError::UnknownMeasure`]; otherwise as [`Self::records`].
    pub fn changes(&self, measures: &[MeasureId], span: Span) -> Result<Asked<SessionChange>, DiaryError> {
        let mut records = self.store.rated_sessions(Some(span.widest()?))?;
        // Whether sessions followed harder days is asked beside the next morning only, and takes the daily ratings.
        if records.session_ratings.iter().any(|rating| rating.parts().phase == Phase::FollowUp) {
            records.check_ins = self.store.day_ratings(Some(span.widest()?))?.check_ins;
        }
        self.ask(&records, measures, span, session_changes, session_change)
    }

    /// Asks about `records`, which hold what the question needs and no more.
    fn ask<T>(
        &self,
        records: &Records,
        measures: &[MeasureId],
        span: Span,
        all: impl Fn(&Records, Period) -> Vec<T>,
        one: impl Fn(&Records, &tidemark_model::Measure, Period) -> T,
    ) -> Result<Asked<T>, DiaryError> {
        let known = self.measures()?;
        let named = measures.iter().map(|id| named(id, &known)).collect::<Result<Vec<_>, _>>()?;
        let Some(period) = self.covered(span)? else {
            return Ok(Asked { period: None, answers: vec![] });
        };
        let answers = if measures.is_empty() {
            all(records, period)
        } else {
            named.iter().map(|measure| one(records, measure, period)).collect()
        };
        Ok(Asked { period: Some(period), answers })
    }

    /// The three sentences that come first: how complete, where the main measure is, how it changes around sessions.
    ///
    /// # Errors
    /// As [`Self::records`].
    pub fn summary(&self, period: Period) -> Result<[Sentence; 3], DiaryError> {
        Ok(summary(&self.store.records(Some(period))?, period))
    }

    /// The days a report made on `today` covers: since the visit before, else 90 days; when those hold no entry, the
    /// 90 days up to the last one.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn report_period(&self, today: LogicalDate) -> Result<Period, DiaryError> {
        let visits = Records { visits: self.store.all()?, ..Records::default() };
        let usual = report_period(&visits, today);
        if self.store.entry_days(Some(usual))?.is_some() {
            return Ok(usual);
        }
        match self.store.entry_days(None)?.map(Period::to) {
            Some(last) => Ok(Period::new(last.plus_days(-89).unwrap_or(last), last)?),
            None => Ok(usual),
        }
    }

    /// The span with its open ends at the first and last entry; none when there is no entry and an end is open.
    fn covered(&self, span: Span) -> Result<Option<Period>, DiaryError> {
        let days = self.store.entry_days(Some(span.widest()?))?;
        match (span.from.or(days.map(Period::from)), span.to.or(days.map(Period::to))) {
            (Some(from), Some(to)) => Ok(Some(Period::new(from, to)?)),
            _ => Ok(None),
        }
    }
}
