//! Cleveland's robust locally weighted line, LOWESS. Descriptive: it has no interval and makes no claim.
//!
//! Refuses an empty series. Equal to R `lowess(day, value, f, iter, delta)`; oracle in `oracles/lowess/`.

use super::window::Window;
use crate::count::float;
use crate::{Answer, DataError, Field, Method, Refused, Series};

/// How much LOWESS smooths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Smoothness {
    fraction: f64,
    iterations: u16,
    delta: Option<f64>,
}

impl Smoothness {
    /// Share of the points in each local line, rounds that play down outliers, and the days within which a line is not
    /// drawn anew but joined up; a hundredth of the span of days when no distance is given.
    ///
    /// # Errors
    /// [`DataError::FractionNotPositive`], [`DataError::DeltaNegative`].
    pub fn new(fraction: f64, iterations: u16, delta: Option<f64>) -> Result<Self, DataError> {
        if !(fraction.is_finite() && fraction > 0.0) {
            return Err(DataError::FractionNotPositive);
        }
        if delta.is_some_and(|days| !(days.is_finite() && days >= 0.0)) {
            return Err(DataError::DeltaNegative);
        }
        Ok(Self { fraction, iterations, delta })
    }

    /// Points in each local line: at least two, at most all.
    fn points(self, n: usize) -> usize {
        // R truncates f·n + 1e-7.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "positive; saturates above n"
        )]
        let share = (self.fraction * float(n) + 1e-7) as usize;
        share.min(n).max(2)
    }
}

impl Default for Smoothness {
    /// As R: two thirds of the points, three rounds, a hundredth of the span.
    fn default() -> Self {
        Self { fraction: 2.0 / 3.0, iterations: 3, delta: None }
    }
}

/// A smooth line through a dated series.
#[derive(Clone, Debug, PartialEq)]
pub struct Lowess {
    /// Method and variant.
    pub method: Method,
    /// The line on every day with a value.
    pub fitted: Vec<FittedDay>,
    /// Values used.
    pub n: usize,
    /// Entries known to be missing.
    pub n_missing: usize,
}

impl Lowess {
    /// In the words of `tidemark stats`.
    #[must_use]
    pub fn answer(series: &Series, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let fitted: Option<Vec<Field>> = found.map(|found| {
            let days = found.fitted.iter();
            days.map(|on| Field::Object(vec![("date", Field::Day(on.day)), ("value", on.value.into())]))
                .collect()
        });
        Answer::new("lowess", series.n(), series.n_missing())
            .ran(found.map(|found| (found.method.variant, &[][..])))
            .with("fitted", fitted)
            .refused(result.as_ref().err().copied())
    }
}

/// The line on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FittedDay {
    /// Day number, in the series' own count.
    pub day: i32,
    /// Height of the line, in points.
    pub value: f64,
}

/// LOWESS line of a dated series.
///
/// # Errors
/// [`Refused::TooFew`] without a value.
/// # Formula
/// On each day a straight line through the nearest fraction of the values, weights (1 − (distance/h)³)³ with h the
/// distance of the farthest of them, times (1 − (residual/6·median)²)² from the second round on; days closer than delta
/// to the last fitted one lie on the straight line between two fitted ones. O(n·fraction·n·span/delta) at most.
/// # Source
/// Cleveland 1979, doi:10.1080/01621459.1979.10481038; Cleveland 1981, doi:10.1080/00031305.1981.10479306, in the
/// steps of R's `clowess`.
pub fn lowess(series: &Series, smoothness: Smoothness) -> Result<Lowess, Refused> {
    let n = series.n();
    // Values are smoothed as distances from one of them: a constant series stays what it is, to the last digit.
    let Some(&centre) = series.values().get(n / 2) else {
        return Err(Refused::TooFew { have: 0, need: 1 });
    };
    let days = series.days_from_first();
    let values: Vec<f64> = series.values().iter().map(|value| value - centre).collect();
    let line = robust_line(&days, &values, smoothness);
    Ok(Lowess {
        method: Method::new("lowess", "robust, tricube weights"),
        fitted: series
            .days()
            .iter()
            .zip(line)
            .map(|(&day, value)| FittedDay { day, value: centre + value })
            .collect(),
        n,
        n_missing: series.n_missing(),
    })
}

/// Heights of the line after all rounds.
fn robust_line(days: &[f64], values: &[f64], smoothness: Smoothness) -> Vec<f64> {
    if days.len() < 2 {
        return values.to_vec();
    }
    let span = days.last().copied().unwrap_or_default();
    let delta = smoothness.delta.unwrap_or(0.01 * span);
    let points = smoothness.points(days.len());
    let mut weights = vec![1.0; days.len()];
    let mut line = smooth(days, values, &weights, points, delta);
    for _ in 0..smoothness.iterations {
        let sizes: Vec<f64> = values.iter().zip(&line).map(|(value, fit)| (value - fit).abs()).collect();
        let reach = 6.0 * middle(&sizes);
        if reach < 1e-7 * sizes.iter().sum::<f64>() / float(sizes.len()) {
            break;
        }
        for (weight, size) in weights.iter_mut().zip(&sizes) {
            *weight = bisquare(*size, reach);
        }
        line = smooth(days, values, &weights, points, delta);
    }
    line
}

fn bisquare(size: f64, reach: f64) -> f64 {
    if size <= 0.001 * reach {
        1.0
    } else if size <= 0.999 * reach {
        (1.0 - (size / reach).powi(2)).powi(2)
    } else {
        0.0
    }
}

/// The median of the residual sizes, in linear time.
fn middle(sizes: &[f64]) -> f64 {
    let mut sizes = sizes.to_vec();
    let half = sizes.len() / 2;
    let even = sizes.len().is_multiple_of(2);
    let (below, upper, _) = sizes.select_nth_unstable_by(half, f64::total_cmp);
    let upper = *upper;
    if even { f64::midpoint(below.iter().copied().fold(0.0, f64::max), upper) } else { upper }
}

/// One round: local lines on days more than delta apart, joined by straight lines.
#[expect(clippy::indexing_slicing, reason = "here, last and next stay below n, the length of all slices")]
fn smooth(days: &[f64], values: &[f64], weights: &[f64], points: usize, delta: f64) -> Vec<f64> {
    let n = days.len();
    let window = Window::new(days, values, weights);
    let mut line = vec![0.0; n];
    let (mut left, mut here) = (0, 0);
    let mut last: Option<usize> = None;
    loop {
        while left + points < n && days[here] - days[left] > days[left + points] - days[here] {
            left += 1;
        }
        // Where all weights are zero the value stands for itself, as in R.
        line[here] = window.line_at(here, left, left + points).unwrap_or(values[here]);
        if let Some(last) = last {
            let step = days[here] - days[last];
            for between in last + 1..here {
                let share = (days[between] - days[last]) / step;
                line[between] = share * line[here] + (1.0 - share) * line[last];
            }
        }
        if here + 1 >= n {
            return line;
        }
        last = Some(here);
        let cut = days[here] + delta;
        let beyond = days.partition_point(|&day| day <= cut);
        here = (beyond.max(1) - 1).max(here + 1);
    }
}
