//! `tidemark restore`: a backup becomes a diary again, or is merged into one. Shown first, then done.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::PathBuf;

use tidemark::exchange::backup::Manifest;
use tidemark::model::Rollover;
use tidemark::{Backup, DataKey, DiaryError, Merged, Prepared, Restored, Step};

use crate::failure::Failure;
use crate::shell::{Surroundings, shell};
use crate::table;
use crate::unlock::Unlock;
use crate::when::spoken;

/// Make a diary from a backup, or merge a backup into one.
///
/// Asks for the recovery passphrase the diary had when the backup was made. A diary that is there is replaced only when
/// it holds nothing beyond the backup, or with --replace; its last state then stays among the snapshots.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  tidemark restore my.backup my.diary --dry-run\n  \
    tidemark restore my.backup my.diary\n  tidemark restore my.backup my.diary --merge")]
pub(crate) struct Args {
    /// The backup
    file: PathBuf,
    /// The diary folder it becomes, or is merged into
    diary: PathBuf,
    /// Keep what is in the diary and add what the backup has: newer forms win, deleted stays deleted
    #[arg(long, conflicts_with = "replace")]
    merge: bool,
    /// Go back to the backup although the diary has entries it lacks
    #[arg(long)]
    replace: bool,
    /// Show and check everything, change nothing
    #[arg(long)]
    dry_run: bool,
    /// File with the passphrase of the backup (else the variable TIDEMARK_PASSPHRASE, else a prompt)
    #[arg(long, value_name = "FILE", help_heading = "Opening the backup")]
    passphrase_file: Option<PathBuf>,
    /// File with the key of the diary that is there, when it is not the backup's
    #[arg(long, value_name = "FILE", help_heading = "Opening the backup")]
    key_file: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What came of it.
enum Outcome {
    Looked,
    Merged(Merged),
    Restored(Restored),
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let backup = Backup::open(&args.file)?;
    let unlock = Unlock { passphrase_file: args.passphrase_file.clone(), ..Unlock::default() };
    let opened = backup.unlock(&unlock.passphrase(false)?)?;
    let key = args.key_file.as_ref().map(|file| DataKey::read_file(file)).transpose();
    let key = key.map_err(DiaryError::from)?;
    let manifest = opened.manifest().clone();
    if !args.json {
        preview(&manifest, args, out)?;
        out.flush()?;
    }
    let mut go_on = |_: Step| ControlFlow::Continue(());
    let prepared = opened.prepare(&args.diary, shell().entropy.as_mut(), &mut go_on)?;
    let outcome = act(args, around, prepared, key.as_ref(), &mut go_on)?;
    if args.json {
        serde_json::to_writer(&mut *out, &json(&manifest, &outcome))?;
        writeln!(out)?;
        return Ok(());
    }
    said(args, &outcome, out)
}

fn act(
    args: &Args,
    around: &Surroundings,
    prepared: Prepared,
    key: Option<&DataKey>,
    watch: &mut tidemark::Watch<'_>,
) -> Result<Outcome, Failure> {
    let today = around.today(Rollover::default())?;
    if args.merge {
        let merged = prepared.merge(key, today, around.now.instant, !args.dry_run)?;
        return Ok(Outcome::Merged(merged));
    }
    if args.dry_run {
        prepared.finds_diary()?;
        return Ok(Outcome::Looked);
    }
    Ok(Outcome::Restored(prepared.replace(key, args.replace, today, watch)?))
}

fn preview(manifest: &Manifest, args: &Args, out: &mut dyn Write) -> Result<(), Failure> {
    let head = &manifest.head;
    writeln!(out, "{}", args.file.display())?;
    writeln!(
        out,
        "made {} by version {} (schema {})",
        head.created.utc().format("%a %-d %b %Y %H:%M UTC"),
        head.program,
        head.schema
    )?;
    match head.days {
        Some((first, last)) => writeln!(out, "entries from {} to {}", spoken(first), spoken(last))?,
        None => writeln!(out, "no entries")?,
    }
    let rows: Vec<Vec<String>> = manifest
        .parts
        .iter()
        .filter(|part| part.rows > 0)
        .map(|part| vec![part.shape.name.replace('_', " "), part.rows.to_string()])
        .collect();
    table::print(out, &["kind", "n"], &rows, false)?;
    Ok(())
}

fn said(args: &Args, outcome: &Outcome, out: &mut dyn Write) -> Result<(), Failure> {
    match outcome {
        Outcome::Looked => {
            writeln!(
                out,
                "Every row was read and checked. Nothing was changed; leave --dry-run away to restore."
            )?;
        }
        Outcome::Merged(merged) => {
            let rows: Vec<Vec<String>> = merged
                .records
                .iter()
                .filter(|(_, n)| n.added + n.newer + n.older + n.same + n.differing > 0)
                .map(|(kind, n)| {
                    let counts = [n.added, n.newer, n.older, n.same, n.differing];
                    let mut row = vec![kind.replace('_', " ")];
                    row.extend(counts.iter().map(ToString::to_string));
                    row
                })
                .collect();
            table::print(out, &["kind", "added", "newer", "kept", "same", "differ"], &rows, false)?;
            let differing: u32 = merged.records.values().map(|n| n.differing).sum();
            if differing > 0 {
                writeln!(
                    out,
                    "{differing} differ with as many changes on both sides; those of the diary stay."
                )?;
            }
            if merged.purged > 0 {
                writeln!(out, "{} erased for good in the other copy, and here too.", merged.purged)?;
            }
            if args.dry_run {
                writeln!(out, "Nothing was changed; leave --dry-run away to merge.")?;
            } else {
                writeln!(out, "Merged into {}.", args.diary.display())?;
            }
        }
        Outcome::Restored(restored) => {
            writeln!(out, "Restored {}; it opens with the passphrase of the backup.", args.diary.display())?;
            if let Some(former) = &restored.former {
                let how = if restored.former_goes {
                    "until the restored one was opened; its last state stays as a snapshot"
                } else {
                    "and stays there"
                };
                table::sentence(out, &format!("The former diary is at {} {how}.", former.display()), 0)?;
            }
        }
    }
    Ok(())
}

fn json(manifest: &Manifest, outcome: &Outcome) -> serde_json::Value {
    let counts: serde_json::Map<_, _> =
        manifest.parts.iter().map(|part| (part.shape.name.clone(), part.rows.into())).collect();
    let mut answer = serde_json::json!({
        "created": manifest.head.created.utc().format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
        "schema": manifest.head.schema, "program": manifest.head.program, "counts": counts,
        "from": manifest.head.days.map(|(first, _)| first.to_string()),
        "to": manifest.head.days.map(|(_, last)| last.to_string()),
        "restored": matches!(outcome, Outcome::Restored(_)),
    });
    match outcome {
        Outcome::Looked => {}
        Outcome::Merged(merged) => {
            let records: serde_json::Map<_, _> = merged
                .records
                .iter()
                .map(|(kind, n)| {
                    let counts = serde_json::json!({
                        "added": n.added, "newer": n.newer, "older": n.older, "same": n.same,
                        "differing": n.differing,
                    });
                    (kind.clone(), counts)
                })
                .collect();
            answer["merged"] = serde_json::json!({
                "records": records, "others_added": merged.others_added,
                "others_differing": merged.others_differing, "purged": merged.purged,
            });
        }
        Outcome::Restored(restored) => {
            answer["former"] = serde_json::json!(restored.former.as_ref().map(|p| p.display().to_string()));
        }
    }
    answer
}
