//! Text that fits 80 columns: aligned tables and wrapped sentences.

use std::io::{self, Write};

/// Widest line printed.
pub(crate) const WIDTH: usize = 80;

/// Prints rows under a header; the first column left, the others right; the last left again when `tail` says so.
pub(crate) fn print(
    out: &mut dyn Write,
    header: &[&str],
    rows: &[Vec<String>],
    tail: bool,
) -> io::Result<()> {
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell));
        cells.chain(header.get(column).map(|h| width(h))).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..header.len()).map(widest).collect();
    let head: Vec<String> = header.iter().map(|h| (*h).to_owned()).collect();
    for row in std::iter::once(&head).chain(rows) {
        let mut line = String::new();
        for (column, (cell, &wide)) in row.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(wide.saturating_sub(width(cell)));
            let left = column == 0 || (tail && column + 1 == header.len());
            line.push_str(if column == 0 { "" } else { "  " });
            let (first, second) =
                if left { (cell.as_str(), pad.as_str()) } else { (pad.as_str(), cell.as_str()) };
            line.push_str(first);
            line.push_str(second);
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Columns a text takes; good enough for the alphabets of the built-in texts.
fn width(text: &str) -> usize {
    text.chars().count()
}

/// Prints a sentence wrapped at 80 columns, lines after the first indented.
pub(crate) fn sentence(out: &mut dyn Write, text: &str, indent: usize) -> io::Result<()> {
    let mut line = " ".repeat(indent);
    let mut empty = true;
    for word in text.split(' ') {
        if !empty && width(&line) + 1 + width(word) > WIDTH {
            writeln!(out, "{line}")?;
            line = " ".repeat(indent);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    writeln!(out, "{line}")
}
