//! What is the id of something that is no record of its own, such as one answer of an entry? It follows from what the
//! thing is made of, so that it is the same in every export.

use std::fmt;

use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use crate::{MeasureId, RecordId, ValueId};

/// UUID version 8 over a SHA-256 digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DerivedId(Uuid);

impl DerivedId {
    /// The id that follows from these parts, in their order; where one part ends and the next begins is the caller's to
    /// keep apart.
    #[must_use]
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update(part);
        }
        Self::of_digest(digest.finalize().into())
    }

    /// The id that follows from a digest that was made elsewhere.
    #[must_use]
    pub fn of_digest(digest: [u8; 32]) -> Self {
        Self(Builder::from_custom_bytes(first_half(digest)).into_uuid())
    }

    /// The 16 bytes, in network order.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 16] {
        self.0.into_bytes()
    }
}

fn first_half(digest: [u8; 32]) -> [u8; 16] {
    std::array::from_fn(|at| digest.get(at).copied().unwrap_or(0))
}

impl fmt::Display for DerivedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl ValueId {
    /// The id of the answer to `measure` within the entry with these bytes as its id.
    #[must_use]
    pub fn of_answer(entry: [u8; 16], measure: &MeasureId) -> Self {
        Self::from_bytes(DerivedId::of(&[&entry, measure.as_str().as_bytes()]).to_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // SHA-256 of "abc" (FIPS 180-4) begins ba7816bf 8f01cfea 414140de 5dae2223; version and variant as in RFC 9562.
    #[test]
    fn a_derived_id_is_version_8_over_the_digest() {
        let id = DerivedId::of(&[b"a", b"bc"]);
        assert_eq!(id.to_string(), "ba7816bf-8f01-8fea-8141-40de5dae2223");
    }
}
