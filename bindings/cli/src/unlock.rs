//! How a diary is opened: a key file, or the passphrase from a file, the environment or a prompt; never an argument.

use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use tidemark::{CopyPassword, DataKey, Diary, DiaryError, Passphrase};
use zeroize::Zeroizing;

use crate::failure::Failure;
use crate::shell::{Surroundings, shell};
use crate::when::spoken;

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
    /// Read the newest snapshot instead of the diary, for example when the diary is damaged; nothing can be written
    #[arg(long)]
    pub(crate) snapshot: bool,
}

impl DiaryArgs {
    /// The key of the diary, although its database may be damaged.
    pub(crate) fn key(&self) -> Result<DataKey, Failure> {
        if let Some(file) = &self.unlock.key_file {
            return Ok(DataKey::read_file(file).map_err(DiaryError::from)?);
        }
        Ok(Diary::key_despite_damage(&self.diary, &self.unlock.passphrase(false)?)?)
    }

    /// Opens the diary.
    pub(crate) fn open(&self) -> Result<Diary, Failure> {
        if self.unlock.snapshot {
            let (diary, snapshot) = Diary::open_snapshot(&self.diary, &self.key()?, shell())?;
            eprintln!("Reading the snapshot of {}; later entries are not in it.", spoken(snapshot.day));
            return Ok(diary);
        }
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
        let asked = if new { "A passphrase for the new diary: " } else { "Passphrase: " };
        let none = "the diary needs its passphrase: use --passphrase-file FILE, the variable TIDEMARK_PASSPHRASE, or \
                    --key-file FILE. Nothing was changed.";
        had(self.passphrase_file.as_deref(), "TIDEMARK_PASSPHRASE", asked, new, none)
    }
}

/// The new passphrase of a diary that has one, asked twice.
pub(crate) fn new_passphrase(file: Option<&Path>) -> Result<Passphrase, Failure> {
    let none = "the new passphrase is missing: use --new-passphrase-file FILE, the variable TIDEMARK_NEW_PASSPHRASE, or \
                --words. Nothing was changed.";
    had(file, "TIDEMARK_NEW_PASSPHRASE", "The new passphrase: ", true, none)
}

/// A passphrase from a file, else a variable, else a prompt.
fn had(
    file: Option<&Path>,
    variable: &str,
    asked: &str,
    twice: bool,
    none: &str,
) -> Result<Passphrase, Failure> {
    let text = secret(file, variable, asked, twice, none)?;
    Ok(Passphrase::new(&text).map_err(DiaryError::from)?)
}

/// The password of a locked copy, asked twice.
pub(crate) fn copy_password(file: Option<&Path>) -> Result<CopyPassword, Failure> {
    let none = "the locked copy needs a password: use --password-file FILE or the variable TIDEMARK_COPY_PASSWORD. \
                Nothing was written.";
    let text = secret(file, "TIDEMARK_COPY_PASSWORD", "The password of the copy: ", true, none)?;
    Ok(CopyPassword::new(&text)?)
}

/// A secret from a file, else a variable, else a prompt; wiped after use.
fn secret(
    file: Option<&Path>,
    variable: &str,
    asked: &str,
    twice: bool,
    none: &str,
) -> Result<Zeroizing<String>, Failure> {
    match (file, std::env::var(variable)) {
        (Some(file), _) => read(file),
        (None, Ok(text)) => Ok(Zeroizing::new(text)),
        (None, Err(_)) if io::stdin().is_terminal() => prompt(asked, twice),
        (None, Err(_)) => Err(Failure::usage(none)),
    }
}

/// Closes a diary that was written to, with the day's upkeep: a snapshot, and what was deleted long ago goes. What was
/// said to be saved is saved with or without it, so a refusal is only told.
pub(crate) fn close(mut diary: Diary, around: &Surroundings) {
    let kept = diary.look_after(around.now).map(drop);
    if let Err(error) = kept.and_then(|()| diary.close()) {
        eprintln!("tidemark: everything was saved, but the day's snapshot was not made: {error}");
    }
}

/// One sentence when the folder looks as if a service copies it to other machines.
pub(crate) fn warn_of_cloud(path: &Path) {
    if let Some(service) = tidemark::synced_by(path) {
        eprintln!(
            "tidemark: {} seems to be copied elsewhere by {service}; a diary that is copied while it is written to can \
             break, and its copies outlive `tidemark erase`. A backup file may be kept there instead.",
            path.display()
        );
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

fn prompt(asked: &str, twice: bool) -> Result<Zeroizing<String>, Failure> {
    let ask = |words: &str| {
        rpassword::prompt_password(words)
            .map(Zeroizing::new)
            .map_err(|source| Failure::Io { doing: "asking for the passphrase".to_owned(), source })
    };
    let first = ask(asked)?;
    if twice && *ask("The same once more: ")? != *first {
        return Err(Failure::usage("the two passphrases differ; nothing was made."));
    }
    Ok(first)
}
