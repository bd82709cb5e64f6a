//! One local line of LOWESS: a weighted straight line through a window of days, read off at one of them.

/// Lanes of the sums: enough for two vector registers of doubles to stay busy.
const LANES: usize = 4;

/// The points local lines are drawn through.
///
/// # Shape
/// `days` increasing; all three of one length.
pub(super) struct Window<'a> {
    days: &'a [f64],
    values: &'a [f64],
    weights: &'a [f64],
    span: f64,
}

/// Sums of weights w over distances x from the day and values y.
#[derive(Clone, Copy, Default)]
struct Sums {
    w: f64,
    x: f64,
    xx: f64,
    y: f64,
    xy: f64,
}

impl<'a> Window<'a> {
    pub(super) fn new(days: &'a [f64], values: &'a [f64], weights: &'a [f64]) -> Self {
        let span = days.last().zip(days.first()).map_or(0.0, |(last, first)| last - first);
        Self { days, values, weights, span }
    }

    /// Height at place `here` of the line through the places from `left` up to `right`, excluded; `None` where every
    /// weight is zero.
    pub(super) fn line_at(&self, here: usize, left: usize, right: usize) -> Option<f64> {
        let day = *self.days.get(here)?;
        let (days, values, weights) =
            (self.days.get(left..right)?, self.values.get(left..right)?, self.weights.get(left..right)?);
        let reach = (day - days.first()?).max(days.last()? - day);
        // The farthest points weigh nothing: only what is within .999 of the reach counts.
        let start = days.partition_point(|other| day - other > 0.999 * reach);
        let end = days.partition_point(|other| other - day <= 0.999 * reach);
        let (days, values, weights) =
            (days.get(start..end)?, values.get(start..end)?, weights.get(start..end)?);
        let sums = sums(day, reach, days, values, weights);
        if sums.w <= 0.0 {
            return None;
        }
        let (mean, height) = (sums.x / sums.w, sums.y / sums.w);
        let spread = sums.xx / sums.w - mean * mean;
        let product = sums.xy / sums.w - mean * height;
        // Far from a tight cluster of weights the differences above lose digits: sum again around the mean.
        let (spread, product) = if spread < 1e-3 * mean * mean {
            around_mean(day, reach, mean, height, days, values, weights, sums.w)
        } else {
            (spread, product)
        };
        // R draws a line only where the points spread over a thousandth of all days.
        if spread.max(0.0).sqrt() > 0.001 * self.span {
            Some(height - mean * product / spread)
        } else {
            Some(height)
        }
    }
}

/// Tricube weight at a distance, given 1/h and .001·h.
#[inline]
fn tricube(distance: f64, inverse: f64, near: f64) -> f64 {
    let share = distance * inverse;
    let rest = 1.0 - share * share * share;
    if distance <= near { 1.0 } else { rest * rest * rest }
}

fn sums(day: f64, reach: f64, days: &[f64], values: &[f64], weights: &[f64]) -> Sums {
    let (inverse, near) = (if reach > 0.0 { 1.0 / reach } else { 0.0 }, 0.001 * reach);
    let (day_lanes, day_rest) = days.as_chunks::<LANES>();
    let (value_lanes, value_rest) = values.as_chunks::<LANES>();
    let (weight_lanes, weight_rest) = weights.as_chunks::<LANES>();
    let mut lanes = [[0.0_f64; LANES]; 5];
    for ((days, values), weights) in day_lanes.iter().zip(value_lanes).zip(weight_lanes) {
        add(&mut lanes, day, inverse, near, days, values, weights);
    }
    let mut total = Sums::default();
    for ((&other, &y), &weight) in day_rest.iter().zip(value_rest).zip(weight_rest) {
        let x = other - day;
        let w = tricube(x.abs(), inverse, near) * weight;
        total.w += w;
        total.x += w * x;
        total.xx += w * x * x;
        total.y += w * y;
        total.xy += w * x * y;
    }
    let [w, x, xx, y, xy] = lanes.map(|lane| lane.iter().sum::<f64>());
    Sums { w: total.w + w, x: total.x + x, xx: total.xx + xx, y: total.y + y, xy: total.xy + xy }
}

#[inline]
#[expect(clippy::indexing_slicing, reason = "lane is below LANES, the length of every array")]
fn add(
    lanes: &mut [[f64; LANES]; 5],
    day: f64,
    inverse: f64,
    near: f64,
    days: &[f64; LANES],
    values: &[f64; LANES],
    weights: &[f64; LANES],
) {
    for lane in 0..LANES {
        let x = days[lane] - day;
        let w = tricube(x.abs(), inverse, near) * weights[lane];
        let wx = w * x;
        lanes[0][lane] += w;
        lanes[1][lane] += wx;
        lanes[2][lane] += wx * x;
        lanes[3][lane] += w * values[lane];
        lanes[4][lane] += wx * values[lane];
    }
}

/// Spread of the days and their product with the values, both around their weighted means.
#[expect(clippy::too_many_arguments, reason = "the window, its two means and its total weight, used once")]
fn around_mean(
    day: f64,
    reach: f64,
    mean: f64,
    height: f64,
    days: &[f64],
    values: &[f64],
    weights: &[f64],
    total: f64,
) -> (f64, f64) {
    let (inverse, near) = (if reach > 0.0 { 1.0 / reach } else { 0.0 }, 0.001 * reach);
    let (mut spread, mut product) = (0.0, 0.0);
    for ((&other, &y), &weight) in days.iter().zip(values).zip(weights) {
        let w = tricube((other - day).abs(), inverse, near) * weight / total;
        let x = other - day - mean;
        spread += w * x * x;
        product += w * x * (y - height);
    }
    (spread, product)
}
