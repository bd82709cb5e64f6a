//! `tidemark key`: the key for daily use, and whether the passphrase still opens the diary.

use std::io::Write;
use std::path::PathBuf;

use clap::Subcommand;
use tidemark::{Diary, DiaryError};

use crate::failure::Failure;
use crate::unlock::Unlock;

/// Save the key for daily use, or check the passphrase.
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
        let unlock = Unlock { key_file: None, passphrase_file: passphrase_file.clone() };
        let key = Diary::key_from_passphrase(diary, &unlock.passphrase(false)?)?;
        Diary::open_with_key(diary, &key, crate::shell::shell())?.close()?;
        Ok(key)
    };
    match &args.act {
        Act::Save { diary, file, passphrase_file } => {
            key(diary, passphrase_file)?.write_file(file).map_err(DiaryError::from)?;
            writeln!(out, "Saved the key to {}; keep it as private as the diary.", file.display())?;
        }
        Act::Check { diary, passphrase_file } => {
            let _key = key(diary, passphrase_file)?;
            writeln!(out, "The passphrase opens {}.", diary.display())?;
        }
    }
    Ok(())
}
