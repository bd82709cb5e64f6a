//! Looking after every session: how often an interval has missed the true mean change at any look so far.

use tidemark_stats::{Differences, Level, Pairs, confidence_sequence, paired_mean};

/// First look.
const FIRST: usize = 6;

/// How the differences of a made-up diary come about; their true mean is known.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Changes {
    /// Normal, mean −0.5.
    Normal,
    /// The same, rounded to whole points.
    Rounded,
    /// Ratings before and after rounded and kept within 0 to 10, level 1.5: many zeros, mean 0.
    Floor,
}

/// Shares of diaries, 0 to 1, in which an interval of 95 % missed the true mean at one look or more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Misses {
    /// The anytime-valid interval.
    pub(crate) anytime: f64,
    /// The t interval of each look alone.
    pub(crate) repeated: f64,
}

/// Misses over the looks from the sixth session to session `sessions`, in `diaries` made-up diaries.
pub(crate) fn misses(changes: Changes, sessions: usize, diaries: u32) -> Misses {
    let (mut anytime, mut repeated) = (0, 0);
    for number in 0..diaries {
        let (pairs, truth) = diary(changes, sessions, u64::from(number));
        let (mut missed_anytime, mut missed_repeated) = (false, false);
        for n in FIRST..=sessions {
            let Ok(seen) = Pairs::new(pairs.iter().copied().take(n)) else { continue };
            let outside = |low: f64, high: f64| truth < low || high < truth;
            let held = confidence_sequence(&seen, Level::P95).and_then(|found| found.interval);
            missed_anytime |= held.is_ok_and(|interval| outside(interval.low(), interval.high()));
            let alone = paired_mean(&seen, Differences::Independent, Level::P95).and_then(|found| found.test);
            missed_repeated |= alone.is_ok_and(|test| outside(test.interval.low(), test.interval.high()));
        }
        anytime += u32::from(missed_anytime);
        repeated += u32::from(missed_repeated);
    }
    let share = |count: u32| f64::from(count) / f64::from(diaries);
    Misses { anytime: share(anytime), repeated: share(repeated) }
}

/// Before/after pairs and the true mean of after − before.
fn diary(changes: Changes, sessions: usize, number: u64) -> (Vec<(f64, f64)>, f64) {
    let mut random = Random { state: number.wrapping_mul(0x2545_F491_4F6C_DD1D) ^ 0xA5A5 };
    let mut rating = || (1.5 + 1.6 * random.normal()).round().clamp(0.0, 10.0);
    let mut normal = Random { state: number.wrapping_mul(0x9E6C_63D0_876A_68DE) ^ 0x5A5A };
    let mut change = || -0.5 + 1.8 * normal.normal();
    let pairs = (0..sessions)
        .map(|_| match changes {
            Changes::Normal => (0.0, change()),
            Changes::Rounded => (0.0, change().round()),
            Changes::Floor => (rating(), rating()),
        })
        .collect();
    // Rounding a wide normal leaves its mean: it is off by less than 1e-7 at a standard deviation of 1.8.
    (pairs, if matches!(changes, Changes::Floor) { 0.0 } else { -0.5 })
}

/// `SplitMix64` and Box & Muller: the same diaries on every machine.
struct Random {
    state: u64,
}

impl Random {
    fn uniform(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        f64::from(u32::try_from(z >> 32).unwrap_or(0)) / 4_294_967_296.0 + 1e-10
    }

    fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (2.0 * std::f64::consts::PI * self.uniform()).cos()
    }
}
