//! The usual tools, as textbooks and packages have them: what people would otherwise run on a diary.
//!
//! Small and plain on purpose, two-sided p-values only; they are here to be measured, not to be used.

use tidemark_stats::distribution::{StudentT, normal_cdf};

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

fn two_sided(z: f64) -> f64 {
    2.0 * normal_cdf(-z.abs())
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values.len())
}

fn squares(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|value| (value - mean).powi(2)).sum()
}

/// The line by ordinary least squares: slope, residuals, days about their mean and their sum of squares.
struct Ordinary {
    slope: f64,
    residuals: Vec<f64>,
    days: Vec<f64>,
    square: f64,
}

fn ordinary(points: &[(i32, f64)]) -> Ordinary {
    let days: Vec<f64> = points.iter().map(|point| f64::from(point.0)).collect();
    let values: Vec<f64> = points.iter().map(|point| point.1).collect();
    let (middle, level) = (mean(&days), mean(&values));
    let days: Vec<f64> = days.into_iter().map(|day| day - middle).collect();
    let square: f64 = days.iter().map(|day| day * day).sum();
    let slope = days.iter().zip(&values).map(|(day, value)| day * value).sum::<f64>() / square;
    let residuals = days.iter().zip(&values).map(|(day, value)| value - level - slope * day).collect();
    Ordinary { slope, residuals, days, square }
}

/// t test of the least-squares slope, days taken as independent.
pub(crate) fn least_squares(points: &[(i32, f64)]) -> Option<f64> {
    let line = ordinary(points);
    let df = count(points.len()) - 2.0;
    let variance = line.residuals.iter().map(|e| e * e).sum::<f64>() / df / line.square;
    (variance > 0.0).then(|| StudentT::new(df).map(|t| t.outside(line.slope / variance.sqrt())))?
}

/// The same slope with the variance of Newey & West 1987, Bartlett weights over ⌊4(n/100)^(2/9)⌋ lags, n/(n − 2), t(n − 2).
pub(crate) fn newey_west(points: &[(i32, f64)]) -> Option<f64> {
    let line = ordinary(points);
    let n = count(points.len());
    let scores: Vec<f64> = line.residuals.iter().zip(&line.days).map(|(e, day)| e * day).collect();
    let lag_product =
        |lag: usize| scores.iter().zip(scores.iter().skip(lag)).map(|(a, b)| a * b).sum::<f64>();
    let mut long_run = lag_product(0);
    let lags = (1..points.len()).take_while(|&lag| count(lag) <= 4.0 * (n / 100.0).powf(2.0 / 9.0));
    let most = count(lags.clone().count());
    for lag in lags {
        long_run += 2.0 * (1.0 - count(lag) / (most + 1.0)) * lag_product(lag);
    }
    let variance = long_run * n / (n - 2.0) / line.square.powi(2);
    (variance > 0.0).then(|| StudentT::new(n - 2.0).map(|t| t.outside(line.slope / variance.sqrt())))?
}

/// Mann–Kendall with the tie correction and the continuity correction, days taken as independent.
pub(crate) fn mann_kendall(points: &[(i32, f64)]) -> Option<f64> {
    let mut s = 0.0;
    for (place, (_, earlier)) in points.iter().enumerate() {
        for (_, later) in points.iter().skip(place + 1) {
            s += f64::from(i8::from(later > earlier) - i8::from(later < earlier));
        }
    }
    let term = |t: f64| t * (t - 1.0) * (2.0 * t + 5.0);
    let ties: f64 = runs(points.iter().map(|point| point.1).collect()).into_iter().map(term).sum();
    let variance = (term(count(points.len())) - ties) / 18.0;
    (variance > 0.0).then(|| two_sided((s.abs() - 1.0).max(0.0) / variance.sqrt()))
}

/// Student's paired t test, pairs taken as independent; also the day-before/day-after test.
pub(crate) fn paired_t(differences: &[f64]) -> Option<f64> {
    let n = count(differences.len());
    let variance = squares(differences) / (n - 1.0) / n;
    (n > 1.0 && variance > 0.0)
        .then(|| StudentT::new(n - 1.0).map(|t| t.outside(mean(differences) / variance.sqrt())))?
}

/// Two-sample t test with pooled variance.
pub(crate) fn two_sample_t(one: &[f64], other: &[f64]) -> Option<f64> {
    let (n, m) = (count(one.len()), count(other.len()));
    let variance = (squares(one) + squares(other)) / (n + m - 2.0) * (1.0 / n + 1.0 / m);
    (n > 0.0 && m > 0.0 && variance > 0.0)
        .then(|| StudentT::new(n + m - 2.0).map(|t| t.outside((mean(one) - mean(other)) / variance.sqrt())))?
}

/// Two-sample t test without equal variances (Welch 1947).
pub(crate) fn welch_t(one: &[f64], other: &[f64]) -> Option<f64> {
    let part = |values: &[f64]| squares(values) / (count(values.len()) - 1.0) / count(values.len());
    let (a, b) = (part(one), part(other));
    let share = |part: f64, values: &[f64]| part * part / (count(values.len()) - 1.0);
    let df = (a + b).powi(2) / (share(a, one) + share(b, other));
    (one.len() > 1 && other.len() > 1 && a + b > 0.0)
        .then(|| StudentT::new(df).map(|t| t.outside((mean(one) - mean(other)) / (a + b).sqrt())))?
}

/// Wilcoxon's signed ranks as in textbooks: zeros dropped, normal approximation, nothing done about ties.
pub(crate) fn wilcoxon(differences: &[f64]) -> Option<f64> {
    let mut kept: Vec<f64> = differences.iter().copied().filter(|d| d.abs() > 0.0).collect();
    kept.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
    let n = count(kept.len());
    let (mut positive, mut below) = (0.0, 0.0);
    for tied in kept.chunk_by(|a, b| (a.abs() - b.abs()).abs() <= 0.0) {
        let size = count(tied.len());
        positive += (below + f64::midpoint(size, 1.0)) * count(tied.iter().filter(|d| **d > 0.0).count());
        below += size;
    }
    let spread = (n * (n + 1.0) * (2.0 * n + 1.0) / 24.0).sqrt();
    (n > 0.0).then(|| two_sided((positive - n * (n + 1.0) / 4.0) / spread))
}

/// How many values are equal, for each different value in rising order.
fn runs(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    values.chunk_by(|a, b| (a - b).abs() <= 0.0).map(|run| count(run.len())).collect()
}
