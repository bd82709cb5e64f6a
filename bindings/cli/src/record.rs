//! The verbs that every kind of record has: add, list, show, edit, remove. Fields are typed as `name=value`.

use std::io::Write;

use clap::Subcommand;
use tidemark::model::{
    Field, FieldKind, FieldValue as _, Kind, MeasureId, Record, RecordedBy, Rollover, answer_field,
    answer_text, answered_by, record_fields,
};
use tidemark::{Editor, Entry, Shown, settable_fields};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::{self, DiaryArgs};
use crate::when::{self, SpanArgs};
use crate::{ratings, table};

/// A kind of record and what to do with it.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Act {
    /// Write one down
    #[command(after_help = "The help of the kind itself lists its fields, such as `tidemark goal --help`.")]
    Add(Add),
    /// List them
    List(List),
    /// Show one with everything it said before
    Show(Show),
    /// Change fields of one; what it said stays in its history
    #[command(after_help = "The help of the kind itself lists its fields, such as `tidemark goal --help`.")]
    Edit(Edit),
    /// Remove one from everything that is shown or counted
    Remove(Remove),
}

#[derive(Debug, clap::Args)]
#[group(skip)]
pub(crate) struct Add {
    #[command(flatten)]
    pub(crate) diary: DiaryArgs,
    /// Fields: name=value; a name given twice makes a list
    #[arg(value_name = "NAME=VALUE")]
    pub(crate) fields: Vec<String>,
    /// Who types this: self, helped or proxy
    #[arg(long, value_name = "WHO", default_value = "self", value_parser = RecordedBy::from_code)]
    pub(crate) recorded_by: RecordedBy,
    /// Print it as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, clap::Args)]
#[group(skip)]
pub(crate) struct List {
    #[command(flatten)]
    pub(crate) diary: DiaryArgs,
    #[command(flatten)]
    pub(crate) span: SpanArgs,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, clap::Args)]
#[group(skip)]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) diary: DiaryArgs,
    /// Its id, the last four characters of it or more, or `last`
    pub(crate) id: String,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, clap::Args)]
#[group(skip)]
pub(crate) struct Edit {
    #[command(flatten)]
    pub(crate) diary: DiaryArgs,
    /// Its id, the last four characters of it or more, or `last`
    pub(crate) id: String,
    /// Fields: name=value, or name= to empty one
    #[arg(value_name = "NAME=VALUE", required = true)]
    pub(crate) fields: Vec<String>,
    #[command(flatten)]
    pub(crate) why: Why,
}

#[derive(Debug, clap::Args)]
#[group(skip)]
pub(crate) struct Remove {
    #[command(flatten)]
    pub(crate) diary: DiaryArgs,
    /// Its id, the last four characters of it or more, or `last`
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) why: Why,
}

/// Who changes something, and why.
#[derive(Debug, clap::Args)]
pub(crate) struct Why {
    /// Why, kept in its history
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Who types this: self, helped or proxy
    #[arg(long, value_name = "WHO", default_value = "self", value_parser = RecordedBy::from_code)]
    recorded_by: RecordedBy,
}

impl Why {
    pub(crate) fn editor(&self, around: &Surroundings) -> Editor {
        Editor { at: around.now, by: self.recorded_by, reason: self.reason.clone() }
    }
}

pub(crate) fn run(
    kind: Kind,
    args: &Args,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    verb(kind, &args.act, around, out)
}

/// Does one verb.
pub(crate) fn verb(kind: Kind, act: &Act, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    match act {
        Act::Add(args) => add(kind, args, around, out),
        Act::List(args) => list(kind, args, out),
        Act::Show(args) => show(kind, args, out),
        Act::Edit(args) => edit(kind, args, around, out),
        Act::Remove(args) => remove(kind, args, around, out),
    }
}

