//! Ranks of the changes within pairs: `hodges-lehmann`, `wilcoxon`.

use std::io::Read;

use clap::{Subcommand, ValueEnum};
use tidemark::stats::{self as engine, Answer, HodgesLehmann, Wilcoxon};

use super::options::{FileOption, LevelOption};
use super::{BadInput, input};

#[derive(Debug, Subcommand)]
pub(super) enum Method {
    /// Pseudo-median of after − before with its exact interval (columns before,after)
    HodgesLehmann {
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
    /// Signed-rank test of after − before, exact with ties and zeros (columns before,after)
    Wilcoxon {
        /// Differences of zero: ranked and then left out, or left out before ranking
        #[arg(long, value_enum, default_value_t = Zeros::Pratt)]
        zeros: Zeros,
        #[command(flatten)]
        file: FileOption,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Zeros {
    Pratt,
    Drop,
}

pub(super) fn run(method: Method, stdin: &mut dyn Read) -> Result<Answer, BadInput> {
    Ok(match method {
        Method::HodgesLehmann { level, file } => {
            let pairs = input::pairs(file.file, stdin)?;
            HodgesLehmann::answer(&pairs, &engine::hodges_lehmann(&pairs, level.level))
        }
        Method::Wilcoxon { zeros, file } => {
            let zeros = match zeros {
                Zeros::Pratt => engine::Zeros::Pratt,
                Zeros::Drop => engine::Zeros::Drop,
            };
            let pairs = input::pairs(file.file, stdin)?;
            Wilcoxon::answer(&pairs, &engine::wilcoxon(&pairs, zeros))
        }
    })
}
