//! `tidemark share-log`: what left the diary as a file. The program writes it; the person may say for whom, and remove lines.

use std::io::Write;

use clap::Subcommand;
use tidemark::Entry;
use tidemark::model::{Kind, LeftSection, Record, Recorded, ShareLog, ShortText};

use crate::failure::Failure;
use crate::record;
use crate::shell::Surroundings;
use crate::table;
use crate::when::spoken;

#[derive(Debug, Subcommand)]
pub(crate) enum Act {
    /// List them, the latest last
    List(record::List),
    /// Show one with its digest and everything it said before
    Show(record::Show),
    /// Say for whom one was: to=…
    Edit(record::Edit),
    /// Remove one from the list; the file that left stays where it is
    Remove(record::Remove),
}

pub(crate) fn run(act: &Act, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    match act {
        Act::List(args) => list(args, out),
        Act::Show(args) => record::show(Kind::ShareLog, args, out),
        Act::Edit(args) => record::edit(Kind::ShareLog, args, around, out),
        Act::Remove(args) => record::remove(Kind::ShareLog, args, around, out),
    }
}

fn list(args: &record::List, out: &mut dyn Write) -> Result<(), Failure> {
    let diary = args.diary.open()?;
    let records = diary.records_of(Kind::ShareLog, args.span.span()?)?;
    if args.json {
        let entry = |record: &Record| Entry::of_record(record, diary.rollover());
        let entries: Vec<Entry> = records.iter().filter_map(entry).collect();
        serde_json::to_writer(&mut *out, &serde_json::json!({ "entries": entries }))?;
        writeln!(out)?;
        return Ok(());
    }
    if records.is_empty() {
        writeln!(out, "Nothing left this diary, as far as it knows.")?;
        return Ok(());
    }
    for record in &records {
        if let Record::ShareLog(left) = record {
            table::sentence(out, &line(left), 0)?;
        }
    }
    Ok(())
}

fn line(left: &Recorded<ShareLog>) -> String {
    let at = left.stamp.recorded.local().format("%a %-d %b %Y %H:%M");
    let what = left.what.code().replace('_', " ");
    let to = left.to.as_ref().map(ShortText::as_str).map_or(String::new(), |to| format!(" for {to}"));
    let days = left.period_from.zip(left.period_to);
    let days = days.map_or(String::new(), |(from, to)| format!(", {} to {}", spoken(from), spoken(to)));
    let sections: Vec<String> = left.sections.iter().map(section).collect();
    let holds = if sections.is_empty() { String::new() } else { format!(": {}", sections.join(", ")) };
    format!("{at}  {what}{to}{days}{holds} [{}]", left.id)
}

/// `trends`, or `2 of 5 notes`.
fn section(left: &LeftSection) -> String {
    let name = left.section.code().replace('_', " ");
    left.some.map_or_else(|| name.clone(), |some| format!("{} of {} {name}", some.n, some.of))
}
