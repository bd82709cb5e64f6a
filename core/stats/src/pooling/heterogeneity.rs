//! The variance between groups by restricted maximum likelihood, and the overall mean under it.

use crate::count::float;

/// A mean with the variance it has as an estimate of its group, above 0.
#[derive(Clone, Copy)]
pub(super) struct Study {
    pub(super) mean: f64,
    pub(super) variance: f64,
}

/// Variance between groups and what follows from it, in the unit of the means.
pub(super) struct Heterogeneity {
    pub(super) tau_squared: f64,
    pub(super) overall: f64,
    /// Whether no variance at all is more likely than the peak the search came to.
    pub(super) second_peak: bool,
}

/// How much more likely no variance has to be than the peak found (metafor's `tol`, ⁴√ε).
const LESS_LIKELY: f64 = 1.220_703_125e-4;
/// Variance between groups, as a share of the whole, that counts as none.
const NONE: f64 = 1e-12;
const MOST_STEPS: u32 = 10_000;

impl Heterogeneity {
    /// The restricted maximum-likelihood fit, from the start and by the steps of metafor.
    ///
    /// # Shape
    /// At least two studies with variances above 0.
    /// # Formula
    /// Start: the variance of the means less the mean of their variances, at least 0. Fisher scoring with
    /// P = W − W1(1ᵀW1)⁻¹1ᵀW: τ² + (yᵀPPy − tr P)/tr PP, the step halved while it leads below 0.
    /// # Source
    /// Viechtbauer 2005, doi:10.3102/10769986030003261.
    pub(super) fn of(studies: &[Study]) -> Self {
        let k = float(studies.len());
        let centre = studies.iter().map(|study| study.mean).sum::<f64>() / k;
        let between = studies.iter().map(|study| (study.mean - centre).powi(2)).sum::<f64>() / (k - 1.0);
        let within = studies.iter().map(|study| study.variance).sum::<f64>() / k;
        // In units of the whole spread, so that the weights and their squares stay within range.
        let unit = between + within;
        let scale = unit.sqrt();
        let scaled: Vec<Study> = studies
            .iter()
            .map(|study| Study {
                mean: (study.mean - centre) / scale,
                variance: (study.variance / unit).max(f64::MIN_POSITIVE),
            })
            .collect();
        let mut tau = ((between - within) / unit).max(0.0);
        for _ in 0..MOST_STEPS {
            let step = Weights::at(&scaled, tau).step(&scaled, tau);
            let next = (tau + step).max(0.0);
            let moved = (next - tau).abs();
            tau = next;
            if moved <= 1e-16 + 1e-15 * tau {
                break;
            }
        }
        let none = Weights::at(&scaled, 0.0).log_likelihood(&scaled, 0.0);
        let peak = Weights::at(&scaled, tau).log_likelihood(&scaled, tau);
        let second_peak = tau > NONE && none - peak > LESS_LIKELY;
        if second_peak || tau <= NONE {
            tau = 0.0;
        }
        let overall = centre + scale * Weights::at(&scaled, tau).mean;
        Self { tau_squared: tau * unit, overall, second_peak }
    }

    /// Σw(y − μ)².
    pub(super) fn excess(&self, studies: &[Study]) -> f64 {
        studies
            .iter()
            .map(|study| (study.mean - self.overall).powi(2) / (self.tau_squared + study.variance))
            .sum()
    }

    /// 1/√Σw.
    pub(super) fn plain_se(&self, studies: &[Study]) -> f64 {
        1.0 / studies.iter().map(|study| 1.0 / (self.tau_squared + study.variance)).sum::<f64>().sqrt()
    }
}

/// Weights 1/(τ² + v) at one τ²: their sum and the mean they give.
struct Weights {
    total: f64,
    mean: f64,
}

impl Weights {
    fn at(studies: &[Study], tau: f64) -> Self {
        let total: f64 = studies.iter().map(|study| 1.0 / (tau + study.variance)).sum();
        let mean = studies.iter().map(|study| study.mean / (tau + study.variance) / total).sum();
        Self { total, mean }
    }

    /// One step of Fisher scoring, not below −τ².
    fn step(&self, studies: &[Study], tau: f64) -> f64 {
        let shares = || studies.iter().map(|study| 1.0 / (tau + study.variance) / self.total);
        let squares: f64 = shares().map(|share| share * share).sum();
        let (mut score, mut information) = (0.0, 0.0);
        for (study, share) in studies.iter().zip(shares()) {
            // yᵀPPy − tr P and tr PP, both over the square of the sum of weights.
            score += (share * (study.mean - self.mean)).powi(2) - share * (1.0 - share) / self.total;
            information += share * share * ((1.0 - share).powi(2) + squares - share * share);
        }
        let mut step = score / information;
        if !step.is_finite() {
            return 0.0;
        }
        while tau + step < 0.0 {
            step /= 2.0;
        }
        step
    }

    /// Restricted log-likelihood, without its constant.
    fn log_likelihood(&self, studies: &[Study], tau: f64) -> f64 {
        let terms = studies.iter().map(|study| {
            (tau + study.variance).ln() + (study.mean - self.mean).powi(2) / (tau + study.variance)
        });
        -0.5 * (terms.sum::<f64>() + self.total.ln())
    }
}
