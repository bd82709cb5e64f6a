//! The usual penalty: the Schwarz criterion's, times what alike days do to the variance of a mean.

use super::PenaltyUsed;
use crate::count::float;
use crate::{Caution, Refused, Series};

/// Largest correlation believed: at 0.9 a change already costs 19 times as much.
const LARGEST_PHI: f64 = 0.9;

/// Penalty from the differences between neighbouring days, in which a shift of level is a single outlier.
///
/// # Formula
/// r = [Σ ΔΔ′/P] / [Σ Δ²/m] · (m − 1)/m over the m differences between days one apart and the P neighbours among those:
/// without gaps ΣΔΔ′/ΣΔ². For AR(1) days r is −(1 − φ)/2 and the variance of Δ is 2σ²(1 − φ).
pub(super) fn usual_penalty(series: &Series, cautions: &mut Vec<Caution>) -> Result<PenaltyUsed, Refused> {
    let n = series.n();
    if n < 3 {
        return Err(Refused::TooFew { have: n, need: 3 });
    }
    let steps = series.days_from_first().into_iter().zip(series.values().iter().copied());
    let points: Vec<(f64, f64)> = steps.collect();
    let (days, differences): (Vec<f64>, Vec<f64>) = points
        .windows(2)
        .filter_map(|pair| match pair {
            [(day, value), (next_day, next)] if next_day - day < 1.5 => Some((*next_day, next - value)),
            _ => None,
        })
        .unzip();
    let square: f64 = differences.iter().map(|difference| difference * difference).sum();
    let r = match crate::autocorrelation::lag_one_on_days(&days, &differences) {
        Some(r) => r,
        None if square > 0.0 || differences.is_empty() => return Err(Refused::NotIdentifiable),
        None => return Err(Refused::NoVariation),
    };
    let phi = (1.0 + 2.0 * r).clamp(0.0, LARGEST_PHI);
    if phi >= LARGEST_PHI {
        cautions.push(Caution::AutocorrelationAtBound);
    }
    let variance = 0.5 * square / float(differences.len()) / (1.0 - phi);
    let penalty = 2.0 * variance * float(n).ln() * (1.0 + phi) / (1.0 - phi);
    Ok(PenaltyUsed::Usual { penalty, phi, variance })
}
