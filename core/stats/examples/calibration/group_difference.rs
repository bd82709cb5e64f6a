//! Table: do sessions of two kinds differ? False alarms where they do not, kinds mixed or one after the other.

use std::io::{self, Write};

use tidemark_stats::{GroupedPair, GroupedPairs, Level, group_difference};

use crate::flat_diary::SD;
use crate::random::{Chain, Random};
use crate::tally::{Tally, rows};
use crate::usual;

/// Sessions of two kinds that do the same.
#[derive(Clone, Copy)]
pub(crate) struct Cell {
    pub(crate) n: usize,
    /// Correlation one day apart.
    pub(crate) phi: f64,
    /// Whether one kind follows the other, or a coin decides each time.
    pub(crate) blocks: bool,
}

/// Sessions 3–7 days apart. The rating before is AR(1) over days around 6; the one after is 1.5 + half of it + AR(1) errors over
/// days; both rounded.
pub(crate) fn sessions(cell: Cell, number: u64) -> Vec<GroupedPair> {
    let mut random = Random::new(number, 9_000 + cell.n as u64);
    let mut befores = Chain::new(cell.phi, &mut random);
    let mut errors = Chain::new(cell.phi, &mut random);
    let rated = |value: f64| value.round().clamp(0.0, 10.0);
    let (mut pairs, mut day, mut next) = (Vec::with_capacity(cell.n), 0, 0);
    while pairs.len() < cell.n {
        let (before, error) = (SD * befores.next(&mut random), SD * errors.next(&mut random));
        if day == next {
            let coin = random.uniform() < 0.5;
            let before = rated(6.0 + before);
            let first = if cell.blocks { 2 * pairs.len() < cell.n } else { coin };
            pairs.push(GroupedPair { day, before, outcome: rated(1.5 + 0.5 * before + error), first });
            let step = random.uniform();
            next += (3..7).find(|&gap| 5.0 * step < f64::from(gap - 2)).unwrap_or(7);
        }
        day += 1;
    }
    pairs
}

/// How often each test's p-value is below 5 %.
#[derive(Default)]
pub(crate) struct Alarms {
    pub(crate) group_difference: Tally,
    /// Welch's test of the ratings after.
    pub(crate) welch_after: Tally,
    /// Welch's test of the changes from before to after.
    pub(crate) welch_change: Tally,
}

pub(crate) fn alarms(cell: Cell, diaries: u32) -> Alarms {
    let mut alarms = Alarms::default();
    let clear = |p: Option<f64>| p.map(|p| p < 0.05);
    for number in 0..diaries {
        let pairs = sessions(cell, u64::from(number));
        let welch = |value: fn(&GroupedPair) -> f64| {
            let of =
                |first| -> Vec<f64> { pairs.iter().filter(|pair| pair.first == first).map(value).collect() };
            usual::welch_t(&of(true), &of(false))
        };
        alarms.welch_after.add_some(clear(welch(|pair| pair.outcome)));
        alarms.welch_change.add_some(clear(welch(|pair| pair.outcome - pair.before)));
        if let Ok(checked) = GroupedPairs::new(pairs.iter().copied()) {
            let found = group_difference(&checked, Level::P95).difference;
            alarms.group_difference.add_some(clear(found.ok().map(|found| found.p_value)));
        }
    }
    alarms
}

pub(crate) fn table(diaries: u32, threads: usize, out: &mut impl Write) -> io::Result<()> {
    let error = 100.0 * Tally::error(diaries, 0.05);
    writeln!(
        out,
        "### Two kinds of sessions that do the same: false alarms, % at a nominal 5 % (Monte-Carlo standard error {error:.1})\n"
    )?;
    writeln!(
        out,
        "| sessions | φ | kinds | `group-difference` | after, Welch's t | change, Welch's t |\n|--:|--:|---|--:|--:|--:|"
    )?;
    let mut cells = Vec::new();
    for n in [12, 20, 40] {
        for phi in [0.0, 0.3, 0.6, 0.8] {
            for blocks in [false, true] {
                cells.push(Cell { n, phi, blocks });
            }
        }
    }
    for (cell, row) in cells.iter().zip(rows(&cells, threads, |cell| alarms(cell, diaries))) {
        let Cell { n, phi, blocks } = cell;
        let kinds = if *blocks { "two blocks" } else { "mixed" };
        let Alarms { group_difference, welch_after, welch_change } = row;
        writeln!(out, "| {n} | {phi} | {kinds} | {group_difference} | {welch_after} | {welch_change} |")?;
    }
    writeln!(out)
}
