//! Which sessions took place in a period? The one answer for every count of sessions.

use tidemark_model::{Period, Records, Session};

/// Sessions that were held or stopped early, not deleted, on a day of `period`; in the order of the records.
pub(crate) fn held(records: &Records, period: Period) -> impl Iterator<Item = &Session> {
    records.sessions.iter().filter(move |session| {
        let parts = session.parts();
        parts.status.took_place()
            && parts.stamp.deleted_at.is_none()
            && period.contains(session.logical_date())
    })
}
