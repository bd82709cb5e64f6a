//! Which version of something that is agreed anew rather than changed: a plan, an intake sheet.

use crate::field::bounded;

bounded! {
    /// Number of a version, 1 to 1,000,000.
    VersionNumber(u32) 1..=1_000_000, "a version", "1 and up"
}

impl VersionNumber {
    /// The first version.
    pub const FIRST: Self = Self(1);

    /// The version after this one.
    ///
    /// # Errors
    /// [`crate::Invalid::Field`] after 1,000,000 of them.
    pub fn next(self) -> Result<Self, crate::Invalid> {
        Self::new(self.0.saturating_add(1))
    }
}