/// Adds one.
pub(crate) fn add(kind: Kind, args: &Add, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let changes = read(kind, &args.fields, around)?;
    let mut diary = args.diary.open()?;
    let record = diary.add_record(kind, &changes, args.recorded_by, around.now)?;
    let rollover = diary.rollover();
    unlock::close(diary, around);
    if args.json {
        return json(&record, rollover, out);
    }
    writeln!(out, "Saved {}. Id {}", spoken(kind), record.spelled_id())?;
    Ok(())
}

/// Lists those of a span of days.
pub(crate) fn list(kind: Kind, args: &List, out: &mut dyn Write) -> Result<(), Failure> {
    let diary = args.diary.open()?;
    let records = diary.records_of(kind, args.span.span()?)?;
    if args.json {
        let entry = |record: &Record| Entry::of_record(record, diary.rollover());
        let entries: Vec<Entry> = records.iter().filter_map(entry).collect();
        serde_json::to_writer(&mut *out, &serde_json::json!({ "entries": entries }))?;
        writeln!(out)?;
        return Ok(());
    }
    if records.is_empty() {
        writeln!(out, "No {} here yet.", spoken(kind))?;
        return Ok(());
    }
    for record in &records {
        table::sentence(out, &line(record), 0)?;
    }
    Ok(())
}

/// Shows one with its history.
pub(crate) fn show(kind: Kind, args: &Show, out: &mut dyn Write) -> Result<(), Failure> {
    let diary = args.diary.open()?;
    let shown = diary.show_record(kind, &args.id)?;
    if args.json {
        return json(&shown.record, diary.rollover(), out);
    }
    writeln!(out, "{} {}", spoken(kind), shown.record.spelled_id())?;
    for (name, text) in shown.record.texts().iter() {
        table::sentence(out, &format!("{name}: {text}"), 2)?;
    }
    history(&shown, out)
}

/// When and by whom it was written, and everything it said before.
pub(crate) fn history(shown: &Shown, out: &mut dyn Write) -> Result<(), Failure> {
    if let Some(stamp) = shown.record.stamp() {
        let deleted = if stamp.deleted_at.is_some() { ", removed" } else { "" };
        writeln!(out, "  written {} by {}{deleted}", stamp.recorded.to_iso(), stamp.recorded_by.code())?;
    }
    for change in &shown.revisions {
        let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "nothing".to_owned());
        let why = change.reason.as_ref().map_or(String::new(), |reason| format!(" ({reason})"));
        let text = if change.field == "deleted_at" {
            let what = if change.new.is_some() { "removed" } else { "brought back" };
            format!("{} {what}{why}", change.at.to_iso())
        } else {
            let (old, new) = (said(&change.old), said(&change.new));
            format!("{} {}: {old} -> {new}{why}", change.at.to_iso(), change.field)
        };
        table::sentence(out, &text, 2)?;
    }
    Ok(())
}

/// Changes fields of one.
pub(crate) fn edit(
    kind: Kind,
    args: &Edit,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let changes = read(kind, &args.fields, around)?;
    let mut diary = args.diary.open()?;
    let record = diary.edit_record(kind, &args.id, &changes, &args.why.editor(around))?;
    unlock::close(diary, around);
    writeln!(out, "Changed {} {}; what it said stays in its history.", spoken(kind), record.spelled_id())?;
    Ok(())
}

/// Removes one.
pub(crate) fn remove(
    kind: Kind,
    args: &Remove,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut diary = args.diary.open()?;
    let record = diary.remove_record(kind, &args.id, &args.why.editor(around))?;
    unlock::close(diary, around);
    writeln!(
        out,
        "Removed {} {}: it is no longer shown or counted; `tidemark undo` brings it back.",
        spoken(kind),
        record.spelled_id()
    )?;
    Ok(())
}

/// The help page's list of a kind's fields.
pub(crate) fn help(kind: Kind) -> String {
    let line = |field: &Field| {
        let needed = if field.required { "" } else { "?" };
        format!("  {}{needed}: {}{}\n", field.name, field.about.trim(), takes(field))
    };
    let lines: String = settable_fields(kind).map(line).collect();
    format!("Fields:\n{lines}? marks a field that may be left out. Lists: give the name again for each item.")
}

