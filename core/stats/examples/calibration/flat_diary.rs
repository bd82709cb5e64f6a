//! Diaries without any effect: rounded 0–10 ratings whose neighbouring days are alike.

/// What is done to the plain diary.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// Every day rated, level 5.
    Plain,
    /// About three days in ten not rated.
    Gaps,
    /// Level 1.5, so many ratings sit at 0.
    Floor,
}

/// A diary of `n` days: AR(1) with coefficient `phi` and standard deviation 1.6, rounded and kept within 0–10.
pub(crate) fn flat_diary(n: usize, phi: f64, shape: Shape, number: u64) -> Vec<(i32, f64)> {
    let mut random = Random { state: number.wrapping_mul(0x2545_F491_4F6C_DD1D) ^ (n as u64) };
    let level = if matches!(shape, Shape::Floor) { 1.5 } else { 5.0 };
    let mut state = random.normal();
    let mut points = Vec::new();
    let mut day = 0;
    while points.len() < n {
        let rated = !matches!(shape, Shape::Gaps) || random.uniform() < 0.7;
        if rated {
            points.push((day, (level + 1.6 * state).round().clamp(0.0, 10.0)));
        }
        state = phi * state + (1.0 - phi * phi).sqrt() * random.normal();
        day += 1;
    }
    points
}

struct Random {
    state: u64,
}

impl Random {
    fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn uniform(&mut self) -> f64 {
        f64::from(u32::try_from(self.bits() >> 32).unwrap_or(0)) / 4_294_967_296.0 + 1e-10
    }

    fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (2.0 * std::f64::consts::PI * self.uniform()).cos()
    }
}
