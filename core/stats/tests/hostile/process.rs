//! The level behind a dated series.

use tidemark_stats::{Answer, Series, local_level};

pub(crate) fn of_series(series: &Series) -> Vec<Answer> {
    vec![local_level(series).answer()]
}
