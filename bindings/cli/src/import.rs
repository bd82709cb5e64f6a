//! `tidemark import`: shows what a file would add; `--apply` adds it. Which imports there were, and taking one back.

mod applied;
mod names;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use tidemark::exchange::{Answers, App, Import};
use tidemark::model::{RecordedBy, ZoneName};
use tidemark::{Deleted, DiaryError, Format, ImportCounts, Preview, refuse_rejected};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::{self, DiaryArgs};
use crate::when::spoken;

/// Take entries from a file; shows what it would add, --apply does it.
///
/// Reads what Tidemark itself writes, exports of Daylio, Bearable, Track & Graph and Loop Habit Tracker, and any CSV with a
/// column map. A word or name of an app that this program cannot place is asked: it is shown with the option to give, and
/// its rows wait. Nothing is rescaled: what an app counted becomes a measure of its own.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "one option each, as they are typed")]
#[command(after_help = "Examples:\n  tidemark import my.diary report-csv --apply\n  \
    tidemark import my.diary daylio_export.csv --zone Europe/Dublin --map \"super=5\"\n  \
    tidemark import my.diary \"Loop Habits CSV.zip\" --map \"Floss=other\" --map \"Chess=skip\" --apply\n  \
    tidemark import my.diary mood.csv --map mood.toml\n  \
    tidemark import my.diary --list\n  tidemark import my.diary --undo last\n\nPractices: psychotherapy, mindfulness, movement, \
    sleep_routine, breathing, other.\nThe formats and the column map are described in docs/formats.md.")]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// The export of an app, a CSV file, or the folder or archive that `tidemark report --csv` wrote
    #[arg(required_unless_present_any = ["list", "undo"])]
    file: Option<PathBuf>,
    /// What it is; told from the file when left out
    #[arg(long, value_enum)]
    format: Option<Kind>,
    /// Column map (TOML) for any CSV; or, for the export of an app, what a word or name of it stands for: a number
    /// (super=5), a practice (Floss=other), a range for its numbers (Coffee=0..20, Weight=40..140/0.1), a measure of this
    /// diary (Calm=calm), or skip. May be given more than once
    #[arg(long, value_name = "FILE|NAME=ANSWER")]
    map: Vec<String>,
    /// Zone of times that name none, such as Europe/Dublin; else the map's, else this machine's
    #[arg(long, value_name = "ZONE", value_parser = ZoneName::new)]
    zone: Option<ZoneName>,
    /// Add the new entries, all or nothing
    #[arg(long)]
    apply: bool,
    /// Leave out rows that cannot be taken
    #[arg(long)]
    skip_rejected: bool,
    /// Bring back entries of the file that were removed within the last 30 days, as they were then
    #[arg(long)]
    restore_deleted: bool,
    /// List the imports, the latest last
    #[arg(long, conflicts_with_all = ["file", "format", "map", "zone", "apply", "skip_rejected", "restore_deleted", "undo"])]
    list: bool,
    /// Remove what an import added: its id as --list shows it, the last four characters of it, or `last`
    #[arg(long, value_name = "ID",
        conflicts_with_all = ["file", "format", "map", "zone", "apply", "skip_rejected", "restore_deleted"])]
    undo: Option<String>,
    /// With --undo: keep entries that were edited or added to since, and remove the rest
    #[arg(long, requires = "undo")]
    keep_edited: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// What Tidemark writes: CSV or JSON Lines, folder or archive
    Csv,
    /// Any CSV, with a column map
    Columns,
    Daylio,
    Bearable,
    TrackAndGraph,
    /// Loop Habit Tracker
    Loop,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    match (&args.file, &args.undo) {
        (Some(file), _) => take(args, file, around, out),
        (None, Some(id)) => applied::undo(&args.diary, id, args.keep_edited, args.json, around, out),
        (None, None) => applied::list(&args.diary, args.json, around, out),
    }
}

