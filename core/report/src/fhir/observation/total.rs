//! Totals of questionnaires: the number alone, never a class of severity. Where the person lets the numbered items go along,
//! the total is derived from them.

use tidemark_model::{FilledBy, InstrumentResult, Milli, Recorded};

use super::{Observation, Value, status};
use crate::fhir::datatype::{Concept, Range};
use crate::fhir::extension::Extension;
use crate::fhir::narrative::Narrative;
use crate::fhir::questionnaire_response::QuestionnaireResponse;
use crate::fhir::resource_id::{Reference, ResourceId};
use crate::fhir::{Context, when, words};

/// The results of the period, by day.
pub(in crate::fhir) fn results<'a>(
    context: &Context,
    results: &'a [Recorded<InstrumentResult>],
) -> Vec<&'a Recorded<InstrumentResult>> {
    let mut results: Vec<&Recorded<InstrumentResult>> = results
        .iter()
        .filter(|r| r.stamp.deleted_at.is_none() && context.period.contains(r.logical_date))
        .collect();
    results.sort_by_key(|r| (r.logical_date, r.taken_at.instant, r.id));
    results
}

/// The observation of a total.
pub(in crate::fhir) fn resource<'a>(
    context: &'a Context,
    result: &Recorded<InstrumentResult>,
) -> Observation<'a> {
    let code = context.total(result.instrument);
    let most = Milli::whole(i32::from(result.instrument.most()));
    let mut extension = vec![
        Extension::logical_date(result.logical_date),
        Extension::scale(Range::new(Milli::whole(0), most)),
    ];
    extension.extend(Extension::recorded_by(result.stamp.recorded_by));
    let response = QuestionnaireResponse::id_of(context, result);
    let line = format!(
        "{}: {}. {}, {}.",
        code.text.as_deref().unwrap_or_default(),
        result.total,
        words::day(result.logical_date),
        words::filled_by(result.filled_by)
    );
    Observation {
        id: ResourceId::of(result.id),
        text: Narrative::line(&line),
        extension,
        part_of: Vec::new(),
        status: status(&result.stamp),
        category: &context.survey,
        code,
        subject: context.patient.reference(),
        effective_date_time: when::moment(result.taken_at),
        issued: when::moment(result.stamp.recorded),
        performer: [performer(context, result.filled_by)],
        value: Value::Integer(i64::from(result.total.get())),
        method: result.version.as_ref().map(|version| Concept::words(version.as_str().to_owned())),
        derived_from: response.map(ResourceId::reference).into_iter().collect(),
    }
}

/// Who filled it in; the diary knows no name of anybody but the person.
fn performer(context: &Context, by: FilledBy) -> Reference {
    match by {
        FilledBy::Own | FilledBy::Helped => context.patient.reference(),
        FilledBy::Clinician => Reference::words(words::CLINICIAN),
        FilledBy::Other => Reference::words(words::SOMEBODY_ELSE),
    }
}
