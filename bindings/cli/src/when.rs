//! Times and days as people type them: ISO 8601 with offset, or this machine's local time without.

use chrono::{NaiveDateTime, NaiveTime};
use tidemark::Span;
use tidemark::model::{LocalTime, LogicalDate, Moment, zoned};

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
        || NaiveTime::parse_from_str(text, "%H:%M").ok().map(|time| around.now.local().date().and_time(time));
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

/// `Tue 24 Nov 2026`.
pub(crate) fn spoken(day: LogicalDate) -> String {
    day.date().format("%a %-d %b %Y").to_string()
}
