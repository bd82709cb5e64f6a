//! `tidemark stats METHOD`: the statistics alone, over a CSV file or standard input; needs no diary.
//!
//! Prints one JSON object. A number that is not defined is null beside a `refused` object; input that cannot be read
//! is a [`BadInput`] naming line and column. The same cases as the library: `core/stats/oracles/`.

mod answer;
mod bad_input;
mod input;

use std::io::{Read, Write};
use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use tidemark::stats as engine;

pub(crate) use bad_input::BadInput;

/// Statistics of a table of ratings, without a diary.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    method: Method,
}

#[derive(Debug, Subcommand)]
enum Method {
    /// Mean of after − before with its t interval (columns before,after)
    PairedMean {
        /// Replace n by an effective n: neighbouring differences are alike
        #[arg(long)]
        effective_n: bool,
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
    /// Exact sign-flip test of the mean of after − before (columns before,after)
    SignFlip {
        /// Start of the random draws, used only where the exact distribution is out of reach
        #[arg(long, default_value_t = 1)]
        seed: u64,
        #[command(flatten)]
        file: FileOption,
    },
    /// Pseudo-median of after − before with its exact interval (columns before,after)
    HodgesLehmann {
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
    /// How many pairs are lower, the same, higher after than before (columns before,after)
    SignCount {
        #[command(flatten)]
        file: FileOption,
    },
    /// Slope with CAR(1) errors by REML (columns date,value)
    GlsTrend {
        /// Degrees of freedom of the interval
        #[arg(long, value_enum, default_value_t = Df::Residual)]
        df: Df,
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
    /// Mann–Kendall test for a monotone trend (columns date,value)
    MannKendall {
        /// Variance of S
        #[arg(long, value_enum, default_value_t = Variance::Ar1)]
        variance: Variance,
        #[command(flatten)]
        file: FileOption,
    },
    /// Level of every day by the local-level model (columns date,value)
    LocalLevel {
        #[command(flatten)]
        file: FileOption,
    },
    /// A share with Wilson's interval (no input)
    Wilson {
        /// Number of successes
        #[arg(long)]
        successes: usize,
        /// Number of trials
        #[arg(long)]
        trials: usize,
        #[command(flatten)]
        level: LevelOption,
    },
}

#[derive(Debug, clap::Args)]
struct LevelOption {
    /// Confidence level of the interval, between 0 and 1
    #[arg(long, default_value = "0.95", value_parser = level)]
    level: engine::Level,
}

#[derive(Debug, clap::Args)]
struct FileOption {
    /// CSV file with a header; standard input when absent or `-`
    file: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Df {
    Residual,
    Satterthwaite,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Variance {
    Independent,
    Ar1,
    YueWang,
    HamedRao,
}

/// Runs one method and writes its answer as one JSON object and a line end.
///
/// # Errors
/// [`BadInput`] when the input cannot be read as the method's table, or the answer cannot be written.
pub(crate) fn run(args: Args, stdin: &mut dyn Read, out: &mut dyn Write) -> Result<(), BadInput> {
    let answer = match args.method {
        Method::PairedMean { effective_n, level, file } => {
            let differences = if effective_n {
                engine::Differences::Autocorrelated
            } else {
                engine::Differences::Independent
            };
            let pairs = input::pairs(file.file, stdin)?;
            answer::paired_mean(&pairs, engine::paired_mean(&pairs, differences, level.level))
        }
        Method::SignFlip { seed, file } => {
            let pairs = input::pairs(file.file, stdin)?;
            answer::sign_flip(&pairs, engine::sign_flip(&pairs, engine::Seed::new(seed)))
        }
        Method::HodgesLehmann { level, file } => {
            let pairs = input::pairs(file.file, stdin)?;
            answer::hodges_lehmann(&pairs, engine::hodges_lehmann(&pairs, level.level))
        }
        Method::SignCount { file } => {
            answer::sign_count(&engine::sign_count(&input::pairs(file.file, stdin)?))
        }
        Method::GlsTrend { df, level, file } => {
            let df = match df {
                Df::Residual => engine::TrendDf::Residual,
                Df::Satterthwaite => engine::TrendDf::Satterthwaite,
            };
            let series = input::series(file.file, stdin)?;
            answer::gls_trend(&series, engine::gls_trend(&series, df, level.level))
        }
        Method::MannKendall { variance, file } => {
            let variance = match variance {
                Variance::Independent => engine::KendallVariance::Independent,
                Variance::Ar1 => engine::KendallVariance::Ar1,
                Variance::YueWang => engine::KendallVariance::YueWang,
                Variance::HamedRao => engine::KendallVariance::HamedRao,
            };
            let series = input::series(file.file, stdin)?;
            answer::mann_kendall(&series, engine::mann_kendall(&series, variance))
        }
        Method::LocalLevel { file } => {
            answer::local_level(engine::local_level(&input::series(file.file, stdin)?))
        }
        Method::Wilson { successes, trials, level } => {
            let trials =
                engine::Trials::new(successes, trials).map_err(|_| BadInput::MoreSuccessesThanTrials)?;
            answer::wilson(trials, engine::wilson(trials, level.level))
        }
    };
    answer.write(out)
}

fn level(text: &str) -> Result<engine::Level, String> {
    let share: f64 = text.parse().map_err(|_| "not a number between 0 and 1".to_owned())?;
    engine::Level::new(share).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests;
