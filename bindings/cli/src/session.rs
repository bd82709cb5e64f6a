//! `tidemark session`: writes down, rates, lists and removes massage sessions.

mod add;
mod rate;

use std::io::Write;

use clap::Subcommand;
use tidemark::Span;
use tidemark::model::{Session, SessionId};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::DiaryArgs;
use crate::when::{SpanArgs, spoken};

/// Write down, rate, list or remove massage sessions.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Write down a session that took place, is planned, was cancelled or missed
    Add(Box<add::Args>),
    /// Add ratings to a session, such as the next morning's
    Rate(rate::Args),
    /// List sessions
    List {
        #[command(flatten)]
        diary: DiaryArgs,
        #[command(flatten)]
        span: SpanArgs,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Remove a session and its ratings from everything that is shown or counted
    Remove {
        #[command(flatten)]
        diary: DiaryArgs,
        /// Its id, or `last`
        session: String,
    },
}

pub(crate) fn run(args: Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    match args.act {
        Act::Add(args) => add::run(&args, around, out),
        Act::Rate(args) => rate::run(&args, around, out),
        Act::List { diary, span, json } => list(&diary, &span, json, out),
        Act::Remove { diary, session } => {
            let mut diary = diary.open()?;
            let id = find(&diary, &session)?;
            diary.remove_session(id, around.now)?;
            writeln!(out, "Removed session {id}: it is no longer shown or counted.")?;
            Ok(())
        }
    }
}

fn list(diary: &DiaryArgs, span: &SpanArgs, json: bool, out: &mut dyn Write) -> Result<(), Failure> {
    let diary = diary.open()?;
    if json {
        let mut entries = diary.log(span.span()?)?;
        entries.retain(|entry| matches!(entry, tidemark::Entry::Session { .. }));
        serde_json::to_writer(&mut *out, &serde_json::json!({ "sessions": entries }))?;
        writeln!(out)?;
        return Ok(());
    }
    let sessions = diary.records(span.span()?)?.sessions;
    let rows: Vec<Vec<String>> = sessions.iter().map(row).collect();
    if rows.is_empty() {
        writeln!(out, "No sessions in these days.")?;
        return Ok(());
    }
    Ok(table::print(out, &["day", "style", "status", "min", "id"], &rows, true)?)
}

fn row(session: &Session) -> Vec<String> {
    let p = session.parts();
    vec![
        spoken(p.logical_date),
        p.modality.code().to_owned(),
        p.status.code().to_owned(),
        p.actual_min.map(|m| m.minutes().to_string()).unwrap_or_default(),
        p.id.to_string(),
    ]
}

/// The session with that id, or the latest for `last`.
fn find(diary: &tidemark::Diary, text: &str) -> Result<SessionId, Failure> {
    if text != "last" {
        return Ok(text.parse()?);
    }
    let sessions = diary.records(Span::default())?.sessions;
    sessions
        .last()
        .map(Session::id)
        .ok_or_else(|| Failure::usage("the diary has no session yet. Nothing was changed."))
}
