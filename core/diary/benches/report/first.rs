//! What does a report take that is the first thing of its process? Fonts are read, tables made, memory asked for.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use tidemark::model::Period;

use super::clock::Times;
use super::told::Told;

/// Makes one report here and prints nanoseconds by the clock, nanoseconds of processor, and the most memory in KiB.
pub fn here(what: &str, folder: &Path) {
    let (begun, idle) = match what {
        "pages" => {
            let report = super::pages(0);
            let start = (Instant::now(), processor());
            std::hint::black_box(tidemark_report::pdf(&report).unwrap());
            start
        }
        // Opening is not part of it: a shell has opened before it is asked for a report.
        days => {
            let (from, to) = days.split_once(' ').unwrap();
            let told = Told::found(folder, Period::new(from.parse().unwrap(), to.parse().unwrap()).unwrap());
            let start = (Instant::now(), processor());
            std::hint::black_box(told.write());
            start
        }
    };
    let (took, worked) = (begun.elapsed(), processor().saturating_sub(idle));
    println!("{} {} {}", took.as_nanos(), worked.as_nanos(), peak());
}

/// Makes one report in each of some processes: their times, and the middle of their most memory, in MiB.
pub fn elsewhere(runs: u32, what: &str, folder: &Path) -> (Times, f64) {
    let mut made: Vec<[u64; 3]> = (0..runs)
        .map(|_| {
            let mut first = Command::new(std::env::current_exe().unwrap());
            let done =
                first.args(["first", what]).arg(folder).stderr(std::process::Stdio::inherit()).output();
            let said = String::from_utf8(done.unwrap().stdout).unwrap();
            let numbers: Vec<u64> = said.split_whitespace().map(|word| word.parse().unwrap()).collect();
            numbers.try_into().unwrap()
        })
        .collect();
    let mut column = |at: usize| {
        made.sort_by_key(|numbers| numbers[at]);
        [made[0][at], made[made.len() / 2][at], made[made.len() - 1][at]]
    };
    let [least, median, most] = column(0).map(Duration::from_nanos);
    let worked = Duration::from_nanos(column(1)[1]);
    let peak = u32::try_from(column(2)[1]).unwrap();
    (Times { median, least, most, worked }, f64::from(peak) / 1_024.0)
}

/// Time that processors have spent on this process.
fn processor() -> Duration {
    clock_gettime(ClockId::ProcessCPUTime).try_into().unwrap_or_default()
}

/// The most memory that this process held at once, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
