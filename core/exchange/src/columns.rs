//! Any program's CSV, read through a map that says which column is what.
//!
//! One row is one check-in, and, where the map has a session part, also one session. A missing mark gives no value,
//! never a zero; a measure keeps its own range and nothing is rescaled. Refuses to guess: columns, formats and scales
//! come from the map, and a time that the clock showed twice or never is told with its line. `docs/formats.md` has the
//! map's fields. Oracle: `tests/inputs/valid/columns`, counted by a script that shares no code with this reader.

mod grid;
mod map;
mod read;
mod row;
mod session;

pub use map::ColumnMap;
pub use read::read;
