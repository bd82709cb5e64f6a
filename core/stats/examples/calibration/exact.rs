//! Table: exact tests of no change where there is none, beside textbook approximations.

use std::io::{self, Write};

use crate::random::Random;
use crate::tally::{Tally, rows};
use crate::usual;
use tidemark_stats::{Pairs, Seed, Zeros, sign_flip, wilcoxon};

/// Ratings before and after from one and the same distribution: which is which is a coin toss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ratings {
    /// Level 5, standard deviation 1.6.
    Plain,
    /// Level 5, standard deviation 0.6: a few values, ties and zeros everywhere.
    Ties,
    /// Level 0.5, standard deviation 1.6: most ratings are 0.
    Floor,
}

impl Ratings {
    const ALL: [Self; 3] = [Self::Plain, Self::Ties, Self::Floor];

    const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Ties => "ties",
            Self::Floor => "floor",
        }
    }
}

fn pairs(n: usize, ratings: Ratings, number: u64) -> Vec<(f64, f64)> {
    let mut random = Random::new(number, 2_000 + n as u64);
    let (level, sd) = match ratings {
        Ratings::Plain => (5.0, 1.6),
        Ratings::Ties => (5.0, 0.6),
        Ratings::Floor => (0.5, 1.6),
    };
    let mut rating = || (level + sd * random.normal()).round().clamp(0.0, 10.0);
    (0..n).map(|_| (rating(), rating())).collect()
}

/// How often each test's p-value is at or below 5 %.
#[derive(Default)]
pub(crate) struct Alarms {
    pub(crate) sign_flip: Tally,
    pub(crate) wilcoxon: Tally,
    pub(crate) textbook_wilcoxon: Tally,
    pub(crate) student: Tally,
}

pub(crate) fn alarms(n: usize, ratings: Ratings, diaries: u32) -> Alarms {
    let mut alarms = Alarms::default();
    for number in 0..diaries {
        let Ok(pairs) = Pairs::new(pairs(n, ratings, u64::from(number))) else { continue };
        let differences = pairs.differences();
        // A hair above .05, so that an exact .05 counts.
        let clear = |p: Option<f64>| p.is_some_and(|p| p <= 0.05 + 1e-12);
        let flips = sign_flip(&pairs, Seed::new(u64::from(number))).and_then(|test| test.p_value);
        alarms.sign_flip.add(clear(flips.ok()));
        let ranks = wilcoxon(&pairs, Zeros::Pratt).and_then(|test| test.p_value);
        alarms.wilcoxon.add(clear(ranks.ok()));
        alarms.textbook_wilcoxon.add(clear(usual::wilcoxon(&differences)));
        alarms.student.add(clear(usual::paired_t(&differences)));
    }
    alarms
}

pub(crate) fn table(diaries: u32, threads: usize, out: &mut impl Write) -> io::Result<()> {
    let error = 100.0 * Tally::error(diaries, 0.05);
    writeln!(out, "### No change: exact tests, % at or below 5 % (Monte-Carlo standard error {error:.1})\n")?;
    writeln!(
        out,
        "| n | ratings | `sign-flip` | `wilcoxon` | textbook Wilcoxon | paired t |\n|--:|---|--:|--:|--:|--:|"
    )?;
    let cells: Vec<(usize, Ratings)> =
        [6, 8, 14, 30, 90, 365].into_iter().flat_map(|n| Ratings::ALL.map(|ratings| (n, ratings))).collect();
    let made = rows(&cells, threads, |(n, ratings)| alarms(n, ratings, diaries));
    for ((n, ratings), row) in cells.iter().zip(made) {
        let Alarms { sign_flip, wilcoxon, textbook_wilcoxon, student } = row;
        writeln!(
            out,
            "| {n} | {} | {sign_flip} | {wilcoxon} | {textbook_wilcoxon} | {student} |",
            ratings.name()
        )?;
    }
    writeln!(out)
}
