//! Why a backup cannot be written or read. Texts name parts of the file, never contents.

use std::io;

/// What is wrong with a backup, or with writing one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// The file is something else.
    #[error("it is not a backup of a Tidemark diary: {reason}")]
    NotABackup {
        /// What tells.
        reason: &'static str,
    },
    /// The file is cut or changed.
    #[error("it is incomplete or damaged ({have} of {parts} parts are whole): {reason}")]
    Damaged {
        /// Parts that were read whole before.
        have: u32,
        /// Parts in all: the two of the file, or those its list of contents names.
        parts: u32,
        /// What was found.
        reason: &'static str,
    },
    /// A newer program wrote it.
    #[error("it was written in format {found}; this program reads up to {known}")]
    Newer {
        /// Reader it asks for.
        found: u32,
        /// Newest format known here.
        known: u32,
    },
    /// The diary to be written is beyond what the format takes.
    #[error("a backup cannot hold it: {reason}")]
    TooMuch {
        /// What there is too much of.
        reason: &'static str,
    },
    /// The key that backups are sealed to cannot be used.
    #[error("the backup key of the diary cannot be used")]
    Recipient,
    /// The system refused.
    #[error("while {doing} the backup")]
    Io {
        /// Reading or writing.
        doing: &'static str,
        /// What the system said.
        source: io::Error,
    },
}

impl BackupError {
    pub(super) const fn reading(source: io::Error) -> Self {
        Self::Io { doing: "reading", source }
    }

    pub(super) const fn writing(source: io::Error) -> Self {
        Self::Io { doing: "writing", source }
    }

    /// Damage in the outer file, of two parts.
    pub(super) const fn outer(have: u32, reason: &'static str) -> Self {
        Self::Damaged { have, parts: 2, reason }
    }
}
