//! `tidemark report`: the clinician's page, the same as a FHIR document, and the CSV folder.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use tidemark::exchange::csv::{CsvOptions, Form};
use tidemark::findings::Included;
use tidemark::model::{LogicalDate, Period, ShortText};
use tidemark::{Diary, DiaryError, PagePreview, Paper, ReportOptions, ReportWritten, Span, write_output};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::DiaryArgs;
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
    /// Add what is left out by default
    #[arg(long, value_enum, value_name = "SECTION")]
    include: Vec<Section>,
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
enum Section {
    /// Notes, in the tables and the FHIR document
    Notes,
    /// Scores of single items of questionnaires, in the FHIR document
    Items,
    /// Distress events, in the tables and the FHIR document; how many sessions were paused or ended early, on the page
    Distress,
    /// Reminders, in the tables
    Reminders,
    /// The safety plan and your crisis contacts, in the tables
    Safety,
    /// Massage therapists, and with whom each session was, in the tables
    Therapists,
    /// Your care team, in the tables
    CareTeam,
    /// Your intake sheets, in the tables, whatever is ticked in them
    Intake,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    if args.pdf.is_none()
        && args.fhir.is_none()
        && args.csv.is_none()
        && args.jsonl.is_none()
        && args.preview.is_none()
    {
        return Err(Failure::usage(
            "say what to write: --pdf FILE, --fhir FILE, --csv PATH, --jsonl PATH, or several. Nothing was written.",
        ));
    }
    let given = args.span.span()?;
    let made_on = day(args.made_on.as_deref(), "--made-on")?;
    let name = args.name.as_deref().map(|text| ShortText::new("--name", text)).transpose()?;
    let mut diary = args.diary.open()?;
    let today = made_on.map_or_else(|| around.today(diary.rollover()), Ok)?;
    let period = period(&diary, given, today)?;
    let zone = around.zone.name().to_owned();
    let paper = if args.page == Sheet::A4 { Paper::A4 } else { Paper::Letter };
    writeln!(out, "{} to {} ({} days)", spoken(period.from()), spoken(period.to()), period.days())?;
    let ticked = |section| args.include.contains(&section);
    let included = Included { distress: ticked(Section::Distress) };
    let options = ReportOptions { period, made_on: today, zone, paper, name, included };
    if let Some(folder) = &args.preview {
        let preview = diary.preview(&options)?;
        write_pictures(&preview, folder)?;
        writeln!(out, "Wrote {} ({} pages as pictures)", folder.display(), preview.pages())?;
    }
    if let Some(file) = &args.pdf {
        let written = diary.write_pdf(file, &options, around.now)?;
        writeln!(
            out,
            "Wrote {} ({} pages, {} KB)",
            file.display(),
            written.pages,
            written.bytes.div_ceil(1024)
        )?;
        said_replaced(&written, out)?;
    }
    if let Some(file) = &args.fhir {
        let written =
            diary.write_fhir(file, &options, [ticked(Section::Notes), ticked(Section::Items)], around.now)?;
        writeln!(
            out,
            "Wrote {} ({} resources, {} KB)",
            file.display(),
            written.resources,
            written.bytes.div_ceil(1024)
        )?;
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
        writeln!(out, "Wrote {} ({} files, {rows} rows)", folder.display(), files.len())?;
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
