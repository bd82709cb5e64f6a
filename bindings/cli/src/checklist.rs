//! `tidemark checklist`: the sixteen questions to a massage therapist, and what was answered.

use std::io::Write;

use clap::Subcommand;
use tidemark::ChecklistChange;
use tidemark::model::{
    ChecklistAnswer, ChecklistHow, ChecklistItem, ChecklistStatus, Kind, Line, Record, Recorded, Therapist,
    built_in,
};

use crate::failure::Failure;
use crate::record::Why;
use crate::sheet::SheetArgs;
use crate::shell::Surroundings;
use crate::unlock::{self, DiaryArgs};
use crate::{table, therapist, when};

/// The sixteen things to ask a massage therapist, and what was answered.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  tidemark checklist set my.diary licence --status confirmed --how seen \\\n    \
    --note \"number on the wall\""
)]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// List the questions, with what is known of one therapist
    List(List),
    /// Write down what is known of one item; what is not given stays as it is
    Set(Set),
    /// Write the questions as a page with room to write: all sixteen, or those still open with one therapist
    ///
    /// Ticked fields of your intake sheet are on it as what you want to say first.
    #[command(
        after_help = "Example:\n  tidemark checklist print my.diary --pdf questions.pdf --therapist last"
    )]
    Print(Page),
}

#[derive(Debug, clap::Args)]
struct Page {
    #[command(flatten)]
    diary: DiaryArgs,
    #[command(flatten)]
    sheet: SheetArgs,
    /// Only what is not asked yet, or unsure, with one: an id, the last four characters of it or more, or `last`
    #[arg(long, value_name = "ID")]
    therapist: Option<String>,
}

#[derive(Debug, clap::Args)]
struct List {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Which therapist: an id, the last four characters of it or more, or `last`
    #[arg(long, value_name = "ID", default_value = "last")]
    therapist: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
struct Set {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Which item: licence, certifications, … as `checklist list` names them
    #[arg(value_parser = ChecklistItem::from_code)]
    item: ChecklistItem,
    /// not_asked, confirmed, unsure, declined or not_applicable
    #[arg(long, value_parser = ChecklistStatus::from_code)]
    status: Option<ChecklistStatus>,
    /// The day it was asked or seen; today when it was asked just now
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// How the answer was had: told, seen, looked_up or other
    #[arg(long, value_parser = ChecklistHow::from_code)]
    how: Option<ChecklistHow>,
    /// Words of your own
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Which therapist: an id, the last four characters of it or more, or `last`
    #[arg(long, value_name = "ID", default_value = "last")]
    therapist: String,
    #[command(flatten)]
    why: Why,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    match &args.act {
        Act::List(args) => list(args, out),
        Act::Set(args) => set(args, around, out),
        Act::Print(args) => print(args, around, out),
    }
}

fn set(args: &Set, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let change = ChecklistChange {
        item: args.item,
        status: args.status,
        on: when::day(args.on.as_deref(), "--on")?,
        how: args.how,
        note: args.note.as_deref().map(|text| Line::new("--note", text)).transpose()?,
    };
    if change.status.is_none() && change.on.is_none() && change.how.is_none() && change.note.is_none() {
        return Err(Failure::usage("say what is known: --status, --on, --how or --note. Nothing was saved."));
    }
    let mut diary = args.diary.open()?;
    let changed = diary.set_checklist(&args.therapist, &change, &args.why.editor(around))?;
    unlock::close(diary, around);
    let status = words(changed.answer(args.item).status);
    writeln!(out, "{}: {status}. {}.", args.item.code(), therapist::asked(&changed))?;
    Ok(())
}

fn print(args: &Page, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let mut diary = args.diary.open()?;
    let options = args.sheet.options(&diary, around)?;
    let written =
        diary.write_questions_page(&args.sheet.pdf, args.therapist.as_deref(), &options, around.now)?;
    args.sheet.said(&written, out)
}

fn list(args: &List, out: &mut dyn Write) -> Result<(), Failure> {
    let diary = args.diary.open()?;
    let anybody = !diary.records_of(Kind::Therapist, tidemark::Span::default())?.is_empty();
    let known =
        (anybody || args.therapist != "last").then(|| diary.therapist(&args.therapist)).transpose()?;
    if args.json {
        return json(known.as_ref(), out);
    }
    match &known {
        Some(known) => writeln!(out, "{}: {}", therapist::name(known), therapist::asked(known))?,
        None => writeln!(out, "Questions to ask before a first visit:")?,
    }
    for (item, question) in built_in::checklist() {
        let answer = known.as_ref().map(|known| known.answer(item));
        table::sentence(out, &format!("{}: {question}", item.code()), 2)?;
        if let Some(answer) = answer.filter(|answer| *answer != blank(item)) {
            table::sentence(out, &told(&answer), 4)?;
        }
    }
    Ok(())
}

const fn blank(item: ChecklistItem) -> ChecklistAnswer {
    ChecklistAnswer { item, status: ChecklistStatus::NotAsked, on: None, how: None, note: None }
}

fn words(status: ChecklistStatus) -> String {
    status.code().replace('_', " ")
}

fn told(answer: &ChecklistAnswer) -> String {
    let mut said = words(answer.status);
    if let Some(how) = answer.how {
        said = format!("{said}, {}", how.code().replace('_', " "));
    }
    if let Some(on) = answer.on {
        said = format!("{said}, {}", when::spoken(on));
    }
    answer.note.as_ref().map_or(said.clone(), |note| format!("{said}: {}", note.as_str()))
}

fn json(known: Option<&Recorded<Therapist>>, out: &mut dyn Write) -> Result<(), Failure> {
    let item = |(item, question): (ChecklistItem, &str)| {
        let answer = known.map_or_else(|| blank(item), |known| known.answer(item));
        serde_json::json!({
            "item": item.code(), "question": question, "status": answer.status.code(),
            "on": answer.on.map(|on| on.to_string()), "how": answer.how.map(ChecklistHow::code),
            "note": answer.note.as_ref().map(Line::as_str),
        })
    };
    let items: Vec<serde_json::Value> = built_in::checklist().into_iter().map(item).collect();
    let count = known.map(|known| known.asked()).unwrap_or_default();
    let id = known.map(|known| Record::Therapist(known.clone()).spelled_id());
    let answer = serde_json::json!({
        "therapist_id": id, "asked": count.asked, "not_applicable": count.not_applicable, "of": items.len(),
        "items": items,
    });
    serde_json::to_writer(&mut *out, &answer)?;
    writeln!(out)?;
    Ok(())
}
