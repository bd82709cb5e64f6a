//! `tidemark session rate`: ratings of a session that is in the diary.

use std::io::Write;

use tidemark::SessionRatingDraft;
use tidemark::model::{Phase, RecordedBy};

use super::{add, find};
use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::{self, DiaryArgs};
use crate::{ratings, when};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tidemark session rate my.diary last --phase follow_up stress=4 pain=3")]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Its id, or `last`
    session: String,
    /// When around the session: before, after or follow_up
    #[arg(long, value_parser = Phase::from_code)]
    phase: Phase,
    /// Ratings: measure=number
    #[arg(value_name = "MEASURE=NUMBER", required = true)]
    ratings: Vec<String>,
    /// The time the ratings are about; else the session's start or end, and now for a follow-up
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// They are from memory
    #[arg(long)]
    recalled: bool,
}

pub(super) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let draft = SessionRatingDraft {
        phase: args.phase,
        rated: args.at.as_deref().map(|text| when::time(text, "--at", around)).transpose()?,
        ratings: ratings::read(args.ratings.iter().map(String::as_str))?,
        recalled: args.recalled,
    };
    let mut diary = args.diary.open()?;
    let session = find(&diary, &args.session)?;
    let saved = diary.add_session_rating(session, &draft, RecordedBy::Own, around.now)?;
    unlock::close(diary, around);
    writeln!(out, "Saved {} {} ratings for session {session}.", draft.ratings.len(), args.phase.code())?;
    for warning in saved.warnings {
        writeln!(out, "{}", add::words(warning))?;
    }
    Ok(())
}
