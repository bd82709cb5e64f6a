//! The phones' door: one object, [`OpenDiary`], over the facade, and the records and enums that cross to Kotlin and
//! Swift.
//!
//! Nothing is decided here: each call converts, asks the facade, converts back. The core knows nothing of the phones.
//! Calls are synchronous and coarse; an app makes them off its main thread. The clock and the zone come from the app
//! with each call, random bytes from the operating system.
//!
//! Doc comments here become the Kotlin and Swift documentation, so they carry units and ranges. What crosses and why:
//! `docs/decisions/0006-what-crosses-to-the-phones.md`.

#![allow(
    clippy::needless_pass_by_value,
    reason = "what crosses is made for the call; lists, texts and watchers come by value"
)]

mod backup;
mod card;
mod care;
mod catalogue;
mod change;
mod check_in;
mod day;
mod entropy;
mod error;
mod finding;
mod import;
mod key;
mod measure;
mod moment;
mod month;
mod open_diary;
mod plan_calendar;
#[cfg(feature = "planted-panic")]
mod planted_panic;
mod preview;
mod ratings;
mod record;
mod report;
mod safety;
mod session;
mod session_flow;
mod setting;
mod sheet;
mod today;
mod trend;
mod upkeep;
mod watcher;

pub use backup::{BackupContents, BackupWritten, MergedKind, OpenedBackup, Restored, TableRows, open_backup};
pub use card::{Card, CardWeek};
pub use care::{
    ChecklistAnswer, ChecklistQuestion, PlanChange, PlanChanged, checklist_items, checklist_questions,
    intake_fields,
};
pub use catalogue::{CatalogueText, catalogue};
pub use change::{Change, ChangeFigure, Changes, SessionChange, SessionPair};
pub use check_in::{CheckInDraft, Rated, SavedCheckIn, Warning};
pub use day::{Period, Span};
pub use error::{DiaryError, Refusal, RejectedRow};
pub use finding::{Method, Sentence, Silence};
pub use import::{
    AppliedImport, ImportChoices, ImportCounts, ImportFormat, ImportName, ImportOutcome, ImportPreview,
    ImportRequest, ImportUndone, PendingImport,
};
pub use key::{change_passphrase, key_despite_damage, key_from_passphrase, new_recovery_words};
pub use measure::{Measure, MeasureUnit};
pub use moment::{Moment, moment_from_text, moment_to_text};
pub use month::{Entry, EntryRatings, EntryValue, Month, MonthDay};
pub use open_diary::OpenDiary;
pub use plan_calendar::{PlanDay, PlanEntry, PlanLane};
pub use preview::ReportPreview;
pub use ratings::{TrendSummary, library_version, trends_of_ratings};
pub use record::{
    DiaryRecord, FieldForm, FieldRule, FieldText, Revision, ShownRecord, Undone, join_items, record_fields,
    split_items,
};
pub use report::{
    FhirWritten, Leaving, NoteToTick, Output, Replaced, ReportOptions, ReportWritten, TableOptions,
    TableWritten, default_sections, sections_for,
};
pub use safety::{
    LockedContact, LockedContacts, OpenContact, OpenFacts, ReminderTime, contact_regions, locked_contacts,
    read_open_facts,
};
pub use session::{Ending, SavedSession, SessionDraft, SessionRatingDraft};
pub use session_flow::{Pause, SessionEnd, SessionView};
pub use setting::{ChangedMeasure, MeasureDraft, Setting, Settings, StarterSet, starter_sets};
pub use sheet::{Sheet, SheetWritten};
pub use today::{Today, TodayAnswer};
pub use trend::{
    Drift, DriftFigure, Gap, LevelBand, LevelDay, LevelFigure, Trend, TrendPoint, Trends, Week, Window,
};
pub use upkeep::{Examined, ExaminedSnapshot, Upkeep, erase_diary, examine};
pub use watcher::{Next, Watcher, WatcherError};

uniffi::setup_scaffolding!("tidemark");
