//! The imports of a diary: what each did, and taking one back as a whole.

use std::io::Write;

use tidemark::model::{Moment, RecordedBy, ZoneName};
use tidemark::{ImportUndone, Imported};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::{self, DiaryArgs};

pub(super) fn list(
    args: &DiaryArgs,
    json: bool,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let imports = args.open()?.imports()?;
    if json {
        let imports: Vec<serde_json::Value> = imports.iter().map(|import| told(import, around)).collect();
        serde_json::to_writer(&mut *out, &serde_json::json!({ "imports": imports }))?;
        writeln!(out)?;
        return Ok(());
    }
    if imports.is_empty() {
        writeln!(out, "Nothing was imported into this diary.")?;
        return Ok(());
    }
    for import in &imports {
        table::sentence(out, &line(import, around), 0)?;
        for reason in import.reasons.iter().take(10) {
            table::sentence(out, &format!("Not taken: {reason}"), 2)?;
        }
        if import.reasons.len() > 10 {
            writeln!(out, "  and {} more; --json shows them", import.reasons.len() - 10)?;
        }
    }
    Ok(())
}

fn moment(instant: tidemark::model::Instant, around: &Surroundings) -> Moment {
    Moment::in_zone(instant, around.zone)
}

fn line(import: &Imported, around: &Surroundings) -> String {
    let spoken = |instant| moment(instant, around).local().format("%a %-d %b %Y %H:%M");
    let format = import.format.replace('_', " ");
    let zone = import.mapping.zone.map_or(String::new(), |zone| format!(", times of {}", zone.name()));
    let counts = [
        (import.counts.same, "already there"),
        (import.counts.deleted, "deleted before"),
        (import.rejected, "not taken"),
    ];
    let counts = counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!(", {n} {what}"));
    let counts: String = counts.collect();
    let undone = import.undone_at.map_or(String::new(), |at| format!(", undone {}", spoken(at)));
    let (applied, added) = (spoken(import.applied_at), import.counts.new);
    format!("{applied}  {format}{zone}: {added} added{counts}{undone} [{}]", import.id)
}

fn told(import: &Imported, around: &Surroundings) -> serde_json::Value {
    serde_json::json!({
        "id": import.id.to_string(), "format": import.format, "sha256": import.sha256.to_string(),
        "applied_at": moment(import.applied_at, around).to_iso(),
        "undone_at": import.undone_at.map(|at| moment(at, around).to_iso()),
        "zone": import.mapping.zone.map(ZoneName::name), "answers": import.mapping.answers, "map": import.mapping.map,
        "added": import.counts.new, "same": import.counts.same, "deleted": import.counts.deleted,
        "rejected": import.rejected, "rejected_rows": import.reasons,
    })
}

pub(super) fn undo(
    args: &DiaryArgs,
    id: &str,
    keep_edited: bool,
    json: bool,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut diary = args.open()?;
    let undone = diary.undo_import(id, keep_edited, RecordedBy::Own, around.now)?;
    unlock::close(diary, around);
    let ImportUndone { removed, edited, with_them, measures } = undone;
    if json {
        let answer = serde_json::json!({
            "removed": removed, "kept_edited": edited, "kept_with_them": with_them, "measures_archived": measures,
        });
        serde_json::to_writer(&mut *out, &answer)?;
        writeln!(out)?;
        return Ok(());
    }
    let entries = |n: u32| if n == 1 { "1 entry".to_owned() } else { format!("{n} entries") };
    writeln!(out, "Removed {} of this import.", entries(removed))?;
    if edited > 0 {
        let with = if with_them > 0 { format!(", {with_them} more with them") } else { String::new() };
        table::sentence(out, &format!("Kept, as edited or added to since: {}{with}.", entries(edited)), 0)?;
    }
    if measures > 0 {
        let text = "Measures that came with it and are not used any more are archived";
        table::sentence(out, &format!("{text}: {measures}."), 0)?;
    }
    let text = "For 30 days, importing the file again with --restore-deleted brings them back.";
    Ok(table::sentence(out, text, 0)?)
}
