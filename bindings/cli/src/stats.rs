//! `tidemark stats METHOD`: the statistics alone, over a CSV file or standard input; needs no diary.
//!
//! Prints one JSON object. A number that is not defined is null beside a `refused` object; input that cannot be read
//! is a [`BadInput`] naming line and column. One file a family of methods: its options, its table, its call.

mod answer;
mod bad_input;
mod counts;
mod input;
mod options;
mod paired;
mod planning;
mod process;
mod rank;
mod sessions;
mod single_case;
mod table;
mod trend;

use std::io::{Read, Write};

use clap::Subcommand;

pub(crate) use bad_input::BadInput;

/// Statistics of a table of ratings, without a diary.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    method: Method,
}

#[derive(Debug, Subcommand)]
enum Method {
    #[command(flatten)]
    Paired(paired::Method),
    #[command(flatten)]
    Rank(rank::Method),
    #[command(flatten)]
    Counts(counts::Method),
    #[command(flatten)]
    Trend(trend::Method),
    #[command(flatten)]
    SingleCase(single_case::Method),
    #[command(flatten)]
    Sessions(sessions::Method),
    #[command(flatten)]
    Process(process::Method),
    #[command(flatten)]
    Planning(planning::Method),
}

/// Runs one method and writes its answer as one JSON object and a line end.
///
/// # Errors
/// [`BadInput`] when the input cannot be read as the method's table, or the answer cannot be written.
pub(crate) fn run(args: Args, stdin: &mut dyn Read, out: &mut dyn Write) -> Result<(), BadInput> {
    let answer = match args.method {
        Method::Paired(method) => paired::run(method, stdin)?,
        Method::Rank(method) => rank::run(method, stdin)?,
        Method::Counts(method) => counts::run(method, stdin)?,
        Method::Trend(method) => trend::run(method, stdin)?,
        Method::SingleCase(method) => single_case::run(method, stdin)?,
        Method::Sessions(method) => sessions::run(method, stdin)?,
        Method::Process(method) => process::run(method, stdin)?,
        Method::Planning(method) => planning::run(method, stdin)?,
    };
    answer::write(&answer, out)
}

#[cfg(test)]
mod tests;
