//! One Markdown table: an operation a row, a size a column, and how its time grows beside how the diary grows.

use std::fmt::Write as _;
use std::time::Duration;

use super::clock::Times;

/// Rows as they come; a row is one operation over all sizes.
#[derive(Debug, Default)]
pub struct Table {
    sizes: Vec<u32>,
    rows: Vec<(String, Vec<Option<Times>>)>,
}

impl Table {
    /// A table for diaries of these sizes.
    pub const fn new(sizes: Vec<u32>) -> Self {
        Self { sizes, rows: Vec::new() }
    }

    /// Notes one operation at one size.
    pub fn put(&mut self, operation: &str, size: u32, times: Times) {
        let place = self.sizes.iter().position(|known| *known == size).unwrap();
        if !self.rows.iter().any(|(name, _)| name == operation) {
            self.rows.push((operation.to_owned(), vec![None; self.sizes.len()]));
        }
        let row = self.rows.iter_mut().find(|(name, _)| name == operation).unwrap();
        row.1[place] = Some(times);
        eprintln!(
            "{size:>9} {operation}: {} ({} to {}), worked {}",
            ms(times.median),
            ms(times.least),
            ms(times.most),
            ms(times.worked)
        );
    }

    /// The table; growth is the last size's time over the first's, beside which stands the ratio of the sizes.
    pub fn markdown(&self) -> String {
        let mut text = String::from("| operation, ms: median (fastest–slowest) · processor |");
        for size in &self.sizes {
            let _ = write!(text, " {size} |");
        }
        text.push_str(" growth, 1 is linear |\n|---|");
        text.push_str(&"---:|".repeat(self.sizes.len() + 1));
        text.push('\n');
        for (name, times) in &self.rows {
            let _ = write!(text, "| {name} |");
            for time in times {
                let _ = match time {
                    Some(t) => write!(
                        text,
                        " {} ({}–{}) · {} |",
                        ms(t.median),
                        ms(t.least),
                        ms(t.most),
                        ms(t.worked)
                    ),
                    None => write!(text, " – |"),
                };
            }
            let _ = writeln!(text, " {} |", self.growth(times).map_or("–".to_owned(), |g| format!("{g:.2}")));
        }
        text
    }

    /// Processors' time at the largest size over that at the smallest, over the ratio of the sizes.
    fn growth(&self, times: &[Option<Times>]) -> Option<f64> {
        let mut known = self.sizes.iter().zip(times).filter_map(|(size, times)| Some((*size, (*times)?)));
        let (small, least) = known.next()?;
        let (large, most) = known.next_back()?;
        let ratio = most.worked.as_secs_f64() / least.worked.as_secs_f64().max(1e-9);
        Some(ratio / (f64::from(large) / f64::from(small)))
    }
}

fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    let digits = if ms < 10.0 { 2 } else { usize::from(ms < 100.0) };
    format!("{ms:.digits$}")
}
