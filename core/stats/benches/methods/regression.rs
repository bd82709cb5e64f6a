//! What a rating goes with.

use tidemark_stats::{
    LagWindow, Level, OutcomeLag, event_study, group_difference, selection_flag, session_effect,
};

super::family! {
    "event-study" => |diary| event_study(&diary.sessions, LagWindow::default(), Level::P95),
    "group-difference" => |diary| group_difference(&diary.kinds, Level::P95),
    "selection-flag" => |diary| selection_flag(&diary.sessions, Level::P95),
    "session-effect" => |diary| session_effect(&diary.sessions, OutcomeLag::SameDay, Level::P95),
    "session-effect --outcome-lag 1" => |diary| session_effect(&diary.sessions, OutcomeLag::NextDay, Level::P95),
}
