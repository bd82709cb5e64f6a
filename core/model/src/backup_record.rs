//! A backup that was made: how large, whether it was read back, and where the person keeps it, in their words. Nobody
//! writes it by hand.

use crate::ShortText;
use crate::content::content;
use crate::field::bounded;

bounded! {
    /// Size of a file in bytes, 1 to 4,294,967,295; a larger one counts as that.
    FileSize(u32) 1..=4_294_967_295, "the size of a file", "1 byte and more"
}

impl FileSize {
    /// The size of a file of so many bytes.
    ///
    /// # Errors
    /// [`crate::Invalid::Field`] for an empty file.
    pub fn of(bytes: u64) -> Result<Self, crate::Invalid> {
        Self::new(u32::try_from(bytes).unwrap_or(u32::MAX))
    }
}

content! {
    /// One backup; when is when it was recorded.
    BackupRecord(BackupRecordId) without rules {
        /// where the person keeps it, in their words
        place: Option<ShortText>,
        /// size in bytes
        size_bytes: FileSize,
        /// whether it was read back from its place and its outer form was whole
        verified: bool,
    }
}