fn take(args: &Args, file: &Path, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let (map, answers) = maps(&args.map)?;
    if map.is_some() && args.format.is_some_and(|kind| !matches!(kind, Kind::Columns)) {
        return Err(Failure::usage("a column map goes with --format columns"));
    }
    let mut diary = args.diary.open()?;
    let format = args.format.map(|kind| match kind {
        Kind::Csv => Format::Csv,
        Kind::Columns => Format::Columns,
        Kind::Daylio => Format::App(App::Daylio),
        Kind::Bearable => Format::App(App::Bearable),
        Kind::TrackAndGraph => Format::App(App::TrackAndGraph),
        Kind::Loop => Format::App(App::LoopHabits),
    });
    let zone = args.zone.or(Some(around.zone));
    let import = diary.read_import_with(file, format, map.as_deref(), &answers, zone, around.now)?;
    let deleted = if args.restore_deleted { Deleted::ComesBack } else { Deleted::StaysOut };
    let preview = diary.preview_import_with(&import, deleted)?;
    if args.apply {
        let by = RecordedBy::Own;
        let outcome = diary.apply_import_with(&import, args.skip_rejected, deleted, by, around.now)?;
        unlock::close(diary, around);
        return said(args, &answers, &import, &preview, &outcome.counts, out);
    }
    said(args, &answers, &import, &preview, &preview.counts, out)?;
    if !args.skip_rejected {
        out.flush()?;
        refuse_rejected(&import)?;
    }
    Ok(())
}

/// The column map among what was given with --map, read, and the answers.
fn maps(given: &[String]) -> Result<(Option<String>, Answers), Failure> {
    let (mut map, mut answers) = (None, Answers::default());
    for text in given {
        // A file whose name holds an equals sign is still a file.
        if text.contains('=') && !Path::new(text).is_file() {
            answers.add(text).map_err(DiaryError::ImportFile)?;
        } else if map.is_some() {
            return Err(Failure::usage("--map takes one column map"));
        } else {
            let failed = |source| DiaryError::InputNotRead { path: text.into(), source };
            map = Some(std::fs::read_to_string(text).map_err(failed)?);
        }
    }
    Ok((map, answers))
}

fn said(
    args: &Args,
    answers: &Answers,
    import: &Import,
    preview: &Preview,
    counts: &ImportCounts,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if args.json {
        let answer = serde_json::json!({
            "format": import.format, "applied": args.apply,
            "new": counts.new, "same": counts.same, "deleted": counts.deleted, "restored": counts.restored,
            "rejected": import.rejected_rows, "empty_rows": import.empty_rows,
            "left_out": import.left_out_rows, "zone": import.zone.map(ZoneName::name),
            "names": names::json(&import.names),
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
        row("deleted by you before, brought back", counts.restored),
        row("rows without a value or note", preview.empty_rows),
        row("rows left out, as you said", import.left_out_rows),
        row("rows that cannot be taken", import.rejected_rows),
    ];
    table::print(out, &["entries", "n"], &rows, false)?;
    if !preview.new_measures.is_empty() {
        table::sentence(out, &format!("New measures: {}", preview.new_measures.join(", ")), 0)?;
    }
    names::print(out, &import.names)?;
    if let Some(zone) = import.zone {
        let text =
            format!("Times that name no zone are taken as those of {}; --zone names another.", zone.name());
        table::sentence(out, &text, 0)?;
    }
    names::unused(out, answers, &import.names)?;
    for choice in import.choices.iter().take(10) {
        table::sentence(out, &format!("Note: {choice}"), 0)?;
    }
    if import.choices.len() > 10 {
        writeln!(out, "and {} more such notes", import.choices.len() - 10)?;
    }
    if counts.deleted > 0 && !args.restore_deleted {
        table::sentence(out, "Entries that were removed stay out; --restore-deleted brings them back.", 0)?;
    }
    if !args.apply {
        writeln!(out, "Nothing was changed. Add --apply to take the new entries.")?;
    }
    Ok(())
}
