//! A diary as files, there and back: the CSV folder, exports of other apps, and any CSV through a column map.
//!
//! | noun | question it answers |
//! |---|---|
//! | [`backup`] | how does a whole diary leave as one sealed file, and how does it come back? |
//! | [`csv`] | how does a diary leave as tables that any tool reads, and how does it come back? |
//! | [`columns`] | what does a CSV file of another program say, given a map of its columns? |
//! | [`App`] | which app wrote a file, and what does it say? |
//! | [`Answers`] | what did the person say about its names? |
//! | [`Import`] | what was found in a file: records, choices taken, rows that cannot be taken |
//! | [`Mapping`] | how was a file read, where its format left that open? |
//! | [`ImportError`], [`RowError`] | why a whole file, or one row of it, is refused |
//!
//! Nothing here opens a diary, reads a clock or draws a random number. A reader never guesses silently: what it had to
//! choose is in [`Import::choices`], what it could not take is in [`Import::rejected`], with file, line and column.

pub mod backup;
pub mod columns;
pub mod csv;

mod decode;
mod error;
mod identity;
mod import;
mod list;
mod mapping;
mod note;
mod rising;
mod row_error;
mod table;
mod when;

pub use error::{ExportError, ImportError, Limit, MapError};
pub use import::{Answers, App, Becomes, Choice, ChoiceKind, Import, ImportContext, Name, NameUse};
pub use mapping::Mapping;
pub use row_error::{Column, RowError, RowReason};
