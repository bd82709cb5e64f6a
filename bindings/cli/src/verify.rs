//! `tidemark verify`: is every page, reference and snapshot whole, and if not, what is gone?

use std::io::Write;

use tidemark::{DamagedTable, Diary, DiaryError, Examined};

use crate::failure::Failure;
use crate::table;
use crate::unlock::{DiaryArgs, warn_of_cloud};
use crate::when::spoken;

/// Check every page, table, reference and snapshot of a diary; repairs nothing.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<(), Failure> {
    warn_of_cloud(&args.diary.diary);
    let found = Diary::examine(&args.diary.diary, &args.diary.key()?)?;
    if let Ok(verified) = &found.diary {
        let (pages, entries) = (verified.pages, verified.entries);
        writeln!(out, "Whole: {pages} pages, {entries} entries, every reference resolved.")?;
    }
    snapshots(&found, out)?;
    let newest = found.newest_whole().map(|snapshot| spoken(snapshot.day));
    let first_bad = found.snapshots.into_iter().find_map(|one| one.found.err());
    match found.diary {
        Err(damage) => {
            if !damage.pages.is_empty() {
                let pages: Vec<String> = damage.pages.iter().take(20).map(ToString::to_string).collect();
                let more = if damage.pages.len() > 20 { ", …" } else { "" };
                table::sentence(out, &format!("Damaged pages: {}{more}.", pages.join(", ")), 0)?;
            }
            match &damage.tables {
                None => {
                    writeln!(out, "What lies on them cannot be told: the list of tables is damaged too.")?
                }
                Some(tables) if tables.is_empty() => {
                    writeln!(out, "Every row of every table can be read; the damage is elsewhere.")?;
                }
                Some(tables) => {
                    for table in tables {
                        table::sentence(out, &lost(table), 0)?;
                    }
                }
            }
            match newest {
                Some(day) => writeln!(out, "The newest whole snapshot is of {day}; --snapshot reads it.")?,
                None => writeln!(out, "No snapshot is whole.")?,
            }
            Err(DiaryError::from(damage.error).into())
        }
        Ok(_) => first_bad.map_or(Ok(()), |error| Err(DiaryError::from(error).into())),
    }
}

fn snapshots(found: &Examined, out: &mut dyn Write) -> Result<(), Failure> {
    for one in &found.snapshots {
        let name = one.snapshot.path.file_name().unwrap_or_default().to_string_lossy();
        match &one.found {
            Ok(Some((first, last))) => {
                writeln!(out, "Snapshot {name}: whole, entries from {first} to {last}.")?;
            }
            Ok(None) => writeln!(out, "Snapshot {name}: whole, no entries.")?,
            Err(error) => writeln!(out, "Snapshot {name}: not whole ({error}).")?,
        }
    }
    Ok(())
}

fn lost(table: &DamagedTable) -> String {
    let name = table.table.replace('_', " ");
    let mut text = format!("Not every row of {name} can be read");
    if let (Some(first), Some(last)) = (table.days.first(), table.days.last()) {
        let days = table.days.len();
        text.push_str(&if days <= 14 {
            let days: Vec<String> = table.days.iter().map(ToString::to_string).collect();
            format!(". Something is gone on {}", days.join(", "))
        } else {
            format!(". Something is gone on {days} days from {first} to {last}")
        });
    }
    text.push('.');
    text
}
