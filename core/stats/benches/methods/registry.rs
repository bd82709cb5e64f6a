//! Which methods are there to be timed, and on what: one line a method in the file of its family.

#[path = "diary.rs"]
mod diary;
#[path = "paired.rs"]
mod paired;
#[path = "process.rs"]
mod process;
#[path = "proportion.rs"]
mod proportion;
#[path = "rank.rs"]
mod rank;
#[path = "regression.rs"]
mod regression;
#[path = "several.rs"]
mod several;
#[path = "single_case.rs"]
mod single_case;
#[path = "state_space.rs"]
mod state_space;
#[path = "trend.rs"]
mod trend;

pub use diary::{Diary, Gaps};

/// Entries of one, ten and a hundred years.
#[allow(dead_code, reason = "the peers are told their sizes")]
pub const SIZES: [usize; 3] = [365, 3_650, 36_500];

/// A method, and how it is called with a diary; what it returns goes through a black box.
#[derive(Clone, Copy)]
pub struct Method {
    /// As on the command line, with the option that makes it another method.
    pub name: &'static str,
    /// Calls it once.
    pub run: fn(&Diary),
}

/// Every method, family by family.
pub fn methods() -> impl Iterator<Item = Method> {
    let families = [
        paired::METHODS,
        process::METHODS,
        proportion::METHODS,
        rank::METHODS,
        regression::METHODS,
        several::METHODS,
        single_case::METHODS,
        state_space::METHODS,
        trend::METHODS,
    ];
    families.into_iter().flatten().copied()
}

/// The methods of a family: `"name" => |diary| call`.
macro_rules! family {
    ($($name:literal => |$diary:ident| $call:expr),* $(,)?) => {
        /// The family's methods.
        pub const METHODS: &[super::Method] = &[$(super::Method {
            name: $name,
            run: |diary| {
                let $diary = std::hint::black_box(diary);
                let _ = std::hint::black_box($call);
            },
        }),*];
    };
}
use family;
