//! Small symmetric positive-definite systems by Cholesky's factorisation, row by row.
//!
//! Refuses a matrix that is not positive definite. Its oracle is that of the methods above it.

/// The lower triangle L of A = L Lᵀ; row i has i + 1 entries.
pub(super) struct Cholesky {
    rows: Vec<Vec<f64>>,
}

impl Cholesky {
    /// Factorises the lower triangle of a matrix, row i with i + 1 entries; `None` unless positive definite.
    pub(super) fn of<'a>(lower: impl Iterator<Item = &'a [f64]>) -> Option<Self> {
        let mut rows: Vec<Vec<f64>> = Vec::new();
        for given in lower {
            let (diagonal, before) = given.split_last()?;
            let mut row: Vec<f64> = Vec::with_capacity(given.len());
            for (value, done) in before.iter().zip(&rows) {
                // `row` is shorter than `done`, so the product ends before the pivot.
                row.push((value - dot(&row, done)) / done.last()?);
            }
            let square = diagonal - dot(&row, &row);
            if !(square > 0.0 && square.is_finite()) {
                return None;
            }
            row.push(square.sqrt());
            rows.push(row);
        }
        Some(Self { rows })
    }

    /// L⁻¹ b.
    pub(super) fn forward(&self, b: &[f64]) -> Vec<f64> {
        let mut x: Vec<f64> = Vec::with_capacity(b.len());
        for (row, value) in self.rows.iter().zip(b) {
            x.push((value - dot(&x, row)) / row.last().copied().unwrap_or(1.0));
        }
        x
    }

    /// With A bordered by a last row (bᵀ, c): the solution of the system without that row for b.
    pub(super) fn upper_solution(&self) -> Vec<f64> {
        let Some((last, before)) = self.rows.split_last() else { return Vec::new() };
        let mut rest: Vec<f64> = last.iter().take(before.len()).copied().collect();
        back_substituted(before, &mut rest)
    }

    /// ln|A|.
    pub(super) fn log_determinant(&self) -> f64 {
        2.0 * self.pivots().map(f64::ln).sum::<f64>()
    }

    /// The diagonal of L.
    pub(super) fn pivots(&self) -> impl Iterator<Item = f64> + '_ {
        self.rows.iter().filter_map(|row| row.last().copied())
    }
}

/// x of Lᵀx = b, or of Rx = b where the rows given are the columns of R; `b` is used up.
pub(super) fn back_substituted(rows: &[Vec<f64>], b: &mut Vec<f64>) -> Vec<f64> {
    let mut x = Vec::with_capacity(b.len());
    for row in rows.iter().rev() {
        let solved = b.pop().unwrap_or_default() / row.last().copied().unwrap_or(1.0);
        for (left, factor) in b.iter_mut().zip(row) {
            *left -= factor * solved;
        }
        x.push(solved);
    }
    x.reverse();
    x
}

/// Sum of products as far as both reach.
pub(super) fn dot(one: &[f64], other: &[f64]) -> f64 {
    const LANES: usize = 8;
    let together = one.len().min(other.len()) / LANES * LANES;
    let ((one, one_rest), (other, other_rest)) = (split(one, together), split(other, together));
    // One sum would wait for each addition before the next.
    let mut sums = [0.0; LANES];
    for (a, b) in one.chunks_exact(LANES).zip(other.chunks_exact(LANES)) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    let rest: f64 = one_rest.iter().zip(other_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f64>() + rest
}

fn split(values: &[f64], at: usize) -> (&[f64], &[f64]) {
    values.split_at_checked(at).unwrap_or((values, &[]))
}

#[cfg(test)]
mod tests {
    use super::Cholesky;

    #[test]
    fn a_matrix_is_solved_through_its_factor() {
        // The system of 4·1 + 2·2 − 2·3, 2·1 + 10·2 + 5·3, −2·1 + 5·2 + 14·3, bordered by its right-hand side.
        let rows: [&[f64]; 4] = [&[4.0], &[2.0, 10.0], &[-2.0, 5.0, 14.0], &[2.0, 37.0, 50.0, 1000.0]];
        let x = Cholesky::of(rows.into_iter()).unwrap().upper_solution();
        assert!(x.iter().zip([1.0, 2.0, 3.0]).all(|(got, want)| (got - want).abs() < 1e-12), "{x:?}");
        let system = Cholesky::of(rows.into_iter().take(3)).unwrap();
        assert!(system.pivots().zip([2.0, 3.0, 3.0]).all(|(got, want)| (got - want).abs() < 1e-12));
        assert!((system.log_determinant() - 324.0_f64.ln()).abs() < 1e-12);
        assert!(Cholesky::of([&[1.0][..], &[1.0, 1.0][..]].into_iter()).is_none());
    }
}
