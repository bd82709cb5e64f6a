//! `tidemark session start|feedback|pause|resume|finish|show`: a session as it goes on.

use std::io::Write;

use tidemark::model::{
    Modality, MomentKind, Phase, Pressure, RecordedBy, SessionMinutes, SessionStatus, ShortText, answered_by,
};
use tidemark::{Diary, Ending, Finish, SessionDraft, SessionRatingDraft};

use super::{add, find};
use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::{self, DiaryArgs};
use crate::{ratings, when};

/// Start the timer of a new session, or of a planned one.
#[derive(Debug, clap::Args)]
pub(crate) struct Start {
    #[command(flatten)]
    diary: DiaryArgs,
    /// A planned session: its id, or `last`; without, a new one
    session: Option<String>,
    /// Style of a new one
    #[arg(long, default_value = "other", value_parser = Modality::from_code)]
    modality: Modality,
    /// Length agreed, minutes
    #[arg(long, value_name = "N", value_parser = add::minutes)]
    planned: Option<SessionMinutes>,
    /// Pressure asked for, 1 feather-light to 5 deep
    #[arg(long, value_name = "1-5", value_parser = add::pressure)]
    pressure: Option<Pressure>,
    /// Ratings before: stress=7,pain=5
    #[arg(long, value_name = "RATINGS")]
    before: Option<String>,
    /// Further fields, as in `session edit`
    #[arg(value_name = "NAME=VALUE", last = true)]
    fields: Vec<String>,
}

/// Write down what happened within the running session.
#[derive(Debug, clap::Args)]
pub(crate) struct Moment {
    #[command(flatten)]
    diary: DiaryArgs,
    /// lighter, firmer, move_area, temperature, sound, talk_less, pause, resume or stop
    #[arg(value_parser = MomentKind::from_code)]
    kind: MomentKind,
    /// Words of your own
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// Pause or go on.
#[derive(Debug, clap::Args)]
pub(crate) struct Running {
    #[command(flatten)]
    diary: DiaryArgs,
}

/// End the running session.
#[derive(Debug, clap::Args)]
pub(crate) struct End {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Its real length, when the clock was moved
    #[arg(long, value_name = "N", value_parser = add::minutes)]
    minutes: Option<SessionMinutes>,
    /// It was stopped before its time
    #[arg(long)]
    early: bool,
    /// Why it was stopped
    #[arg(long, value_name = "TEXT", requires = "early")]
    reason: Option<String>,
    /// Ratings after: stress=3,pain=3
    #[arg(long, value_name = "RATINGS")]
    after: Option<String>,
}

/// Show a session with its ratings.
#[derive(Debug, clap::Args)]
pub(crate) struct View {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Its id, the last four characters of it or more, or `last`
    session: String,
    /// Show ratings before it although those after are not given yet; that you looked is kept
    #[arg(long)]
    reveal: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn start(args: &Start, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let mut diary = args.diary.open()?;
    let session = if let Some(planned) = &args.session {
        let id = find(&diary, planned)?;
        diary.start_planned(id, RecordedBy::Own, around.now)?
    } else {
        let before = ratings::list(args.before.as_deref())?;
        let draft = SessionDraft {
            started: around.now,
            ending: Ending::None,
            status: SessionStatus::Planned,
            planned_min: args.planned,
            reason: None,
            modality: args.modality,
            secondary: vec![],
            pressure_asked: args.pressure,
            pressure_felt: None,
            areas: vec![],
            note: None,
            details: add::details(&args.fields, around, &diary)?,
            ratings: if before.is_empty() {
                vec![]
            } else {
                vec![SessionRatingDraft {
                    phase: Phase::Before,
                    rated: None,
                    ratings: before,
                    recalled: false,
                }]
            },
            overlap: false,
            recorded_by: RecordedBy::Own,
        };
        diary.start_session(draft, around.now)?.entry.0
    };
    unlock::close(diary, around);
    let at = around.now.local().format("%H:%M");
    writeln!(out, "Started {at}. `tidemark session finish` ends it. Id {}", session.id())?;
    Ok(())
}

fn running(diary: &Diary) -> Result<tidemark::model::SessionId, Failure> {
    Ok(diary.running_session()?.ok_or(tidemark::DiaryError::NotRunning)?.id())
}

pub(super) fn moment(args: &Moment, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    note(&args.diary, args.kind, args.note.as_deref(), around, out)
}

pub(super) fn pause(
    args: &Running,
    kind: MomentKind,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    note(&args.diary, kind, None, around, out)
}

fn note(
    diary: &DiaryArgs,
    kind: MomentKind,
    words: Option<&str>,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut diary = diary.open()?;
    let session = running(&diary)?;
    let words = words.map(|text| ShortText::new("a note", text)).transpose()?;
    let moment = diary.note_moment(session, kind, words, RecordedBy::Own, around.now)?;
    unlock::close(diary, around);
    writeln!(out, "Saved {} at minute {}.", kind.code().replace('_', " "), moment.minute)?;
    Ok(())
}

pub(super) fn finish(args: &End, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let after = ratings::list(args.after.as_deref())?;
    let reason = args.reason.as_deref().map(|text| ShortText::new("a reason", text)).transpose()?;
    let draft = SessionRatingDraft { phase: Phase::After, rated: None, ratings: after, recalled: false };
    let finish = Finish {
        minutes: args.minutes,
        early: args.early.then_some(reason),
        after: (!draft.ratings.is_empty()).then_some(draft),
    };
    let mut diary = args.diary.open()?;
    let session = running(&diary)?;
    let saved = diary.finish_session(session, &finish, RecordedBy::Own, around.now)?;
    unlock::close(diary, around);
    let parts = saved.entry.0.parts();
    let length = parts.actual_min.map_or(String::new(), |m| format!(" {} min", m.minutes()));
    writeln!(
        out,
        "Saved session for {}: {}{length}, {}. Id {session}",
        when::spoken(parts.logical_date),
        parts.modality.code(),
        parts.status.code()
    )?;
    for warning in &saved.warnings {
        writeln!(out, "{}", add::words(*warning))?;
    }
    Ok(())
}

pub(super) fn view(args: &View, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let mut diary = args.diary.open()?;
    let id = find(&diary, &args.session)?;
    let view = diary.view_session(id, args.reveal, around.now)?;
    unlock::close(diary, around);
    if args.json {
        let entry = tidemark::Entry::of_session(&view.session, &view.ratings);
        serde_json::to_writer(&mut *out, &entry)?;
        writeln!(out)?;
        return Ok(());
    }
    writeln!(out, "session {id}")?;
    let record = tidemark::model::Record::Session(view.session);
    for (name, text) in record.texts().iter() {
        crate::table::sentence(out, &format!("{name}: {text}"), 2)?;
    }
    for rating in &view.ratings {
        let parts = rating.parts();
        let record = tidemark::model::Record::SessionRating(rating.clone());
        let texts = record.texts();
        let answers = texts.iter().filter_map(|(name, text)| Some(format!("{} {text}", answered_by(name)?)));
        let answers = answers.collect::<Vec<_>>().join(", ");
        crate::table::sentence(out, &format!("{}: {answers}", parts.phase.code()), 2)?;
    }
    if view.before_hidden {
        writeln!(out, "  The ratings before stay hidden until those after are given; --reveal shows them.")?;
    }
    for moment in &view.moments {
        writeln!(out, "  minute {}: {}", moment.minute, moment.kind.code().replace('_', " "))?;
    }
    Ok(())
}
