//! The report as a FHIR R4 (4.0.1) document: one Bundle of type `document`, the Composition first, every reference within.
//!
//! Sections say what the page says, from the same [`Report`]; the resources behind them are the records of the period as
//! they were written down, so that a program can read them. No statistic is computed here. A day without an entry has no
//! resource, a skip is a value that is absent with its reason, and no profile is claimed. Name, notes, scores of single
//! items, distress events, people, allergies and history are left out unless ticked.
//!
//! The same report, records and ticks give the same bytes. Ids are those of the records. `docs/formats.md` says what is
//! mapped to what, `docs/fhir` holds the definitions. Oracle: the HAPI FHIR validator, in `tests/conformance`.
//!
//! One file a resource. Each is a list made from the records in [`Contents`], its ids in the section it belongs to, and one
//! line in [`Contents::fill`].

mod allergy_intolerance;
mod bundle;
mod care_plan;
mod care_team;
mod code;
mod composition;
mod condition;
mod datatype;
mod device;
mod extension;
mod goal;
mod medication_statement;
mod narrative;
mod observation;
mod patient;
mod people;
mod practitioner;
mod procedure;
mod provenance;
mod questionnaire_response;
mod related_person;
mod resource_id;
#[cfg(test)]
mod tests;
mod when;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use tidemark_findings::{DosePeriod, Included, dose_periods};
use tidemark_model::{
    CheckIn, DistressEvent, Goal as Hope, Instrument, InstrumentResult, LogicalDate, MeasureRef, Moment,
    Period, Recorded, RecordedBy, Records, Session, SessionId, Stamp,
};

use self::care_plan::{Agreed, CarePlan};
use self::code::Asked;
use self::composition::Composition;
use self::datatype::Concept;
use self::device::Device;
use self::goal::Goal;
use self::medication_statement::MedicationStatement;
use self::observation::daily::{self, Daily};
use self::observation::session::{self, AroundSession};
use self::observation::{distress, note, total};
use self::patient::Patient;
use self::people::People;
use self::procedure::Procedure;
use self::provenance::Provenance;
use self::questionnaire_response::QuestionnaireResponse;
use self::related_person::RelatedPerson;
use self::resource_id::{Reference, ResourceId};
use crate::Report;

/// What a document needs beside the report and the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FhirCover {
    /// The days it covers.
    pub period: Period,
    /// The day it is made.
    pub made_on: LogicalDate,
    /// The moment it is dated with.
    pub made_at: Moment,
    /// What sets this diary apart from others, so that the person has the same id in all its documents.
    pub diary: Vec<u8>,
    /// Version of the program.
    pub version: &'static str,
    /// What goes along; what is not ticked is in no resource.
    pub ticked: Included,
}

/// Writes the document to `out` and returns the number of its resources; the same arguments give the same bytes.
///
/// The name, and whether the diary is a sample, are those of `report`.
///
/// # Errors
/// Those of `out`.
pub fn fhir(report: &Report, records: &Records, cover: &FhirCover, out: &mut dyn Write) -> io::Result<u64> {
    let context = Context::new(report, records, cover);
    let kept = cover.ticked.of(records);
    let contents = Contents::of(&context, &kept, cover);
    bundle::write(&context, |entries| contents.fill(&context, report, entries), out)
}

/// Whether a file that begins with these bytes was written by [`fhir`].
#[must_use]
pub fn is_fhir_report(beginning: &[u8]) -> bool {
    beginning.starts_with(bundle::BEGINNING.as_bytes())
}

/// What every resource may need.
struct Context {
    period: Period,
    ticked: Included,
    person: Option<String>,
    is_sample: bool,
    version: &'static str,
    made_at: String,
    composition: ResourceId,
    patient: ResourceId,
    helper: ResourceId,
    device: ResourceId,
    provenance: ResourceId,
    care_team: ResourceId,
    measures: BTreeMap<MeasureRef, Asked>,
    totals: BTreeMap<Instrument, Concept>,
    survey: [Concept; 1],
    session: Concept,
    note: Concept,
    distress: Concept,
}

impl Context {
    fn new(report: &Report, records: &Records, cover: &FhirCover) -> Self {
        let document = report.document_id.as_bytes();
        Self {
            period: cover.period,
            ticked: cover.ticked.clone(),
            person: report.header.person.clone(),
            is_sample: report.sample_label.is_some(),
            version: cover.version,
            made_at: when::moment(cover.made_at),
            composition: ResourceId::derived("Composition", document),
            patient: ResourceId::derived("Patient", &cover.diary),
            helper: ResourceId::derived("RelatedPerson", &cover.diary),
            device: ResourceId::derived("Device", cover.version.as_bytes()),
            provenance: ResourceId::derived("Provenance", document),
            care_team: ResourceId::derived("CareTeam", &cover.diary),
            measures: code::measures(&records.measures),
            totals: Instrument::ALL
                .iter()
                .map(|instrument| (*instrument, code::total(*instrument)))
                .collect(),
            survey: [code::survey()],
            session: Concept::words(words::SESSION),
            note: Concept::words(words::NOTE),
            distress: Concept::words(words::DISTRESS_EVENT),
        }
    }

    /// The total of a questionnaire; all of them are known.
    fn total(&self, instrument: Instrument) -> &Concept {
        self.totals.get(&instrument).unwrap_or(&self.note)
    }

    /// Who wrote it: the person, alone or helped, or somebody on their behalf.
    fn writer(&self, stamp: &Stamp) -> Reference {
        match stamp.recorded_by {
            RecordedBy::Own | RecordedBy::Helped => self.patient.reference(),
            RecordedBy::Proxy => self.helper.reference(),
        }
    }
}

