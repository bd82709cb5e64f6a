//! A level that wanders from day to day, read through noisy entries: the local-level model.
//!
//! Refuses a level from fewer than three values or without variation. Oracle in `oracles/local_level/` (statsmodels).

mod local_level;

pub use local_level::{LevelOnDay, LocalLevel, LocalLevelFit, local_level};
