//! `tidemark visit`: appointments with their questions and outcome; one closes a report period.

use std::io::Write;

use clap::Subcommand;
use tidemark::model::Kind;

use crate::failure::Failure;
use crate::record::{self, Act as Verb};
use crate::shell::Surroundings;

/// Write down an appointment; the next report starts the day after.
#[derive(Debug, clap::Args)]
#[command(after_help = record::help(Kind::Visit))]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Add an appointment
    Add {
        #[command(flatten)]
        add: record::Add,
        /// When it was or will be
        #[arg(long, value_name = "TIME")]
        at: Option<String>,
        /// With whom
        #[arg(long, value_name = "TEXT")]
        with: Option<String>,
    },
    #[command(flatten)]
    Other(Rest),
}

#[derive(Debug, Subcommand)]
enum Rest {
    /// List appointments
    List(record::List),
    /// Show one with everything it said before
    Show(record::Show),
    /// Change fields of one
    Edit(record::Edit),
    /// Remove one from everything that is shown or counted
    Remove(record::Remove),
}

pub(crate) fn run(args: Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let verb = match args.act {
        Act::Add { mut add, at, with } => {
            let given = [("at", at), ("with", with)];
            add.fields.extend(given.into_iter().filter_map(|(name, text)| Some(format!("{name}={}", text?))));
            Verb::Add(add)
        }
        Act::Other(Rest::List(args)) => Verb::List(args),
        Act::Other(Rest::Show(args)) => Verb::Show(args),
        Act::Other(Rest::Edit(args)) => Verb::Edit(args),
        Act::Other(Rest::Remove(args)) => Verb::Remove(args),
    };
    record::verb(Kind::Visit, &verb, around, out)
}
