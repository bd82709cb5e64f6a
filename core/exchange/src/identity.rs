//! What makes a row the same row when its file is read again: what it says, not how it is written.
//!
//! The hash is over parsed content, so another encoding, delimiter, number of decimals or column order changes nothing.
//! The zone and the moment of the import are no content. Of identical rows each counts: they differ by their ordinal.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use tidemark_model::{Identity, Value};

/// The content of a row, piece by piece.
#[derive(Debug)]
pub(crate) struct Content(Sha256);

impl Content {
    /// Begins a row of a format; `format` is its name and the version of how its rows are told apart.
    pub(crate) fn new(format: &str) -> Self {
        let mut content = Self(Sha256::new());
        content.add(format, "");
        content
    }

    /// Adds one named piece; lengths go in too, so that no two lists of pieces run together.
    pub(crate) fn add(&mut self, name: &str, piece: &str) {
        for part in [name, piece] {
            let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
            self.0.update(length.to_le_bytes());
            self.0.update(part);
        }
    }

    /// Adds values by the names of their measures, so that the order of the columns or of the map changes nothing.
    pub(crate) fn add_values(&mut self, name: &str, values: &[Value]) {
        let said = values.iter().filter_map(|value| Some((&value.measure().id, value.answer().rating()?)));
        for (measure, rating) in said.collect::<BTreeMap<_, _>>() {
            self.add(name, &format!("{measure} {}", rating.value()));
        }
    }
}

/// How often each content was seen in a file.
#[derive(Debug, Default)]
pub(crate) struct Ordinals(BTreeMap<[u8; 32], u64>);

/// Content and ordinal of one row, from which each of its records gets its identity.
#[derive(Debug)]
pub(crate) struct RowIdentity(Sha256);

impl Ordinals {
    /// The identity of the next row with this content.
    pub(crate) fn row(&mut self, content: Content) -> RowIdentity {
        let digest: [u8; 32] = content.0.finalize().into();
        let seen = self.0.entry(digest).or_default();
        *seen += 1;
        RowIdentity(Sha256::new().chain_update(digest).chain_update(seen.to_le_bytes()))
    }
}

impl RowIdentity {
    /// The identity of one of the row's records.
    pub(crate) fn of(&self, part: &str) -> Identity {
        Identity::Content(self.0.clone().chain_update(part).finalize().into())
    }
}
