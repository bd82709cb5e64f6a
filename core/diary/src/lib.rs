//! Everything a shell may do with a diary: the facade behind the command line and both phones.
//!
//! A shell brings the clock, the zone, random bytes and a place to write; every rule is behind this door. Each write
//! is on disk when its call returns. Errors say what the person can do next ([`DiaryError::advice`]) and what is safe.

mod ask;
mod backup;
mod cards;
mod checklist;
mod derive;
mod diary;
mod edit;
mod error;
mod export;
mod import;
mod imported;
mod intake;
mod keep;
mod links;
mod locked_contacts;
mod locked_copy;
mod log;
mod measure;
mod month;
mod notes;
mod open_facts;
mod plan;
mod plan_calendar;
mod ratings;
mod record;
mod report_text;
mod restore;
mod sample;
mod session_flow;
mod setting;
mod share_log;
mod sheets;
mod today;
mod watch;

pub use ask::{Asked, Span};
pub use backup::BackupWritten;
pub use checklist::ChecklistChange;
pub use diary::{Diary, Setup, Shell};
pub use edit::{Changes, Shown, Undone, settable_fields};
pub use error::DiaryError;
pub use export::{
    FhirWritten, PagePreview, Paper, Picture, ReportOptions, ReportWritten, Spoken, SpokenKind, write_output,
};
pub use import::{ApplyImport, Format, ImportOutcome, Preview, refuse_rejected};
pub use imported::Imported;
pub use intake::IntakeChange;
pub use keep::Upkeep;
pub use locked_contacts::{LockedContact, LockedContacts};
pub use log::{Answered, Around, Entry, Fields, Head, field_text};
pub use measure::{MOST_ACTIVE, MeasureChange};
pub use month::{Month, MonthDay};
pub use plan::{Adjusted, Adjustment};
pub use ratings::trends_of_ratings;
pub use record::{CheckInDraft, Ending, Rated, Saved, SessionDraft, SessionRatingDraft, Warning};
pub use restore::{Backup, OpenBackup, Prepared, Restored};
pub use sample::{SAMPLE_LABEL, SAMPLE_PASSPHRASE};
pub use session_flow::{Finish, SessionView};
pub use setting::{SETTINGS, Settings};
pub use sheets::{CaregiverPage, IntakePage, SheetOptions};
pub use today::{LatestAnswer, Today};
pub use watch::{Progress, Watcher};

pub use tidemark_exchange as exchange;
pub use tidemark_findings as findings;
pub use tidemark_findings::stats;
pub use tidemark_model as model;
pub use tidemark_report::CopyPassword;
pub use tidemark_store::{
    DamagedTable, DataKey, Deleted, Editor, Erased, Examined, ExaminedSnapshot, ImportCounts, ImportUndone,
    MergeCounts, Merged, Occasion, OpenContact, OpenFacts, Passphrase, Purged, ReminderTime, Revision,
    Snapshot, Step, Verified, Watch, synced_by,
};
