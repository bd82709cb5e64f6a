//! The diary on disk: one folder with an encrypted SQLite file and the key wrapped by the recovery passphrase.
//!
//! A write returns only after its commit is on the disk. Nothing here deletes, recreates or repairs a file it cannot
//! read: doubt is an error that says which cases are possible.

mod cells;
mod check_in;
mod cloud;
mod columns;
mod day_ratings;
mod diary;
mod dump;
mod entry_days;
mod erase;
mod error;
mod examine;
mod folder;
mod import;
mod import_batch;
mod import_undo;
mod key;
mod last_act;
mod load;
mod measure;
mod merge;
mod migrate;
mod open;
mod open_facts;
mod purge;
mod record;
mod recovery;
mod restore;
mod revision;
mod schema;
mod session;
mod session_rating;
mod setting;
mod snapshot;
mod stamp;
#[cfg(test)]
mod steps;
mod store;
mod verify;
mod version;
mod words;

pub use cloud::synced_by;
pub use diary::DiaryFacts;
pub use dump::Dump;
pub use erase::{Erased, erase};
pub use error::StoreError;
pub use examine::{Damage, DamagedTable, Examined, ExaminedSnapshot, examine};
pub use folder::{DiaryFolder, replace_with, write_beside};
pub use import::{Deleted, ImportCounts, Tick};
pub use import_batch::{AppliedImport, ImportBatch};
pub use import_undo::ImportUndone;
pub use key::DataKey;
pub use last_act::LastAct;
pub use load::{Load, newest_schema};
pub use merge::{MergeCounts, Merged};
pub use open::{NewDiary, create};
pub use open_facts::{OpenContact, OpenFacts, ReminderTime};
pub use purge::Purged;
pub use recovery::{Passphrase, Recovery};
pub use restore::{Placed, Step, Watch, Workshop, tell};
pub use revision::{Editor, Revision};
pub use snapshot::{Occasion, Snapshot};
pub use store::Store;
pub use verify::Verified;
