//! `tidemark plan calendar`: what stands on each day, and what is nearer to a session than the plan keeps apart.

use std::io::Write;

use serde::Serialize;
use tidemark::findings::{PlanDay, PlanLane};
use tidemark::model::SessionStatus;

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::{self, DiaryArgs};
use crate::when::{self, spoken};

#[derive(Debug, clap::Args)]
pub(super) struct Calendar {
    #[command(flatten)]
    diary: DiaryArgs,
    /// The first day; today without
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// How many days, 1 to 62
    #[arg(long, value_name = "N", default_value_t = 14)]
    days: u16,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// As JSON has it: a row for each thing that stands on a day.
#[derive(Serialize)]
struct Row {
    day: String,
    time: String,
    kind: &'static str,
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    apart: Vec<String>,
}

pub(super) fn run(args: &Calendar, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let diary = args.diary.open()?;
    let from =
        when::day(args.from.as_deref(), "--from")?.map_or_else(|| around.today(diary.rollover()), Ok)?;
    let days = diary.plan_calendar(from, args.days)?;
    unlock::close(diary, around);
    if args.json {
        let rows: Vec<Row> = days.iter().flat_map(rows).collect();
        serde_json::to_writer(&mut *out, &serde_json::json!({ "entries": rows }))?;
        writeln!(out)?;
        return Ok(());
    }
    let last = days.last().map_or(from, |day| day.day);
    if days.iter().all(|day| day.entries.is_empty()) {
        let (from, to) = (spoken(from), spoken(last));
        writeln!(out, "From {from} to {to}: no session, no talking therapy, no time of a dose.")?;
        return Ok(());
    }
    for day in days.iter().filter(|day| !day.entries.is_empty()) {
        writeln!(out, "{}", spoken(day.day))?;
        for row in rows(day) {
            let status =
                row.status.map(|status| format!(", {}", status.replace('_', " "))).unwrap_or_default();
            let words = row.words.map(|words| format!(": {words}")).unwrap_or_default();
            let line = format!("{} {}{status}{words}", row.time, row.kind.replace('_', " "));
            table::sentence(out, &line, 2)?;
            for sentence in &row.apart {
                table::sentence(out, sentence, 8)?;
            }
        }
    }
    Ok(())
}

fn rows(day: &PlanDay) -> Vec<Row> {
    let row = |entry: &tidemark::findings::PlanEntry| {
        let (kind, id, status, words, apart) = match &entry.what {
            PlanLane::Session { id, status, apart } => {
                let apart = apart.iter().map(|sentence| sentence.text.clone()).collect();
                ("session", id.to_string(), Some(SessionStatus::code(*status)), None, apart)
            }
            PlanLane::TalkingTherapy { id, with } => {
                ("talking_therapy", id.to_string(), None, with.clone(), vec![])
            }
            PlanLane::Dose { id, name } => ("dose", id.to_string(), None, Some(name.clone()), vec![]),
        };
        let time = format!("{:02}:{:02}", entry.minute / 60, entry.minute % 60);
        Row { day: day.day.to_string(), time, kind, id, status, words, apart }
    };
    day.entries.iter().map(row).collect()
}
