//! Which id does a resource have, and how is it pointed at? Its record's own id, or one derived from what it is made of;
//! the same record has the same id in every document.

use std::fmt;

use serde::{Serialize, Serializer};
use tidemark_model::{DerivedId, RecordId};

/// Id of a resource, unique within its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ResourceId(uuid::Uuid);

impl ResourceId {
    /// The id of the resource that a record becomes.
    pub(super) fn of<T: RecordId>(record: T) -> Self {
        Self(uuid::Uuid::from_bytes(record.to_bytes()))
    }

    /// The id of a resource that no record stands for, from its kind and what sets it apart.
    pub(super) fn derived(kind: &str, from: &[u8]) -> Self {
        DerivedId::of(&[kind.as_bytes(), b" ", from]).into()
    }

    /// The reference to it.
    pub(super) const fn reference(self) -> Reference {
        Reference { reference: Some(Url(self)), display: None }
    }
}

impl From<DerivedId> for ResourceId {
    fn from(id: DerivedId) -> Self {
        Self(uuid::Uuid::from_bytes(id.to_bytes()))
    }
}

impl fmt::Display for ResourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl Serialize for ResourceId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// The full address of a resource: `urn:uuid:` and its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Url(pub(super) ResourceId);

impl Serialize for Url {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&format_args!("urn:uuid:{}", self.0))
    }
}

/// Reference, to a resource of the same document or, in words, to somebody whom the diary does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Reference {
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<Url>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display: Option<&'static str>,
}

impl Reference {
    /// The reference to somebody who has no resource.
    pub(super) const fn words(display: &'static str) -> Self {
        Self { reference: None, display: Some(display) }
    }
}
