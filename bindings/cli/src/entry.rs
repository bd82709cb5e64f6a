//! `tidemark entry`: list, show, edit and remove check-ins and ratings of sessions, which are written down by other commands.

use std::io::Write;

use clap::{Subcommand, ValueEnum};
use tidemark::model::Kind;

use crate::failure::Failure;
use crate::record;
use crate::shell::Surroundings;

/// List, show, edit or remove check-ins; with --of session-rating, the ratings of sessions.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  tidemark entry edit my.diary last stress=5 --reason \"typed the wrong number\"\n  \
    tidemark entry edit my.diary last note=\n  tidemark entry show my.diary 3f2a"
)]
pub(crate) struct Args {
    /// Which entries
    #[arg(long, value_enum, default_value_t = Of::CheckIn, global = true)]
    of: Of,
    #[command(subcommand)]
    act: Act,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Of {
    CheckIn,
    SessionRating,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// List them
    List(record::List),
    /// Show one with everything it said before
    Show(record::Show),
    /// Change fields or ratings of one: stress=5, note=, value.mood=skip
    Edit(record::Edit),
    /// Remove one from everything that is shown or counted
    Remove(record::Remove),
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let kind = match args.of {
        Of::CheckIn => Kind::CheckIn,
        Of::SessionRating => Kind::SessionRating,
    };
    match &args.act {
        Act::List(args) => record::list(kind, args, out),
        Act::Show(args) => record::show(kind, args, out),
        Act::Edit(args) => record::edit(kind, args, around, out),
        Act::Remove(args) => record::remove(kind, args, around, out),
    }
}
