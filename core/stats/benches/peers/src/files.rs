//! A diary as files that both sides read: `N.series.csv` (day,value,session) and `N.pairs.csv` (before,after).

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::registry::{Diary, Gaps};

/// Writes the made-up diary of `n` entries, every day with one.
pub fn write(folder: &Path, n: usize) {
    let diary = Diary::made_up(n, Gaps::None);
    let mut text = "day,value,session\n".to_owned();
    for day in diary.sessions.days() {
        writeln!(text, "{},{},{}", day.day, day.value.unwrap(), u8::from(day.session)).unwrap();
    }
    fs::write(file(folder, n, "series"), text).unwrap();
    let mut text = "before,after\n".to_owned();
    for (before, after) in diary.pairs.before().iter().zip(diary.pairs.after()) {
        writeln!(text, "{before},{after}").unwrap();
    }
    fs::write(file(folder, n, "pairs"), text).unwrap();
}

/// Reads it back.
pub fn read(folder: &Path, n: usize) -> Diary {
    let points = rows(&file(folder, n, "series"), |cells| {
        let [day, value, session] = cells.try_into().unwrap();
        (day.parse().unwrap(), value.parse().unwrap(), session == "1")
    });
    let pairs = rows(&file(folder, n, "pairs"), |cells| {
        let [before, after] = cells.try_into().unwrap();
        (before.parse().unwrap(), after.parse().unwrap())
    });
    Diary::new(points, pairs)
}

fn rows<T>(path: &Path, row: impl Fn(&[&str]) -> T) -> Vec<T> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().skip(1).map(|line| row(&line.split(',').collect::<Vec<_>>())).collect()
}

fn file(folder: &Path, n: usize, kind: &str) -> PathBuf {
    folder.join(format!("{n}.{kind}.csv"))
}
