//! `tidemark backup`: the whole diary as one sealed file, and which were made.

use std::io::Write;
use std::path::{Path, PathBuf};

use tidemark::Diary;
use tidemark::model::{BackupRecord, Recorded, ShortText};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::DiaryArgs;

/// Write the whole diary to one sealed file.
///
/// The file opens with the recovery passphrase the diary has now. It may be kept anywhere: nobody reads it without that.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  tidemark backup my.diary /media/stick/my.backup --place \"the stick in the drawer\"\n  \
    tidemark backup my.diary --list"
)]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// The file to write; a former backup there is replaced, another file is not
    #[arg(required_unless_present = "list", conflicts_with = "list")]
    file: Option<PathBuf>,
    /// Your word for where you keep it, shown by --list
    #[arg(long, value_name = "TEXT", conflicts_with = "list")]
    place: Option<String>,
    /// List the backups that were made, the latest first
    #[arg(long)]
    list: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let place = args.place.as_deref().map(|text| ShortText::new("--place", text)).transpose()?;
    let mut diary = args.diary.open()?;
    match &args.file {
        Some(file) => write(&mut diary, file, place, args.json, around, out)?,
        None => list(&diary, args.json, around, out)?,
    }
    Ok(diary.close()?)
}

fn write(
    diary: &mut Diary,
    file: &Path,
    place: Option<ShortText>,
    json: bool,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let written = diary.backup(file, place, around.now)?;
    let rows: u64 = written.manifest.parts.iter().map(|part| part.rows).sum();
    if json {
        let answer = serde_json::json!({
            "file": file.display().to_string(), "bytes": written.bytes, "rows": rows,
            "schema": written.manifest.head.schema, "verified": written.verified,
        });
        serde_json::to_writer(&mut *out, &answer)?;
        writeln!(out)?;
    } else {
        writeln!(out, "Wrote {} ({} bytes, {rows} rows).", file.display(), written.bytes)?;
        writeln!(
            out,
            "It opens with the recovery passphrase the diary has now; `tidemark restore --dry-run` tries it."
        )?;
    }
    if written.verified {
        return Ok(());
    }
    out.flush()?;
    let source = std::io::Error::other("what stands there is not what was written");
    Err(Failure::Io { doing: format!("reading {} back", file.display()), source })
}

fn list(diary: &Diary, json: bool, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let mut backups = diary.backups()?;
    backups.reverse();
    let days = diary.days_since_backup(around.now.instant)?;
    if json {
        let one = |backup: &Recorded<BackupRecord>| {
            serde_json::json!({
                "id": backup.id.to_string(), "recorded_at": backup.stamp.recorded.to_iso(),
                "place": backup.place.as_ref().map(ShortText::as_str), "size_bytes": backup.size_bytes.get(),
                "verified": backup.verified,
            })
        };
        let backups: Vec<serde_json::Value> = backups.iter().map(one).collect();
        let answer = serde_json::json!({ "days_since_backup": days, "backups": backups });
        serde_json::to_writer(&mut *out, &answer)?;
        writeln!(out)?;
        return Ok(());
    }
    match days {
        None => writeln!(out, "No backup was made yet: when this folder is lost, so is everything in it.")?,
        Some(0) => writeln!(out, "The latest backup was made within the last day.")?,
        Some(1) => writeln!(out, "The latest backup was made 1 day ago.")?,
        Some(days) => writeln!(out, "The latest backup was made {days} days ago.")?,
    }
    for backup in backups {
        let place = backup.place.as_ref().map_or(String::new(), |place| format!(", {}", place.as_str()));
        let read = if backup.verified { "read back" } else { "not read back" };
        let (at, size) = (backup.stamp.recorded.local().format("%a %-d %b %Y %H:%M"), backup.size_bytes);
        writeln!(out, "{at}: {size} bytes, {read}{place} [{}]", backup.id)?;
    }
    Ok(())
}
