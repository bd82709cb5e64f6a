//! What leaves the diary: the clinician's report as PDF, locked copy, text, FHIR document and tables, with its choices.

use std::path::Path;

use tidemark::exchange::csv::{CsvOptions, Form};
use tidemark::findings::{AroundSessions, Included, NoteLine, Preset, left_name};
use tidemark::model::{self, EntryId, LeftSection, ShortText, logical_date};
use tidemark::{CopyPassword, Diary, Paper};

use crate::moment::zone_printed;
use crate::watcher::watched;
use crate::{DiaryError, Moment, OpenDiary, Period, Watcher};

/// Size of the sheet.
#[uniffi::remote(Enum)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 in.
    Letter,
}

/// For whom a report is; chooses its sections.
#[uniffi::remote(Enum)]
pub enum Preset {
    /// Who prescribes medicines: trends, questionnaires, medicines, unwanted effects, questions.
    Prescriber,
    /// A talking therapist: trends, sessions, events, goals, questions.
    TalkingTherapist,
    /// A massage therapist: sessions with ratings of the body, unwanted effects, the plan.
    MassageTherapist,
}

/// Which measures are shown around sessions.
#[uniffi::remote(Enum)]
pub enum AroundSessions {
    /// All that were rated.
    AllMeasures,
    /// Pain, muscle tension and fatigue; of unwanted effects all but low mood.
    OfTheBody,
}

uniffi::custom_type!(EntryId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| text.parse::<EntryId>().map_err(|rule| DiaryError::from(rule).into()),
});

/// What is ticked for a report. `default_sections` and `sections_for` give one to start from.
#[uniffi::remote(Record)]
pub struct Included {
    /// Questions in the person's words.
    pub questions: bool,
    /// Goals in the person's words.
    pub goals: bool,
    /// Trends of the measures.
    pub trends: bool,
    /// Totals of questionnaires.
    pub questionnaires: bool,
    /// Massage sessions and the ratings around them.
    pub sessions: bool,
    /// Medicines and their changes.
    pub medicines: bool,
    /// Events.
    pub events: bool,
    /// Unwanted effects of sessions.
    pub unwanted: bool,
    /// The plan of sessions and its adjustments.
    pub plan: bool,
    /// Practices on the calendar.
    pub practices: bool,
    /// Which measures are shown around sessions.
    pub around: AroundSessions,
    /// How many sessions were paused or ended early, and distress entries. Left out unless asked for.
    pub distress: bool,
    /// Scores of numbered items of questionnaires. Left out unless asked for.
    pub items: bool,
    /// All notes, and what else the person wrote in their own words: why, what helped. Left out unless asked for.
    pub notes: bool,
    /// The notes of these check-ins and sessions alone, and no other words; `notes_to_tick` lists them. Left out unless asked
    /// for.
    #[uniffi(default = [])]
    pub chosen_notes: Vec<EntryId>,
    /// Every daily value. Left out unless asked for.
    pub daily: bool,
    /// Published cut-points as lines in the charts of totals. Left out unless asked for.
    pub cut_points: bool,
    /// In a FHIR document: massage therapists, and with whom each session was. Left out unless asked for.
    pub therapists: bool,
    /// In a FHIR document: the care team. Left out unless asked for.
    pub care_team: bool,
    /// In a FHIR document: allergies and history of the newest intake sheet, as far as they are ticked in it. Left out unless
    /// asked for.
    pub intake: bool,
}

/// Choices for a report.
#[derive(Clone, uniffi::Record)]
pub struct ReportOptions {
    /// When it is made; gives the day and the zone that are printed.
    pub made_at: Moment,
    /// Sheet.
    pub paper: Paper,
    /// Days it covers; the days since the last visit, else the last 90, when none are given.
    #[uniffi(default = None)]
    pub period: Option<Period>,
    /// Name to print, 1 to 80 characters; withheld when none.
    #[uniffi(default = None)]
    pub name: Option<String>,
    /// What is ticked; the usual sections when none is given.
    #[uniffi(default = None)]
    pub included: Option<Included>,
}

/// What a report turned out to be.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReportWritten {
    /// Days it covers.
    pub period: Period,
    /// Pages, 1 or more.
    pub pages: u32,
    /// Size of the file, in bytes.
    pub bytes: u64,
    /// Characters the font has no shape for, replaced on the page.
    pub replaced: Vec<Replaced>,
}

/// A character without a shape in the font.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Replaced {
    /// The character.
    pub character: String,
    /// How often it was replaced, 1 or more.
    pub count: u32,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Output {
    /// The report as PDF, or a locked copy of it.
    Pages,
    /// The report as plain text.
    PlainText,
    /// The report as FHIR document.
    FhirDocument,
}

