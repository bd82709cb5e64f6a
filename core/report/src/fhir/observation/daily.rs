//! Ratings and skips of check-ins, one observation each. A day without an entry has none: nothing is made up for it.

use tidemark_model::{CheckIn, RecordId, Stamp, Value, ValueId};

use super::{Answered, Observation, answer};
use crate::fhir::Context;
use crate::fhir::resource_id::ResourceId;

/// One answer of a check-in.
#[derive(Clone, Copy)]
pub(in crate::fhir) struct Daily<'a> {
    check_in: &'a CheckIn,
    value: &'a Value,
}

/// The answers of the check-ins of the period, by day.
pub(in crate::fhir) fn answers<'a>(context: &Context, check_ins: &'a [CheckIn]) -> Vec<Daily<'a>> {
    let mut check_ins: Vec<&CheckIn> = check_ins
        .iter()
        .filter(|c| c.parts().stamp.deleted_at.is_none() && context.period.contains(c.logical_date()))
        .collect();
    check_ins.sort_by_key(|c| (c.logical_date(), c.at().instant, c.id()));
    let answers = check_ins
        .into_iter()
        .flat_map(|check_in| check_in.parts().values.iter().map(move |value| Daily { check_in, value }));
    answers.filter(|daily| context.measures.contains_key(daily.value.measure())).collect()
}

impl<'a> Daily<'a> {
    /// Its id.
    pub(in crate::fhir) fn id(&self) -> ResourceId {
        ResourceId::of(ValueId::of_answer(self.check_in.id().to_bytes(), &self.value.measure().id))
    }

    /// When and by whom it was written.
    pub(in crate::fhir) fn stamp(&self) -> &'a Stamp {
        &self.check_in.parts().stamp
    }

    /// The observation.
    pub(in crate::fhir) fn resource(&self, context: &'a Context) -> Option<Observation<'a>> {
        let parts = self.check_in.parts();
        let answered = Answered {
            id: self.id(),
            stamp: &parts.stamp,
            day: parts.logical_date,
            rated: parts.rated,
            mode: self.check_in.entry_mode(),
            value: self.value,
        };
        answer(context, &answered, None)
    }
}