fn takes(field: &Field) -> String {
    match field.kind {
        FieldKind::Code(codes) => format!(" ({})", codes.join(", ")),
        FieldKind::YesNo => " (true, false)".to_owned(),
        _ => String::new(),
    }
}

/// A kind as people say it.
pub(crate) fn spoken(kind: Kind) -> String {
    match kind {
        Kind::InstrumentResult => "questionnaire result".to_owned(),
        Kind::CheckIn => "check-in".to_owned(),
        Kind::SessionPlan => "plan".to_owned(),
        other => other.code().replace('_', " "),
    }
}

pub(crate) fn json(record: &Record, rollover: Rollover, out: &mut dyn Write) -> Result<(), Failure> {
    if let Some(entry) = Entry::of_record(record, rollover) {
        serde_json::to_writer(&mut *out, &entry)?;
        writeln!(out)?;
    }
    Ok(())
}

fn line(record: &Record) -> String {
    format!("{} [{}]", said(record, &[]), record.spelled_id())
}

/// Every field that says something, but for those left out.
pub(crate) fn said(record: &Record, without: &[&str]) -> String {
    let texts = record.texts();
    let fields = record_fields(record.kind()).iter().filter(|field| !without.contains(&field.name));
    let said = fields.filter_map(|field| Some(format!("{} {}", field.name, texts.get(field.name)?)));
    said.collect::<Vec<String>>().join(", ")
}

/// Reads `name=value`, as the field of that name takes it.
pub(crate) fn read(
    kind: Kind,
    items: &[String],
    around: &Surroundings,
) -> Result<Vec<(String, Option<String>)>, Failure> {
    let mut changes: Vec<(String, Option<String>)> = Vec::new();
    for item in items {
        let Some((name, value)) = item.split_once('=') else {
            // What was typed may be words that belong into a note; it is not repeated.
            return Err(Failure::usage(format!(
                "a field is written name=value; {} has {}. Nothing was saved.",
                spoken(kind),
                settable_fields(kind).map(|field| field.name).collect::<Vec<_>>().join(", ")
            )));
        };
        let (name, value) = (name.trim(), value.trim());
        let field = record_fields(kind).iter().find(|field| field.name == name);
        let (name, text) = match field {
            Some(field) if value.is_empty() => (field.name.to_owned(), None),
            Some(field) => (field.name.to_owned(), Some(typed(field, value, around)?)),
            None => answer(kind, name, value)?,
        };
        match changes.iter_mut().find(|(known, _)| *known == name) {
            Some((_, Some(before))) if field.is_some_and(|f| f.kind == FieldKind::List) => {
                before.push_str(" | ");
                before.push_str(text.as_deref().unwrap_or_default());
            }
            Some(_) => {
                return Err(Failure::usage(format!("{name} is given twice. Nothing was saved.")));
            }
            None => changes.push((name, text)),
        }
    }
    Ok(changes)
}

/// A rating typed as `stress=4` is the field `value.stress`; another name stays, and the diary says which it knows.
fn answer(kind: Kind, name: &str, value: &str) -> Result<(String, Option<String>), Failure> {
    let rated = matches!(kind, Kind::CheckIn | Kind::SessionRating);
    if !rated {
        return Ok((name.to_owned(), Some(value.to_owned())));
    }
    let measure = answered_by(name).unwrap_or(name);
    if value.is_empty() {
        return Ok((answer_field(&MeasureId::new(measure)?), None));
    }
    let read = ratings::read([format!("{measure}={value}").as_str()])?;
    let [(measure, number)] = read.as_slice() else {
        return Err(Failure::usage(format!("{name} takes one rating. Nothing was saved.")));
    };
    Ok((answer_field(measure), Some(answer_text(*number))))
}

fn typed(field: &Field, value: &str, around: &Surroundings) -> Result<String, Failure> {
    match field.kind {
        FieldKind::Moment => Ok(when::time(value, field.name, around)?.to_text().unwrap_or_default()),
        _ => Ok(value.to_owned()),
    }
}
