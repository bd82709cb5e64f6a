//! Coefficients of a regression with their variances: ordinary least squares, or CAR(1) errors by REML.
//!
//! Refuses variances without a degree of freedom left and where nothing varies around the fit.

use super::cholesky::{Cholesky, dot};
use super::design::Design;
use super::markov::Markov;
use crate::count::float;
use crate::distribution::{FisherF, StudentT};
use crate::likelihood::Likelihood;
use crate::{Interval, Level, Refused};

/// A regression with at least one degree of freedom left and residuals that vary.
pub(super) struct Fit {
    /// Coefficients, the constant first.
    coefficients: Vec<f64>,
    /// Residual variance, RSS/(n − p).
    variance: f64,
    /// For each coefficient a vector; products of two are the (XᵀV⁻¹X)⁻¹ of their coefficients.
    roots: Vec<Vec<f64>>,
    df: f64,
    /// Where the likelihood of φ is highest; `None` for ordinary least squares.
    pub(super) likelihood: Option<Likelihood>,
}

/// A coefficient with its uncertainty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coefficient {
    pub(super) estimate: f64,
    pub(super) se: f64,
    student: StudentT,
}

impl Fit {
    /// Ordinary least squares.
    pub(super) fn ordinary(design: &Design) -> Result<Self, Refused> {
        let df = df(design)?;
        let roots = (0..design.p()).map(|place| design.row_of_inverse(place)).collect();
        let variance = dot(design.residuals(), design.residuals()) / df;
        Ok(Self { coefficients: design.ordinary(), variance, roots, df, likelihood: None })
    }

    /// Errors with correlation φ^|day − day′|, φ by restricted maximum likelihood.
    pub(super) fn markov(days: &[i32], design: &Design) -> Result<Self, Refused> {
        let df = df(design)?;
        let sums = Markov::new(days, design);
        let likelihood = Likelihood::of(|phi| sums.likelihood(phi));
        let rows = sums.whitened(likelihood.phi).ok_or(Refused::NotIdentifiable)?;
        let change: Vec<f64> = rows.change().iter().map(|share| share * sums.length()).collect();
        Ok(Self {
            coefficients: design.coefficients(&change),
            variance: rows.rss() * sums.length() * sums.length() / df,
            roots: (0..design.p()).map(|place| rows.root(&design.row_of_inverse(place))).collect(),
            df,
            likelihood: Some(likelihood),
        })
    }

    /// Degrees of freedom, n − p.
    pub(super) const fn df(&self) -> f64 {
        self.df
    }

    /// Coefficients, the constant first.
    pub(super) fn coefficients(&self) -> &[f64] {
        &self.coefficients
    }

    /// A coefficient, the constant being number 0.
    pub(super) fn coefficient(&self, place: usize) -> Result<Coefficient, Refused> {
        let known = self.coefficients.get(place).zip(self.roots.get(place)).zip(StudentT::new(self.df));
        let ((&estimate, root), student) = known.ok_or(Refused::NotIdentifiable)?;
        let se = (self.variance * dot(root, root)).sqrt();
        if se > 0.0 && se.is_finite() {
            Ok(Coefficient { estimate, se, student })
        } else {
            Err(Refused::NotIdentifiable)
        }
    }

    /// F of the coefficients after the constant, as many as asked for, all being 0, and its p-value above 0.
    pub(super) fn joint(&self, count: usize) -> Option<(f64, f64)> {
        let asked = || self.roots.iter().skip(1).take(count);
        let covariance: Vec<Vec<f64>> = asked()
            .enumerate()
            .map(|(place, root)| asked().take(place + 1).map(|other| dot(root, other)).collect())
            .collect();
        let factor = Cholesky::of(covariance.iter().map(Vec::as_slice))?;
        let estimates: Vec<f64> = self.coefficients.iter().skip(1).take(count).copied().collect();
        let standardised = factor.forward(&estimates);
        let f = dot(&standardised, &standardised) / (float(count) * self.variance);
        let p_value = FisherF::new(float(count), self.df)?.outside(f).max(f64::MIN_POSITIVE);
        (f.is_finite() && p_value.is_finite()).then_some((f, p_value))
    }
}

impl Coefficient {
    /// The t interval with error rate `alpha`, kept under the level it belongs to.
    pub(super) fn interval(self, alpha: f64, level: Level) -> Interval {
        let reach = self.student.critical(alpha) * self.se;
        Interval::new(self.estimate - reach, self.estimate + reach, level)
    }

    /// Two-sided p-value against 0, above 0.
    pub(super) fn p_value(self) -> f64 {
        self.student.outside(self.estimate / self.se).max(f64::MIN_POSITIVE)
    }
}

fn df(design: &Design) -> Result<f64, Refused> {
    let (n, p) = (design.residuals().len(), design.p());
    if n <= p {
        Err(Refused::TooFew { have: n, need: p + 1 })
    } else if !design.varies() {
        Err(Refused::NoVariation)
    } else {
        Ok(float(n) - float(p))
    }
}
