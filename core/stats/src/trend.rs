//! Whether, and how fast, a diary's level moves with time, when neighbouring days are alike.
//!
//! Refuses to call an ordinary drift of alike days a trend: the variances carry the autocorrelation. Oracles in
//! `oracles/{gls_trend,mann_kendall}/`.

mod car;
mod gls;
mod mann_kendall;
mod median_slope;

pub use gls::{GlsFit, GlsTrend, TrendDf, gls_trend};
pub use mann_kendall::{KendallTest, KendallVariance, MannKendall, mann_kendall};
