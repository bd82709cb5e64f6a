//! What does a massage therapist need to know before a session? The newest intake sheet by its ticks, on one page.
//!
//! Refuses to say anything without a tick: all of it is made from [`IntakeSheet::ticked`]. Length and style are those of the
//! plan in force, which the two agreed. Nothing here says whether massage suits somebody.

use tidemark_findings as findings;
use tidemark_model::{
    Allergy, Area, AreaUse, IntakeField, IntakeSheet, Line, LogicalDate, Medication, Recorded, Records,
    Session, SessionMoment, SessionPlan, ShortText,
};

use super::{Block, Look, Part, Sheet, SheetCover, words};

/// What the person chooses for one page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntakeChoices {
    /// The last three sessions, on the reverse.
    pub reverse: bool,
    /// Two lines to sign on.
    pub signatures: bool,
}

/// Sessions on the reverse.
const LAST: usize = 3;

/// The page of the newest version of the intake sheet; none without one.
#[must_use]
pub fn intake_sheet(records: &Records, choices: IntakeChoices, cover: SheetCover) -> Option<Sheet> {
    let full = records.intake_sheets.last()?;
    let before = records.intake_sheets.iter().rev().nth(1);
    let sheet = full.ticked();
    let rows = Rows { records, purposes: full.shares(IntakeField::MedicinePurposes) };
    let day = cover.made_on;
    let mut front: Vec<Part> = rows.parts(&sheet, plan_in_force(records, day));
    front.push(rows.changes(full, before));
    if choices.signatures {
        let lines =
            vec![words::text("report.intake.sign.person"), words::text("report.intake.sign.therapist")];
        front.extend(Part::of(words::text("report.intake.signatures"), vec![Block::Sign(lines)]));
    }
    let back = if choices.reverse { vec![last_sessions(records, day)] } else { vec![] };
    let named = sheet.name.as_ref().map(|name| match &sheet.pronouns {
        Some(pronouns) => format!("{} ({})", name.as_str(), pronouns.as_str()),
        None => name.as_str().to_owned(),
    });
    Some(Sheet {
        paper: cover.paper,
        title: words::with("report.intake.title", "version", &sheet.version.to_string()),
        person: named.unwrap_or_else(|| words::text("report.name_withheld")),
        given: words::with("report.intake.given", "date", &words::date(sheet.reviewed_on)),
        made_on: cover.made_on,
        zone: cover.zone,
        sample_label: cover.sample_label,
        foot: words::text("report.intake.foot"),
        front,
        back,
    })
}

/// The version of the plan in force on a day: the newest that had begun.
pub(super) fn plan_in_force(records: &Records, day: LogicalDate) -> Option<&SessionPlan> {
    records.session_plans.iter().rfind(|plan| plan.since <= day).map(Recorded::content)
}

/// A field of the sheet as the page says it.
struct Said {
    field: IntakeField,
    label: String,
    texts: Vec<String>,
    /// Whether its texts are short and stand on one line.
    short: bool,
}

/// Some fields of the newest sheet as rows, as far as they are ticked and say something.
pub(super) fn ticked_rows(records: &Records, fields: &[IntakeField]) -> Vec<Block> {
    let Some(full) = records.intake_sheets.last() else { return vec![] };
    let rows = Rows { records, purposes: full.shares(IntakeField::MedicinePurposes) };
    blocks(&rows.said(&full.ticked()), fields)
}

fn blocks(said: &[Said], fields: &[IntakeField]) -> Vec<Block> {
    said.iter()
        .filter(|said| fields.contains(&said.field))
        .filter_map(|said| {
            let texts = if said.short { joined(&said.texts) } else { said.texts.clone() };
            Block::row(said.label.clone(), texts)
        })
        .collect()
}

struct Rows<'a> {
    records: &'a Records,
    /// Whether what medicines are for is ticked.
    purposes: bool,
}

