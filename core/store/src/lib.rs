//! The diary on disk: one folder with an encrypted SQLite file and the key wrapped by the recovery passphrase.
//!
//! A write returns only after its commit is on the disk. Nothing here deletes, recreates or repairs a file it cannot
//! read: doubt is an error that says which cases are possible.

mod check_in;
mod day_ratings;
mod diary;
mod entry_days;
mod error;
mod folder;
mod import;
mod key;
mod measure;
mod medication;
mod migrate;
mod open;
mod recovery;
mod revision;
mod session;
mod session_rating;
mod stamp;
#[cfg(test)]
mod steps;
mod store;
mod verify;
mod visit;

pub use diary::DiaryFacts;
pub use error::StoreError;
pub use folder::{DiaryFolder, write_beside};
pub use import::{ImportBatch, ImportCounts};
pub use key::DataKey;
pub use open::{NewDiary, create};
pub use recovery::{Passphrase, Recovery};
pub use revision::Revision;
pub use store::Store;
pub use verify::Verified;
