//! Two phases of one person against each other: `nap`, `tau-u`, `baseline-corrected-tau`.

use std::io::Read;

use clap::Subcommand;
use tidemark::stats::{self as engine, Answer, BaselineCorrectedTau, Nap, TauU};

use super::options::{Better, FileOption, LevelOption};
use super::{BadInput, input};

#[derive(Debug, Subcommand)]
pub(super) enum Method {
    /// Share of (A, B) pairs with B above A, ties one half (columns phase,value; phases A and B)
    Nap {
        /// Which way of the measure is welcome
        #[arg(long, value_enum, default_value_t = Better::Higher)]
        better: Better,
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
    /// Overlap of A and B minus the trend of A (columns phase,value; rows in the order of time)
    TauU {
        #[command(flatten)]
        file: FileOption,
    },
    /// Rank correlation with the phase once the slope of A is taken off (columns phase,value; rows in the order of time)
    BaselineCorrectedTau {
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
}

pub(super) fn run(method: Method, stdin: &mut dyn Read) -> Result<Answer, BadInput> {
    Ok(match method {
        Method::Nap { better, level, file } => {
            let phases = input::phases(file.file, stdin)?;
            Nap::answer(&phases, &engine::nap(&phases, better.direction(), level.level))
        }
        Method::TauU { file } => {
            let phases = input::phases(file.file, stdin)?;
            TauU::answer(&phases, &engine::tau_u(&phases))
        }
        Method::BaselineCorrectedTau { level, file } => {
            let phases = input::phases(file.file, stdin)?;
            BaselineCorrectedTau::answer(&phases, &engine::baseline_corrected_tau(&phases, level.level))
        }
    })
}