/// A section that leaves.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Leaving {
    /// Its code, such as `trends`.
    pub code: String,
    /// What it is called within a sentence; of notes ticked one by one, how many of how many.
    pub name: String,
}

/// A note that a report could hold.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct NoteToTick {
    /// The check-in or session it stands in; ticked as one of `chosen_notes`.
    pub entry: EntryId,
    /// The day it belongs to.
    pub day: String,
    /// Whether it is about a session; else about the day.
    pub of_session: bool,
    /// Its beginning on one line, at most 60 characters.
    pub first_words: String,
}

/// What a FHIR document turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FhirWritten {
    /// Resources in it.
    pub resources: u64,
    /// Size of the file, in bytes.
    pub bytes: u64,
}

/// What is ticked for the tables; all left out unless ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
#[expect(clippy::struct_excessive_bools, reason = "each is one tick of a list")]
pub struct TableOptions {
    /// JSON Lines instead of CSV.
    #[uniffi(default = false)]
    pub json_lines: bool,
    /// Notes.
    #[uniffi(default = false)]
    pub notes: bool,
    /// Distress entries.
    #[uniffi(default = false)]
    pub distress: bool,
    /// Reminders.
    #[uniffi(default = false)]
    pub reminders: bool,
    /// The safety plan and crisis contacts.
    #[uniffi(default = false)]
    pub safety: bool,
    /// Massage therapists, and with whom each session was.
    #[uniffi(default = false)]
    pub therapists: bool,
    /// The care team.
    #[uniffi(default = false)]
    pub care_team: bool,
    /// Intake sheets, whatever is ticked in them.
    #[uniffi(default = false)]
    pub intake: bool,
}

/// A table that was written.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct TableWritten {
    /// Its file within the folder or archive.
    pub file: String,
    /// Its rows.
    pub rows: u64,
}

/// What is ticked when nothing was chosen.
#[uniffi::export]
#[must_use]
pub fn default_sections() -> Included {
    Included::default()
}

/// What is ticked for a recipient.
#[uniffi::export]
#[must_use]
pub fn sections_for(recipient: Preset) -> Included {
    recipient.into()
}

