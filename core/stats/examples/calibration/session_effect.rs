//! Table: does a session change the next rating? False alarms where nothing happens and sessions follow hard days.

use std::io::{self, Write};

use tidemark_stats::{Level, OutcomeLag, SessionDay, SessionDays, session_effect};

use crate::random::{Chain, Random};
use crate::tally::{Tally, rows};
use crate::usual;

/// A diary with sessions that do nothing.
#[derive(Clone, Copy)]
pub(crate) struct Cell {
    pub(crate) n: usize,
    pub(crate) phi: f64,
    /// Whether sessions follow hard days, or come as they come.
    pub(crate) selected: bool,
    /// Whether three days in ten are not rated.
    pub(crate) gaps: bool,
}

/// Days with a rating, if there is one, and whether there was a session.
pub(crate) type Day = (i32, Option<f64>, bool);

/// AR(1) ratings around 5, rounded; a session on one day in six, and after a day below 5 on one in two to four.
pub(crate) fn diary(cell: Cell, number: u64) -> Vec<Day> {
    let mut random = Random::new(number, 3_000 + cell.n as u64);
    let mut chain = Chain::new(cell.phi, &mut random);
    let mut yesterday = 0.0;
    (0..i32::try_from(cell.n).unwrap_or(i32::MAX))
        .map(|day| {
            let state = chain.next(&mut random);
            let wish =
                if cell.selected { 1.0 / (1.0 + (1.6_f64 + 1.5 * yesterday).exp()) } else { 1.0 / 6.0 };
            let session = random.uniform() < wish;
            let rated = !cell.gaps || random.uniform() < 0.7;
            yesterday = state;
            (day, rated.then(|| (5.0 + 1.6 * state).round().clamp(0.0, 10.0)), session)
        })
        .collect()
}

/// How often each test's p-value is below 5 %, and how far off ours are on average.
#[derive(Default)]
pub(crate) struct Alarms {
    pub(crate) same_day: Tally,
    pub(crate) next_day: Tally,
    /// Mean effect in points; the truth is 0.
    pub(crate) same_day_bias: f64,
    pub(crate) next_day_bias: f64,
    pub(crate) before_after: Tally,
    pub(crate) other_days: Tally,
}

pub(crate) fn alarms(cell: Cell, diaries: u32) -> Alarms {
    let mut alarms = Alarms::default();
    let clear = |p: Option<f64>| p.map(|p| p < 0.05);
    let (mut same_day, mut next_day) = (Vec::new(), Vec::new());
    for number in 0..diaries {
        let days = diary(cell, u64::from(number));
        let day = |&(day, value, session): &Day| SessionDay { day, value, session };
        if let Ok(checked) = SessionDays::new(days.iter().map(day)) {
            for (lag, tally, effects) in [
                (OutcomeLag::SameDay, &mut alarms.same_day, &mut same_day),
                (OutcomeLag::NextDay, &mut alarms.next_day, &mut next_day),
            ] {
                let found = session_effect(&checked, lag, Level::P95);
                tally.add_some(clear(found.inference.ok().map(|inference| inference.p_value)));
                effects.extend(found.coefficients.ok().map(|found| found.effect));
            }
        }
        let changes: Vec<f64> = days
            .iter()
            .zip(days.iter().skip(1))
            .filter(|(_, today)| today.2)
            .filter_map(|(yesterday, today)| Some(today.1? - yesterday.1?))
            .collect();
        alarms.before_after.add_some(clear(usual::paired_t(&changes)));
        let of = |session: bool| -> Vec<f64> {
            days.iter().filter(|day| day.2 == session).filter_map(|day| day.1).collect()
        };
        alarms.other_days.add_some(clear(usual::two_sample_t(&of(true), &of(false))));
    }
    alarms.same_day_bias = mean(&same_day);
    alarms.next_day_bias = mean(&next_day);
    alarms
}

fn mean(values: &[f64]) -> f64 {
    let count = u32::try_from(values.len()).map_or(f64::NAN, f64::from);
    values.iter().sum::<f64>() / count
}

pub(crate) fn table(diaries: u32, threads: usize, out: &mut impl Write) -> io::Result<()> {
    let error = 100.0 * Tally::error(diaries, 0.05);
    writeln!(
        out,
        "### Sessions that change nothing: false alarms, % at a nominal 5 % (Monte-Carlo standard error {error:.1})\n"
    )?;
    writeln!(
        out,
        "| days | φ | sessions | diary | session-effect, same day (mean effect) | next day (mean effect) | day before/day after, paired t | session days/other days, t |\n|--:|--:|---|---|--:|--:|--:|--:|"
    )?;
    let mut cells = Vec::new();
    for n in [30, 90, 365] {
        for phi in [0.0, 0.3, 0.6, 0.8] {
            for (selected, gaps) in [(true, false), (true, true), (false, false)] {
                cells.push(Cell { n, phi, selected, gaps });
            }
        }
    }
    for (cell, row) in cells.iter().zip(rows(&cells, threads, |cell| alarms(cell, diaries))) {
        let Cell { n, phi, selected, gaps } = cell;
        let sessions = if *selected { "after hard days" } else { "as they come" };
        let name = if *gaps { "gaps" } else { "plain" };
        let Alarms { same_day, next_day, same_day_bias, next_day_bias, before_after, other_days } = row;
        writeln!(
            out,
            "| {n} | {phi} | {sessions} | {name} | {same_day} ({same_day_bias:+.2}) | {next_day} ({next_day_bias:+.2}) | {before_after} | {other_days} |"
        )?;
    }
    writeln!(out)
}
