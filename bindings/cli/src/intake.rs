//! `tidemark intake`: what a massage therapist needs to know, in versions, with a tick for each field that may leave.

use std::io::Write;

use clap::Subcommand;
use tidemark::IntakePage;
use tidemark::model::{IntakeField, IntakeSheet, Kind, Record, Texts};

use crate::failure::Failure;
use crate::record::{self, Act as Verb, Why};
use crate::sheet::SheetArgs;
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::{self, DiaryArgs};
use crate::when::spoken;

/// Keep an intake sheet in versions, with a tick for each field that may leave.
///
/// A new version starts from the one before. It says nothing on whether massage suits you.
#[derive(Debug, clap::Args)]
#[command(after_help = record::help(Kind::IntakeSheet))]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Make a new version: what the one before said, changed by the fields given
    Add(record::Add),
    /// List the versions
    List(record::List),
    /// Show one with its ticks, what is new in it, and everything it said before
    Show(record::Show),
    /// Correct fields of one; what it said stays in its history
    Edit(record::Edit),
    /// Tick fields: they may leave the diary
    Share(Tick),
    /// Take the ticks of fields away
    Unshare(Tick),
    /// Write the newest version, as far as it is ticked, as one page for a massage therapist
    #[command(after_help = "Example:\n  tidemark intake sheet my.diary --pdf intake.pdf")]
    Sheet(Page),
    /// Remove one
    Remove(record::Remove),
}

#[derive(Debug, clap::Args)]
struct Page {
    #[command(flatten)]
    diary: DiaryArgs,
    #[command(flatten)]
    sheet: SheetArgs,
    /// Add the last three sessions, for the reverse side
    #[arg(long)]
    reverse: bool,
    /// Add two lines to sign on
    #[arg(long)]
    signatures: bool,
}

#[derive(Debug, clap::Args)]
struct Tick {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Names of fields, and medicine_purposes
    #[arg(value_name = "FIELD", required = true, value_parser = IntakeField::from_code)]
    fields: Vec<IntakeField>,
    /// Which version: its id, the last four characters of it or more, or `last`
    #[arg(long, value_name = "ID", default_value = "last")]
    sheet: String,
    #[command(flatten)]
    why: Why,
}

pub(crate) fn run(args: Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let verb = match args.act {
        Act::Show(args) => return show(&args, out),
        Act::Share(args) => return tick(&args, true, around, out),
        Act::Unshare(args) => return tick(&args, false, around, out),
        Act::Sheet(args) => return page(&args, around, out),
        Act::Add(args) => Verb::Add(args),
        Act::List(args) => Verb::List(args),
        Act::Edit(args) => Verb::Edit(args),
        Act::Remove(args) => Verb::Remove(args),
    };
    record::verb(Kind::IntakeSheet, &verb, around, out)
}

fn page(args: &Page, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let mut diary = args.diary.open()?;
    let options = args.sheet.options(&diary, around)?;
    let page = IntakePage { reverse: args.reverse, signatures: args.signatures };
    let written = diary.write_intake_page(&args.sheet.pdf, page, &options, around.now)?;
    args.sheet.said(&written, out)
}

fn tick(args: &Tick, on: bool, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let mut diary = args.diary.open()?;
    let sheet = diary.share_intake(&args.sheet, &args.fields, on, &args.why.editor(around))?;
    unlock::close(diary, around);
    let ticked: Vec<&str> = sheet.shared.iter().map(|field| field.code()).collect();
    let ticked = if ticked.is_empty() { "nothing".to_owned() } else { ticked.join(", ") };
    table::sentence(out, &format!("Version {} shares {ticked}.", sheet.version), 0)?;
    Ok(())
}

fn show(args: &record::Show, out: &mut dyn Write) -> Result<(), Failure> {
    let diary = args.diary.open()?;
    let shown = diary.show_record(Kind::IntakeSheet, &args.id)?;
    if args.json {
        return record::json(&shown.record, diary.rollover(), out);
    }
    if let Record::IntakeSheet(sheet) = &shown.record {
        writeln!(
            out,
            "Intake sheet, version {}, gone through on {}",
            sheet.version,
            spoken(sheet.reviewed_on)
        )?;
        for line in fields(sheet, &shown.record.texts()) {
            table::sentence(out, &line, 2)?;
        }
        let changes = diary.intake_changes(&shown.record.spelled_id()).unwrap_or_default();
        if !changes.is_empty() {
            writeln!(out, "Changed since the version before:")?;
        }
        for change in changes {
            let said = |text: Option<String>| text.unwrap_or_else(|| "nothing".to_owned());
            let line = format!("{}: {} -> {}", change.field, said(change.old), said(change.new));
            table::sentence(out, &line, 2)?;
        }
    }
    record::history(&shown, out)
}

/// Each field that says something, and whether it may leave.
fn fields(sheet: &IntakeSheet, texts: &Texts) -> Vec<String> {
    let line = |field: &IntakeField| {
        let text = texts.get(field.code())?;
        Some(format!("[{}] {}: {text}", if sheet.shares(*field) { "x" } else { " " }, field.code()))
    };
    IntakeField::ALL.iter().filter_map(line).collect()
}
