//! Comparing and planning: `pooled-groups`, `benjamini-hochberg`, `sessions-needed`.

use std::io::Read;

use clap::Subcommand;
use tidemark::stats::{self as engine, Answer, BenjaminiHochberg, MeaningfulChange};

use super::options::{FileOption, LevelOption};
use super::{BadInput, input};

#[derive(Debug, Subcommand)]
pub(super) enum Method {
    /// Group means drawn towards their common mean (columns group,value)
    PooledGroups {
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
    /// P-values adjusted to the false discovery rate of their family (column `p_value`)
    BenjaminiHochberg {
        #[command(flatten)]
        file: FileOption,
    },
    /// Sessions in all until the interval of the mean change is narrow enough (columns before,after)
    SessionsNeeded {
        /// How far the interval may reach to either side, in points
        #[arg(long, value_name = "POINTS", value_parser = half_width)]
        meaningful: MeaningfulChange,
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
}

pub(super) fn run(method: Method, stdin: &mut dyn Read) -> Result<Answer, BadInput> {
    Ok(match method {
        Method::PooledGroups { level, file } => {
            engine::pooled_groups(&input::groups(file.file, stdin)?, level.level).answer()
        }
        Method::BenjaminiHochberg { file } => {
            let family = input::p_values(file.file, stdin)?;
            BenjaminiHochberg::answer(&family, &engine::benjamini_hochberg(&family))
        }
        Method::SessionsNeeded { meaningful, level, file } => {
            let pairs = input::pairs(file.file, stdin)?;
            engine::sessions_needed(&pairs, meaningful, level.level).answer()
        }
    })
}

fn half_width(text: &str) -> Result<MeaningfulChange, String> {
    let points: f64 = text.parse().map_err(|_| "not a number above 0".to_owned())?;
    MeaningfulChange::new(points).map_err(|error| error.to_string())
}
