//! One family of methods a file: from a case's options and table to the library's call.

mod counts;
mod paired;
mod planning;
mod process;
mod rank;
mod sessions;
mod single_case;
mod trend;

pub(crate) use counts::counts;
pub(crate) use paired::paired;
pub(crate) use planning::planning;
pub(crate) use process::process;
pub(crate) use rank::rank;
pub(crate) use sessions::sessions;
pub(crate) use single_case::single_case;
pub(crate) use trend::trend;
