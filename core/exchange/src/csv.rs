//! The folder of tables, as CSV or JSON Lines, or the same in one zip file: a diary that any tool reads, and the way back.
//!
//! One table a noun, one rating a row, `datapackage.json` (Frictionless Data Package) beside them describing every
//! field. `docs/formats.md` lists the columns. Reading the folder back gives equal records in every exported column.
//! Oracle: `frictionless validate` over the fixture in `tests/inputs/valid/csv-folder`, which a test holds equal to
//! what is written today.
//!
//! Left out on purpose: the revision log, settings and deleted records (only a backup has them), and notes, distress
//! events, reminders and the safety plan unless asked for. A check-in that holds nothing but a note then has no row, and [`Written::note_only`] counts it.

mod archive;
mod cells;
mod field;
mod folder;
mod guard;
mod json;
mod observation;
mod package;
mod read;
mod source;
mod tables;

pub use archive::zip;
pub use folder::{CsvOptions, Written, write};
pub use read::{Ratings, ratings, read};
pub use tables::Form;
