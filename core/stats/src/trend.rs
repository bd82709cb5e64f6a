//! Whether, and how fast, a diary's level moves with time, when neighbouring days are alike.
//!
//! Refuses to call an ordinary drift of alike days a trend: the variances carry the autocorrelation. Oracles in
//! `oracles/{gls_trend,mann_kendall,seasonal_kendall,theil_sen}/`.

mod car;
mod gls;
mod mann_kendall;
mod pair_slopes;
mod seasonal_kendall;
mod slope_df;
mod theil_sen;

pub use gls::{GlsFit, GlsTrend, TrendDf, gls_trend};
pub use mann_kendall::{KendallTest, KendallVariance, MannKendall, mann_kendall};
pub(crate) use pair_slopes::PairSlopes;
pub use seasonal_kendall::{SeasonalKendall, SeasonalTest, seasonal_kendall};
pub use theil_sen::{TheilSen, theil_sen};