/// The records of the document, each list in its order.
struct Contents<'a> {
    daily: Vec<Daily<'a>>,
    sessions: Vec<&'a Session>,
    around: Vec<AroundSession<'a>>,
    results: Vec<&'a Recorded<InstrumentResult>>,
    doses: Vec<DosePeriod<'a>>,
    goals: Vec<&'a Recorded<Hope>>,
    distress: Vec<&'a Recorded<DistressEvent>>,
    notes: Vec<&'a CheckIn>,
    plan: Option<Agreed<'a>>,
    people: People<'a>,
}

impl<'a> Contents<'a> {
    fn of(context: &Context, records: &'a Records, cover: &FhirCover) -> Self {
        let sessions = procedure::sessions(context, &records.sessions);
        Self {
            // Check-ins are kept for the days they are counted on; their values are the trends.
            daily: if cover.ticked.trends { daily::answers(context, &records.check_ins) } else { Vec::new() },
            around: session::answers(context, &sessions, &records.session_ratings),
            sessions,
            results: total::results(context, &records.instrument_results),
            doses: dose_periods(records, cover.period, cover.made_on),
            goals: tidemark_findings::report_goals(records, cover.period),
            distress: distress::events(context, &records.distress_events),
            notes: note::notes(context, &records.check_ins),
            plan: Agreed::of(context, records),
            people: People::of(context, records),
        }
    }

    /// Which resource stands in which section.
    fn entries(&self, context: &Context) -> composition::SectionEntries {
        let mut questionnaires = Vec::new();
        for result in &self.results {
            questionnaires.extend(QuestionnaireResponse::id_of(context, result));
            questionnaires.push(ResourceId::of(result.id));
        }
        let sessions = self.sessions.iter().map(|session| ResourceId::of(session.id()));
        composition::SectionEntries {
            goals: self.goals.iter().map(|goal| ResourceId::of(goal.id)).collect(),
            daily: self.daily.iter().map(Daily::id).collect(),
            questionnaires,
            sessions: sessions.chain(self.around.iter().map(AroundSession::id)).collect(),
            medicines: self.doses.iter().map(MedicationStatement::id_of).collect(),
            plan: self.plan.as_ref().map_or_else(composition::Listed::default, |agreed| {
                composition::Listed {
                    ids: vec![ResourceId::of(agreed.plan.id)],
                    lines: agreed.lines(context),
                }
            }),
            therapists: self.people.therapists_section(context),
            care_team: self.people.care_team_section(context),
            intake: self.people.intake_section(context),
            distress: self.distress.iter().map(|event| ResourceId::of(event.id)).collect(),
            notes: self.notes.iter().map(|check_in| ResourceId::of(check_in.id())).collect(),
        }
    }

    fn fill(&self, context: &Context, report: &Report, to: &mut bundle::Entries<'_>) -> io::Result<()> {
        let entries = self.entries(context);
        to.add(context.composition, &Composition::of(context, report, &entries))?;
        drop(entries);
        to.add(context.patient, &Patient::of(context))?;
        to.add(context.device, &Device::of(context))?;
        if self.has_proxy() {
            to.add(context.helper, &RelatedPerson::of(context))?;
        }
        for goal in &self.goals {
            to.add(ResourceId::of(goal.id), &Goal::of(context, goal))?;
        }
        for daily in &self.daily {
            to.add(daily.id(), &daily.resource(context))?;
        }
        for result in &self.results {
            if let Some(response) = QuestionnaireResponse::of(context, result) {
                to.add(response.id(), &response)?;
            }
            to.add(ResourceId::of(result.id), &total::resource(context, result))?;
        }
        for session in &self.sessions {
            to.add(ResourceId::of(session.id()), &Procedure::of(context, session, &self.people.therapists))?;
        }
        for around in &self.around {
            to.add(around.id(), &around.resource(context))?;
        }
        for dose in &self.doses {
            to.add(MedicationStatement::id_of(dose), &MedicationStatement::of(context, dose))?;
        }
        if let Some(agreed) = &self.plan {
            let plan = CarePlan::of(context, agreed, !self.people.members.is_empty());
            to.add(ResourceId::of(agreed.plan.id), &plan)?;
        }
        self.people.fill(context, to)?;
        let sessions: BTreeSet<SessionId> = self.sessions.iter().map(|session| session.id()).collect();
        for event in &self.distress {
            to.add(ResourceId::of(event.id), &distress::resource(context, event, &sessions))?;
        }
        for check_in in &self.notes {
            to.add(ResourceId::of(check_in.id()), &note::resource(context, check_in))?;
        }
        to.add(context.provenance, &Provenance::of(context))
    }

    /// Whether anything in the document was written by somebody else.
    fn has_proxy(&self) -> bool {
        let stamps = (self.daily.iter().map(Daily::stamp))
            .chain(self.sessions.iter().map(|session| &session.parts().stamp))
            .chain(self.around.iter().map(AroundSession::stamp))
            .chain(self.doses.iter().map(DosePeriod::stamp))
            .chain(self.distress.iter().map(|event| &event.stamp))
            .chain(self.notes.iter().map(|check_in| &check_in.parts().stamp))
            .chain(self.plan.iter().map(|agreed| &agreed.plan.stamp))
            .chain(self.people.stamps());
        let mut stamps = stamps;
        stamps.any(|stamp| stamp.recorded_by == RecordedBy::Proxy)
    }
}
