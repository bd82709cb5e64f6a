//! `tidemark measure list`: what can be rated, over which range, and what a higher number means.

use std::io::Write;

use clap::Subcommand;
use tidemark::model::{Direction, Measure};

use crate::failure::Failure;
use crate::table;
use crate::unlock::DiaryArgs;

/// List what can be rated.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// List the measures
    List {
        #[command(flatten)]
        diary: DiaryArgs,
    },
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<(), Failure> {
    let Act::List { diary } = &args.act;
    let rows: Vec<Vec<String>> = diary.open()?.measures()?.iter().map(row).collect();
    Ok(table::print(out, &["measure", "from", "to", "step", "direction"], &rows, true)?)
}

fn row(measure: &Measure) -> Vec<String> {
    let scale = measure.scale();
    let direction = match measure.direction() {
        Direction::HigherBetter => "higher = better",
        Direction::HigherWorse => "higher = worse",
        Direction::Neutral => "neither",
    };
    vec![
        measure.id().to_string(),
        scale.min().to_string(),
        scale.max().to_string(),
        scale.step().to_string(),
        direction.to_owned(),
    ]
}
