//! Logistic regression on one variable by Firth's penalised likelihood: finite also when the values separate the two
//! outcomes, and less biased when one of them is rare.

use std::collections::BTreeMap;

use crate::Level;
use crate::distribution::normal_quantile;

/// Equal values counted together.
#[derive(Clone, Copy)]
struct Group {
    /// Value, moved to mean 0 and scaled to standard deviation 1.
    z: f64,
    trials: f64,
    events: f64,
}

/// Outcomes by value.
pub(super) struct Firth {
    groups: Vec<Group>,
    deviation: f64,
}

/// Penalised likelihood, its slopes and the information at one (a, b).
#[derive(Clone, Copy)]
struct At {
    a: f64,
    b: f64,
    likelihood: f64,
    score: [f64; 2],
    /// Information of a alone, and both steps of Fisher scoring.
    information: f64,
    step: [f64; 2],
    /// Standard error of b.
    error: f64,
}

impl Firth {
    /// Outcomes by value; `None` when the values do not vary.
    pub(super) fn of(outcomes: impl Iterator<Item = (f64, bool)>) -> Option<Self> {
        let mut counts: BTreeMap<OrderedBits, (f64, f64, f64)> = BTreeMap::new();
        for (value, event) in outcomes {
            // −0 and 0 are one value.
            let value = value + 0.0;
            let group = counts.entry(OrderedBits::of(value)).or_insert((value, 0.0, 0.0));
            group.1 += 1.0;
            group.2 += if event { 1.0 } else { 0.0 };
        }
        if counts.len() < 2 {
            return None;
        }
        let trials: f64 = counts.values().map(|group| group.1).sum();
        let mean = counts.values().map(|(value, count, _)| value * (count / trials)).sum::<f64>();
        let variance =
            counts.values().map(|(value, count, _)| count / trials * (value - mean) * (value - mean));
        let deviation = variance.sum::<f64>().sqrt();
        let groups = counts.values().map(|&(value, trials, events)| Group {
            z: (value - mean) / deviation,
            trials,
            events,
        });
        (deviation > 0.0).then(|| Self { groups: groups.collect(), deviation })
    }

    /// Change of the log odds per unit of the value, with the ends of its profile interval.
    pub(super) fn slope(&self, level: Level) -> Option<(f64, f64, f64)> {
        let top = self.most_likely()?;
        let z = normal_quantile(0.5 + level.share() / 2.0)?;
        let end = |side: f64| self.profile_end(top, side, z);
        Some((top.b / self.deviation, end(-1.0)? / self.deviation, end(1.0)? / self.deviation))
    }

    /// The penalised likelihood and what climbing it needs.
    fn at(&self, a: f64, b: f64) -> At {
        let weight = |group: &Group| {
            let size = (-(a + b * group.z).abs()).exp();
            group.trials * size / ((1.0 + size) * (1.0 + size))
        };
        let (mut w, mut wz) = (0.0, 0.0);
        for group in &self.groups {
            w += weight(group);
            wz += weight(group) * group.z;
        }
        let centre = wz / w;
        // |XᵀWX| = w · Σ w(z − centre)²: nothing is found by subtracting large sums.
        let spread: f64 = self.groups.iter().map(|group| weight(group) * (group.z - centre).powi(2)).sum();
        let mut likelihood = 0.5 * (w.ln() + spread.ln());
        let mut score = [0.0; 2];
        for group in &self.groups {
            let eta = a + b * group.z;
            let size = (-eta.abs()).exp();
            let chance = if eta > 0.0 { 1.0 / (1.0 + size) } else { size / (1.0 + size) };
            likelihood += group.events * eta - group.trials * (eta.max(0.0) + size.ln_1p());
            let leverage = weight(group) * (1.0 / w + (group.z - centre).powi(2) / spread);
            let residual = group.events - group.trials * chance + leverage * (0.5 - chance);
            score = [score[0] + residual, score[1] + residual * group.z];
        }
        let [first, second] = score;
        let slope = (second - centre * first) / spread;
        At {
            a,
            b,
            likelihood,
            score,
            information: w,
            step: [first / w - centre * slope, slope],
            error: spread.sqrt().recip(),
        }
    }

    /// The (a, b) of highest penalised likelihood, by Fisher scoring with halved steps.
    fn most_likely(&self) -> Option<At> {
        let mut here = self.at(0.0, 0.0);
        for _ in 0..500 {
            let [a, b] = here.step;
            here = self.climbed(here, [a, b])?;
            if here.step.iter().all(|step| step.abs() < 1e-13 * (1.0 + here.b.abs() + here.a.abs())) {
                break;
            }
        }
        Some(here)
    }

    /// The highest point at a given b, from a point nearby.
    fn profile(&self, from: At, b: f64) -> Option<At> {
        // Keeping the log odds at the weighted mean, a moves against b.
        let mut here = self.at(from.a, b);
        for _ in 0..500 {
            let step = here.score[0] / here.information;
            here = self.climbed(here, [step, 0.0])?;
            if (here.score[0] / here.information).abs() < 1e-13 * (1.0 + here.a.abs()) {
                break;
            }
        }
        Some(here)
    }

    /// A step uphill, halved until it is one; the same point where rounding leaves none.
    fn climbed(&self, here: At, [mut a, mut b]: [f64; 2]) -> Option<At> {
        let slack = 1e-14 * (1.0 + here.likelihood.abs());
        for _ in 0..60 {
            let next = self.at(here.a + a, here.b + b);
            if next.likelihood >= here.likelihood - slack {
                return Some(next);
            }
            (a, b) = (a / 2.0, b / 2.0);
        }
        here.likelihood.is_finite().then_some(here)
    }

    /// The b on one side at which the profile has fallen by z²/2: Newton's steps inside a bracket.
    fn profile_end(&self, top: At, side: f64, z: f64) -> Option<f64> {
        let fallen = |at: &At| 2.0 * (top.likelihood - at.likelihood) - z * z;
        let mut inside = top;
        let mut outside: Option<At> = None;
        let mut b = top.b + side * z * top.error;
        for _ in 0..200 {
            let at = self.profile(inside, b)?;
            let excess = fallen(&at);
            if excess > 0.0 {
                outside = Some(at);
            } else {
                inside = at;
            }
            // The profile's slope is the score of b at its top.
            let newton = b + excess / (2.0 * at.score[1]);
            let (low, high) =
                outside.map_or((inside.b, f64::INFINITY * side), |outside| (inside.b, outside.b));
            let within = (newton - low) * side > 0.0 && (high - newton) * side > 0.0;
            let next = if within && newton.is_finite() {
                newton
            } else if let Some(outside) = outside {
                f64::midpoint(inside.b, outside.b)
            } else {
                top.b + 2.0 * (b - top.b)
            };
            if (next - b).abs() <= 1e-12 * (1.0 + b.abs()) {
                return Some(next);
            }
            b = next;
        }
        None
    }
}

/// The bits of a number, in the order of the numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct OrderedBits(i64);

impl OrderedBits {
    const fn of(value: f64) -> Self {
        let bits = value.to_bits().cast_signed();
        Self(bits ^ (((bits >> 63).cast_unsigned()) >> 1).cast_signed())
    }
}
