//! Changes within pairs of ratings: `paired-mean`, `sign-flip`, `effect-size`, `confidence-sequence`.

use std::io::Read;

use clap::Subcommand;
use tidemark::stats::{self as engine, Answer, ConfidenceSequence, PairedMean, SignFlip};

use super::options::{FileOption, LevelOption};
use super::{BadInput, input};

#[derive(Debug, Subcommand)]
pub(super) enum Method {
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
    /// Mean of after − before in standard deviations (columns before,after)
    EffectSize {
        #[command(flatten)]
        file: FileOption,
    },
    /// Mean of after − before with an interval that may be looked at after every session (columns before,after)
    ConfidenceSequence {
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
}

pub(super) fn run(method: Method, stdin: &mut dyn Read) -> Result<Answer, BadInput> {
    Ok(match method {
        Method::PairedMean { effective_n, level, file } => {
            let differences = if effective_n {
                engine::Differences::Autocorrelated
            } else {
                engine::Differences::Independent
            };
            let pairs = input::pairs(file.file, stdin)?;
            PairedMean::answer(&pairs, differences, &engine::paired_mean(&pairs, differences, level.level))
        }
        Method::SignFlip { seed, file } => {
            let pairs = input::pairs(file.file, stdin)?;
            SignFlip::answer(&pairs, &engine::sign_flip(&pairs, engine::Seed::new(seed)))
        }
        Method::EffectSize { file } => engine::effect_size(&input::pairs(file.file, stdin)?).answer(),
        Method::ConfidenceSequence { level, file } => {
            let pairs = input::pairs(file.file, stdin)?;
            ConfidenceSequence::answer(&pairs, &engine::confidence_sequence(&pairs, level.level))
        }
    })
}
