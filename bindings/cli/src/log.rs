//! `tidemark log`: the entries in time order.

use std::io::Write;

use tidemark::Entry;

use crate::failure::Failure;
use crate::table;
use crate::unlock::DiaryArgs;
use crate::when::SpanArgs;

/// Show the entries in time order.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    #[command(flatten)]
    span: SpanArgs,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(serde::Serialize)]
struct Log {
    entries: Vec<Entry>,
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<(), Failure> {
    let entries = args.diary.open()?.log(args.span.span()?)?;
    if args.json {
        serde_json::to_writer(&mut *out, &Log { entries })?;
        writeln!(out)?;
        return Ok(());
    }
    if entries.is_empty() {
        writeln!(out, "No entries in these days.")?;
        return Ok(());
    }
    for entry in &entries {
        table::sentence(out, &line(entry), 0)?;
    }
    Ok(())
}

fn line(entry: &Entry) -> String {
    let day = &entry.head().logical_date;
    match entry {
        Entry::CheckIn { values, note, entry_mode, .. } => {
            let late = if *entry_mode == "live" { String::new() } else { format!(" ({entry_mode})") };
            let note = note.as_ref().map_or("", |_| " + note");
            format!("{day}  check-in  {}{note}{late}", answers(values))
        }
        Entry::Session { status, modality, actual_min, ratings, head, .. } => {
            let minutes = actual_min.map_or(String::new(), |m| format!(" {m} min"));
            let around: Vec<String> =
                ratings.iter().map(|r| format!("{} {}", r.phase, answers(&r.values))).collect();
            format!("{day}  session   {modality}{minutes}, {status}; {} [{}]", around.join("; "), head.id)
        }
        Entry::Other { kind, fields, .. } => {
            let said: Vec<String> = fields.iter().filter_map(|(name, value)| told(name, value)).collect();
            format!("{day}  {:<8}  {}", kind.replace('_', " "), said.join(", "))
        }
    }
}

/// A field in a line of the log; none when it says nothing.
fn told(name: &str, value: &serde_json::Value) -> Option<String> {
    let words = match value {
        serde_json::Value::Null => return None,
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(items) if items.is_empty() => return None,
        serde_json::Value::Array(items) => {
            items.iter().filter_map(serde_json::Value::as_str).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    };
    Some(format!("{} {words}", name.replace('_', " ")))
}

fn answers(values: &[tidemark::Answered]) -> String {
    let one = |answer: &tidemark::Answered| match answer.value {
        Some(value) => format!("{} {value}", answer.measure_id),
        None => format!("{} skipped", answer.measure_id),
    };
    values.iter().map(one).collect::<Vec<_>>().join(", ")
}
