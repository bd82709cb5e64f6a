//! Level and shape of a dated series over time: `local-level`, `autocorrelation`, `lowess`, `change-points`,
//! `control-chart`, `missingness`.

use std::io::Read;

use clap::Subcommand;
use tidemark::stats::{self as engine, Answer, ChangePoints, ControlChart, Lowess, Missingness};

use super::options::{Better, FileOption, LevelOption, day};
use super::{BadInput, input};

#[derive(Debug, Subcommand)]
pub(super) enum Method {
    /// Level of every day by the local-level model (columns date,value)
    LocalLevel {
        #[command(flatten)]
        file: FileOption,
    },
    /// How much days alike are 1, 2, … L days apart, with the Ljung–Box test (columns date,value)
    Autocorrelation {
        /// Most days apart; 10·log₁₀ n when not given
        #[arg(long)]
        lags: Option<usize>,
        #[command(flatten)]
        file: FileOption,
    },
    /// Smooth line by Cleveland's LOWESS (columns date,value)
    Lowess {
        /// Share of the values in each local line
        #[arg(long, default_value_t = 2.0 / 3.0)]
        fraction: f64,
        /// Rounds that play down outlying values
        #[arg(long, default_value_t = 3)]
        iterations: u16,
        /// Days within which the line is not fitted anew; a hundredth of the span when not given
        #[arg(long)]
        delta: Option<f64>,
        #[command(flatten)]
        file: FileOption,
    },
    /// Days on which the level may have shifted (columns date,value)
    ChangePoints {
        /// Price of a change in squared points; found from the differences between days when not given
        #[arg(long)]
        penalty: Option<f64>,
        /// Fewest values of a segment
        #[arg(long, default_value_t = 7)]
        min_segment: usize,
        #[command(flatten)]
        file: FileOption,
    },
    /// Individuals and moving-range chart with signals (columns date,value)
    ControlChart {
        #[command(flatten)]
        file: FileOption,
    },
    /// Days without entry, and whether they follow some values more than others (columns date,value)
    Missingness {
        /// First day of the period; the first entry when not given
        #[arg(long, value_parser = day)]
        from: Option<i32>,
        /// Last day of the period; the last entry when not given
        #[arg(long, value_parser = day)]
        to: Option<i32>,
        /// Which way of the measure is welcome: harder days lie on the other side of the median
        #[arg(long, value_enum, default_value_t = Better::Higher)]
        better: Better,
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
}

pub(super) fn run(method: Method, stdin: &mut dyn Read) -> Result<Answer, BadInput> {
    Ok(match method {
        Method::LocalLevel { file } => engine::local_level(&input::series(file.file, stdin)?).answer(),
        Method::Autocorrelation { lags, file } => {
            let lags = lags.map(engine::Lags::new).transpose().map_err(setting)?;
            let series = input::series(file.file, stdin)?;
            engine::autocorrelation(&series, lags.unwrap_or_else(|| engine::Lags::usual(series.n()))).answer()
        }
        Method::Lowess { fraction, iterations, delta, file } => {
            let smoothness = engine::Smoothness::new(fraction, iterations, delta).map_err(setting)?;
            let series = input::series(file.file, stdin)?;
            Lowess::answer(&series, &engine::lowess(&series, smoothness))
        }
        Method::ChangePoints { penalty, min_segment, file } => {
            let segmentation = engine::Segmentation::new(penalty, min_segment).map_err(setting)?;
            let series = input::series(file.file, stdin)?;
            ChangePoints::answer(&series, &engine::change_points(&series, segmentation))
        }
        Method::ControlChart { file } => {
            let series = input::series(file.file, stdin)?;
            ControlChart::answer(&series, &engine::control_chart(&series))
        }
        Method::Missingness { from, to, better, level, file } => {
            let period = engine::Period::new(from, to).map_err(setting)?;
            let series = input::series(file.file, stdin)?;
            Missingness::answer(
                &series,
                &engine::missingness(&series, period, better.direction(), level.level),
            )
        }
    })
}

const fn setting(error: engine::DataError) -> BadInput {
    BadInput::Setting { error }
}
