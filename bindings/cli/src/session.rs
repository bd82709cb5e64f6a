//! `tidemark session`: writes down massage sessions as they go on or afterwards, rates, changes and removes them.

mod add;
mod flow;
mod rate;

use std::io::Write;

use clap::Subcommand;
use tidemark::model::{Kind, MomentKind, RecordId, Session, SessionId};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::DiaryArgs;
use crate::when::{SpanArgs, spoken};
use crate::{record, table};

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
    /// Start the timer of a new session, or of a planned one
    Start(Box<flow::Start>),
    /// Write down what happened within the running session: firmer, sound, stop
    Feedback(flow::Moment),
    /// Pause the running session
    Pause(flow::Running),
    /// Go on after a pause
    Resume(flow::Running),
    /// End the running session
    Finish(flow::End),
    /// Show a session with its ratings; those before stay hidden until those after are given
    Show(flow::View),
    /// Change fields of a session; what it said stays in its history
    #[command(after_help = record::help(Kind::Session))]
    Edit(record::Edit),
    /// Show what a session said before
    History(record::Show),
    /// Remove a session and its ratings from everything that is shown or counted
    Remove(record::Remove),
}

pub(crate) fn run(args: Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    match args.act {
        Act::Add(args) => add::run(&args, around, out),
        Act::Rate(args) => rate::run(&args, around, out),
        Act::List { diary, span, json } => list(&diary, &span, json, out),
        Act::Start(args) => flow::start(&args, around, out),
        Act::Feedback(args) => flow::moment(&args, around, out),
        Act::Pause(args) => flow::pause(&args, MomentKind::Pause, around, out),
        Act::Resume(args) => flow::pause(&args, MomentKind::Resume, around, out),
        Act::Finish(args) => flow::finish(&args, around, out),
        Act::Show(args) => flow::view(&args, around, out),
        Act::Edit(args) => record::edit(Kind::Session, &args, around, out),
        Act::History(args) => record::show(Kind::Session, &args, out),
        Act::Remove(args) => record::remove(Kind::Session, &args, around, out),
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

/// The session with that id, an ending of it, or the latest for `last`.
fn find(diary: &tidemark::Diary, text: &str) -> Result<SessionId, Failure> {
    Ok(SessionId::from_bytes(diary.resolve(Kind::Session, text)?))
}
