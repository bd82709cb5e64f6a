//! Diaries without any effect: rounded 0–10 ratings whose neighbouring days are alike.

use crate::random::{Chain, Random};

/// What is done to the plain diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Every day rated, level 5.
    Plain,
    /// About three days in ten not rated.
    Gaps,
    /// Level 1.5, so many ratings sit at 0.
    Floor,
    /// Level 8.5, so many ratings sit at 10.
    Ceiling,
}

impl Shape {
    pub(crate) const ALL: [Self; 4] = [Self::Plain, Self::Gaps, Self::Floor, Self::Ceiling];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Gaps => "gaps",
            Self::Floor => "floor",
            Self::Ceiling => "ceiling",
        }
    }

    const fn level(self) -> f64 {
        match self {
            Self::Plain | Self::Gaps => 5.0,
            Self::Floor => 1.5,
            Self::Ceiling => 8.5,
        }
    }
}

/// Standard deviation of a day around the level, before rounding.
pub(crate) const SD: f64 = 1.6;

/// A diary of `n` rated days: AR(1) with coefficient `phi`, rounded and kept within 0–10.
pub(crate) fn flat_diary(n: usize, phi: f64, shape: Shape, number: u64) -> Vec<(i32, f64)> {
    rising_diary(n, phi, shape, number, 0.0)
}

/// The same days with `slope` points a day added before rounding; through the level on the middle day.
pub(crate) fn rising_diary(n: usize, phi: f64, shape: Shape, number: u64, slope: f64) -> Vec<(i32, f64)> {
    let mut random = Random::new(number, n as u64);
    let mut chain = Chain::new(phi, &mut random);
    let middle = i32::try_from(n / 2).unwrap_or(i32::MAX);
    let mut points = Vec::with_capacity(n);
    let mut day = 0;
    while points.len() < n {
        let rated = shape != Shape::Gaps || random.uniform() < 0.7;
        let value = shape.level() + SD * chain.next(&mut random) + slope * f64::from(day - middle);
        if rated {
            points.push((day, value.round().clamp(0.0, 10.0)));
        }
        day += 1;
    }
    points
}
