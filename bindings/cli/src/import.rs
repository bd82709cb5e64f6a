//! `tidemark import`: shows what a file would add; `--apply` adds it.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use tidemark::exchange::Import;
use tidemark::model::ZoneName;
use tidemark::{DiaryError, Format, ImportCounts, Preview, refuse_rejected};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::{self, DiaryArgs};
use crate::when::spoken;

/// Take entries from a file; shows what it would add, --apply does it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  tidemark import my.diary report-csv --apply\n  \
    tidemark import my.diary mood.csv --map mood.toml\n\nThe column map is described in docs/formats.md.")]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// The file, or the folder that `tidemark report --csv` wrote
    file: PathBuf,
    /// What it is; told from the file when left out
    #[arg(long, value_enum)]
    format: Option<Kind>,
    /// Column map (TOML) for any CSV
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// Zone of times that name none, such as Europe/Dublin; else the map's, else this machine's
    #[arg(long, value_name = "ZONE", value_parser = ZoneName::new)]
    zone: Option<ZoneName>,
    /// Add the new entries, all or nothing
    #[arg(long)]
    apply: bool,
    /// Leave out rows that cannot be taken
    #[arg(long)]
    skip_rejected: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    Csv,
    Columns,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let map = args.map.as_ref().map(read_map).transpose()?;
    let mut diary = args.diary.open()?;
    let format = args.format.map(|kind| match kind {
        Kind::Csv => Format::Csv,
        Kind::Columns => Format::Columns,
    });
    let zone = args.zone.or(Some(around.zone));
    let import = diary.read_import(&args.file, format, map.as_deref(), zone, around.now)?;
    let preview = diary.preview_import(&import)?;
    if args.apply {
        let outcome = diary.apply_import(&import, args.skip_rejected, around.now)?;
        unlock::close(diary, around);
        return said(args, &import, &preview, &outcome.counts, out);
    }
    said(args, &import, &preview, &preview.counts, out)?;
    if !args.skip_rejected {
        out.flush()?;
        refuse_rejected(&import)?;
    }
    Ok(())
}

fn read_map(file: &PathBuf) -> Result<String, Failure> {
    let failed = |source| DiaryError::InputNotRead { path: file.clone(), source };
    Ok(std::fs::read_to_string(file).map_err(failed)?)
}

fn said(
    args: &Args,
    import: &Import,
    preview: &Preview,
    counts: &ImportCounts,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if args.json {
        let answer = serde_json::json!({
            "format": import.format, "applied": args.apply,
            "new": counts.new, "same": counts.same, "deleted": counts.deleted,
            "rejected": import.rejected_rows, "empty_rows": import.empty_rows,
            "new_measures": preview.new_measures,
            "from": preview.period.map(|p| p.from().to_string()), "to": preview.period.map(|p| p.to().to_string()),
            "choices": import.choices.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "rejected_rows": import.rejected.iter().map(ToString::to_string).collect::<Vec<_>>(),
        });
        serde_json::to_writer(&mut *out, &answer)?;
        writeln!(out)?;
        return Ok(());
    }
    let days =
        preview.period.map_or(String::new(), |p| format!(", {} to {}", spoken(p.from()), spoken(p.to())));
    writeln!(out, "{}{days}", import.file)?;
    let row = |name: &str, n: u32| vec![name.to_owned(), n.to_string()];
    let rows = [
        row(if args.apply { "added" } else { "new" }, counts.new),
        row("already there", counts.same),
        row("deleted by you before, left out", counts.deleted),
        row("rows without a value or note", preview.empty_rows),
        row("rows that cannot be taken", import.rejected_rows),
    ];
    table::print(out, &["entries", "n"], &rows, false)?;
    if !preview.new_measures.is_empty() {
        table::sentence(out, &format!("New measures: {}", preview.new_measures.join(", ")), 0)?;
    }
    for choice in import.choices.iter().take(10) {
        table::sentence(out, &format!("Note: {choice}"), 0)?;
    }
    if import.choices.len() > 10 {
        writeln!(out, "and {} more such notes", import.choices.len() - 10)?;
    }
    if !args.apply {
        writeln!(out, "Nothing was changed. Add --apply to take the new entries.")?;
    }
    Ok(())
}
