//! The level behind the day-to-day ups and downs, with its band. Refuses one below 20 values or without variation.

use serde::Serialize;
use tidemark_model::LogicalDate;
use tidemark_stats::distribution::normal_quantile;
use tidemark_stats::{Level, local_level};

use super::series::Series;
use crate::{Caution, Method, Silence, iso};

/// Values below which no level is drawn (catalogue E7).
const LEAST: usize = 20;

/// The smoothed level of a measure on every day from the first value to the last.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelBand {
    /// Method and variant.
    pub method: Method,
    /// Level of the band, day by day, 0 to 1.
    pub level: f64,
    /// One entry a calendar day.
    pub days: Vec<LevelDay>,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

/// The level on one day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LevelDay {
    /// The day.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// Level, in the measure's unit.
    pub level: f64,
    /// Lower end of the band; may lie outside the scale.
    pub low: f64,
    /// Upper end of the band; may lie outside the scale.
    pub high: f64,
}

/// Level ± the normal quantile times its standard error, 95 % day by day.
pub(crate) fn level_band(series: &Series) -> Result<LevelBand, Silence> {
    let n = series.own().count();
    if n < LEAST {
        return Err(Silence::TooFew { have: n, need: LEAST });
    }
    let level = Level::P95.share();
    let reach = normal_quantile(0.5 + level / 2.0).ok_or(Silence::NotIdentifiable)?;
    let smoothed = local_level(&series.statistics()?);
    let days = smoothed
        .fit?
        .smoothed
        .into_iter()
        .filter_map(|at| {
            let day = LogicalDate::from_day_number(at.day).ok()?;
            let (low, high) = (at.level - reach * at.se, at.level + reach * at.se);
            Some(LevelDay { day, level: at.level, low, high })
        })
        .collect();
    Ok(LevelBand {
        method: smoothed.method.into(),
        level,
        days,
        cautions: Caution::of_method(&smoothed.cautions),
    })
}
