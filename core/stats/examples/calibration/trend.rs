//! Table: is there a trend? False alarms in flat diaries, and what is found and covered where a slope is real.

use std::io::{self, Write};

use crate::flat_diary::{SD, Shape, flat_diary, rising_diary};
use crate::tally::{Tally, rows};
use crate::usual;
use tidemark_stats::{GlsFit, KendallVariance, Level, Series, TrendDf, gls_trend, mann_kendall};

/// A kind of diary.
#[derive(Clone, Copy)]
pub(crate) struct Cell {
    pub(crate) n: usize,
    pub(crate) phi: f64,
    pub(crate) shape: Shape,
}

/// Share of flat diaries in which each test's p-value is below 5 %.
#[derive(Default)]
pub(crate) struct Alarms {
    pub(crate) findings: Tally,
    pub(crate) satterthwaite: Tally,
    pub(crate) residual: Tally,
    pub(crate) ar1: Tally,
    pub(crate) least_squares: Tally,
    pub(crate) newey_west: Tally,
    pub(crate) textbook_kendall: Tally,
}

pub(crate) fn alarms(cell: Cell, diaries: u32) -> Alarms {
    let mut alarms = Alarms::default();
    for number in 0..diaries {
        let points = flat_diary(cell.n, cell.phi, cell.shape, u64::from(number));
        let Ok(series) = Series::new(points.iter().copied()) else { continue };
        let clear = |p: Option<f64>| p.is_some_and(|p| p < 0.05);
        let slope = |df| clear(gls(&series, df).map(|fit| fit.p_value));
        alarms.findings.add(slope(TrendDf::Integrated));
        alarms.satterthwaite.add(slope(TrendDf::Satterthwaite));
        alarms.residual.add(slope(TrendDf::Residual));
        let ranks = mann_kendall(&series, KendallVariance::Ar1).and_then(|trend| trend.test);
        alarms.ar1.add(clear(ranks.ok().map(|test| test.p_value)));
        alarms.least_squares.add(clear(usual::least_squares(&points)));
        alarms.newey_west.add(clear(usual::newey_west(&points)));
        alarms.textbook_kendall.add(clear(usual::mann_kendall(&points)));
    }
    alarms
}

fn gls(series: &Series, df: TrendDf) -> Option<GlsFit> {
    gls_trend(series, df, Level::P95).and_then(|trend| trend.fit).ok()
}

/// What an interval does where the slope is real.
#[derive(Default)]
pub(crate) struct Reach {
    /// The interval leaves out 0.
    pub(crate) found: Tally,
    /// The interval holds the slope.
    pub(crate) covered: Tally,
    widths: Vec<f64>,
}

impl Reach {
    fn add(&mut self, fit: Option<GlsFit>, slope: f64, least: f64) {
        self.found.add(fit.is_some_and(|fit| fit.p_value < 0.05));
        self.covered.add(fit.is_some_and(|fit| fit.interval.low() <= slope && slope <= fit.interval.high()));
        self.widths.push(fit.map_or(f64::INFINITY, |fit| (fit.interval.high() - fit.interval.low()) / least));
    }

    /// Median width over that of the interval of someone who knows φ and σ.
    pub(crate) fn width(&mut self) -> f64 {
        self.widths.sort_by(f64::total_cmp);
        self.widths.get(self.widths.len() / 2).copied().unwrap_or(f64::NAN)
    }
}

/// Slope of 3.5 standard errors (someone who knows φ and σ finds it in 94 of 100 diaries).
pub(crate) fn reach(n: usize, phi: f64, diaries: u32) -> [Reach; 3] {
    let mut reach = [Reach::default(), Reach::default(), Reach::default()];
    let error = known_error(n, phi);
    for number in 0..diaries {
        let points = rising_diary(n, phi, Shape::Plain, u64::from(number), 3.5 * error);
        let Ok(series) = Series::new(points) else { continue };
        let kinds = [TrendDf::Integrated, TrendDf::Satterthwaite, TrendDf::Residual];
        for (reach, df) in reach.iter_mut().zip(kinds) {
            reach.add(gls(&series, df), 105.0 * error, 30.0 * 2.0 * 1.96 * error);
        }
    }
    reach
}

/// Standard error of the slope per day over days 1 to n where φ and σ are known; rounding adds 1/12 to the variance.
fn known_error(n: usize, phi: f64) -> f64 {
    let days: Vec<f64> = (0..u32::try_from(n).unwrap_or(0)).map(f64::from).collect();
    let rest = 1.0 - phi * phi;
    let row = |now: f64, before: f64| (now - phi * before) / rest.sqrt();
    let mut sums = [1.0, days.first().copied().unwrap_or(0.0), 0.0];
    for (before, now) in days.iter().zip(days.iter().skip(1)) {
        let (one, day) = (row(1.0, 1.0), row(*now, *before));
        sums = [sums[0] + one * one, sums[1] + one * day, sums[2] + day * day];
    }
    SD * (sums[0] / (sums[0] * sums[2] - sums[1] * sums[1])).sqrt()
}

const DAYS: [usize; 4] = [14, 30, 90, 365];
const PHI: [f64; 4] = [0.0, 0.3, 0.6, 0.8];

pub(crate) fn table(diaries: u32, threads: usize, out: &mut impl Write) -> io::Result<()> {
    let error = 100.0 * Tally::error(diaries, 0.05);
    writeln!(
        out,
        "### Trend: false alarms in flat diaries, % at a nominal 5 % (Monte-Carlo standard error {error:.1})\n"
    )?;
    writeln!(
        out,
        "| n | φ | diary | findings: GLS, integrated df | GLS, Satterthwaite | GLS, residual df | MK, AR(1) | least squares | + Newey–West | textbook MK |"
    )?;
    writeln!(out, "|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|")?;
    let cells: Vec<Cell> = DAYS
        .into_iter()
        .flat_map(|n| PHI.into_iter().flat_map(move |phi| Shape::ALL.map(|shape| Cell { n, phi, shape })))
        .collect();
    for (cell, row) in cells.iter().zip(rows(&cells, threads, |cell| alarms(cell, diaries))) {
        let Cell { n, phi, shape } = cell;
        let Alarms { findings, satterthwaite, residual, ar1, least_squares, newey_west, textbook_kendall } =
            row;
        writeln!(
            out,
            "| {n} | {phi} | {} | {findings} | {satterthwaite} | {residual} | {ar1} | {least_squares} | {newey_west} | {textbook_kendall} |",
            shape.name()
        )?;
    }
    writeln!(out, "\n### Trend: a real slope of 3.5 standard errors: % found / % covered / median width\n")?;
    writeln!(out, "Width: times that of an interval that knows φ and σ.\n")?;
    writeln!(
        out,
        "| n | φ | GLS, integrated df | GLS, Satterthwaite | GLS, residual df |\n|--:|--:|--:|--:|--:|"
    )?;
    let cells: Vec<(usize, f64)> =
        DAYS.into_iter().flat_map(|n| PHI.into_iter().map(move |phi| (n, phi))).collect();
    for ((n, phi), row) in cells.iter().zip(rows(&cells, threads, |(n, phi)| reach(n, phi, diaries))) {
        write!(out, "| {n} | {phi} |")?;
        for mut reach in row {
            let width = reach.width();
            write!(out, " {} / {} / {width:.1} |", reach.found, reach.covered)?;
        }
        writeln!(out)?;
    }
    writeln!(out)
}
