//! Table: looking again after every session. How often the interval has missed the change at any look so far.

use std::io::{self, Write};

use crate::paired::{Ratings, Truth, pairs};
use crate::tally::{Tally, rows};
use tidemark_stats::{Differences, Interval, Level, Pairs, confidence_sequence, paired_mean};

/// First look.
const FIRST: usize = 6;

/// How often each interval missed at any of the looks from the sixth session to the last.
#[derive(Default)]
pub(crate) struct Misses {
    pub(crate) sequence: Tally,
    pub(crate) repeated: Tally,
}

pub(crate) fn misses(looks: usize, rho: f64, ratings: Ratings, truth: Truth, diaries: u32) -> Misses {
    let mut misses = Misses::default();
    for number in 0..diaries {
        let all = pairs(FIRST - 1 + looks, rho, ratings, u64::from(number));
        let at_any_look = |interval: &dyn Fn(&Pairs) -> Option<Interval>| {
            (FIRST..=all.len()).any(|n| {
                let pairs = Pairs::new(all.iter().copied().take(n)).ok();
                pairs.and_then(|pairs| interval(&pairs)).is_some_and(|interval| truth.outside(interval))
            })
        };
        misses.sequence.add(at_any_look(&|pairs| confidence_sequence(pairs, Level::P95).ok()?.interval.ok()));
        misses.repeated.add(at_any_look(&|pairs| {
            let change = paired_mean(pairs, Differences::Independent, Level::P95).ok()?;
            Some(change.test.ok()?.interval)
        }));
    }
    misses
}

pub(crate) fn table(diaries: u32, threads: usize, out: &mut impl Write) -> io::Result<()> {
    let error = 100.0 * Tally::error(diaries, 0.05);
    writeln!(
        out,
        "### Looking after every session: missed at any look, % at a nominal 5 % (Monte-Carlo standard error {error:.1})\n"
    )?;
    writeln!(
        out,
        "| looks | ρ | ratings | `confidence-sequence` | t interval at each look |\n|--:|--:|---|--:|--:|"
    )?;
    for ratings in [Ratings::Plain, Ratings::Floor] {
        let truth = Truth::of(ratings);
        let mut cells = Vec::new();
        for looks in [20, 200] {
            cells.extend([0.0, 0.3].map(|rho| (looks, rho)));
        }
        let made = rows(&cells, threads, |(looks, rho)| misses(looks, rho, ratings, truth, diaries));
        for ((looks, rho), row) in cells.iter().zip(made) {
            writeln!(out, "| {looks} | {rho} | {} | {} | {} |", ratings.name(), row.sequence, row.repeated)?;
        }
    }
    writeln!(out)
}
