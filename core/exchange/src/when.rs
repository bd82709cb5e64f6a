//! Which day, or which moment, do these cells name? Formats are chrono's; a local time needs a zone to be a moment.

use std::fmt::Write as _;
use std::ops::Range;

use chrono::format::{Item, StrftimeItems};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime};
use tidemark_model::{Instant, LocalTime, LogicalDate, Moment, UtcOffset, ZoneName, zoned};

use crate::{ChoiceKind, RowReason};

/// What a format yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Yields {
    /// A date.
    Day,
    /// A date and a time of day on some clock.
    Local,
    /// A date and a time with its offset from UTC.
    Offset,
}

/// A format of dates or times, known to give what it yields.
#[derive(Clone, Debug)]
pub(crate) struct Format {
    pub(crate) text: String,
    pub(crate) yields: Yields,
}

const SAMPLE: &str = "2026-11-24T21:04:00+01:00";

impl Format {
    /// Takes a format when a date written in it can be read again; none otherwise.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let items: Vec<Item<'_>> = StrftimeItems::new(text).collect();
        // Seconds since 1970 are read by chrono as if they were a local time.
        if items.contains(&Item::Error) || text.contains("%s") {
            return None;
        }
        let sample = DateTime::parse_from_rfc3339(SAMPLE).ok()?;
        let mut written = String::new();
        write!(written, "{}", sample.format_with_items(items.iter())).ok()?;
        let yields = if DateTime::parse_from_str(&written, text).is_ok_and(|read| read == sample) {
            Yields::Offset
        } else if NaiveDateTime::parse_from_str(&written, text).is_ok_and(|read| read == sample.naive_local())
        {
            Yields::Local
        } else if NaiveDate::parse_from_str(&written, text).is_ok_and(|read| read == sample.date_naive()) {
            Yields::Day
        } else {
            return None;
        };
        Some(Self { text: text.to_owned(), yields })
    }

    fn refused(&self) -> RowReason {
        RowReason::NoSuchTime { format: self.text.clone() }
    }

    /// The day a cell names.
    pub(crate) fn day(&self, cell: &str) -> Result<LogicalDate, RowReason> {
        let date = NaiveDate::parse_from_str(cell, &self.text).map_err(|_| self.refused())?;
        LogicalDate::new(date).map_err(RowReason::Rule)
    }

    /// The moment a cell names, with what had to be chosen; a local time is one of `zone`.
    pub(crate) fn moment(&self, cell: &str, zone: Option<ZoneName>) -> Result<At, RowReason> {
        if self.yields == Yields::Offset {
            let at = DateTime::parse_from_str(cell, &self.text).map_err(|_| self.refused())?;
            let moment = fixed(&at).ok_or_else(|| self.refused())?;
            return Ok(At { moment, said: moment.to_iso(), choice: None });
        }
        let local = NaiveDateTime::parse_from_str(cell, &self.text).map_err(|_| self.refused())?;
        if !At::YEARS.contains(&local.year()) {
            return Err(self.refused());
        }
        // The caller refuses a file whose local times have no zone.
        At::local(local, zone.ok_or_else(|| self.refused())?)
    }
}

/// A moment as a cell named it.
#[derive(Clone, Debug)]
pub(crate) struct At {
    pub(crate) moment: Moment,
    /// What the cell said, in one form for all formats.
    pub(crate) said: String,
    pub(crate) choice: Option<ChoiceKind>,
}

impl At {
    /// Beyond these years a step of a day may leave the calendar, and no diary goes there.
    const YEARS: Range<i32> = 1900..2200;

    /// The moment at which the clock of `zone` showed `local`.
    pub(crate) fn local(local: NaiveDateTime, zone: ZoneName) -> Result<Self, RowReason> {
        if !Self::YEARS.contains(&local.year()) {
            return Err(RowReason::NoSuchTime { format: "%Y-%m-%d".to_owned() });
        }
        let (moment, choice) = match zoned(local, zone).map_err(RowReason::Rule)? {
            LocalTime::Single(moment) => (moment, None),
            LocalTime::Ambiguous { earlier, .. } => (earlier, Some(ChoiceKind::EarlierOfTwo)),
            LocalTime::Skipped { shifted } => (shifted, Some(ChoiceKind::AfterTheJump)),
        };
        Ok(Self { moment, said: local.to_string(), choice })
    }
}

fn fixed(at: &DateTime<FixedOffset>) -> Option<Moment> {
    let offset = UtcOffset::new(at.offset().local_minus_utc()).ok()?;
    let instant = Instant::from_millis(at.timestamp_millis()).ok()?;
    Some(Moment { instant, offset, zone: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yields(text: &str) -> Option<Yields> {
        Format::new(text).map(|format| format.yields)
    }

    #[test]
    fn a_format_is_taken_for_what_it_can_give_back() {
        assert_eq!(yields("%d/%m/%Y"), Some(Yields::Day));
        assert_eq!(yields("%b %d, %Y"), Some(Yields::Day));
        assert_eq!(yields("%Y-%m-%d %I:%M %p"), Some(Yields::Local));
        assert_eq!(yields("%Y-%m-%dT%H:%M%:z"), Some(Yields::Offset));
        for unusable in ["%d/%m", "%H:%M", "%Q", "%", "day", "%s", ""] {
            assert_eq!(yields(unusable), None, "{unusable}");
        }
    }

    #[test]
    fn times_of_both_clocks_and_of_no_calendar() {
        let zone = ZoneName::new("Europe/Amsterdam").ok();
        let read = |format: &str, cell: &str| Format::new(format).unwrap().moment(cell, zone);
        let iso = |format: &str, cell: &str| read(format, cell).map(|at| at.moment.to_iso());
        assert_eq!(iso("%d/%m/%Y %I:%M %p", "24/11/2026 9:04 PM").unwrap(), "2026-11-24T21:04:00+01:00");
        assert_eq!(iso("%d/%m/%Y %H:%M", "24/11/2026 21:04").unwrap(), "2026-11-24T21:04:00+01:00");
        assert!(iso("%d/%m/%Y %H:%M", "24/11/2026 25:10").is_err());
        assert!(iso("%d/%m/%Y %H:%M", "30/02/2026 12:00").is_err());
        assert!(iso("%Y-%m-%d %H:%M", "-262143-01-01 00:00").is_err());
        // 2026: forward on 29 March at 02:00, back on 25 October at 03:00.
        let jump = read("%d/%m/%Y %H:%M", "29/03/2026 02:30").unwrap();
        assert_eq!(
            (jump.moment.to_iso().as_str(), jump.choice),
            ("2026-03-29T03:30:00+02:00", Some(ChoiceKind::AfterTheJump))
        );
        let twice = read("%d/%m/%Y %H:%M", "25/10/2026 02:30").unwrap();
        assert_eq!(
            (twice.moment.to_iso().as_str(), twice.choice),
            ("2026-10-25T02:30:00+02:00", Some(ChoiceKind::EarlierOfTwo))
        );
    }
}
