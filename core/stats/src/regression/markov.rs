//! Rows over days whose errors are CAR(1), corr(e, e′) = φ^|day − day′|, summed up so that any φ costs next to nothing.
//!
//! As in `trend/car.rs` for a line, here for any columns: the errors are a Markov chain, so a row is whitened against the
//! one before it alone, (xᵢ − φ^Δ xᵢ₋₁)/√(1 − φ^2Δ), and no n×n matrix is made. φ enters only through the gap Δ, so
//! products are summed once for each gap that occurs, O(n p²), and a likelihood costs O(p²) for each different gap.

use std::collections::BTreeMap;

use super::cholesky::Cholesky;
use super::design::Design;
use crate::count::float;

/// What a fit at any φ needs of orthonormal columns and of what ordinary least squares leaves.
pub(super) struct Markov {
    /// Columns and, as the last one, the residuals over their length.
    width: usize,
    /// Length of the residuals.
    length: f64,
    /// Degrees of freedom left, n − p.
    df: f64,
    /// Products of the first row, lower triangle.
    first: Vec<f64>,
    gaps: Vec<Gap>,
}

/// All neighbours that are the same number of days apart.
struct Gap {
    days: f64,
    count: f64,
    /// Lower triangle, each entry summed over the earlier row e and the change c: e·e′, c·c′, e·c′ + c·e′.
    sums: Vec<[f64; 3]>,
}

/// The whitened rows at one φ.
pub(super) struct Whitened {
    /// Factor of XᵀV⁻¹X with one more row: L⁻¹XᵀV⁻¹y and √RSS.
    factor: Cholesky,
    /// ln|V|.
    log_determinant: f64,
}

impl Markov {
    /// # Shape
    /// `days` strictly increasing, one a row of the design.
    pub(super) fn new(days: &[i32], design: &Design) -> Self {
        let length = design.residuals().iter().map(|residual| residual * residual).sum::<f64>().sqrt();
        let residuals: Vec<f64> = design.residuals().iter().map(|residual| residual / length).collect();
        let mut columns: Vec<_> = design.columns().iter().map(|column| column.iter()).collect();
        columns.push(residuals.iter());
        let width = columns.len();
        let (mut earlier, mut change, mut row) = (vec![0.0; width], vec![0.0; width], vec![0.0; width]);
        let mut first = Vec::new();
        let mut gaps: BTreeMap<i64, Gap> = BTreeMap::new();
        let mut last_day: Option<i32> = None;
        for &day in days {
            for (entry, column) in row.iter_mut().zip(&mut columns) {
                *entry = column.next().copied().unwrap_or_default();
            }
            if let Some(last) = last_day {
                for ((change, now), before) in change.iter_mut().zip(&row).zip(&earlier) {
                    *change = now - before;
                }
                let step = i64::from(day) - i64::from(last);
                gaps.entry(step).or_insert_with(|| Gap::new(step, width)).add(&earlier, &change);
            } else {
                first = row
                    .iter()
                    .enumerate()
                    .flat_map(|(i, a)| row.iter().take(i + 1).map(move |b| a * b))
                    .collect();
            }
            core::mem::swap(&mut earlier, &mut row);
            last_day = Some(day);
        }
        Self {
            width,
            length,
            df: float(days.len()) - float(design.p()),
            first,
            gaps: gaps.into_values().collect(),
        }
    }

    /// The rows whitened at 0 ≤ φ < 1; `None` where rounding left nothing to solve.
    pub(super) fn whitened(&self, phi: f64) -> Option<Whitened> {
        let mut total = self.first.clone();
        let mut log_determinant = 0.0;
        for gap in &self.gaps {
            log_determinant += gap.whiten(phi, &mut total);
        }
        let mut left = &*total;
        let rows = (1..=self.width).map_while(|length| {
            let (row, others) = left.split_at_checked(length)?;
            left = others;
            Some(row)
        });
        Cholesky::of(rows).map(|factor| Whitened { factor, log_determinant })
    }

    /// Restricted log-likelihood at φ but for a constant; −∞ where there is none.
    ///
    /// # Formula
    /// −½[(n − p) ln RSS + ln|V| + ln|XᵀV⁻¹X|].
    pub(super) fn likelihood(&self, phi: f64) -> f64 {
        self.whitened(phi).map_or(f64::NEG_INFINITY, |rows| {
            let log_rss = rows.factor.pivots().last().map_or(0.0, |pivot| 2.0 * pivot.ln());
            let determinant = rows.factor.log_determinant() - log_rss;
            -0.5 * (self.df * log_rss + rows.log_determinant + determinant)
        })
    }

    /// Length of the residuals, by which y was divided.
    pub(super) const fn length(&self) -> f64 {
        self.length
    }
}

impl Whitened {
    /// RSS over the squared length of y.
    pub(super) fn rss(&self) -> f64 {
        self.factor.pivots().last().map_or(0.0, |pivot| pivot * pivot)
    }

    /// Coefficients along the orthonormal columns, over the length of y.
    pub(super) fn change(&self) -> Vec<f64> {
        self.factor.upper_solution()
    }

    /// L⁻¹ r.
    pub(super) fn root(&self, r: &[f64]) -> Vec<f64> {
        self.factor.forward(r)
    }
}

impl Gap {
    fn new(step: i64, width: usize) -> Self {
        Self { days: crate::count::signed(step), count: 0.0, sums: vec![[0.0; 3]; width * (width + 1) / 2] }
    }

    fn add(&mut self, earlier: &[f64], change: &[f64]) {
        self.count += 1.0;
        let mut sums = self.sums.iter_mut();
        for (place, (e, c)) in earlier.iter().zip(change).enumerate() {
            let others = earlier.iter().zip(change).take(place + 1);
            for ((other_e, other_c), [ee, cc, ec]) in others.zip(&mut sums) {
                *ee += e * other_e;
                *cc += c * other_c;
                *ec += e * other_c + c * other_e;
            }
        }
    }

    /// Adds these whitened rows to the total and returns their part of ln|V|.
    ///
    /// A row is (change + (1 − ρ)·earlier)/√(1 − ρ²): near φ = 1 nothing is found by subtracting large sums.
    fn whiten(&self, phi: f64, total: &mut [f64]) -> f64 {
        let log = self.days * phi.ln();
        let variance = -(2.0 * log).exp_m1();
        let rest = -log.exp_m1();
        let (one, two, three) = (rest * rest / variance, 1.0 / variance, rest / variance);
        for (sum, [ee, cc, ec]) in total.iter_mut().zip(&self.sums) {
            *sum += one * ee + two * cc + three * ec;
        }
        self.count * variance.ln()
    }
}
