//! A straight line with CAR(1) errors, corr(e, e′) = φ^|day − day′|, at a given φ.
//!
//! The errors are a Markov chain, so each value is whitened against the one before it alone:
//! (yᵢ − φ^Δ yᵢ₋₁)/√(1 − φ^2Δ); no n×n matrix is made. φ enters only through the gap Δ, so products are summed once for
//! each gap that occurs, O(n), and a likelihood costs as many steps as there are different gaps. φ below 0 is allowed
//! (days are whole numbers): the derivatives at 0 need it.

use std::collections::BTreeMap;

use crate::count::float;

/// Values over days, reduced to what a fit at any φ needs.
pub(super) struct Line {
    n: usize,
    /// Ordinary least squares: the fits are corrections to it, which keeps their sums accurate.
    intercept: f64,
    slope: f64,
    residuals: Vec<f64>,
    mean_day: f64,
    /// Day and residual of the first value.
    first: (f64, f64),
    gaps: Vec<Gap>,
}

/// The generalised least-squares line at one φ.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    /// Level on the first day, in the unit of the values.
    pub(super) intercept: f64,
    /// Change per day.
    pub(super) slope: f64,
    /// Residual variance, RSS/(n − 2).
    pub(super) variance: f64,
    /// Variance of the slope.
    pub(super) slope_variance: f64,
    /// Restricted log-likelihood.
    pub(super) log_likelihood: f64,
}

impl Line {
    /// # Shape
    /// `days` from the first day and `values` have the same length, at least 2.
    pub(super) fn new(days: &[f64], values: &[f64]) -> Self {
        let n = float(days.len());
        let mean_day = days.iter().sum::<f64>() / n;
        let mean_value = values.iter().sum::<f64>() / n;
        let centred: Vec<f64> = days.iter().map(|day| day - mean_day).collect();
        let square: f64 = centred.iter().map(|day| day * day).sum();
        let product: f64 = centred.iter().zip(values).map(|(day, value)| day * (value - mean_value)).sum();
        let slope = product / square;
        let residuals: Vec<f64> =
            centred.iter().zip(values).map(|(day, value)| value - mean_value - slope * day).collect();
        Self {
            n: days.len(),
            intercept: mean_value - slope * mean_day,
            slope,
            mean_day,
            first: (
                centred.first().copied().unwrap_or_default(),
                residuals.first().copied().unwrap_or_default(),
            ),
            gaps: gaps(days, &centred, &residuals),
            residuals,
        }
    }

    /// Ordinary least squares: (intercept, slope, residuals).
    pub(super) fn ordinary(&self) -> (f64, f64, &[f64]) {
        (self.intercept, self.slope, &self.residuals)
    }

    /// The median number of days between neighbours, the lower one of an even count; at least 1.
    pub(super) fn median_gap(&self) -> f64 {
        let half: f64 = 0.5 * self.gaps.iter().map(|gap| gap.count).sum::<f64>();
        let mut below = 0.0;
        for gap in &self.gaps {
            below += gap.count;
            if below >= half {
                return gap.days;
            }
        }
        1.0
    }

    /// The fit at correlation `phi` one day apart, −1 < phi < 1.
    ///
    /// # Formula
    /// ℓ = −½[(n − 2)(ln 2πσ̂² + 1) + ln|V| + ln|XᵀV⁻¹X|].
    pub(super) fn fit(&self, phi: f64) -> Fit {
        let df = float(self.n) - 2.0;
        let (day, value) = self.first;
        let mut sums =
            Sums { ones: 1.0, day, days: day * day, value, product: day * value, values: value * value };
        let mut log_determinant = 0.0;
        for gap in &self.gaps {
            log_determinant += gap.add(phi, &mut sums);
        }
        let determinant = sums.ones * sums.days - sums.day * sums.day;
        let level = (sums.days * sums.value - sums.day * sums.product) / determinant;
        let slope = (sums.ones * sums.product - sums.day * sums.value) / determinant;
        let squares = sums.values - level * sums.value - slope * sums.product;
        let variance = squares / df;
        let constant = (2.0 * core::f64::consts::PI * variance).ln() + 1.0;
        Fit {
            intercept: self.intercept + level - slope * self.mean_day,
            slope: self.slope + slope,
            variance,
            slope_variance: variance * sums.ones / determinant,
            log_likelihood: -0.5 * (df * constant + log_determinant + determinant.ln()),
        }
    }
}

/// Sums of products of the whitened rows (1, day, value).
struct Sums {
    ones: f64,
    day: f64,
    days: f64,
    value: f64,
    product: f64,
    values: f64,
}

/// All neighbours that are the same number of days apart: sums over the earlier day x and value e of each and over the
/// change c of the value.
#[derive(Default)]
struct Gap {
    days: f64,
    count: f64,
    x: f64,
    xx: f64,
    e: f64,
    ee: f64,
    xe: f64,
    c: f64,
    cc: f64,
    xc: f64,
    ec: f64,
}

fn gaps(days: &[f64], centred: &[f64], residuals: &[f64]) -> Vec<Gap> {
    // The bits of positive numbers are in the order of the numbers.
    let mut found: BTreeMap<u64, Gap> = BTreeMap::new();
    let steps = days.iter().zip(days.iter().skip(1)).map(|(earlier, later)| later - earlier);
    let changes = residuals.iter().zip(residuals.iter().skip(1)).map(|(this, next)| (*this, next - this));
    for ((step, x), (e, c)) in steps.zip(centred).zip(changes) {
        let gap = found.entry(step.to_bits()).or_default();
        gap.days = step;
        gap.count += 1.0;
        gap.x += x;
        gap.xx += x * x;
        gap.e += e;
        gap.ee += e * e;
        gap.xe += x * e;
        gap.c += c;
        gap.cc += c * c;
        gap.xc += x * c;
        gap.ec += e * c;
    }
    found.into_values().collect()
}

impl Gap {
    /// Adds the whitened rows of these neighbours and returns their part of ln|V|.
    ///
    /// A row is (change + (1 − ρ)·earlier)/√(1 − ρ²): near φ = 1 nothing is found by subtracting large sums.
    fn add(&self, phi: f64, sums: &mut Sums) -> f64 {
        let log = self.days * phi.abs().ln();
        let variance = -(2.0 * log).exp_m1();
        let rest = if phi > 0.0 { -log.exp_m1() } else { 1.0 - phi.powf(self.days) };
        let (one, two) = (rest / variance, rest * rest / variance);
        sums.ones += two * self.count;
        sums.day += one * self.days * self.count + two * self.x;
        sums.days +=
            self.days * self.days * self.count / variance + 2.0 * one * self.days * self.x + two * self.xx;
        sums.value += one * self.c + two * self.e;
        sums.product += self.days * self.c / variance + one * (self.days * self.e + self.xc) + two * self.xe;
        sums.values += self.cc / variance + 2.0 * one * self.ec + two * self.ee;
        self.count * variance.ln()
    }
}
