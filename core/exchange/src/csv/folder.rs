//! Writing the folder: all of it beside its place, then one rename; what was there before goes only when it was ours.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tidemark_model::{DistressEvent, Recorded, Records, Session, SessionId};

use super::field::{Field, content};
use super::json::json_lines;
use super::observation::{dangling, fields as observation_fields, observations};
use super::package::{self, Measured, Package, Resource};
use super::tables::{self, Form, Table};
use crate::ExportError;

/// Choices for a CSV folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one tick a section, as a screen shows them")]
pub struct CsvOptions {
    /// Whether the person's notes go along.
    pub include_notes: bool,
    /// Whether distress events go along.
    pub include_distress: bool,
    /// Whether reminders go along.
    pub include_reminders: bool,
    /// Whether the safety plan and the person's crisis contacts go along.
    pub include_safety: bool,
    /// Whether massage therapists go along, and with whom each session was.
    pub include_therapists: bool,
    /// Whether the care team goes along.
    pub include_care_team: bool,
    /// Whether the intake sheets go along, whatever is ticked in them.
    pub include_intake: bool,
    /// How the tables are written.
    pub form: Form,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Each file with its number of rows below the header, `datapackage.json` (0 rows) last.
    pub files: Vec<(String, u64)>,
    /// Check-ins left out because they hold nothing but a note and notes were left out.
    pub note_only: u64,
    /// SHA-256 of `datapackage.json`, which names those of the other files.
    pub package_sha256: [u8; 32],
}

/// Writes `records` as a folder of CSV files; the same records and options give the same bytes.
///
/// A former export at `folder` is replaced, an empty folder filled.
///
/// # Errors
/// [`ExportError::OutputExists`] when `folder` holds anything this program did not write, [`ExportError::Dangling`],
/// [`ExportError::Io`]. Then nothing partial is left, and what was there stays.
pub fn write(records: &Records, options: &CsvOptions, folder: &Path) -> Result<Written, ExportError> {
    let (files, written) = render(records, *options)?;
    let place = Place::new(folder)?;
    place.refuse_strangers()?;
    private_folder(&place.partial).map_err(|e| io("creating", &place.partial, e))?;
    place.fill(&files).inspect_err(|_| {
        // Already failing: the first error is the one to tell.
        let _ = fs::remove_dir_all(&place.partial);
    })?;
    Ok(written)
}

/// A file of the folder, in memory.
pub(super) struct Rendered {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// The files of a folder, `datapackage.json` last.
pub(super) fn render(
    records: &Records,
    options: CsvOptions,
) -> Result<(Vec<Rendered>, Written), ExportError> {
    let notes = options.include_notes;
    let tells = |c: &&tidemark_model::CheckIn| notes || !c.parts().values.is_empty();
    let check_ins: Vec<_> = records.check_ins.iter().filter(tells).collect();
    let note_only = records.check_ins.len() - check_ins.len();
    let medications: BTreeSet<_> = records.medications.iter().map(|m| m.id).collect();
    if let Some(change) =
        records.medication_changes.iter().find(|change| !medications.contains(&change.medication_id))
    {
        return Err(dangling("medication_change", &change.id, "medication"));
    }
    refuse_planless(records)?;
    let sessions = named(records, options.include_therapists)?;
    let rows = observations(records)?;
    let kept: BTreeSet<_> = records.sessions.iter().map(Session::id).collect();
    let moments = records.session_moments.iter().filter(|moment| kept.contains(&moment.session_id));
    let mut book = Book::new(options.form);
    book.add(tables::OBSERVATIONS, &observation_fields(notes), rows.iter())?;
    book.add(tables::CHECK_INS, &tables::check_ins(notes), check_ins.iter().copied())?;
    book.add(tables::SESSIONS, &tables::sessions(notes), sessions.iter().map(Cow::as_ref))?;
    book.add(tables::SESSION_RATINGS, &tables::session_ratings(), records.session_ratings.iter())?;
    book.add(tables::MEASURES, &tables::measures(), records.measures.iter())?;
    book.add(tables::MEDICATIONS, &content("medication_id", notes), records.medications.iter())?;
    book.add(tables::MEDICATION_CHANGES, &content("change_id", notes), records.medication_changes.iter())?;
    book.add(tables::VISITS, &content("visit_id", notes), records.visits.iter())?;
    book.add(tables::MOMENTS, &content("session_moment_id", notes), moments)?;
    book.add(tables::GOALS, &content("goal_id", notes), records.goals.iter())?;
    book.add(tables::EVENTS, &content("event_id", notes), records.events.iter())?;
    book.add(tables::PRACTICES, &content("practice_id", notes), records.practices.iter())?;
    book.add(
        tables::INSTRUMENTS,
        &content("instrument_result_id", notes),
        records.instrument_results.iter(),
    )?;
    if options.include_distress {
        let events = placed(records, &kept)?;
        book.add(tables::DISTRESS, &content("distress_event_id", notes), events.iter().map(Cow::as_ref))?;
    }
    if options.include_reminders {
        book.add(tables::REMINDERS, &content("reminder_id", notes), records.reminders.iter())?;
    }
    if options.include_safety {
        book.add(tables::SAFETY_PLANS, &content("safety_plan_id", notes), records.safety_plans.iter())?;
        book.add(
            tables::CRISIS_CONTACTS,
            &content("crisis_contact_id", notes),
            records.crisis_contacts.iter(),
        )?;
    }
    book.add(tables::PLANS, &content("session_plan_id", notes), records.session_plans.iter())?;
    book.add(
        tables::PLAN_ADJUSTMENTS,
        &content("plan_adjustment_id", notes),
        records.plan_adjustments.iter(),
    )?;
    if options.include_therapists {
        book.add(tables::THERAPISTS, &content("therapist_id", notes), records.therapists.iter())?;
    }
    if options.include_care_team {
        book.add(
            tables::CARE_TEAM,
            &content("care_team_member_id", notes),
            records.care_team_members.iter(),
        )?;
    }
    if options.include_intake {
        book.add(tables::INTAKE, &content("intake_sheet_id", notes), records.intake_sheets.iter())?;
    }
    book.close(count(note_only))
}

/// The distress events; one within a session that does not go along is written without it.
fn placed<'r>(
    records: &'r Records,
    sessions: &BTreeSet<SessionId>,
) -> Result<Vec<Cow<'r, Recorded<DistressEvent>>>, ExportError> {
    let event = |event: &'r Recorded<DistressEvent>| {
        if event.session_id.is_none_or(|id| sessions.contains(&id)) {
            return Ok(Cow::Borrowed(event));
        }
        let content = DistressEvent { session_id: None, ..event.content().clone() };
        let alone = Recorded::new(event.id, event.stamp.clone(), content).map(Cow::Owned);
        alone.map_err(|_| dangling("distress_event", &event.id, "session"))
    };
    records.distress_events.iter().map(event).collect()
}

