//! `tidemark report`: the clinician's page, the same as a FHIR document, and the CSV folder.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use tidemark::exchange::csv::{CsvOptions, Form};
use tidemark::findings::{Included, Preset, what_leaves};
use tidemark::model::{LogicalDate, Period, ShareSection, ShortText};
use tidemark::{Diary, DiaryError, PagePreview, Paper, ReportOptions, ReportWritten, Span, write_output};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::{DiaryArgs, copy_password};
use crate::when::{SpanArgs, day, spoken};

/// Write the clinician's page (PDF), the FHIR document and the CSV folder.
///
/// Without --from and --to it covers the days since the visit before, or the last 90 days.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tidemark report my.diary --pdf report.pdf --csv report-csv")]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Write the page to this file
    #[arg(long, value_name = "FILE")]
    pdf: Option<PathBuf>,
    /// Write the page to this file as well, so that only a password opens it
    #[arg(long, value_name = "FILE")]
    locked_copy: Option<PathBuf>,
    /// File with the password of the locked copy, 8 characters or more (else the variable TIDEMARK_COPY_PASSWORD, else a
    /// prompt)
    #[arg(long, value_name = "FILE", requires = "locked_copy")]
    password_file: Option<PathBuf>,
    /// Write the report to this file as plain text of at most 1,500 characters, for a portal message; - shows it
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Write the report to this file as a FHIR R4 document, for a clinician's program
    #[arg(long, value_name = "FILE")]
    fhir: Option<PathBuf>,
    /// Write the tables to this folder, or to a file that ends in .zip, with a datapackage.json
    #[arg(long, value_name = "PATH")]
    csv: Option<PathBuf>,
    /// Write the tables to this folder or .zip file as JSON Lines, with a datapackage.json
    #[arg(long, value_name = "PATH")]
    jsonl: Option<PathBuf>,
    /// Write the pages as pictures to this folder, to look at before anything is sent; not noted as shared
    #[arg(long, value_name = "FOLDER")]
    preview: Option<PathBuf>,
    #[command(flatten)]
    span: SpanArgs,
    /// Paper
    #[arg(long, value_enum, default_value_t = Sheet::A4)]
    page: Sheet,
    /// For whom the page and the FHIR document are: only the sections that they need
    #[arg(long = "for", value_enum, value_name = "WHO")]
    recipient: Option<Recipient>,
    /// Leave a section out of the page and the FHIR document
    #[arg(long, value_enum, value_name = "SECTION")]
    without: Vec<Usual>,
    /// Add what is left out by default
    #[arg(long, value_enum, value_name = "SECTION")]
    include: Vec<Section>,
    /// Add the note of this check-in or session alone, to the page and the FHIR document; its id, or the last four characters
    /// or more; again for each further note
    #[arg(long, value_name = "ID")]
    note: Vec<String>,
    /// List the notes that could be added with --note, with their ids, and write nothing
    #[arg(long)]
    list_notes: bool,
    /// Name to print; withheld without
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// Day it is made, for repeatable output
    #[arg(long, value_name = "DATE")]
    made_on: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sheet {
    A4,
    Letter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Recipient {
    /// Trends, questionnaires, medicines, unwanted effects, questions
    Prescriber,
    /// Trends, sessions, events, goals, questions
    TalkingTherapist,
    /// Sessions with ratings of the body, unwanted effects, the plan; nothing else
    MassageTherapist,
}

/// A section that is there unless it is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Usual {
    /// Your questions
    Questions,
    /// Your goals
    Goals,
    /// Trends of what you rate
    Trends,
    /// Totals of questionnaires
    Questionnaires,
    /// Massage sessions and the ratings around them
    Sessions,
    /// Medicines and their changes
    Medicines,
    /// Events
    Events,
    /// Unwanted effects of sessions
    UnwantedEffects,
    /// The plan of sessions
    Plan,
    /// Practices
    Practices,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Section {
    /// All notes, in the tables, at the end of the page and in the FHIR document, which then also has reasons and what helped
    Notes,
    /// Scores of single items of questionnaires, in the FHIR document
    Items,
    /// Distress events, in the tables and the FHIR document; how many sessions were paused or ended early, on the page
    Distress,
    /// Every daily value, in a table at the end of the page
    Daily,
    /// Published cut-points, as lines in the charts of totals
    CutPoints,
    /// Reminders, in the tables
    Reminders,
    /// The safety plan and your crisis contacts, in the tables
    Safety,
    /// Massage therapists, and with whom each session was, in the tables and the FHIR document
    Therapists,
    /// Your care team, in the tables and the FHIR document
    CareTeam,
    /// Your intake sheets, in the tables, whatever is ticked in them; in the FHIR document allergies and history of the
    /// newest one, if ticked in it
    Intake,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let wanted =
        [&args.pdf, &args.locked_copy, &args.text, &args.fhir, &args.csv, &args.jsonl, &args.preview];
    if !args.list_notes && wanted.iter().all(|place| place.is_none()) {
        return Err(Failure::usage(
            "say what to write: --pdf FILE, --locked-copy FILE, --text FILE, --fhir FILE, --csv PATH, --jsonl PATH, \
             --preview DIR, or several. Nothing was written.",
        ));
    }
    refuse_note(args)?;
    // Before anything is written: a password that is refused leaves nothing half done.
    let password =
        args.locked_copy.as_ref().map(|_| copy_password(args.password_file.as_deref())).transpose()?;
    let given = args.span.span()?;
    let made_on = day(args.made_on.as_deref(), "--made-on")?;
    let name = args.name.as_deref().map(|text| ShortText::new("--name", text)).transpose()?;
    let mut diary = args.diary.open()?;
    let today = made_on.map_or_else(|| around.today(diary.rollover()), Ok)?;
    let period = period(&diary, given, today)?;
    let zone = around.zone.name().to_owned();
    let paper = if args.page == Sheet::A4 { Paper::A4 } else { Paper::Letter };
    let included = included(args);
    let mut options = ReportOptions { period, made_on: today, zone, paper, name, included };
    if args.list_notes {
        return list_notes(&diary, &options, out);
    }
    options.included.chosen_notes = diary.choose_notes(&options, &args.note)?;
    let leaving = diary.left_sections(leaving(args, &options), &options)?;
    let shown = args.text.as_ref().is_some_and(|place| place.as_os_str() == "-");
    // A text that is shown is all there is on standard output, so that it can be piped.
    let mut beside = std::io::stderr();
    let told: &mut dyn Write = if shown { &mut beside } else { &mut *out };
    writeln!(told, "{} to {} ({} days)", spoken(period.from()), spoken(period.to()), period.days())?;
    let ticked = |section| args.include.contains(&section);
    if let Some(folder) = &args.preview {
        let preview = diary.preview(&options)?;
        write_pictures(&preview, folder)?;
        writeln!(told, "Wrote {} ({} pages as pictures)", folder.display(), preview.pages())?;
    }
    if let Some(file) = &args.pdf {
        let written = diary.write_pdf(file, &options, around.now)?;
        writeln!(
            told,
            "Wrote {} ({} pages, {} KB)",
            file.display(),
            written.pages,
            written.bytes.div_ceil(1024)
        )?;
        said_replaced(&written, told)?;
    }
    if let Some((file, password)) = args.locked_copy.as_ref().zip(password.as_ref()) {
        let written = diary.write_locked_copy(file, &options, password, around.now)?;
        let (pages, size) = (written.pages, written.bytes.div_ceil(1024));
        writeln!(told, "Wrote {} ({pages} pages, {size} KB, opens with its password)", file.display())?;
    }
    if let Some(file) = args.text.as_ref().filter(|_| !shown) {
        let characters = diary.write_text(file, &options, around.now)?;
        writeln!(told, "Wrote {} ({characters} characters)", file.display())?;
    }
    if let Some(file) = &args.fhir {
        let written = diary.write_fhir(file, &options, around.now)?;
        writeln!(
            told,
            "Wrote {} ({} resources, {} KB)",
            file.display(),
            written.resources,
            written.bytes.div_ceil(1024)
        )?;
    }
    if !leaving.is_empty() {
        writeln!(told, "{}", what_leaves(&leaving))?;
    }
    for (folder, form) in [(&args.csv, Form::Csv), (&args.jsonl, Form::JsonLines)] {
        let Some(folder) = folder else { continue };
        let options = CsvOptions {
            include_notes: ticked(Section::Notes),
            include_distress: ticked(Section::Distress),
            include_reminders: ticked(Section::Reminders),
            include_safety: ticked(Section::Safety),
            include_therapists: ticked(Section::Therapists),
            include_care_team: ticked(Section::CareTeam),
            include_intake: ticked(Section::Intake),
            form,
        };
        let span = Span { from: Some(period.from()), to: Some(period.to()) };
        let files = diary.write_csv(folder, span, &options, around.now)?;
        let rows: u64 = files.iter().map(|(_, rows)| rows).sum();
        writeln!(told, "Wrote {} ({} files, {rows} rows)", folder.display(), files.len())?;
    }
    if shown {
        out.write_all(diary.report_text(&options, around.now)?.as_bytes())?;
    }
    Ok(())
}

/// Notes go all together or one by one, and into something that has a place for them.
fn refuse_note(args: &Args) -> Result<(), Failure> {
    if args.note.is_empty() {
        return Ok(());
    }
    if args.include.contains(&Section::Notes) {
        return Err(Failure::usage(
            "--include notes is all notes, --note ID one: choose. Nothing was written.",
        ));
    }
    let has_place = [&args.pdf, &args.locked_copy, &args.fhir, &args.preview];
    if has_place.iter().all(|place| place.is_none()) && !args.list_notes {
        return Err(Failure::usage(
            "--note is for --pdf, --locked-copy, --preview and --fhir; the text has no notes and the tables all or none. \
             Nothing was written.",
        ));
    }
    Ok(())
}

/// The notes of the report's days and sections, one a line, with the ids of their entries.
fn list_notes(diary: &Diary, options: &ReportOptions, out: &mut dyn Write) -> Result<(), Failure> {
    let notes = diary.notes_to_tick(options)?;
    let (from, to) = (spoken(options.period.from()), spoken(options.period.to()));
    if notes.is_empty() {
        writeln!(out, "No notes from {from} to {to}.")?;
        return Ok(());
    }
    for note in &notes {
        let about = if note.of_session { "session" } else { "day" };
        writeln!(out, "{}  {about:<7}  {} [{}]", note.day, note.first_words(), note.entry)?;
    }
    Ok(())
}

/// Pixels across the screen of a phone.
const PHONE: u32 = 1_080;

/// Each page as `page-N.png`.
fn write_pictures(preview: &PagePreview, folder: &Path) -> Result<(), Failure> {
    let not_written = |source| DiaryError::OutputNotWritten { path: folder.to_path_buf(), source };
    std::fs::create_dir_all(folder).map_err(|source| not_written(Box::new(source)))?;
    for page in 1..=preview.pages() {
        let picture = preview.picture(page, PHONE).map_err(|source| not_written(Box::new(source)))?;
        write_output(&folder.join(format!("page-{page}.png")), &picture.png)?;
    }
    Ok(())
}

/// What is ticked: the recipient's sections, else all; less what is left out, and what was asked for beside.
fn included(args: &Args) -> Included {
    let mut included = args.recipient.map_or_else(Included::default, |recipient| {
        Included::from(match recipient {
            Recipient::Prescriber => Preset::Prescriber,
            Recipient::TalkingTherapist => Preset::TalkingTherapist,
            Recipient::MassageTherapist => Preset::MassageTherapist,
        })
    });
    for section in &args.without {
        *match section {
            Usual::Questions => &mut included.questions,
            Usual::Goals => &mut included.goals,
            Usual::Trends => &mut included.trends,
            Usual::Questionnaires => &mut included.questionnaires,
            Usual::Sessions => &mut included.sessions,
            Usual::Medicines => &mut included.medicines,
            Usual::Events => &mut included.events,
            Usual::UnwantedEffects => &mut included.unwanted,
            Usual::Plan => &mut included.plan,
            Usual::Practices => &mut included.practices,
        } = false;
    }
    let ticked = |section| args.include.contains(&section);
    included.distress = ticked(Section::Distress);
    included.items = ticked(Section::Items);
    included.notes = ticked(Section::Notes);
    included.daily = ticked(Section::Daily);
    included.cut_points = ticked(Section::CutPoints);
    included.therapists = ticked(Section::Therapists);
    included.care_team = ticked(Section::CareTeam);
    included.intake = ticked(Section::Intake);
    included
}

/// What leaves with the pages, the text and the document that are asked for.
fn leaving(args: &Args, options: &ReportOptions) -> Vec<ShareSection> {
    if args.fhir.is_some() {
        options.leaves_in_document()
    } else if args.pdf.is_some() || args.locked_copy.is_some() {
        options.leaves()
    } else if args.text.is_some() {
        options.leaves_as_text()
    } else {
        vec![]
    }
}

fn period(diary: &Diary, given: Span, today: LogicalDate) -> Result<Period, Failure> {
    let usual = diary.report_period(given.to.unwrap_or(today))?;
    Ok(Period::new(given.from.unwrap_or(usual.from()), given.to.unwrap_or(usual.to()))?)
}

pub(crate) fn said_replaced(written: &ReportWritten, out: &mut dyn Write) -> Result<(), Failure> {
    if !written.replaced.is_empty() {
        let list: Vec<String> =
            written.replaced.iter().map(|(c, n)| format!("{} ×{n}", c.escape_unicode())).collect();
        writeln!(out, "Characters without a shape in the font were replaced: {}", list.join(", "))?;
    }
    Ok(())
}