impl Rows<'_> {
    fn parts(&self, sheet: &IntakeSheet, plan: Option<&SessionPlan>) -> Vec<Part> {
        use IntakeField as F;
        let said = self.said(sheet);
        let of = |fields: &[IntakeField]| blocks(&said, fields);
        let mut today = of(&[F::Goals, F::Pressure]);
        if let Some(plan) = plan {
            let row = |id, text: Option<String>| Block::row(words::text(id), text.into_iter().collect());
            today.extend(row("report.sheet.length", plan.minutes.map(words::minutes)));
            today.extend(row("report.sheet.style", plan.modality.map(findings::style_name)));
        }
        let parts = [
            ("report.intake.today", today),
            ("report.intake.areas", [of(&[F::Areas]), outline(sheet)].concat()),
            (
                "report.intake.comfort",
                of(&[F::Boundaries, F::Draping, F::StopSignal, F::ComfortNeeds, F::Cues]),
            ),
            ("report.intake.allergies", allergies(sheet)),
            (
                "report.intake.health",
                [of(&[F::History]), asked_about(&said), of(&[F::Concerns, F::Medicines])].concat(),
            ),
            ("report.intake.overwhelmed", of(&[F::OverwhelmedDo, F::OverwhelmedAvoid, F::Triggers])),
            ("report.intake.contacts", of(&[F::EmergencyContact, F::ClinicianContact, F::PermissionToTalk])),
        ];
        let part = |(heading, blocks): (&'static str, Vec<Block>)| {
            let mut part = Part::of(words::text(heading), blocks)?;
            if heading == "report.intake.allergies" {
                part.look = Look::Boxed;
            }
            Some(part)
        };
        parts.into_iter().filter_map(part).collect()
    }

    /// Every field but name and pronouns, which stand in the header: a former name is nobody's to read.
    fn said(&self, sheet: &IntakeSheet) -> Vec<Said> {
        use IntakeField as F;
        let area = |wanted: AreaUse| -> Vec<String> {
            let wanted = sheet.areas.iter().filter(|area| area.wanted == wanted);
            wanted.map(|area| words::area(*area)).collect()
        };
        let lines = |lines: &[Line]| list(lines, |line| line.as_str().to_owned());
        let short = |text: &Option<ShortText>| list(text.as_slice(), |text| text.as_str().to_owned());
        let line = |text: &Option<Line>| list(text.as_slice(), |text| text.as_str().to_owned());
        let prompt = |answer: Option<_>| answer.map(words::answer).into_iter().collect();
        let concerns = sheet.concerns.iter().flat_map(|note| note.as_str().lines());
        let concerns = concerns.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        let all = [
            (F::Goals, "report.intake.goals", lines(&sheet.goals)),
            (F::Pressure, "report.sheet.pressure", sheet.pressure.map(words::pressure).into_iter().collect()),
            (F::Areas, "report.intake.focus", area(AreaUse::Focus)),
            (F::Areas, "report.intake.avoid", area(AreaUse::Avoid)),
            (F::Boundaries, "report.intake.boundaries", lines(&sheet.boundaries)),
            (F::Draping, "report.intake.draping", short(&sheet.draping)),
            (F::StopSignal, "report.intake.stop_signal", short(&sheet.stop_signal)),
            (F::ComfortNeeds, "report.intake.comfort_needs", lines(&sheet.comfort_needs)),
            (F::Cues, "report.intake.room", list(&sheet.cues, |cue| cue.as_str().to_owned())),
            (F::Allergies, "report.intake.allergies", list(&sheet.allergies, allergy)),
            (F::History, "report.intake.history", list(&sheet.history, history)),
            (F::Circulation, "report.intake.circulation", prompt(sheet.circulation)),
            (F::Skin, "report.intake.skin", prompt(sheet.skin)),
            (F::Surgery, "report.intake.surgery", prompt(sheet.surgery)),
            (F::Pregnancy, "report.intake.pregnancy", prompt(sheet.pregnancy)),
            (F::Fever, "report.intake.fever", prompt(sheet.fever)),
            (F::Concerns, "report.intake.concerns", concerns),
            (F::Medicines, "report.intake.medicines", self.medicines(sheet)),
            (F::OverwhelmedDo, "report.intake.please_do", lines(&sheet.overwhelmed_do)),
            (F::OverwhelmedAvoid, "report.intake.please_avoid", lines(&sheet.overwhelmed_avoid)),
            (F::Triggers, "report.intake.triggers", lines(&sheet.triggers)),
            (F::EmergencyContact, "report.intake.emergency_contact", line(&sheet.emergency_contact)),
            (F::ClinicianContact, "report.intake.clinician_contact", line(&sheet.clinician_contact)),
            (
                F::PermissionToTalk,
                "report.intake.permission_to_talk",
                sheet.permission_to_talk.map(words::permission).into_iter().collect(),
            ),
        ];
        let said = |(field, label, texts)| {
            let short = matches!(field, F::Areas | F::Cues | F::Allergies);
            Said { field, label: words::text(label), texts, short }
        };
        all.into_iter().map(said).collect()
    }

    fn medicines(&self, sheet: &IntakeSheet) -> Vec<String> {
        let known = |id| self.records.medications.iter().find(|medicine| medicine.id == id);
        sheet.medicines.iter().filter_map(|id| known(*id)).map(|medicine| self.medicine(medicine)).collect()
    }

    /// Name, strength and dose, times, how touch feels on it, and what it is for where that is ticked.
    fn medicine(&self, medicine: &Medication) -> String {
        let words = |text: &Option<ShortText>| text.as_ref().map(|text| text.as_str().to_owned());
        let name = [Some(medicine.name.as_str().to_owned()), words(&medicine.strength)];
        let name: Vec<String> = name.into_iter().flatten().collect();
        let mut parts = vec![name.join(" ")];
        parts.extend(words(&medicine.dose));
        if !medicine.times.is_empty() {
            let times: Vec<String> = medicine.times.iter().map(ToString::to_string).collect();
            parts.push(words::with("report.intake.medicine.at", "times", &times.join(", ")));
        }
        let touch = medicine.touch_notes.iter().map(|note| words::touch(*note));
        let touch: Vec<String> = touch.chain(words(&medicine.touch_words)).collect();
        if !touch.is_empty() {
            parts.push(words::with("report.intake.medicine.touch", "notes", &touch.join(", ")));
        }
        if let Some(purpose) = medicine.purpose.as_ref().filter(|_| self.purposes) {
            parts.push(words::with("report.intake.medicine.purpose", "purpose", purpose.as_str()));
        }
        parts.join(" · ")
    }

    /// What the sheet says otherwise than the version before it, as far as it is ticked now. What the version before said is
    /// repeated only where it was ticked then.
    fn changes(&self, new: &IntakeSheet, before: Option<&Recorded<IntakeSheet>>) -> Part {
        let heading = words::text("report.intake.changes");
        let text = |id: &'static str| Part {
            heading: heading.clone(),
            look: Look::Plain,
            blocks: vec![Block::Text(words::text(id))],
        };
        let Some(old) = before else { return text("report.intake.first_version") };
        let as_ticked_now = IntakeSheet { shared: new.shared.clone(), ..old.content().clone() }.ticked();
        let (then, now) = (self.said(&as_ticked_now), self.said(&new.ticked()));
        let mut changed = vec![];
        for (was, is) in then.iter().zip(&now) {
            let gone = |text: &&String| !is.texts.contains(text);
            let came = |text: &&String| !was.texts.contains(text);
            let all = |texts: Vec<&String>| texts.into_iter().cloned().collect::<Vec<_>>();
            let came = joined(&all(is.texts.iter().filter(came).collect()));
            // What nobody was shown is not shown because it is gone.
            let shown = was.texts.iter().filter(|_| old.shares(is.field));
            let gone = joined(&all(shown.filter(gone).collect()));
            let mut texts: Vec<String> =
                came.iter().map(|text| words::with("report.intake.change.now", "text", text)).collect();
            texts.extend(gone.iter().map(|text| words::with("report.intake.change.no_longer", "text", text)));
            if texts.is_empty() && was.texts != is.texts {
                texts.push(words::text(if is.texts.is_empty() {
                    "report.intake.change.emptied"
                } else {
                    "report.intake.change.reordered"
                }));
            }
            if !texts.is_empty() {
                changed.push(format!("{}: {}", is.label, texts.join("; ")));
            }
        }
        if changed.is_empty() {
            return text("report.intake.nothing_changed");
        }
        let since = words::with("report.intake.changes_since", "date", &words::date(old.reviewed_on));
        let rows = Block::row(since, changed).into_iter().collect();
        Part { heading, look: Look::Plain, blocks: rows }
    }
}