/// Refuses a change of a plan that is not there.
fn refuse_planless(records: &Records) -> Result<(), ExportError> {
    let plans: BTreeSet<_> = records.session_plans.iter().map(|plan| plan.id).collect();
    match records.plan_adjustments.iter().find(|change| !plans.contains(&change.session_plan_id)) {
        Some(change) => Err(dangling("plan_adjustment", &change.id, "plan")),
        None => Ok(()),
    }
}

/// The sessions with the therapists that go along; a therapist who does not go along is not named.
fn named(records: &Records, therapists: bool) -> Result<Vec<Cow<'_, Session>>, ExportError> {
    let known: BTreeSet<_> = records.therapists.iter().filter(|_| therapists).map(|one| one.id).collect();
    let session = |session: &'_ Session| {
        let therapist = session.parts().details.therapist_id;
        if therapist.is_none_or(|id| known.contains(&id)) {
            return Ok(None);
        }
        let mut parts = session.parts().clone();
        parts.details.therapist_id = None;
        Session::new(parts).map(Some).map_err(|_| dangling("session", &session.id(), "therapist"))
    };
    let with = |one| Ok(session(one)?.map_or(Cow::Borrowed(one), Cow::Owned));
    records.sessions.iter().map(with).collect()
}

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

/// The files of a folder as they come together.
struct Book {
    form: Form,
    files: Vec<Rendered>,
    counts: Vec<(String, u64)>,
    resources: Vec<Resource>,
}

impl Book {
    const fn new(form: Form) -> Self {
        Self { form, files: Vec::new(), counts: Vec::new(), resources: Vec::new() }
    }

