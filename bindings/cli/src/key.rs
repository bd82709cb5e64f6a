//! `tidemark key`: the key for daily use, a new passphrase, and whether the passphrase still opens the diary.

use std::io::Write;
use std::path::PathBuf;

use clap::Subcommand;
use tidemark::{Diary, DiaryError, Passphrase};

use crate::failure::Failure;
use crate::unlock::{Unlock, new_passphrase};

/// Save the key for daily use, change or check the passphrase.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Save the diary's key to a new file, mode 0600
    Save {
        /// The diary folder
        diary: PathBuf,
        /// The file to make
        file: PathBuf,
        /// File with the recovery passphrase
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
    },
    /// Give the diary a new passphrase; the records are not touched
    ///
    /// Backups made before still open with the old passphrase.
    Change {
        /// The diary folder
        diary: PathBuf,
        /// File with the passphrase it has now (else the variable TIDEMARK_PASSPHRASE, else a prompt)
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
        /// File with the new passphrase (else the variable TIDEMARK_NEW_PASSPHRASE, else a prompt)
        #[arg(long, value_name = "FILE", conflicts_with = "words")]
        new_passphrase_file: Option<PathBuf>,
        /// Make a passphrase of seven random words and show it once
        #[arg(long)]
        words: bool,
    },
    /// Check that the passphrase opens the diary
    Check {
        /// The diary folder
        diary: PathBuf,
        /// File with the recovery passphrase
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
    },
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<(), Failure> {
    let key = |diary: &PathBuf, passphrase_file: &Option<PathBuf>| -> Result<_, Failure> {
        Diary::check_folder(diary)?;
        let unlock = Unlock { passphrase_file: passphrase_file.clone(), ..Unlock::default() };
        let key = Diary::key_from_passphrase(diary, &unlock.passphrase(false)?)?;
        Diary::open_with_key(diary, &key, crate::shell::shell())?.close()?;
        Ok(key)
    };
    match &args.act {
        Act::Save { diary, file, passphrase_file } => {
            key(diary, passphrase_file)?.write_file(file).map_err(DiaryError::from)?;
            writeln!(out, "Saved the key to {}; keep it as private as the diary.", file.display())?;
        }
        Act::Change { diary, passphrase_file, new_passphrase_file, words } => {
            Diary::check_folder(diary)?;
            let unlock = Unlock { passphrase_file: passphrase_file.clone(), ..Unlock::default() };
            let old = unlock.passphrase(false)?;
            let (new, words) = if *words {
                let (new, words) = Passphrase::of_words(crate::shell::shell().entropy.as_mut());
                (new, Some(words))
            } else {
                (new_passphrase(new_passphrase_file.as_deref())?, None)
            };
            Diary::change_passphrase(diary, &old, &new)?;
            if let Some(words) = words {
                writeln!(
                    out,
                    "The new passphrase, shown this once; write it down:\n\n    {}\n",
                    words.as_str()
                )?;
            }
            writeln!(out, "{} now opens with the new passphrase.", diary.display())?;
            writeln!(out, "Backups made before still open with the old one; make a new backup.")?;
        }
        Act::Check { diary, passphrase_file } => {
            let _key = key(diary, passphrase_file)?;
            writeln!(out, "The passphrase opens {}.", diary.display())?;
        }
    }
    Ok(())
}
