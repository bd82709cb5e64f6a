//! `tidemark visit`: writes down an appointment; it closes a report period.

use std::io::Write;

use clap::Subcommand;
use tidemark::Span;
use tidemark::model::ShortText;

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::DiaryArgs;
use crate::{table, when};

/// Write down an appointment; the next report starts the day after.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Add an appointment
    Add {
        #[command(flatten)]
        diary: DiaryArgs,
        /// When it was or will be
        #[arg(long, value_name = "TIME")]
        at: String,
        /// With whom
        #[arg(long, value_name = "TEXT")]
        with: Option<String>,
    },
    /// List appointments
    List {
        #[command(flatten)]
        diary: DiaryArgs,
    },
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    match &args.act {
        Act::Add { diary, at, with } => {
            let at = when::time(at, "--at", around)?;
            let with = with.as_deref().map(|text| ShortText::new("--with", text)).transpose()?;
            let visit = diary.open()?.add_visit(at, with, around.now)?;
            writeln!(out, "Saved visit for {}.", when::spoken(visit.logical_date))?;
        }
        Act::List { diary } => {
            let visits = diary.open()?.records(Span::default())?.visits;
            let with = |words: Option<&ShortText>| words.map_or(String::new(), |w| w.as_str().to_owned());
            let rows: Vec<Vec<String>> =
                visits.iter().map(|v| vec![when::spoken(v.logical_date), with(v.with.as_ref())]).collect();
            table::print(out, &["day", "with"], &rows, true)?;
        }
    }
    Ok(())
}
