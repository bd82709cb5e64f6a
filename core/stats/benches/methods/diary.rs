//! What is measured on: a made-up diary of rounded 0–10 ratings, the same for everybody who asks with the same size.
//!
//! Neighbouring days are alike (φ = .5), a week has its shape, sessions follow harder days, and there are ties all
//! over, as in real ones. Peers read the same numbers from a file (`peers/`); refuses randomness without a seed.

use tidemark_stats::{
    GroupedPair, GroupedPairs, Groups, PValues, Pairs, Phase, Phases, Series, SessionDay, SessionDays,
};

/// Whether a day may lack its entry.
#[derive(Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "the peers know no gaps, the benchmarks no diary without")]
pub enum Gaps {
    /// Every day has one: what the peers can read.
    None,
    /// One day in ten has none.
    OneDayInTen,
}

/// Everything that a method can ask for, each with as many entries as the diary has.
pub struct Diary {
    /// Ratings on days.
    pub series: Series,
    /// The same, with the days that had a session.
    pub sessions: SessionDays,
    /// Ratings before and after.
    pub pairs: Pairs,
    /// The same on the days of the ratings, two kinds by turns of three.
    pub kinds: GroupedPairs,
    /// The ratings' first half as phase A, the second as phase B.
    pub phases: Phases,
    /// The ratings by the day of the week.
    pub weekdays: Groups,
    /// As many p-values, most of them small.
    pub p_values: PValues,
}

impl Diary {
    /// A diary of `n` entries.
    pub fn made_up(n: usize, gaps: Gaps) -> Self {
        let mut chance = Chance(0x7469_6465_6d61_726b);
        let mut state = chance.normal();
        let mut points = Vec::with_capacity(n);
        let mut day = 0_i32;
        while points.len() < n {
            if gaps == Gaps::None || points.is_empty() || chance.share() >= 0.1 {
                let week = if day % 7 >= 5 { 0.5 } else { 0.0 };
                let session = chance.share() < if state < -0.5 { 0.25 } else { 0.1 };
                points.push((day, rating(5.0 + week + 1.8 * state), session));
            }
            state = 0.5 * state + 0.75_f64.sqrt() * chance.normal();
            day += 1;
        }
        let pairs = (0..n).map(|_| {
            let before = 6.0 + 1.7 * chance.normal();
            (rating(before), rating(before - 0.4 + 1.8 * chance.normal()))
        });
        Self::new(points, pairs.collect())
    }

    /// A diary of these entries, (day, value, whether there was a session) and (before, after).
    pub fn new(points: Vec<(i32, f64, bool)>, pairs: Vec<(f64, f64)>) -> Self {
        let half = points.len() / 2;
        let phase = |place| if place < half { Phase::A } else { Phase::B };
        let phases = points.iter().enumerate().map(|(place, &(_, value, _))| (phase(place), Some(value)));
        let sessions =
            points.iter().map(|&(day, value, session)| SessionDay { day, value: Some(value), session });
        let weekdays = points.iter().map(|&(day, value, _)| ((day % 7).to_string(), Some(value)));
        let kinds = points.iter().zip(&pairs).enumerate().map(|(place, (&(day, ..), &(before, outcome)))| {
            GroupedPair { day, before, outcome, first: place % 6 < 3 }
        });
        // Fractions of multiples of the golden ratio are spread evenly; their squares crowd at 0.
        let p_values = (1..=u32::try_from(points.len()).unwrap()).map(|place| {
            let spread = (f64::from(place) * 0.618_033_988_749_895).fract();
            Some(spread * spread)
        });
        Self {
            sessions: SessionDays::new(sessions).unwrap(),
            kinds: GroupedPairs::new(kinds).unwrap(),
            weekdays: Groups::new(weekdays).unwrap(),
            p_values: PValues::new(p_values).unwrap(),
            phases: Phases::new(phases).unwrap(),
            series: Series::new(points.into_iter().map(|(day, value, _)| (day, value))).unwrap(),
            pairs: Pairs::new(pairs).unwrap(),
        }
    }

    /// Entries.
    #[allow(dead_code, reason = "the peers know what they asked for")]
    pub fn n(&self) -> usize {
        self.series.n()
    }
}

fn rating(value: f64) -> f64 {
    value.round().clamp(0.0, 10.0)
}

/// `SplitMix64`: the same numbers on every machine.
struct Chance(u64);

impl Chance {
    /// Evenly spread over 0 (kept out) to 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let bits = u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap();
        (f64::from(bits) + 0.5) / 4_294_967_296.0
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * self.share().ln()).sqrt();
        radius * (std::f64::consts::TAU * self.share()).cos()
    }
}
