//! Times and days as people type them: ISO 8601 with offset, or this machine's local time without.

use chrono::{NaiveDateTime, NaiveTime};
use tidemark::Span;
use tidemark::model::{LocalTime, LogicalDate, Moment, Rollover, zoned};

use crate::failure::Failure;
use crate::shell::Surroundings;

/// First and last day asked about.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct SpanArgs {
    /// First day, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Last day, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

impl SpanArgs {
    pub(crate) fn span(&self) -> Result<Span, Failure> {
        Ok(Span { from: day(self.from.as_deref(), "--from")?, to: day(self.to.as_deref(), "--to")? })
    }
}

/// Reads a day.
pub(crate) fn day(text: Option<&str>, option: &str) -> Result<Option<LogicalDate>, Failure> {
    let wrong = |_| {
        Failure::usage(format!(
            "{option}: this date does not exist; write YYYY-MM-DD, such as 2026-11-24. Nothing was changed."
        ))
    };
    text.map(|text| text.parse().map_err(wrong)).transpose()
}

/// Reads a time: with an offset, or local; `21:04` alone is today's.
pub(crate) fn time(text: &str, option: &str, around: &Surroundings) -> Result<Moment, Failure> {
    if let Ok(moment) = Moment::parse(text) {
        return Ok(moment);
    }
    let formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"];
    let local = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    let today =
        || NaiveTime::parse_from_str(text, "%H:%M").ok().map(|time| nearest(time, around.now.local()));
    let Some(local) = local.or_else(today) else {
        return Err(Failure::usage(format!(
            "{option}: this is not a time that exists; write 2026-11-24T21:04 (local) or 2026-11-24T21:04+01:00. \
             Nothing was saved."
        )));
    };
    match zoned(local, around.zone)? {
        LocalTime::Single(moment) => Ok(moment),
        LocalTime::Ambiguous { earlier, later } => Err(Failure::usage(format!(
            "{option}: the clock showed this time twice that night; write {} or {}. Nothing was saved.",
            earlier.to_iso(),
            later.to_iso()
        ))),
        LocalTime::Skipped { shifted } => Err(Failure::usage(format!(
            "{option}: the clock skipped this time that night; if you mean the same stretch of time later, write {}. \
             Nothing was saved.",
            shifted.to_iso()
        ))),
    }
}

/// The day that a time of the day alone means: today's, but between midnight and the end of a person's day a later time is
/// that of the evening before.
fn nearest(time: NaiveTime, now: NaiveDateTime) -> NaiveDateTime {
    let night = now.time() < Rollover::default().time();
    let date =
        if night && time > now.time() { now.date().pred_opt().unwrap_or(now.date()) } else { now.date() };
    date.and_time(time)
}

/// `Tue 24 Nov 2026`.
pub(crate) fn spoken(day: LogicalDate) -> String {
    day.date().format("%a %-d %b %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_typed_after_midnight_is_that_of_the_evening_before() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
        for (now, typed, meant) in [
            ("2026-11-24 00:30", "23:50", "2026-11-23 23:50"),
            ("2026-11-24 00:30", "00:10", "2026-11-24 00:10"),
            ("2026-11-24 04:00", "23:50", "2026-11-24 23:50"),
            ("2026-11-24 21:00", "02:00", "2026-11-24 02:00"),
        ] {
            assert_eq!(nearest(time(typed), at(now)), at(meant), "{typed} at {now}");
        }
    }
}
