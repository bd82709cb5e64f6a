//! The phones' door: one object, [`OpenDiary`], over the facade, and the records and enums that cross to Kotlin and
//! Swift.
//!
//! Nothing is decided here: each call converts, asks the facade, converts back. The core knows nothing of the phones.
//! Calls are synchronous and coarse; an app makes them off its main thread. The clock and the zone come from the app
//! with each call, random bytes from the operating system.
//!
//! Doc comments here become the Kotlin and Swift documentation, so they carry units and ranges. What crosses and why:
//! `docs/decisions/0006-what-crosses-to-the-phones.md`.

mod check_in;
mod day;
mod entropy;
mod error;
mod finding;
mod measure;
mod moment;
mod open_diary;
mod ratings;
mod report;
mod session;
mod today;
mod trend;

pub use check_in::{CheckInDraft, Rated, SavedCheckIn, Warning};
pub use day::{Period, Span};
pub use error::DiaryError;
pub use finding::{Method, Sentence, Silence};
pub use measure::{Measure, MeasureUnit};
pub use moment::Moment;
pub use open_diary::{OpenDiary, key_from_passphrase};
pub use ratings::{TrendSummary, library_version, trends_of_ratings};
pub use report::{Replaced, ReportOptions, ReportWritten};
pub use session::{Ending, SavedSession, SessionDraft, SessionRatingDraft};
pub use today::{Today, TodayAnswer};
pub use trend::{
    Drift, DriftFigure, Gap, LevelBand, LevelDay, LevelFigure, Trend, TrendPoint, Trends, Week, Window,
};

uniffi::setup_scaffolding!("tidemark");
