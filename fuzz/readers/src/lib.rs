//! Every reader of outside bytes as one function that takes any bytes: no panic, and what is taken keeps its laws.
//!
//! The fuzz targets in `fuzz/fuzz_targets` call these with made-up bytes, `tests/replay.rs` with the kept ones of
//! `fuzz/seeds`, so both try the same thing. A function here panics where a law is broken; that is its way to tell.

#![allow(clippy::missing_panics_doc, reason = "a broken law is told by a panic, here and only here")]

mod apps;
mod backup;
mod column_map;
mod csv_columns;
mod csv_folder;
mod field_texts;
mod key_file;
mod open_json;
mod place;
mod ratings;
mod recovery;
mod stats_input;

pub use apps::{bearable, daylio, loop_habits, track_and_graph};
pub use backup::backup;
pub use column_map::column_map;
pub use csv_columns::csv_columns;
pub use csv_folder::{csv_folder, json_folder};
pub use field_texts::field_texts;
pub use key_file::key_file;
pub use open_json::open_json;
pub use ratings::ratings;
pub use recovery::recovery;
pub use stats_input::stats_input;

/// A reader by the name of its fuzz target.
pub type Reader = (&'static str, fn(&[u8]));

/// All readers; each has a target `fuzz/fuzz_targets/NAME.rs` and kept inputs in `fuzz/seeds/NAME`.
pub const ALL: &[Reader] = &[
    ("backup", backup),
    ("bearable", bearable),
    ("column_map", column_map),
    ("csv_columns", csv_columns),
    ("csv_folder", csv_folder),
    ("daylio", daylio),
    ("field_texts", field_texts),
    ("json_folder", json_folder),
    ("key_file", key_file),
    ("loop_habits", loop_habits),
    ("open_json", open_json),
    ("ratings", ratings),
    ("recovery", recovery),
    ("stats_input", stats_input),
    ("track_and_graph", track_and_graph),
];
