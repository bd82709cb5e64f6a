//! `tidemark today`: what is asked today, what was answered, and which sessions are around.

use std::io::Write;

use tidemark::Today;
use tidemark::model::{Measure, MeasureId, Session};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::DiaryArgs;
use crate::when::spoken;

/// Show what is asked today and what was answered.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tidemark today my.diary")]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let today = args.diary.open()?.today(around.now)?;
    if args.json {
        serde_json::to_writer(&mut *out, &json(&today))?;
        writeln!(out)?;
        return Ok(());
    }
    print(&today, out)
}

fn print(today: &Today, out: &mut dyn Write) -> Result<(), Failure> {
    writeln!(out, "{} (this day ends at {})", spoken(today.day), today.rollover)?;
    let answer = |measure: &Measure| {
        let found = today.answers.iter().find(|answer| answer.measure == *measure.id());
        let said = match found.map(|answer| answer.value) {
            None => "not rated".to_owned(),
            Some(None) => "skipped".to_owned(),
            Some(Some(value)) => value.to_string(),
        };
        vec![measure.label().to_owned(), said, tidemark::findings::Measured::new(measure).direction_label()]
    };
    let rows: Vec<Vec<String>> = today.asked.iter().map(answer).collect();
    table::print(out, &["asked today", "answer", ""], &rows, true)?;
    if let Some(session) = &today.running {
        writeln!(out, "Session {} is running.", session.id())?;
    }
    for session in &today.planned {
        writeln!(out, "Session {} is planned for {}.", session.id(), session.parts().started.to_iso())?;
    }
    for session in &today.morning_after {
        let text = format!(
            "Session {} can have its morning-after rating now: tidemark session rate DIARY {0} --phase follow_up stress=4",
            session.id()
        );
        table::sentence(out, &text, 0)?;
    }
    if let Some(day) = today.away_since {
        writeln!(out, "Your records up to {} are here.", spoken(day))?;
    }
    Ok(())
}

/// The same for programs, under the names of the other outputs.
fn json(today: &Today) -> serde_json::Value {
    let ids = |sessions: &[Session]| sessions.iter().map(|s| s.id().to_string()).collect::<Vec<_>>();
    let answer = |answer: &tidemark::LatestAnswer| {
        serde_json::json!({
            "measure_id": answer.measure.to_string(), "check_in_id": answer.check_in.to_string(),
            "value_milli": answer.value.map(tidemark::model::Milli::thousandths),
        })
    };
    serde_json::json!({
        "day": today.day.to_string(), "rollover_min": today.rollover.minutes(),
        "asked": today.asked.iter().map(|m| MeasureId::to_string(m.id())).collect::<Vec<_>>(),
        "answers": today.answers.iter().map(answer).collect::<Vec<_>>(),
        "check_ins": today.check_ins.len(),
        "running_session_id": today.running.as_ref().map(|session| session.id().to_string()),
        "planned_session_ids": ids(&today.planned), "morning_after_session_ids": ids(&today.morning_after),
        "away_since": today.away_since.map(|day| day.to_string()),
        "days_since_backup": today.days_since_backup,
    })
}