/// The box; it is there whenever it is ticked, since nothing written down is not the same as none.
fn allergies(sheet: &IntakeSheet) -> Vec<Block> {
    if !sheet.shares(IntakeField::Allergies) {
        return vec![];
    }
    let all = list(&sheet.allergies, allergy);
    vec![Block::Text(if all.is_empty() {
        words::text("report.sheet.nothing_written")
    } else {
        all.join(" · ")
    })]
}

/// The outline of a body, when there is an area to mark.
fn outline(sheet: &IntakeSheet) -> Vec<Block> {
    let of = |wanted: AreaUse| -> Vec<Area> {
        sheet.areas.iter().filter(|area| area.wanted == wanted).copied().collect()
    };
    let (focus, avoid) = (of(AreaUse::Focus), of(AreaUse::Avoid));
    let said = |id, areas: &[Area]| {
        let areas: Vec<String> = areas.iter().map(|area| words::area(*area)).collect();
        (!areas.is_empty()).then(|| words::with(id, "areas", &areas.join(", ")))
    };
    let marks = [said("report.sheet.body.focus", &focus), said("report.sheet.body.avoid", &avoid)];
    let marks: Vec<String> = marks.into_iter().flatten().collect();
    if marks.is_empty() {
        return vec![];
    }
    let alt = words::with("report.sheet.body", "list", &marks.join(" "));
    vec![Block::Body { focus, avoid, alt, key: words::text("report.sheet.body.key") }]
}

