//! How the made-up person feels: one slow wave of strain with memory from day to day, and what follows from it.

use tidemark_model::SeededEntropy;

/// The state of one day and the randomness behind it.
pub(super) struct Weather {
    dice: SeededEntropy,
    days: i32,
    number: i32,
    strain: f64,
    yesterday: f64,
}

/// How alike neighbouring days are.
const MEMORY: f64 = 0.6;

impl Weather {
    pub(super) fn new(seed: u64, days: i32) -> Self {
        Self { dice: SeededEntropy::new(seed), days, number: 0, strain: 0.0, yesterday: 0.0 }
    }

    /// A number from 0 up to 1.
    pub(super) fn chance(&mut self) -> f64 {
        // 32 bits are plenty and convert exactly.
        f64::from(u32::try_from(self.dice.next_u64() >> 32).unwrap_or(0)) / 4_294_967_296.0
    }

    /// Roughly normal, mean 0, variance 1: the sum of twelve uniforms less six.
    pub(super) fn noise(&mut self) -> f64 {
        (0..12).map(|_| self.chance()).sum::<f64>() - 6.0
    }

    /// A whole number from 0 to `most`.
    pub(super) fn up_to(&mut self, most: u32) -> i64 {
        let bucket = (self.chance() * f64::from(most + 1)).floor();
        (0..=i64::from(most)).find(|n| f64::from(i32::try_from(*n).unwrap_or(0)) + 1.0 > bucket).unwrap_or(0)
    }

    /// Moves on to day `number`.
    pub(super) fn dawn(&mut self, number: i32) {
        let step = self.noise();
        self.number = number;
        self.yesterday = self.strain;
        self.strain = MEMORY * self.strain + (1.0 - MEMORY * MEMORY).sqrt() * step;
    }

    /// Strain of the day before, mean 0, standard deviation 1.
    pub(super) const fn yesterday(&self) -> f64 {
        self.yesterday
    }

    /// How far the year has gone, 0 to 1.
    fn progress(&self) -> f64 {
        f64::from(self.number) / f64::from(self.days)
    }

    pub(super) fn stress(&mut self) -> f64 {
        5.2 + 1.7 * self.strain + 0.5 * self.noise()
    }

    pub(super) fn mood(&mut self) -> f64 {
        4.6 + 1.2 * self.progress() - 1.2 * self.strain + 0.7 * self.noise()
    }

    pub(super) fn energy(&mut self) -> f64 {
        5.0 - 1.0 * self.strain + 1.0 * self.noise()
    }

    pub(super) fn sleep_quality(&mut self) -> f64 {
        5.6 - 0.9 * self.yesterday + 1.2 * self.noise()
    }

    /// Hours.
    pub(super) fn sleep_duration(&mut self) -> f64 {
        6.9 - 0.35 * self.yesterday + 0.7 * self.noise()
    }

    pub(super) fn pain(&mut self) -> f64 {
        3.8 + 0.9 * self.strain + 0.9 * self.noise()
    }

    pub(super) fn anxiety(&mut self) -> f64 {
        4.4 + 1.4 * self.strain + 0.8 * self.noise()
    }
}