    fn add<'a, T: 'a>(
        &mut self,
        table: Table,
        fields: &[Field<'_, T>],
        records: impl Iterator<Item = &'a T>,
    ) -> Result<(), ExportError> {
        let (bytes, rows) = match self.form {
            Form::Csv => csv_bytes(table, fields, records)?,
            Form::JsonLines => json_lines(fields, records),
        };
        let measured = Measured { bytes: count(bytes.len()), sha256: Sha256::digest(&bytes).into(), rows };
        self.resources.push(Resource::new(&table, self.form, fields, &measured));
        self.counts.push((table.file(self.form), rows));
        self.files.push(Rendered { name: table.file(self.form), bytes });
        Ok(())
    }

    fn close(mut self, note_only: u64) -> Result<(Vec<Rendered>, Written), ExportError> {
        let mut json = serde_json::to_vec_pretty(&Package::new(self.resources))
            .map_err(|error| io("writing", Path::new(package::FILE), error.into()))?;
        json.push(b'\n');
        let package_sha256 = Sha256::digest(&json).into();
        self.files.push(Rendered { name: package::FILE.to_owned(), bytes: json });
        self.counts.push((package::FILE.to_owned(), 0));
        Ok((self.files, Written { files: self.counts, note_only, package_sha256 }))
    }
}

fn csv_bytes<'a, T: 'a>(
    table: Table,
    fields: &[Field<'_, T>],
    records: impl Iterator<Item = &'a T>,
) -> Result<(Vec<u8>, u64), ExportError> {
    let mut writer =
        ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    let failed = |source: ::csv::Error| io("writing", Path::new(table.file), source.into());
    writer.write_record(fields.iter().map(|field| field.name)).map_err(failed)?;
    let mut rows = 0;
    for record in records {
        writer.write_record(fields.iter().map(|field| field.cell(record))).map_err(failed)?;
        rows += 1;
    }
    let bytes =
        writer.into_inner().map_err(|error| io("writing", Path::new(table.file), error.into_error()))?;
    Ok((bytes, rows))
}

fn io(doing: &'static str, path: &Path, source: std::io::Error) -> ExportError {
    ExportError::Io { doing, path: path.to_owned(), source }
}

/// Where the folder goes, with the two names beside it that are used on the way.
struct Place {
    target: PathBuf,
    parent: PathBuf,
    partial: PathBuf,
    former: PathBuf,
}

impl Place {
    fn new(target: &Path) -> Result<Self, ExportError> {
        let nameless = || io("naming", target, std::io::ErrorKind::InvalidInput.into());
        let name = target.file_name().ok_or_else(nameless)?;
        let parent = match target.parent() {
            Some(parent) if parent.as_os_str().is_empty() => PathBuf::from("."),
            Some(parent) => parent.to_owned(),
            None => return Err(nameless()),
        };
        // The process number keeps two programs that write at once apart.
        let beside = |what: &str| {
            let mut hidden = std::ffi::OsString::from(".");
            hidden.push(name);
            hidden.push(format!(".{}.{what}", std::process::id()));
            parent.join(hidden)
        };
        Ok(Self { target: target.to_owned(), partial: beside("partial"), former: beside("former"), parent })
    }

    /// Refuses a place that holds a file this program did not write.
    fn refuse_strangers(&self) -> Result<(), ExportError> {
        let refused = || ExportError::OutputExists { path: self.target.clone() };
        match fs::symlink_metadata(&self.target) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(io("looking at", &self.target, error)),
            Ok(there) if !there.is_dir() => return Err(refused()),
            Ok(_) => {}
        }
        let mut described = false;
        let mut empty = true;
        for entry in fs::read_dir(&self.target).map_err(|e| io("looking into", &self.target, e))? {
            let name = entry.map_err(|e| io("looking into", &self.target, e))?.file_name();
            let ours = |form| tables::ALL.iter().any(|table| name == table.file(form).as_str());
            let ours = name == package::FILE || ours(Form::Csv) || ours(Form::JsonLines);
            if !ours {
                return Err(refused());
            }
            described |= name == package::FILE;
            empty = false;
        }
        if empty || described && self.is_former_export() { Ok(()) } else { Err(refused()) }
    }

    fn is_former_export(&self) -> bool {
        let json = fs::read(self.target.join(package::FILE)).unwrap_or_default();
        serde_json::from_slice::<Package>(&json).is_ok_and(|package| package.tidemark.is_ours())
    }

    fn fill(&self, files: &[Rendered]) -> Result<(), ExportError> {
        for Rendered { name, bytes } in files {
            let path = self.partial.join(name);
            let written = File::create_new(&path).and_then(|mut file| {
                file.write_all(bytes)?;
                file.sync_all()
            });
            written.map_err(|e| io("writing", &path, e))?;
        }
        sync(&self.partial)?;
        let replaces = self.target.exists();
        if replaces {
            fs::rename(&self.target, &self.former).map_err(|e| io("setting aside", &self.target, e))?;
        }
        if let Err(error) = fs::rename(&self.partial, &self.target) {
            if replaces {
                // Back to where it was; should that fail too, the former export is whole under its hidden name.
                let _ = fs::rename(&self.former, &self.target);
            }
            return Err(io("renaming", &self.target, error));
        }
        if replaces {
            fs::remove_dir_all(&self.former).map_err(|e| io("removing", &self.former, e))?;
        }
        sync(&self.parent)
    }
}

/// A new folder that only its owner can look into, where the system knows owners.
fn private_folder(path: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes the names in a folder durable.
fn sync(folder: &Path) -> Result<(), ExportError> {
    if cfg!(unix) {
        File::open(folder).and_then(|f| f.sync_all()).map_err(|e| io("syncing", folder, e))?;
    }
    Ok(())
}
