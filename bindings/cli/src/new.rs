//! `tidemark new`: makes a diary folder.

use std::io::Write;
use std::path::PathBuf;

use tidemark::model::Rollover;
use tidemark::{Diary, DiaryError, Setup};

use crate::failure::Failure;
use crate::shell::{Surroundings, shell};
use crate::unlock::Unlock;

/// Make a diary folder.
///
/// The passphrase is the only way back to the records when the key file is lost; nobody else has it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tidemark new my.diary --key-file ~/.tidemark.key")]
pub(crate) struct Args {
    /// The folder to make
    diary: PathBuf,
    /// Where your day ends, 00:00 to 12:00: a rating before that time belongs to the day before
    #[arg(long, value_name = "HH:MM", default_value = "04:00")]
    day_ends: Rollover,
    /// File with the passphrase for the new diary (else the variable TIDEMARK_PASSPHRASE, else a prompt)
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Also save the diary's key to this new file, mode 0600, for daily use without the passphrase
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    if let Some(file) = args.key_file.as_ref().filter(|file| file.symlink_metadata().is_ok()) {
        return Err(DiaryError::AlreadyExists { path: file.clone() }.into());
    }
    let unlock = Unlock { key_file: None, passphrase_file: args.passphrase_file.clone() };
    let passphrase = unlock.passphrase(true)?;
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
    writeln!(out, "Keep the passphrase safe: without it and the key, nobody can open the diary.")?;
    Ok(())
}
