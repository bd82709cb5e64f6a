//! How long does the clinician's report take, and how much memory? Warm, and first thing in a process; from the diary to
//! its facts and from the facts to the file, apart.
//!
//! `cargo bench -p tidemark --bench report` prints the table of docs/benchmarks.md. `-- first WHAT FOLDER` makes one report in a
//! process that made none before and says what it took; `-- beside FOLDER` answers `report/beside_typst.py`. Refuses to
//! judge: targets stand in the document.

#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a benchmark may fail loudly and prints"
)]

#[path = "scale/clock.rs"]
mod clock;
#[path = "scale/decades.rs"]
#[allow(dead_code, reason = "the store's tests and the other benchmark ask it for more")]
mod decades;
#[path = "report/first.rs"]
mod first;
#[path = "scale/room.rs"]
#[allow(dead_code, reason = "the other benchmark asks it for more")]
mod room;
#[path = "../../report/samples/sample.rs"]
mod sample;
#[path = "report/told.rs"]
mod told;
#[path = "report/typst.rs"]
mod typst;
#[path = "report/vary.rs"]
mod vary;

use std::path::Path;

use clock::{Times, times};
use tidemark_report::document::Paper;
use tidemark_report::{Report, pdf};
use told::Told;

/// Values of a diary of 20 years, four a day, 5,000 sessions.
const TWENTY_YEARS: u32 = 100_000;

fn main() {
    // `cargo bench` adds this flag for harnesses.
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => table(),
        ["first", what, folder] => first::here(what, Path::new(folder)),
        ["beside", folder] => beside(Path::new(folder)),
        _ => panic!("words are: first WHAT FOLDER, beside FOLDER"),
    }
}

fn table() {
    println!("| ms: median (fastest–slowest) | by the clock | of processor | peak memory, MiB |");
    println!("|---|---:|---:|---:|");
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let report = pages(0);
    let made = pdf(&report).unwrap();
    row(
        &format!("{} pages: the file, warm", made.pages),
        times(101, || (), |()| pdf(&report).unwrap()),
        None,
    );
    let (took, peak) = first::elsewhere(31, "pages", folder.path());
    row("· first in its process", took, Some(peak));
    steps("sample diary", &Told::sample(&folder.path().join("sample")), 31);
    steps("20 years", &Told::decades(&folder.path().join("decades"), TWENTY_YEARS), 11);
}

fn steps(name: &str, told: &Told, runs: u32) {
    let records = told.records();
    let facts = told.facts(&records);
    let report = told.document(&facts);
    let made = pdf(&report).unwrap();
    let named = |step: &str| format!("{name}: {step}");
    row(&named("every record read"), times(runs, || (), |()| told.records()), None);
    row(&named("records to facts"), times(runs, || (), |()| told.facts(&records)), None);
    row(&named("facts to document"), times(runs, || (), |()| told.document(&facts)), None);
    let step = format!("document to file, {} pages, {} bytes", made.pages, made.bytes.len());
    row(&named(&step), times(runs, || (), |()| pdf(&report).unwrap()), None);
    row(&named("all of it, on disk"), times(runs, || (), |()| told.write()), None);
    let days = format!("{} {}", told.period().from(), told.period().to());
    let (took, peak) = first::elsewhere(runs.min(11), &days, told.folder());
    row(&named("· first in its process"), took, Some(peak));
}

fn row(name: &str, times: Times, peak: Option<f64>) {
    let (median, least, most) = (ms(times.median), ms(times.least), ms(times.most));
    let peak = peak.map_or("–".to_owned(), |mib| format!("{mib:.0}"));
    println!("| {name} | {median} ({least}–{most}) | {} | {peak} |", ms(times.worked));
}

/// The crowded page of the report's samples: a year, eight panels, every block too long.
fn pages(run: usize) -> Report {
    let mut report = sample::crowded(Paper::A4);
    vary::vary(&mut report, run);
    report
}

/// Answers each line `WHAT RUN` of the input: writes the report as Typst source and as PDF to `folder`, the same
/// words and marks, and prints the seconds of processor and of the clock that the PDF took, and its pages.
fn beside(folder: &Path) {
    let decades = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut long = None;
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let (what, run) = line.split_once(' ').unwrap();
        let run: usize = run.parse().unwrap();
        let report = if what == "pages" {
            pages(run)
        } else {
            let long = long.get_or_insert_with(|| {
                let told = Told::decades(&decades.path().join("decades"), TWENTY_YEARS);
                told.document(&told.facts(&told.records()))
            });
            let mut report = long.clone();
            vary::vary(&mut report, run);
            report
        };
        std::fs::write(folder.join(format!("{what}-{run}.typ")), typst::source(&report)).unwrap();
        let mut made = None;
        let took = times(1, || (), |()| made = Some(pdf(&report).unwrap()));
        let made = made.unwrap();
        std::fs::write(folder.join(format!("{what}-{run}.pdf")), &made.bytes).unwrap();
        println!("{} {} {}", took.worked.as_secs_f64(), took.median.as_secs_f64(), made.pages);
    }
}

fn ms(time: std::time::Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    let digits = if ms < 10.0 { 2 } else { usize::from(ms < 100.0) };
    format!("{ms:.digits$}")
}
