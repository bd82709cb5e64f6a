//! A straight line with CAR(1) errors, corr(e, e′) = φ^|day − day′|, at a given φ: O(n) time and memory.
//!
//! The errors are a Markov chain, so each value is whitened against the one before it alone:
//! (yᵢ − φ^Δ yᵢ₋₁)/√(1 − φ^2Δ); no n×n matrix is made. φ below 0 is allowed (days are whole numbers): the derivatives
//! at 0 need it.

use crate::count::float;

/// Values over days, both centred for accuracy.
pub(super) struct Line {
    days: Vec<f64>,
    values: Vec<f64>,
    mean_day: f64,
    mean_value: f64,
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
        Self {
            days: days.iter().map(|day| day - mean_day).collect(),
            values: values.iter().map(|value| value - mean_value).collect(),
            mean_day,
            mean_value,
        }
    }

    /// Ordinary least squares: (intercept, slope, residuals).
    pub(super) fn ordinary(&self) -> (f64, f64, Vec<f64>) {
        let square: f64 = self.days.iter().map(|day| day * day).sum();
        let product: f64 = self.days.iter().zip(&self.values).map(|(day, value)| day * value).sum();
        let slope = product / square;
        let residuals = self.days.iter().zip(&self.values).map(|(day, value)| value - slope * day).collect();
        (self.mean_value - slope * self.mean_day, slope, residuals)
    }

    /// The fit at correlation `phi` one day apart, −1 < phi < 1.
    ///
    /// # Formula
    /// ℓ = −½[(n − 2)(ln 2πσ̂² + 1) + ln|V| + ln|XᵀV⁻¹X|].
    pub(super) fn fit(&self, phi: f64) -> Fit {
        let df = float(self.days.len()) - 2.0;
        let (mut one_one, mut one_day, mut day_day) = (0.0, 0.0, 0.0);
        let (mut one_value, mut day_value, mut log_determinant) = (0.0, 0.0, 0.0);
        self.whitened(phi, |row| {
            one_one += row.one * row.one;
            one_day += row.one * row.day;
            day_day += row.day * row.day;
            one_value += row.one * row.value;
            day_value += row.day * row.value;
            log_determinant += row.log_variance;
        });
        let determinant = one_one * day_day - one_day * one_day;
        let level = (day_day * one_value - one_day * day_value) / determinant;
        let slope = (one_one * day_value - one_day * one_value) / determinant;
        let mut squares = 0.0;
        self.whitened(phi, |row| {
            let residual = row.value - level * row.one - slope * row.day;
            squares += residual * residual;
        });
        let variance = squares / df;
        let constant = (2.0 * core::f64::consts::PI * variance).ln() + 1.0;
        Fit {
            intercept: self.mean_value + level - slope * self.mean_day,
            slope,
            variance,
            slope_variance: variance * one_one / determinant,
            log_likelihood: -0.5 * (df * constant + log_determinant + determinant.ln()),
        }
    }

    fn whitened(&self, phi: f64, mut visit: impl FnMut(Row)) {
        let (Some(&day), Some(&value)) = (self.days.first(), self.values.first()) else { return };
        visit(Row { one: 1.0, day, value, log_variance: 0.0 });
        let mut step = Step::of(phi, 1.0);
        let pairs = self.days.iter().zip(self.days.iter().skip(1));
        let values = self.values.iter().zip(self.values.iter().skip(1));
        for ((earlier, day), (before, value)) in pairs.zip(values) {
            // Days are differences from their mean: whole again after rounding.
            let gap = (day - earlier).round();
            if (gap - step.gap).abs() > 0.5 {
                step = Step::of(phi, gap);
            }
            visit(Row {
                one: (1.0 - step.rho) / step.deviation,
                day: (day - step.rho * earlier) / step.deviation,
                value: (value - step.rho * before) / step.deviation,
                log_variance: step.log_variance,
            });
        }
    }
}

/// One whitened row of the regression.
struct Row {
    one: f64,
    day: f64,
    value: f64,
    log_variance: f64,
}

/// What a gap of so many days does: correlation and innovation variance.
struct Step {
    gap: f64,
    rho: f64,
    deviation: f64,
    log_variance: f64,
}

impl Step {
    fn of(phi: f64, gap: f64) -> Self {
        // 1 − φ^2Δ by expm1: near φ = 1 the subtraction would lose every digit.
        let variance = -(2.0 * gap * phi.abs().ln()).exp_m1();
        Self { gap, rho: phi.powf(gap), deviation: variance.sqrt(), log_variance: variance.ln() }
    }
}
