//! How a diary is opened: a key file, or the passphrase from a file, the environment or a prompt; never an argument.

use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use tidemark::{DataKey, Diary, DiaryError, Passphrase};
use zeroize::Zeroizing;

use crate::failure::Failure;
use crate::shell::shell;

/// A diary and how to open it.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct DiaryArgs {
    /// The diary folder
    pub(crate) diary: PathBuf,
    #[command(flatten)]
    pub(crate) unlock: Unlock,
}

/// How to open a diary.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Opening the diary")]
pub(crate) struct Unlock {
    /// File with the diary's key, mode 0600 (see `tidemark key save`); skips the passphrase
    #[arg(long, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
    /// File with the recovery passphrase (else the variable TIDEMARK_PASSPHRASE, else a prompt)
    #[arg(long, value_name = "FILE", conflicts_with = "key_file")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

impl DiaryArgs {
    /// Opens the diary.
    pub(crate) fn open(&self) -> Result<Diary, Failure> {
        if let Some(file) = &self.unlock.key_file {
            let key = DataKey::read_file(file).map_err(DiaryError::from)?;
            return Ok(Diary::open_with_key(&self.diary, &key, shell())?);
        }
        Diary::check_folder(&self.diary)?;
        let passphrase = self.unlock.passphrase(false)?;
        Ok(Diary::open_with_passphrase(&self.diary, &passphrase, shell())?)
    }
}

const LONGEST: u64 = 64 * 1024;
const LONGEST_BYTES: usize = 64 * 1024;

impl Unlock {
    /// The passphrase; asked twice when a diary is being made.
    pub(crate) fn passphrase(&self, new: bool) -> Result<Passphrase, Failure> {
        let text = match (&self.passphrase_file, std::env::var("TIDEMARK_PASSPHRASE")) {
            (Some(file), _) => read(file)?,
            (None, Ok(text)) => Zeroizing::new(text),
            (None, Err(_)) if io::stdin().is_terminal() => prompt(new)?,
            (None, Err(_)) => {
                return Err(Failure::usage(
                    "the diary needs its passphrase: use --passphrase-file FILE, the variable TIDEMARK_PASSPHRASE, \
                     or --key-file FILE. Nothing was changed.",
                ));
            }
        };
        Ok(Passphrase::new(&text).map_err(DiaryError::from)?)
    }
}

fn read(file: &Path) -> Result<Zeroizing<String>, Failure> {
    let failed = |source| Failure::Io { doing: format!("reading {}", file.display()), source };
    // With room from the start: growing would leave parts of the passphrase behind.
    let mut text = Zeroizing::new(String::with_capacity(LONGEST_BYTES + 64));
    let opened = std::fs::File::open(file).map_err(failed)?;
    opened.take(LONGEST).read_to_string(&mut text).map_err(failed)?;
    Ok(text)
}

fn prompt(new: bool) -> Result<Zeroizing<String>, Failure> {
    let ask = |words: &str| {
        rpassword::prompt_password(words)
            .map(Zeroizing::new)
            .map_err(|source| Failure::Io { doing: "asking for the passphrase".to_owned(), source })
    };
    let first = ask(if new { "A passphrase for the new diary: " } else { "Passphrase: " })?;
    if new && *ask("The same once more: ")? != *first {
        return Err(Failure::usage("the two passphrases differ; nothing was made."));
    }
    Ok(first)
}
