//! Counts and shares: `sign-count`, `wilson`.

use std::io::Read;

use clap::Subcommand;
use tidemark::stats::{self as engine, Answer, Wilson};

use super::options::{FileOption, LevelOption};
use super::{BadInput, input};

#[derive(Debug, Subcommand)]
pub(super) enum Method {
    /// How many pairs are lower, the same, higher after than before (columns before,after)
    SignCount {
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
        Method::SignCount { file } => engine::sign_count(&input::pairs(file.file, stdin)?).answer(),
        Method::Wilson { successes, trials, level } => {
            let trials =
                engine::Trials::new(successes, trials).map_err(|_| BadInput::MoreSuccessesThanTrials)?;
            Wilson::answer(trials, &engine::wilson(trials, level.level))
        }
    })
}
