//! When something was, as an app reads it from its clock.

use tidemark::model::{FieldValue, Instant, Invalid, UtcOffset, ZoneName};

use crate::DiaryError;

/// A point in time together with the wall clock it was read from.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 UTC, within the years 1900 to 2199.
    pub epoch_ms: i64,
    /// Seconds the wall clock is ahead of UTC at that time, −64,800 to 64,800 in whole minutes.
    pub offset_s: i32,
    /// IANA name of the wall clock's zone, such as `Europe/Dublin`, when known.
    pub zone_id: Option<String>,
}

impl TryFrom<&Moment> for tidemark::model::Moment {
    type Error = Invalid;

    fn try_from(from: &Moment) -> Result<Self, Invalid> {
        // A phone may know a zone that this build's table does not, or name one `GMT+01:00`. The name is only shown,
        // the offset is what counts, so an unknown name must not cost the person an entry.
        let zone = from.zone_id.as_deref().and_then(|name| ZoneName::new(name).ok());
        Ok(Self {
            instant: Instant::from_millis(from.epoch_ms)?,
            offset: UtcOffset::new(from.offset_s)?,
            zone,
        })
    }
}

impl From<tidemark::model::Moment> for Moment {
    fn from(from: tidemark::model::Moment) -> Self {
        Self {
            epoch_ms: from.instant.millis(),
            offset_s: from.offset.seconds(),
            zone_id: from.zone.map(|zone| zone.name().to_owned()),
        }
    }
}

/// Reads a moment as a field of a record writes it: ISO 8601 with offset, and the zone in brackets when known.
///
/// # Errors
/// `Invalid` for a text that is no moment of the years 1900 to 2199.
#[uniffi::export]
pub fn moment_from_text(text: &str) -> Result<Moment, DiaryError> {
    Ok(<tidemark::model::Moment as FieldValue>::from_text(text)?.into())
}

/// A moment as a field of a record takes it: `2026-11-24T21:04:00+01:00[Europe/Berlin]`.
///
/// # Errors
/// `Invalid` outside its ranges.
#[uniffi::export]
pub fn moment_to_text(moment: &Moment) -> Result<String, DiaryError> {
    let moment: tidemark::model::Moment = moment.try_into()?;
    Ok(moment.to_text().unwrap_or_default())
}

/// The zone as printed on a report: its name, else its offset, `UTC+05:30`.
pub(crate) fn zone_printed(moment: tidemark::model::Moment) -> String {
    let offset = || {
        let minutes = moment.offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    };
    moment.zone.map_or_else(offset, |zone| zone.name().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(offset_s: i32, zone: Option<&str>) -> Moment {
        Moment { epoch_ms: 1_795_550_640_000, offset_s, zone_id: zone.map(str::to_owned) }
    }

    fn core(from: &Moment) -> tidemark::model::Moment {
        from.try_into().unwrap()
    }

    #[test]
    fn a_zone_nobody_knows_costs_no_entry() {
        let read = core(&moment(3600, Some("Mars/Olympus")));
        assert_eq!((read.zone, read.offset.seconds()), (None, 3600));
        assert_eq!(core(&moment(0, Some("Europe/Dublin"))).zone.unwrap().name(), "Europe/Dublin");
    }

    #[test]
    fn an_offset_between_two_minutes_is_refused() {
        assert!(tidemark::model::Moment::try_from(&moment(61, None)).is_err());
    }

    #[test]
    fn without_a_name_the_offset_is_printed() {
        assert_eq!(zone_printed(core(&moment(19_800, None))), "UTC+05:30");
        assert_eq!(zone_printed(core(&moment(-12_600, None))), "UTC-03:30");
        assert_eq!(zone_printed(core(&moment(0, Some("Europe/Dublin")))), "Europe/Dublin");
    }
}
