//! One local line of LOWESS: a weighted straight line through a window of days, read off at one of them.

/// Share of the reach within which a point weighs fully.
const CENTRE: f64 = 0.001;
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

impl Sums {
    #[inline]
    fn add(&mut self, x: f64, y: f64, w: f64) {
        let wx = w * x;
        self.w += w;
        self.x += wx;
        self.xx += wx * x;
        self.y += w * y;
        self.xy += wx * y;
    }

    fn plus(self, other: Self) -> Self {
        Self {
            w: self.w + other.w,
            x: self.x + other.x,
            xx: self.xx + other.xx,
            y: self.y + other.y,
            xy: self.xy + other.xy,
        }
    }
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
        let near = Near {
            day,
            reach,
            days: days.get(start..end)?,
            values: values.get(start..end)?,
            weights: weights.get(start..end)?,
        };
        let sums = near.sums();
        if sums.w <= 0.0 {
            return None;
        }
        let (mean, height) = (sums.x / sums.w, sums.y / sums.w);
        let spread = sums.xx / sums.w - mean * mean;
        let product = sums.xy / sums.w - mean * height;
        // Far from a tight cluster of weights the differences above lose digits: sum again around the mean.
        let (spread, product) =
            if spread < 1e-3 * mean * mean { near.around(mean, height, sums.w) } else { (spread, product) };
        // R draws a line only where the points spread over a thousandth of all days.
        if spread.max(0.0).sqrt() > 0.001 * self.span {
            Some(height - mean * product / spread)
        } else {
            Some(height)
        }
    }
}

/// Tricube weight at a distance given as a share of the reach.
#[inline]
fn tricube(share: f64) -> f64 {
    let rest = 1.0 - share * share * share;
    rest * rest * rest
}

/// The points of one local line, near enough to weigh something.
#[derive(Clone, Copy)]
struct Near<'a> {
    day: f64,
    reach: f64,
    days: &'a [f64],
    values: &'a [f64],
    weights: &'a [f64],
}

impl Near<'_> {
    /// Calls with the distance in days, the value and the weight of each point.
    fn each(&self, mut visit: impl FnMut(f64, f64, f64)) {
        for ((&other, &y), &weight) in self.days.iter().zip(self.values).zip(self.weights) {
            let x = other - self.day;
            let is_centre = x.abs() <= CENTRE * self.reach;
            visit(x, y, weight * if is_centre { 1.0 } else { tricube(x.abs() / self.reach) });
        }
    }

    /// Spread of the days and their product with the values, both around their weighted means.
    fn around(&self, mean: f64, height: f64, total: f64) -> (f64, f64) {
        let (mut spread, mut product) = (0.0, 0.0);
        self.each(|x, y, w| {
            let share = w / total;
            spread += share * (x - mean) * (x - mean);
            product += share * (x - mean) * (y - height);
        });
        (spread, product)
    }

    fn sums(&self) -> Sums {
        let (day_lanes, day_rest) = self.days.as_chunks::<LANES>();
        let (value_lanes, value_rest) = self.values.as_chunks::<LANES>();
        let (weight_lanes, weight_rest) = self.weights.as_chunks::<LANES>();
        let rest = Near { days: day_rest, values: value_rest, weights: weight_rest, ..*self };
        let mut total = Sums::default();
        rest.each(|x, y, w| total.add(x, y, w));
        let inverse = 1.0 / self.reach;
        let mut lanes = [Sums::default(); LANES];
        for ((days, values), weights) in day_lanes.iter().zip(value_lanes).zip(weight_lanes) {
            for (((sums, other), y), weight) in lanes.iter_mut().zip(days).zip(values).zip(weights) {
                let x = other - self.day;
                sums.add(x, *y, weight * tricube(x.abs() * inverse));
            }
        }
        // In the lanes the few points at the centre were weighed by the curve: add what is missing to 1.
        let in_lanes = self.days.len() - day_rest.len();
        let from = self.days.partition_point(|other| self.day - other > CENTRE * self.reach);
        let to = self.days.partition_point(|other| other - self.day <= CENTRE * self.reach).min(in_lanes);
        for place in from..to {
            if let (Some(other), Some(y), Some(weight)) =
                (self.days.get(place), self.values.get(place), self.weights.get(place))
            {
                let x = other - self.day;
                total.add(x, *y, weight * (1.0 - tricube(x.abs() * inverse)));
            }
        }
        lanes.into_iter().fold(total, Sums::plus)
    }
}
