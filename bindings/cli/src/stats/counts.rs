//! Counts and shares: `sign-count`, `wilson`.

use std::io::Read;

use clap::Subcommand;
use tidemark::stats::{self as engine, Answer, MeaningfulChange, MeaningfulCount, Wilson};

use super::options::{FileOption, LevelOption};
use super::{BadInput, input};

#[derive(Debug, Subcommand)]
pub(super) enum Method {
    /// How many pairs are lower, the same, higher after than before (columns before,after)
    SignCount {
        /// Also count the pairs that changed by at least this many points, lower or higher
        #[arg(long, value_name = "POINTS", value_parser = least)]
        meaningful: Option<MeaningfulChange>,
        #[command(flatten)]
        level: LevelOption,
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

pub(super) fn run(method: Method, stdin: &mut dyn Read) -> Result<Answer, BadInput> {
    Ok(match method {
        Method::SignCount { meaningful, level, file } => {
            let pairs = input::pairs(file.file, stdin)?;
            let counted = meaningful.map(|least| MeaningfulCount::of(&pairs, least, level.level));
            engine::sign_count(&pairs).answer(counted.as_ref())
        }
        Method::Wilson { successes, trials, level } => {
            let trials =
                engine::Trials::new(successes, trials).map_err(|_| BadInput::MoreSuccessesThanTrials)?;
            Wilson::answer(trials, &engine::wilson(trials, level.level))
        }
    })
}

fn least(text: &str) -> Result<MeaningfulChange, String> {
    let points: f64 = text.parse().map_err(|_| "not a number above 0".to_owned())?;
    MeaningfulChange::new(points).map_err(|error| error.to_string())
}
