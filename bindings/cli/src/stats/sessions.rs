//! What goes with sessions: `session-effect`, `event-study`, `selection-flag`, `group-difference`.

use std::io::Read;

use clap::Subcommand;
use tidemark::stats::{self as engine, Answer};

use super::options::{FileOption, LevelOption};
use super::{BadInput, input};

#[derive(Debug, Subcommand)]
pub(super) enum Method {
    /// Ratings with a session against days that were alike the day before (columns date,value,session)
    SessionEffect {
        /// Days from the session to the rating compared
        #[arg(long, default_value = "0", value_parser = outcome_lag)]
        outcome_lag: engine::OutcomeLag,
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
    /// Ratings on the days around sessions (columns date,value,session)
    EventStudy {
        /// First day of the window; negative before the session
        #[arg(long, default_value_t = -2, allow_negative_numbers = true)]
        from: i32,
        /// Last day of the window
        #[arg(long, default_value_t = 3, allow_negative_numbers = true)]
        to: i32,
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
    /// Ratings on the day before a session and on other days (columns date,value,session)
    SelectionFlag {
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
    /// Ratings after sessions of one kind against another (columns date,before,after,group)
    ///
    /// Given the rating before. Two groups; the difference is that of the first row's group minus the other.
    GroupDifference {
        #[command(flatten)]
        level: LevelOption,
        #[command(flatten)]
        file: FileOption,
    },
}

pub(super) fn run(method: Method, stdin: &mut dyn Read) -> Result<Answer, BadInput> {
    Ok(match method {
        Method::SessionEffect { outcome_lag, level, file } => {
            let days = input::session_days(file.file, stdin)?;
            engine::session_effect(&days, outcome_lag, level.level).answer()
        }
        Method::EventStudy { from, to, level, file } => {
            let window = engine::LagWindow::new(from, to).map_err(|error| BadInput::Setting { error })?;
            engine::event_study(&input::session_days(file.file, stdin)?, window, level.level).answer()
        }
        Method::GroupDifference { level, file } => {
            let (pairs, missing) = input::grouped_pairs(file.file, stdin)?;
            engine::group_difference(&pairs, level.level).answer(missing)
        }
        Method::SelectionFlag { level, file } => {
            engine::selection_flag(&input::session_days(file.file, stdin)?, level.level).answer()
        }
    })
}

fn outcome_lag(text: &str) -> Result<engine::OutcomeLag, String> {
    match text {
        "0" => Ok(engine::OutcomeLag::SameDay),
        "1" => Ok(engine::OutcomeLag::NextDay),
        _ => Err("0 is the day of the session, 1 the day after it".to_owned()),
    }
}
