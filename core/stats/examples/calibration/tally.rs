//! Counts of what happened over many diaries, and rows computed side by side.

use std::fmt;
use std::sync::Mutex;

/// How often something happened among the times it could.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    times: u32,
    of: u32,
}

impl Tally {
    pub(crate) fn add(&mut self, happened: bool) {
        self.times += u32::from(happened);
        self.of += 1;
    }

    /// Counts when there was an answer at all.
    pub(crate) fn add_some(&mut self, happened: Option<bool>) {
        if let Some(happened) = happened {
            self.add(happened);
        }
    }

    /// 0 to 1; NaN of nothing.
    pub(crate) fn share(self) -> f64 {
        f64::from(self.times) / f64::from(self.of)
    }

    /// Monte-Carlo standard error of the share, at a share of `nominal`.
    pub(crate) fn error(diaries: u32, nominal: f64) -> f64 {
        (nominal * (1.0 - nominal) / f64::from(diaries)).sqrt()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.of == 0 { write!(out, "–") } else { write!(out, "{:.1}", 100.0 * self.share()) }
    }
}

/// `row` of every cell, in order, over one or two threads.
pub(crate) fn rows<C: Copy + Send + Sync, R: Send>(
    cells: &[C],
    threads: usize,
    row: impl Fn(C) -> R + Sync,
) -> Vec<R> {
    let waiting = Mutex::new(cells.iter().copied().enumerate());
    let done = Mutex::new(Vec::with_capacity(cells.len()));
    std::thread::scope(|scope| {
        for _ in 0..threads.clamp(1, 2) {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().ok().and_then(|mut cells| cells.next());
                    let Some((place, cell)) = next else { break };
                    let made = row(cell);
                    if let Ok(mut done) = done.lock() {
                        done.push((place, made));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|&(place, _)| place);
    done.into_iter().map(|(_, row)| row).collect()
}
