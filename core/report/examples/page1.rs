//! Writes made-up reports as PDFs, to be looked at: `cargo run -p tidemark-report --example page1 -- <folder>`.

#![allow(clippy::print_stdout, reason = "an example says what it wrote")]

#[path = "../samples/sample.rs"]
mod sample;

use std::path::PathBuf;
use std::time::Instant;
use tidemark_report::document::Paper;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/page1".to_owned()));
    std::fs::create_dir_all(&folder)?;
    for (paper, name) in [(Paper::A4, "a4"), (Paper::Letter, "letter")] {
        let reports = [
            ("season", sample::season(paper)),
            ("year", sample::year(paper)),
            ("sparse", sample::sparse(paper)),
            ("empty", sample::empty(paper)),
            ("crowded", sample::crowded(paper)),
            ("decades", sample::decades(paper)),
            ("hostile", sample::hostile(paper)),
        ];
        for (kind, report) in reports {
            let start = Instant::now();
            let file = tidemark_report::pdf(&report)?;
            let path = folder.join(format!("{kind}-{name}.pdf"));
            std::fs::write(&path, &file.bytes)?;
            println!(
                "{}: {} pages, {} bytes, {:?}",
                path.display(),
                file.pages,
                file.bytes.len(),
                start.elapsed()
            );
        }
    }
    Ok(())
}
