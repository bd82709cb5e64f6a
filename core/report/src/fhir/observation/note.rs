//! Notes of check-ins, one observation each. They go along only when the person ticks them.

use tidemark_model::CheckIn;

use super::{Observation, Value, status};
use crate::fhir::extension::Extension;
use crate::fhir::narrative::{Html, Narrative};
use crate::fhir::resource_id::ResourceId;
use crate::fhir::{Context, when, words};

/// The check-ins of the period whose note is ticked, by day.
pub(in crate::fhir) fn notes<'a>(context: &Context, check_ins: &'a [CheckIn]) -> Vec<&'a CheckIn> {
    let mut noted: Vec<&CheckIn> = check_ins
        .iter()
        .filter(|c| context.ticked.has_note(c.id().into()))
        .filter(|c| c.parts().note.is_some() && c.parts().stamp.deleted_at.is_none())
        .filter(|c| context.period.contains(c.logical_date()))
        .collect();
    noted.sort_by_key(|c| (c.logical_date(), c.at().instant, c.id()));
    noted
}

/// The observation of a note.
pub(in crate::fhir) fn resource<'a>(context: &'a Context, check_in: &CheckIn) -> Observation<'a> {
    let parts = check_in.parts();
    let note = parts.note.as_ref().map_or("", |note| note.as_str());
    let mut html = Html::default();
    html.named(&words::day(parts.logical_date), note);
    let mut extension =
        vec![Extension::logical_date(parts.logical_date), Extension::entry_mode(check_in.entry_mode())];
    extension.extend(Extension::recorded_by(parts.stamp.recorded_by));
    Observation {
        id: ResourceId::of(parts.id),
        text: Narrative::generated(html),
        extension,
        part_of: Vec::new(),
        status: status(&parts.stamp),
        category: &context.survey,
        code: &context.note,
        subject: context.patient.reference(),
        effective_date_time: parts.rated.map_or_else(|| parts.logical_date.to_string(), when::moment),
        issued: when::moment(parts.stamp.recorded),
        performer: [context.writer(&parts.stamp)],
        value: Value::Words(note.to_owned()),
        method: None,
        derived_from: Vec::new(),
    }
}
