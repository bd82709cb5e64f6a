//! Writes pairs of pages that differ in one mark, for `tests/conformance/marks.py`: `marks FOLDER`.

#[path = "../samples/marks.rs"]
mod marks;
#[path = "../samples/sample.rs"]
mod sample;

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("a folder is needed")?);
    for pair in marks::pairs() {
        let place = folder.join(pair.place);
        std::fs::create_dir_all(&place)?;
        for (kind, report) in [("with", pair.with), ("without", pair.without)] {
            let name = format!("{}.{kind}.pdf", pair.mark);
            std::fs::write(place.join(name), tidemark_report::pdf(&report)?.bytes)?;
        }
    }
    Ok(())
}
