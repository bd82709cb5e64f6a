//! Autocovariances of many lags at once by the fast Fourier transform, n log n where pair by pair is n².
//!
//! Own and small: a real sequence of N values as N/2 complex ones, radix 2, forward in natural order, back from
//! bit-reversed order, so that nothing is ever permuted. Checked in `coefficients.rs` against walking the pairs.

#![expect(
    clippy::indexing_slicing,
    reason = "all indices are below the power of two that sets every length here"
)]

use core::f64::consts::TAU;

use crate::count::float;

/// What transforming `length` values costs, counted in pairs multiplied one by one.
pub(super) fn transform_steps(length: usize) -> usize {
    let size = length.max(4).next_power_of_two();
    size.saturating_mul(size.trailing_zeros() as usize * 2)
}

/// Σ x·x′ over places k apart for k = 0 to `most`, for values no larger than `largest`, which sets the unit of the sums.
pub(super) fn autocovariances(values: &[f64], largest: f64, most: usize) -> Vec<f64> {
    // Zeros after the end keep the last values from meeting the first ones.
    let half = (values.len() + most).max(4).next_power_of_two() / 2;
    let turns = Turns::of(half);
    let scaled = |place: usize| values.get(place).map_or(0.0, |value| value / largest);
    let mut z: Vec<Complex> =
        (0..half).map(|k| Complex { re: scaled(2 * k), im: scaled(2 * k + 1) }).collect();
    forward(&mut z, &turns);
    powers(&mut z, &turns);
    back(&mut z, &turns);
    let unit = largest * largest / float(half);
    z.into_iter().flat_map(|sum| [sum.re * unit, sum.im * unit]).take(most + 1).collect()
}

#[derive(Clone, Copy)]
struct Complex {
    re: f64,
    im: f64,
}

impl Complex {
    const fn plus(self, other: Self) -> Self {
        Self { re: self.re + other.re, im: self.im + other.im }
    }

    const fn minus(self, other: Self) -> Self {
        Self { re: self.re - other.re, im: self.im - other.im }
    }

    const fn times(self, other: Self) -> Self {
        Self { re: self.re * other.re - self.im * other.im, im: self.re * other.im + self.im * other.re }
    }

    const fn conjugate(self) -> Self {
        Self { re: self.re, im: -self.im }
    }

    const fn square(self) -> f64 {
        self.re * self.re + self.im * self.im
    }
}

/// Roots of unity exp(−2πi·k/N): of each order the transform uses, side by side.
struct Turns {
    /// Orders 2, 4, 8, …, N/2: half of the roots of each.
    stages: Vec<Vec<Complex>>,
    /// Order N: half of the roots.
    whole: Vec<Complex>,
}

impl Turns {
    fn of(half: usize) -> Self {
        let order = float(2 * half);
        let whole: Vec<Complex> = (0..half)
            .map(|k| {
                let (sine, cosine) = (TAU * float(k) / order).sin_cos();
                Complex { re: cosine, im: -sine }
            })
            .collect();
        let mut stages = Vec::new();
        let mut step = half;
        while step >= 2 {
            stages.push(whole.iter().step_by(step).copied().collect());
            step /= 2;
        }
        Self { stages, whole }
    }
}

/// Natural order in, bit-reversed order out.
fn forward(z: &mut [Complex], turns: &Turns) {
    for roots in turns.stages.iter().rev() {
        let width = roots.len();
        for block in z.chunks_exact_mut(2 * width) {
            let (low, high) = block.split_at_mut(width);
            for ((one, other), root) in low.iter_mut().zip(high).zip(roots) {
                let difference = one.minus(*other);
                *one = one.plus(*other);
                *other = difference.times(*root);
            }
        }
    }
}

/// Bit-reversed order in, natural order out, times the length.
fn back(z: &mut [Complex], turns: &Turns) {
    for roots in &turns.stages {
        let width = roots.len();
        for block in z.chunks_exact_mut(2 * width) {
            let (low, high) = block.split_at_mut(width);
            for ((one, other), root) in low.iter_mut().zip(high).zip(roots) {
                let turned = other.times(root.conjugate());
                *other = one.minus(turned);
                *one = one.plus(turned);
            }
        }
    }
}

/// From the transform of the packed values to the packed transform of their autocovariances.
///
/// With E and O the transforms of the even and odd places, X(k) = E + w·O and X(N/2 − k) is E − w·O conjugated, so the
/// two powers come from the two places k and N/2 − k of the packed transform, and go back to the same two.
fn powers(z: &mut [Complex], turns: &Turns) {
    let half = z.len();
    let bits = half.trailing_zeros();
    let place = |k: usize| k.reverse_bits() >> (usize::BITS - bits);
    for k in 0..=half / 2 {
        let (one, other) = (place(k), place((half - k) % half));
        let (here, there) = (z[one], z[other].conjugate());
        let sum = here.plus(there);
        let difference = here.minus(there);
        // O = difference / 2i.
        let odd = Complex { re: difference.im, im: -difference.re }.times(turns.whole[k]);
        let (power, mirrored) = (sum.plus(odd).square() / 4.0, sum.minus(odd).square() / 4.0);
        let even = f64::midpoint(power, mirrored);
        let turned = turns.whole[k].conjugate();
        let half_difference = (power - mirrored) / 2.0;
        // even + i·half_difference·turned, and its mirror image.
        let (real, imaginary) = (-half_difference * turned.im, half_difference * turned.re);
        z[one] = Complex { re: even + real, im: imaginary };
        z[other] = Complex { re: even - real, im: imaginary };
    }
}
