//! Columns of a regression made orthonormal: a constant and p − 1 further columns, with their ordinary least squares.
//!
//! Refuses columns that do not vary and columns that others give ([`Refused::NotIdentifiable`]). Gram–Schmidt twice over
//! the columns, O(n p²), keeps the precision that normal equations lose; columns of any size become alike.

use super::cholesky::{back_substituted, dot};
use crate::Refused;
use crate::count::float;

/// A column is given by the others when this share of it, or less, is left (R's `lm` takes 1e-7 of its length).
const LEFT: f64 = 1e-9;
/// What is left of a column that does not vary, relative to its largest entry.
const ROUNDING: f64 = 64.0 * f64::EPSILON;

/// Orthonormal columns Q and the triangle R of X = Q R, with the ordinary least squares of one outcome on them.
pub(super) struct Design {
    /// Columns of length n, orthonormal.
    columns: Vec<Vec<f64>>,
    /// Column j of R, j + 1 entries.
    triangle: Vec<Vec<f64>>,
    /// Qᵀy.
    rotated: Vec<f64>,
    residuals: Vec<f64>,
    /// Size below which a residual is rounding.
    rounding: f64,
}

impl Design {
    /// # Shape
    /// All columns and the outcome have the same length, at least 1; the constant comes first and is not given.
    pub(super) fn new(columns: Vec<Vec<f64>>, outcome: &[f64]) -> Result<Self, Refused> {
        let constant = vec![1.0 / float(outcome.len()).sqrt(); outcome.len()];
        let mut made = Self {
            columns: vec![constant],
            triangle: vec![vec![float(outcome.len()).sqrt()]],
            rotated: Vec::new(),
            residuals: Vec::new(),
            rounding: ROUNDING * largest(outcome),
        };
        for column in columns {
            made.add(column)?;
        }
        made.residuals = outcome.to_vec();
        made.rotated = made.project(made.columns.len());
        Ok(made)
    }

    fn add(&mut self, column: Vec<f64>) -> Result<(), Refused> {
        let largest = largest(&column);
        self.residuals = column;
        // Against the constant first: what varies is what counts as the column's length.
        let mut shares = self.project(1);
        if !self.residuals.iter().any(|entry| entry.abs() > ROUNDING * largest) {
            return Err(Refused::NotIdentifiable);
        }
        let length = norm(&self.residuals);
        let again = self.project(self.columns.len());
        shares.resize(self.columns.len(), 0.0);
        for (share, more) in shares.iter_mut().zip(again) {
            *share += more;
        }
        let left = norm(&self.residuals);
        if left.is_nan() || left <= LEFT * length {
            return Err(Refused::NotIdentifiable);
        }
        shares.push(left);
        self.columns.push(self.residuals.iter().map(|entry| entry / left).collect());
        self.triangle.push(shares);
        Ok(())
    }

    /// Takes the first columns out of the residuals and returns how much of each was in them.
    fn project(&mut self, first: usize) -> Vec<f64> {
        let mut shares = vec![0.0; first];
        for _ in 0..2 {
            for (share, column) in shares.iter_mut().zip(&self.columns) {
                let part = dot(column, &self.residuals);
                *share += part;
                for (left, entry) in self.residuals.iter_mut().zip(column) {
                    *left -= part * entry;
                }
            }
        }
        shares
    }

    /// Number of columns, the constant among them.
    pub(super) const fn p(&self) -> usize {
        self.columns.len()
    }

    /// Orthonormal columns.
    pub(super) fn columns(&self) -> &[Vec<f64>] {
        &self.columns
    }

    /// What ordinary least squares leaves of the outcome.
    pub(super) fn residuals(&self) -> &[f64] {
        &self.residuals
    }

    /// Whether anything but rounding is left of the outcome.
    pub(super) fn varies(&self) -> bool {
        self.residuals.iter().any(|residual| residual.abs() > self.rounding)
    }

    /// Coefficients of the columns as given, from those of ordinary least squares moved by `change` along Q.
    pub(super) fn coefficients(&self, change: &[f64]) -> Vec<f64> {
        let mut moved: Vec<f64> = self.rotated.iter().zip(change).map(|(own, change)| own + change).collect();
        back_substituted(&self.triangle, &mut moved)
    }

    /// Coefficients by ordinary least squares.
    pub(super) fn ordinary(&self) -> Vec<f64> {
        back_substituted(&self.triangle, &mut self.rotated.clone())
    }

    /// Row `place` of R⁻¹, as R⁻ᵀ of a unit vector: how the coefficient hangs on those along Q.
    pub(super) fn row_of_inverse(&self, place: usize) -> Vec<f64> {
        let mut row: Vec<f64> = Vec::with_capacity(self.p());
        for (number, column) in self.triangle.iter().enumerate() {
            let unit = if number == place { 1.0 } else { 0.0 };
            row.push((unit - dot(&row, column)) / column.last().copied().unwrap_or(1.0));
        }
        row
    }
}

fn largest(values: &[f64]) -> f64 {
    values.iter().fold(0.0_f64, |most, value| most.max(value.abs()))
}

/// Length of a vector of numbers up to 1e100.
fn norm(values: &[f64]) -> f64 {
    dot(values, values).sqrt()
}