#[uniffi::export]
impl OpenDiary {
    /// The days a report made at `now` covers when none are given.
    ///
    /// # Errors
    /// `StoreDamaged`.
    pub fn report_period(&self, now: &Moment) -> Result<Period, DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| Ok(diary.report_period(logical_date(now, diary.rollover())?)?.into()))
    }

    /// What leaves this phone with an output, section by section; the list to show before it is shared.
    ///
    /// # Errors
    /// `UnknownRecord` for a chosen note that is not among those of the report, `Invalid`.
    pub fn leaves(&self, output: Output, options: &ReportOptions) -> Result<Vec<Leaving>, DiaryError> {
        let leaving =
            |left: LeftSection| Leaving { code: left.section.code().to_owned(), name: left_name(left) };
        self.with(|diary| {
            let choices = choices(diary, options)?;
            let sections = match output {
                Output::Pages => choices.leaves(),
                Output::PlainText => choices.leaves_as_text(),
                Output::FhirDocument => choices.leaves_in_document(),
            };
            Ok(diary.left_sections(sections, &choices)?.into_iter().map(leaving).collect())
        })
    }

    /// The notes that a report of these days and sections could hold, by day, whichever are ticked; the list to tick from.
    ///
    /// # Errors
    /// `Invalid`, `StoreDamaged`.
    pub fn notes_to_tick(&self, options: &ReportOptions) -> Result<Vec<NoteToTick>, DiaryError> {
        let note = |line: &NoteLine| NoteToTick {
            entry: line.entry,
            day: line.day.to_string(),
            of_session: line.of_session,
            first_words: line.first_words(),
        };
        self.with(|diary| {
            let choices = choices(diary, options)?;
            Ok(diary.notes_to_tick(&choices)?.iter().map(note).collect())
        })
    }

    /// Writes the clinician's report as a tagged PDF to `path`, whole or not at all; the same diary and options give the
    /// same bytes. The watcher is told before each of four steps.
    ///
    /// # Errors
    /// `UnknownRecord` for a chosen note that is not among those of the report, `OutputNotWritten`, `StorageFull`, `Invalid`,
    /// `Cancelled`, `WatcherFailed`; then no partial file is left and a file that
    /// was there stays. `NotNoted` when it was written.
    #[uniffi::method(default(watcher = None))]
    pub fn write_report(
        &self,
        path: &str,
        options: &ReportOptions,
        watcher: Option<Box<dyn Watcher>>,
    ) -> Result<ReportWritten, DiaryError> {
        let made_at = (&options.made_at).try_into()?;
        watched(watcher.as_deref(), |watch| {
            self.with(|diary| {
                let choices = choices(diary, options)?;
                let written = diary.write_pdf_watched(Path::new(path), &choices, watch, made_at)?;
                Ok(ReportWritten::new(choices.period, written))
            })
        })
    }

    /// Writes the report as a PDF that `password`, 8 characters or more, opens (AES-256). Two copies never have the same bytes.
    ///
    /// # Errors
    /// As `write_report`, and `Invalid` for a password that is too short.
    pub fn write_locked_copy(
        &self,
        path: &str,
        options: &ReportOptions,
        password: String,
    ) -> Result<ReportWritten, DiaryError> {
        let made_at = (&options.made_at).try_into()?;
        let password = zeroize::Zeroizing::new(password);
        let password = CopyPassword::new(&password)
            .map_err(|error| DiaryError::Invalid { reason: error.to_string() })?;
        self.with(|diary| {
            let choices = choices(diary, options)?;
            let written = diary.write_locked_copy(Path::new(path), &choices, &password, made_at)?;
            Ok(ReportWritten::new(choices.period, written))
        })
    }

    /// The report as plain text of at most 1,500 characters, for a portal message. It holds no name. That it left is noted.
    ///
    /// # Errors
    /// `StoreDamaged`, `Invalid`, `NotNoted`.
    pub fn report_text(&self, options: &ReportOptions) -> Result<String, DiaryError> {
        let made_at = (&options.made_at).try_into()?;
        self.with(|diary| {
            let choices = choices(diary, options)?;
            Ok(diary.report_text(&choices, made_at)?)
        })
    }

    /// Writes the report as a FHIR R4 document to `path`, whole or not at all.
    ///
    /// # Errors
    /// As `write_report`; `OutputNotWritten` also when a file is there that is no former document.
    pub fn write_fhir(&self, path: &str, options: &ReportOptions) -> Result<FhirWritten, DiaryError> {
        let made_at = (&options.made_at).try_into()?;
        self.with(|diary| {
            let choices = choices(diary, options)?;
            let written = diary.write_fhir(Path::new(path), &choices, made_at)?;
            Ok(FhirWritten { resources: written.resources, bytes: written.bytes })
        })
    }

    /// Writes the tables of a period: to a zip archive where `path` ends in `.zip`, else to a folder. An existing folder is
    /// replaced only when it is a former export.
    ///
    /// # Errors
    /// `OutputNotWritten`, `StorageFull`, `Invalid`; then nothing partial is left. `NotNoted` when it was written.
    pub fn write_tables(
        &self,
        path: &str,
        period: &Period,
        options: TableOptions,
        now: &Moment,
    ) -> Result<Vec<TableWritten>, DiaryError> {
        let now = now.try_into()?;
        let period: model::Period = period.try_into()?;
        let span = tidemark::Span { from: Some(period.from()), to: Some(period.to()) };
        let options = CsvOptions {
            include_notes: options.notes,
            include_distress: options.distress,
            include_reminders: options.reminders,
            include_safety: options.safety,
            include_therapists: options.therapists,
            include_care_team: options.care_team,
            include_intake: options.intake,
            form: if options.json_lines { Form::JsonLines } else { Form::Csv },
        };
        let table = |(file, rows): (String, u64)| TableWritten { file, rows };
        self.with(|diary| {
            let files = diary.write_csv(Path::new(path), span, &options, now)?;
            Ok(files.into_iter().map(table).collect())
        })
    }
}

/// The choices of a report, with the period and the day filled in.
pub(crate) fn choices(diary: &Diary, options: &ReportOptions) -> Result<tidemark::ReportOptions, DiaryError> {
    let made_at: model::Moment = (&options.made_at).try_into()?;
    let made_on = logical_date(made_at, diary.rollover())?;
    Ok(tidemark::ReportOptions {
        period: match &options.period {
            Some(period) => period.try_into()?,
            None => diary.report_period(made_on)?,
        },
        made_on,
        zone: zone_printed(made_at),
        paper: options.paper,
        name: options.name.as_deref().map(|text| ShortText::new("name", text)).transpose()?,
        included: options.included.clone().unwrap_or_default(),
    })
}

impl ReportWritten {
    pub(crate) fn new(period: model::Period, from: tidemark::ReportWritten) -> Self {
        let replaced = |(character, count): (char, u32)| Replaced { character: character.to_string(), count };
        Self {
            period: period.into(),
            pages: from.pages,
            bytes: from.bytes,
            replaced: from.replaced.into_iter().map(replaced).collect(),
        }
    }
}
