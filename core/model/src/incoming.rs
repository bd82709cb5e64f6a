//! A record read from a file, on its way into a diary, with what tells it from one that is already there.

use std::sync::Arc;

use crate::Record;

/// What makes a row of a file the same row when the file is read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Identity {
    /// The record's own id: the file came out of a diary.
    Id,
    /// SHA-256 over the row's content and its ordinal among identical rows of the file.
    Content([u8; 32]),
}

/// One record of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// File it came from, the name alone.
    pub file: Arc<str>,
    /// Line it starts on, from 1.
    pub line: u64,
    /// What tells it from others.
    pub identity: Identity,
    /// The record.
    pub record: Record,
}
