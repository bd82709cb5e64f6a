//! `tidemark therapist`: massage therapists with how many of the sixteen things were asked; a count, no grade.

use std::io::Write;

use clap::Subcommand;
use tidemark::model::{
    ChecklistItem, ChecklistStatus, Kind, LogicalDate, Record, Recorded, ShortText, Therapist,
};
use tidemark::{Entry, Span};

use crate::failure::Failure;
use crate::record::{self, Act as Verb};
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::DiaryArgs;
use crate::when::spoken;

/// Write down massage therapists; what was asked is counted, not graded.
#[derive(Debug, clap::Args)]
#[command(after_help = record::help(Kind::Therapist))]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Write one down
    Add(record::Add),
    /// List them, with how much was asked
    List(List),
    /// Show one with everything that was said before
    Show(record::Show),
    /// Change fields of one; what it said stays in its history
    Edit(record::Edit),
    /// Remove one from everything that is shown
    Remove(record::Remove),
}

#[derive(Debug, clap::Args)]
struct List {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Only those whose trauma-informed training is confirmed
    #[arg(long)]
    trauma_informed: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let verb = match args.act {
        Act::List(args) => return list(&args, around, out),
        Act::Add(args) => Verb::Add(args),
        Act::Show(args) => Verb::Show(args),
        Act::Edit(args) => Verb::Edit(args),
        Act::Remove(args) => Verb::Remove(args),
    };
    record::verb(Kind::Therapist, &verb, around, out)
}

fn list(args: &List, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let diary = args.diary.open()?;
    let wanted = |therapist: &Therapist| {
        let training = therapist.answer(ChecklistItem::TraumaInformedTraining);
        !args.trauma_informed || training.status == ChecklistStatus::Confirmed
    };
    let records = diary.records_of(Kind::Therapist, Span::default())?;
    let kept = |record: &Record| matches!(record, Record::Therapist(therapist) if wanted(therapist));
    let records: Vec<Record> = records.into_iter().filter(kept).collect();
    if args.json {
        let entry = |record: &Record| {
            let mut entry = serde_json::to_value(Entry::of_record(record, diary.rollover())?).ok()?;
            if let (Record::Therapist(therapist), Some(fields)) = (record, entry.as_object_mut()) {
                let count = therapist.asked();
                fields.insert("asked".to_owned(), count.asked.into());
                fields.insert("not_applicable".to_owned(), count.not_applicable.into());
                fields.insert("of".to_owned(), count.of.into());
            }
            Some(entry)
        };
        let entries: Vec<serde_json::Value> = records.iter().filter_map(entry).collect();
        serde_json::to_writer(&mut *out, &serde_json::json!({ "entries": entries }))?;
        writeln!(out)?;
        return Ok(());
    }
    if records.is_empty() {
        writeln!(out, "No therapist here yet; `tidemark checklist list` has the questions to ask.")?;
        return Ok(());
    }
    let today = around.today(diary.rollover())?;
    for record in &records {
        if let Record::Therapist(therapist) = record {
            table::sentence(out, &line(therapist, today), 0)?;
        }
    }
    Ok(())
}

fn line(therapist: &Recorded<Therapist>, today: LogicalDate) -> String {
    let mut said = vec![format!("{}: {}", name(therapist), asked(therapist))];
    if let Some(kind) = &therapist.credential_type {
        let number =
            therapist.credential_number.as_ref().map_or(String::new(), |n| format!(" {}", n.as_str()));
        let dated = therapist.dated_credential(today);
        let dated = dated.map_or(String::new(), |day| format!(", seen {}", spoken(day)));
        said.push(format!("{}{number}{dated}", kind.as_str()));
    } else if let Some(day) = therapist.dated_credential(today) {
        said.push(format!("credential seen {}", spoken(day)));
    }
    format!("{} [{}]", said.join(". "), therapist.id)
}

/// Name and practice.
pub(crate) fn name(therapist: &Therapist) -> String {
    let practice = therapist.practice.as_ref().map(ShortText::as_str);
    practice.map_or_else(
        || therapist.name.as_str().to_owned(),
        |practice| format!("{}, {practice}", therapist.name.as_str()),
    )
}

/// `9 of 16 asked`.
pub(crate) fn asked(therapist: &Therapist) -> String {
    let count = therapist.asked();
    let apart = match count.not_applicable {
        0 => String::new(),
        1 => ", 1 does not apply".to_owned(),
        n => format!(", {n} do not apply"),
    };
    format!("{} of {} asked{apart}", count.asked, count.of)
}
