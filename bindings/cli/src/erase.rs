//! `tidemark erase`: a whole diary, or one entry, for good. Asks for the word first.

use std::io::{self, BufRead, IsTerminal, Write};

use tidemark::{Diary, Purged};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::DiaryArgs;

/// Erase a diary, or one entry of it, for good.
///
/// The key goes first, so that what is killed on the way can be read by nobody. Backups and other copies saved elsewhere
/// stay, and so does their passphrase.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  tidemark erase my.diary\n  tidemark erase my.diary --entry ID")]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Only the entry with this id (`tidemark log --json` shows ids), with its history and the snapshots that hold it
    #[arg(long, value_name = "ID")]
    entry: Option<String>,
    /// Do not ask
    #[arg(long)]
    yes_erase: bool,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let what = match &args.entry {
        Some(id) => format!("the entry {id}"),
        None => format!("the whole diary {}", args.diary.diary.display()),
    };
    if !args.yes_erase {
        confirm(&what)?;
    }
    if let Some(id) = &args.entry {
        let mut diary = args.diary.open()?;
        let purged = diary.erase_entry(id, around.now)?;
        diary.close()?;
        return one(&purged, out);
    }
    let erased = Diary::erase(&args.diary.diary)?;
    writeln!(out, "Erased {what}: its key first, then its records and snapshots.")?;
    if !erased.left.is_empty() {
        writeln!(out, "Files that Tidemark did not make are still there:")?;
        for path in &erased.left {
            writeln!(out, "  {}", path.display())?;
        }
    }
    for path in &erased.aside {
        table::sentence(out, &format!("A former diary is at {}; erase it by its path.", path.display()), 0)?;
    }
    let elsewhere = "Backups, exports and copies saved elsewhere stay, and open with their passphrase; a key file of \
                     this diary opens nothing any more, unless such a copy has a database in it.";
    table::sentence(out, elsewhere, 0)?;
    Ok(())
}

fn one(purged: &Purged, out: &mut dyn Write) -> Result<(), Failure> {
    writeln!(
        out,
        "Erased it, with its history ({} records, {} snapshots).",
        purged.records, purged.snapshots
    )?;
    for snapshot in &purged.unread {
        let path = snapshot.path.display();
        table::sentence(out, &format!("{path} could not be opened to look, and may still hold it."), 0)?;
    }
    table::sentence(out, "Backups and copies saved elsewhere may still hold it.", 0)?;
    Ok(())
}

fn confirm(what: &str) -> Result<(), Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::usage(format!(
            "this would erase {what} for good; say --yes-erase to go on. Nothing was changed."
        )));
    }
    eprint!("This erases {what} for good. Type erase to go on: ");
    let mut line = String::new();
    let failed = |source| Failure::Io { doing: "asking".to_owned(), source };
    io::stdin().lock().read_line(&mut line).map_err(failed)?;
    if line.trim() == "erase" { Ok(()) } else { Err(Failure::usage("not erased; nothing was changed.")) }
}
