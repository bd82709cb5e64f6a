//! How is a time written in FHIR? As it was recorded, with its offset. FHIR knows offsets up to 14 hours; a moment beyond
//! them is written in UTC, the same instant.

use tidemark_model::{Moment, UtcOffset};

const FURTHEST_S: i32 = 14 * 3600;

/// `instant` or `dateTime`, to the second or millisecond.
pub(super) fn moment(moment: Moment) -> String {
    if moment.offset.seconds().abs() <= FURTHEST_S {
        moment.to_iso()
    } else {
        Moment { offset: UtcOffset::default(), ..moment }.to_iso()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_that_fhir_does_not_know_become_utc() {
        for (written, fhir) in [
            ("2026-11-24T21:04:00+14:00", "2026-11-24T21:04:00+14:00"),
            ("2026-11-24T21:04:00.250-03:30", "2026-11-24T21:04:00.250-03:30"),
            ("2026-11-24T21:04:00+14:01", "2026-11-24T07:03:00+00:00"),
            ("2026-11-24T21:04:00-18:00", "2026-11-25T15:04:00+00:00"),
        ] {
            assert_eq!(moment(Moment::parse(written).unwrap()), fhir);
        }
    }
}
