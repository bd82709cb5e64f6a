//! The list of contents of a backup: what a person is shown before anything is restored.

use tidemark_model::{Instant, LogicalDate, TableShape};

/// What a backup says of the diary as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The diary's schema.
    pub schema: u32,
    /// When the backup was made.
    pub created: Instant,
    /// First and last logical date of its entries; none without entries.
    pub days: Option<(LogicalDate, LogicalDate)>,
    /// Version of the program that wrote it.
    pub program: String,
}

/// One table in a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name and columns.
    pub shape: TableShape,
    /// Its rows.
    pub rows: u64,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of them.
    pub sha256: [u8; 32],
}

/// The list of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// About the whole.
    pub head: Head,
    /// Every table, by name.
    pub parts: Vec<Part>,
}
