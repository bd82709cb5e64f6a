//! Trends of a dated series: `gls-trend`, `mann-kendall`, `seasonal-kendall`, `theil-sen`.

use std::io::Read;
use std::num::NonZeroU32;

use clap::{Subcommand, ValueEnum};
use tidemark::stats::{self as engine, Answer, GlsTrend, MannKendall, SeasonalKendall, TheilSen};

use super::options::{FileOption, LevelOption};
use super::{BadInput, input};

#[derive(Debug, Subcommand)]
pub(super) enum Method {
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
    /// Mann–Kendall test within each day of the week, added up (columns date,value)
    SeasonalKendall {
        /// Length of the cycle in days
        #[arg(long, default_value = "7")]
        period: NonZeroU32,
        #[command(flatten)]
        file: FileOption,
    },
    /// Median slope over all pairs of days with Sen's interval (columns date,value)
    TheilSen {
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Df {
    Residual,
    Satterthwaite,
    Integrated,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Variance {
    Independent,
    Ar1,
    YueWang,
    HamedRao,
}

pub(super) fn run(method: Method, stdin: &mut dyn Read) -> Result<Answer, BadInput> {
    Ok(match method {
        Method::GlsTrend { df, level, file } => {
            let df = match df {
                Df::Residual => engine::TrendDf::Residual,
                Df::Satterthwaite => engine::TrendDf::Satterthwaite,
                Df::Integrated => engine::TrendDf::Integrated,
            };
            let series = input::series(file.file, stdin)?;
            GlsTrend::answer(&series, &engine::gls_trend(&series, df, level.level))
        }
        Method::MannKendall { variance, file } => {
            let variance = match variance {
                Variance::Independent => engine::KendallVariance::Independent,
                Variance::Ar1 => engine::KendallVariance::Ar1,
                Variance::YueWang => engine::KendallVariance::YueWang,
                Variance::HamedRao => engine::KendallVariance::HamedRao,
            };
            let series = input::series(file.file, stdin)?;
            MannKendall::answer(&series, &engine::mann_kendall(&series, variance))
        }
        Method::SeasonalKendall { period, file } => {
            let series = input::series(file.file, stdin)?;
            SeasonalKendall::answer(&series, &engine::seasonal_kendall(&series, period))
        }
        Method::TheilSen { level, file } => {
            let series = input::series(file.file, stdin)?;
            TheilSen::answer(&series, &engine::theil_sen(&series, level.level))
        }
    })
}
