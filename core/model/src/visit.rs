//! An appointment with a professional. It closes a report period: the next one starts the day after.

use crate::{LogicalDate, Moment, ShortText, Stamp, VisitId};

/// One appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Which visit.
    pub id: VisitId,
    /// When and how it was written.
    pub stamp: Stamp,
    /// When it took or takes place.
    pub at: Moment,
    /// The day it belongs to.
    pub logical_date: LogicalDate,
    /// With whom, in the person's words.
    pub with: Option<ShortText>,
}
