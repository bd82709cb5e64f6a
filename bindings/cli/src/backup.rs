//! `tidemark backup`: the whole diary as one sealed file.

use std::io::Write;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::DiaryArgs;

/// Write the whole diary to one sealed file.
///
/// The file opens with the recovery passphrase the diary has now. It may be kept anywhere: nobody reads it without that.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  tidemark backup my.diary /media/stick/my.backup --key-file ~/.tidemark.key"
)]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// The file to write; a former backup there is replaced, another file is not
    file: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let diary = args.diary.open()?;
    let written = diary.backup(&args.file, around.now.instant)?;
    diary.close()?;
    let rows: u64 = written.manifest.parts.iter().map(|part| part.rows).sum();
    if args.json {
        let answer = serde_json::json!({
            "file": args.file.display().to_string(), "bytes": written.bytes, "rows": rows,
            "schema": written.manifest.head.schema,
        });
        serde_json::to_writer(&mut *out, &answer)?;
        writeln!(out)?;
        return Ok(());
    }
    writeln!(out, "Wrote {} ({} bytes, {rows} rows).", args.file.display(), written.bytes)?;
    writeln!(
        out,
        "It opens with the recovery passphrase the diary has now; `tidemark restore --dry-run` tries it."
    )?;
    Ok(())
}
