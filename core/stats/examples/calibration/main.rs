//! How often each method finds something in diaries that hold nothing: false alarms at a nominal 5 %, and coverage.
//!
//! `cargo run --release -p tidemark-stats --example calibration [diaries per row]`; the table is kept in
//! `docs/statistics.md`.

use std::io::{self, Write};

mod flat_diary;

use flat_diary::{Shape, flat_diary};
use tidemark_stats::{KendallVariance, Level, Series, TrendDf, gls_trend, mann_kendall};

/// Share of flat diaries in which each method's p-value is below 5 %.
#[derive(Default)]
struct Alarms {
    residual: u32,
    satterthwaite: u32,
    independent: u32,
    ar1: u32,
}

fn main() -> io::Result<()> {
    let diaries = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(2_000);
    let mut out = io::stdout().lock();
    writeln!(out, "| n | φ | diary | GLS residual df | GLS Satterthwaite | MK independent | MK AR(1) |")?;
    writeln!(out, "|--:|--:|---|--:|--:|--:|--:|")?;
    for n in [14, 30, 90, 365] {
        for phi in [0.0, 0.3, 0.6, 0.8] {
            for (name, shape) in [("plain", Shape::Plain), ("gaps", Shape::Gaps), ("floor", Shape::Floor)] {
                let alarms = count(n, phi, shape, diaries);
                let share = |alarms: u32| 100.0 * f64::from(alarms) / f64::from(diaries);
                writeln!(
                    out,
                    "| {n} | {phi} | {name} | {:.1} % | {:.1} % | {:.1} % | {:.1} % |",
                    share(alarms.residual),
                    share(alarms.satterthwaite),
                    share(alarms.independent),
                    share(alarms.ar1)
                )?;
            }
        }
    }
    Ok(())
}

fn count(n: usize, phi: f64, shape: Shape, diaries: u32) -> Alarms {
    let mut alarms = Alarms::default();
    for number in 0..diaries {
        let points = flat_diary(n, phi, shape, u64::from(number));
        let Ok(series) = Series::new(points) else { continue };
        alarms.residual += gls(&series, TrendDf::Residual);
        alarms.satterthwaite += gls(&series, TrendDf::Satterthwaite);
        alarms.independent += kendall(&series, KendallVariance::Independent);
        alarms.ar1 += kendall(&series, KendallVariance::Ar1);
    }
    alarms
}

fn gls(series: &Series, df: TrendDf) -> u32 {
    let fit = gls_trend(series, df, Level::P95).and_then(|trend| trend.fit);
    u32::from(fit.is_ok_and(|fit| fit.p_value < 0.05))
}

fn kendall(series: &Series, variance: KendallVariance) -> u32 {
    let test = mann_kendall(series, variance).and_then(|trend| trend.test);
    u32::from(test.is_ok_and(|test| test.p_value < 0.05))
}
