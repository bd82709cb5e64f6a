//! Ranks of the changes within pairs: `hodges-lehmann`.

use std::io::Read;

use clap::Subcommand;
use tidemark::stats::{self as engine, Answer, HodgesLehmann};

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
}

pub(super) fn run(method: Method, stdin: &mut dyn Read) -> Result<Answer, BadInput> {
    Ok(match method {
        Method::HodgesLehmann { level, file } => {
            let pairs = input::pairs(file.file, stdin)?;
            HodgesLehmann::answer(&pairs, &engine::hodges_lehmann(&pairs, level.level))
        }
    })
}
