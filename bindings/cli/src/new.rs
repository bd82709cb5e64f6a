//! `tidemark new`: makes a diary folder.

use std::io::Write;
use std::path::PathBuf;

use tidemark::model::Rollover;
use tidemark::{Diary, DiaryError, Passphrase, Setup};

use crate::failure::Failure;
use crate::shell::{Surroundings, shell};
use crate::unlock::{Unlock, warn_of_cloud};

/// Make a diary folder.
///
/// The passphrase is the only way back to the records when the key file is lost; nobody else has it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  tidemark new my.diary --key-file ~/.tidemark.key\n  \
    tidemark new my.diary --words")]
pub(crate) struct Args {
    /// The folder to make
    diary: PathBuf,
    /// Where your day ends, 00:00 to 12:00: a rating before that time belongs to the day before
    #[arg(long, value_name = "HH:MM", default_value = "04:00")]
    day_ends: Rollover,
    /// File with the passphrase for the new diary (else the variable TIDEMARK_PASSPHRASE, else a prompt)
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Make a passphrase of seven random words and show it once
    #[arg(long, conflicts_with = "passphrase_file")]
    words: bool,
    /// Also save the diary's key to this new file, mode 0600, for daily use without the passphrase
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    if let Some(file) = args.key_file.as_ref().filter(|file| file.symlink_metadata().is_ok()) {
        return Err(DiaryError::AlreadyExists { path: file.clone() }.into());
    }
    warn_of_cloud(&args.diary);
    let unlock = Unlock { passphrase_file: args.passphrase_file.clone(), ..Unlock::default() };
    let (passphrase, words) = if args.words {
        let (passphrase, words) = Passphrase::of_words(shell().entropy.as_mut());
        (passphrase, Some(words))
    } else {
        (unlock.passphrase(true)?, None)
    };
    let setup = Setup { created_at: around.now.instant, rollover: args.day_ends, sample_label: None };
    let (diary, key) = Diary::create(&args.diary, &passphrase, setup, shell())?;
    if let Some(file) = &args.key_file {
        key.write_file(file).map_err(DiaryError::from)?;
    }
    diary.close()?;
    writeln!(out, "Made the diary {} (your day ends at {}).", args.diary.display(), args.day_ends)?;
    if let Some(file) = &args.key_file {
        writeln!(out, "Saved its key to {} for daily use; keep it as private as the diary.", file.display())?;
    }
    if let Some(words) = words {
        writeln!(out, "The passphrase, shown this once; write it down:\n\n    {}\n", words.as_str())?;
    }
    writeln!(out, "Keep the passphrase safe: without it and the key, nobody can open the diary.")?;
    Ok(())
}
