//! A whole diary as one sealed file, and back: every row of every table, readable by hand with `tar` and `age`.
//!
//! The file is a tar of `recovery.age` (the diary's keys under the recovery passphrase, exactly the bytes of the diary's
//! own file) and `payload.tar.age` (sealed to the backup key that `recovery.age` holds, so that writing needs no
//! passphrase). Inside: `manifest.json` and one JSON Lines file a table. Nothing here knows what a table means.
//!
//! A reader meets bytes of strangers: every size has a limit, nothing is taken on trust, and a file is whole or refused.
//! `docs/formats.md` has the format; it is read streaming, so memory does not grow with the diary.

mod archive;
mod error;
mod manifest;
mod open;
mod payload;
mod v1;
mod write;

pub use error::BackupError;
pub use manifest::{Head, Manifest, Part};
pub use open::{Sealed, is_backup, open};
pub use payload::Payload;
pub use write::{Rows, Written, write};

/// Longest name of a table, column or part, in bytes.
const LONGEST_NAME: usize = 64;
/// Most tables.
const MOST_TABLES: usize = 200;
/// Most columns of a table.
const MOST_COLUMNS: usize = 200;
/// Longest row as JSON, in bytes.
const LONGEST_ROW: u64 = 4 * 1024 * 1024;
/// Largest manifest, in bytes.
const LARGEST_MANIFEST: u64 = 4 * 1024 * 1024;
/// Largest recovery file, in bytes.
const LARGEST_RECOVERY: u64 = 64 * 1024;
