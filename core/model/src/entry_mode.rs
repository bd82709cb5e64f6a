//! Was an entry written on its day or later? Derived, never stored by hand; a clinician reads it beside every count.

use chrono::NaiveTime;

use crate::{LogicalDate, Moment, Rollover, Source};

/// How long after its day an entry was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryMode {
    /// Within its logical day.
    Live,
    /// Up to 24 hours after the day ended.
    Late {
        /// Minutes from the end of the day to the entry, 0 to 1440.
        delay_min: u32,
    },
    /// Later than that.
    Backfill {
        /// Minutes from the end of the day to the entry, above 1440.
        delay_min: u32,
    },
    /// Read from another program's file; when it was written is not known.
    Imported,
}

impl EntryMode {
    /// The code as exported.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Late { .. } => "late",
            Self::Backfill { .. } => "backfill",
            Self::Imported => "imported",
        }
    }

    /// Minutes from the end of the day to the entry, 0 when live or imported.
    #[must_use]
    pub const fn delay_min(self) -> u32 {
        match self {
            Self::Live | Self::Imported => 0,
            Self::Late { delay_min } | Self::Backfill { delay_min } => delay_min,
        }
    }
}

/// The mode of an entry about `day`, written down at `recorded`.
///
/// Wall-clock times are compared, so a clock change shifts nothing; the day ends at `rollover` of the next date.
#[must_use]
pub fn entry_mode(day: LogicalDate, rollover: Rollover, recorded: Moment, source: &Source) -> EntryMode {
    if matches!(source, Source::Import(_)) {
        return EntryMode::Imported;
    }
    let end = day.date().succ_opt().unwrap_or(day.date()).and_time(NaiveTime::MIN)
        + chrono::TimeDelta::minutes(i64::from(rollover.minutes()));
    // In milliseconds: whole seconds are cut towards zero, which made the last one of a day belong to the next.
    let delay = (recorded.local() - end).num_milliseconds().div_euclid(60_000);
    match u32::try_from(delay) {
        Err(_) => EntryMode::Live,
        Ok(delay_min) if delay_min <= 1440 => EntryMode::Late { delay_min },
        Ok(delay_min) => EntryMode::Backfill { delay_min },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(recorded: &str) -> EntryMode {
        let day = "2026-11-24".parse().unwrap();
        entry_mode(day, Rollover::default(), Moment::parse(recorded).unwrap(), &Source::Cli)
    }

    #[test]
    fn live_late_and_backfill_meet_at_the_day_end_and_a_day_after() {
        assert_eq!(mode("2026-11-25T03:59:59+01:00"), EntryMode::Live);
        assert_eq!(mode("2026-11-25T03:59:59.999+01:00"), EntryMode::Live);
        assert_eq!(mode("2026-11-25T04:00+01:00"), EntryMode::Late { delay_min: 0 });
        assert_eq!(mode("2026-11-26T04:00+01:00"), EntryMode::Late { delay_min: 1440 });
        assert_eq!(mode("2026-11-26T04:01+01:00"), EntryMode::Backfill { delay_min: 1441 });
    }

    #[test]
    fn an_imported_entry_claims_nothing_about_when_it_was_written() {
        let day = "2020-01-01".parse().unwrap();
        let now = Moment::parse("2026-11-24T12:00Z").unwrap();
        let source = Source::import("columns").unwrap();
        assert_eq!(entry_mode(day, Rollover::default(), now, &source), EntryMode::Imported);
    }
}
