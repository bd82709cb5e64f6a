//! Writes made-up reports as PDFs and as the pictures of their previews, to be looked at: `cargo run -p tidemark-report --example page1 -- <folder>`.

#![allow(clippy::print_stdout, reason = "an example says what it wrote")]

#[path = "../samples/sample.rs"]
mod sample;

use std::path::PathBuf;
use std::time::Instant;
use tidemark_report::document::Paper;

/// Pixels across the screen of a phone.
const PHONE: u32 = 1_080;

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
            ("lanes", sample::lanes(paper)),
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
            let preview = tidemark_report::PagePreview::of(&report)?;
            for page in 1..=preview.pages() {
                let start = Instant::now();
                let picture = preview.picture(page, PHONE)?;
                let path = folder.join(format!("{kind}-{name}-{page}.png"));
                std::fs::write(&path, &picture.png)?;
                println!("{}: {} bytes, {:?}", path.display(), picture.png.len(), start.elapsed());
            }
        }
    }
    Ok(())
}
