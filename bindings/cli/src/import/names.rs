//! The names of another app's file as a preview shows them: what each became, and the option to give for those that wait.

use std::io::{self, Write};

use tidemark::exchange::{Answers, Becomes, NameUse};

use crate::table;

/// Most names shown; an export of years may have hundreds.
const MOST: usize = 40;

/// Shows what each name became, those that wait first, and how to answer for them.
pub(super) fn print(out: &mut dyn Write, names: &[NameUse]) -> io::Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    let waits = |used: &&NameUse| matches!(used.becomes, Becomes::Asked { .. });
    let (asked, placed): (Vec<&NameUse>, Vec<&NameUse>) = names.iter().partition(waits);
    let row = |used: &&NameUse| {
        vec![shortened(used.name.as_str()), used.rows.to_string(), used.becomes.to_string()]
    };
    let rows: Vec<Vec<String>> = asked.iter().chain(&placed).take(MOST).map(row).collect();
    table::print(out, &["in the file", "rows", "becomes"], &rows, true)?;
    if names.len() > MOST {
        writeln!(out, "and {} more", names.len() - MOST)?;
    }
    for used in asked.iter().take(MOST) {
        if let Becomes::Asked { takes } = used.becomes {
            table::sentence(out, &format!("Add {} with {takes}.", option(used)), 0)?;
        }
    }
    Ok(())
}

/// Says which answers are about nothing in the file.
pub(super) fn unused(out: &mut dyn Write, answers: &Answers, names: &[NameUse]) -> io::Result<()> {
    for answered in answers.names() {
        if !names.iter().any(|used| used.name.key() == answered.key()) {
            let text = format!("Note: the file has nothing called {}.", answered.as_str());
            table::sentence(out, &text, 0)?;
        }
    }
    Ok(())
}

/// The same for programs.
pub(super) fn json(names: &[NameUse]) -> Vec<serde_json::Value> {
    let one = |used: &NameUse| {
        let asked = matches!(used.becomes, Becomes::Asked { .. });
        serde_json::json!({
            "name": used.name.as_str(), "rows": used.rows,
            "becomes": (!asked).then(|| used.becomes.to_string()), "option": asked.then(|| option(used)),
        })
    };
    names.iter().map(one).collect()
}

/// The option to type for a name, with its answer left open, as a shell reads it.
fn option(used: &NameUse) -> String {
    let name = used.name.as_str();
    if name.contains(['"', '$', '`', '\\', '!']) {
        format!("--map '{}=...'", name.replace('\'', "'\\''"))
    } else {
        format!("--map \"{name}=...\"")
    }
}

fn shortened(name: &str) -> String {
    const WIDE: usize = 30;
    if name.chars().count() <= WIDE {
        return name.to_owned();
    }
    name.chars().take(WIDE - 1).chain(['…']).collect()
}