/// The questions about the body that have an answer, in one row.
fn asked_about(said: &[Said]) -> Vec<Block> {
    use IntakeField as F;
    let asked = |said: &&Said| {
        matches!(said.field, F::Circulation | F::Skin | F::Surgery | F::Pregnancy | F::Fever)
            && !said.texts.is_empty()
    };
    let answers: Vec<String> =
        said.iter().filter(asked).map(|said| format!("{}: {}", said.label, said.texts.join(" "))).collect();
    Block::row(words::text("report.intake.asked"), joined(&answers)).into_iter().collect()
}

fn allergy(allergy: &Allergy) -> String {
    let kind = words::allergy(allergy.kind);
    allergy.words.as_ref().map_or_else(|| kind.clone(), |words| format!("{kind}: {}", words.as_str()))
}

/// `bad knee (2019): swells after walks`.
fn history(item: &tidemark_model::HistoryItem) -> String {
    let mut said = item.title().as_str().to_owned();
    if let Some(since) = item.since() {
        said = format!("{said} ({})", since.as_str());
    }
    item.note().map_or_else(|| said.clone(), |note| format!("{said}: {}", note.as_str()))
}

fn list<T>(items: &[T], said: impl Fn(&T) -> String) -> Vec<String> {
    items.iter().map(said).collect()
}

/// Short items as one text.
fn joined(items: &[String]) -> Vec<String> {
    if items.is_empty() { vec![] } else { vec![items.join(" · ")] }
}

/// The last sessions that took place: pressure, what was asked for meanwhile, effects nobody wanted.
fn last_sessions(records: &Records, day: LogicalDate) -> Part {
    let mut held: Vec<&Session> = records
        .sessions
        .iter()
        .filter(|session| session.parts().status.took_place() && session.logical_date() <= day)
        .collect();
    held.sort_by_key(|session| (session.parts().started.instant, session.id()));
    let rows: Vec<Block> = held
        .into_iter()
        .rev()
        .take(LAST)
        .filter_map(|session| {
            let label = words::date(session.logical_date());
            Block::row(label, session_texts(session, &records.session_moments))
        })
        .collect();
    let heading = words::text("report.intake.last_sessions");
    let blocks =
        if rows.is_empty() { vec![Block::Text(words::text("report.intake.no_sessions"))] } else { rows };
    Part { heading, look: Look::Plain, blocks }
}

fn session_texts(session: &Session, moments: &[Recorded<SessionMoment>]) -> Vec<String> {
    let parts = session.parts();
    let mut first = vec![findings::style_name(parts.modality)];
    first.extend(parts.actual_min.map(words::minutes));
    let labelled = |id, text: &str| words::with(id, "text", text);
    let asked = parts.pressure_asked.map(|p| labelled("report.intake.session.asked", &words::pressure(p)));
    let felt = parts.pressure_felt.map(|p| labelled("report.intake.session.felt", &words::pressure(p)));
    let pressure: Vec<String> = asked.into_iter().chain(felt).collect();
    let mut during: Vec<&Recorded<SessionMoment>> =
        moments.iter().filter(|moment| moment.session_id == session.id()).collect();
    during.sort_by_key(|moment| (moment.minute, moment.id));
    let during: Vec<String> = during
        .into_iter()
        .filter_map(|moment| {
            let what = words::moment(moment.kind)?;
            let minute = moment.minute.to_string();
            Some(tidemark_findings::say(
                "report.intake.session.moment",
                &[("what", &what), ("minute", &minute)],
                None,
            ))
        })
        .collect();
    let unwanted = list(&parts.details.unwanted, |effect| findings::unwanted_name(effect.kind));
    let mut texts = vec![first.join(", ")];
    texts.extend((!pressure.is_empty()).then(|| pressure.join(" · ")));
    texts.extend((!during.is_empty()).then(|| labelled("report.intake.session.changed", &during.join(", "))));
    texts.extend(
        (!unwanted.is_empty()).then(|| labelled("report.intake.session.unwanted", &unwanted.join(", "))),
    );
    texts
}
