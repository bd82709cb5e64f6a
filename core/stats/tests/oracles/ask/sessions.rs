//! What goes with sessions: effect, days around them, selection, kinds. From a case's options and table to the library's call.

use tidemark_stats::{
    Answer, LagWindow, OutcomeLag, event_study, group_difference, selection_flag, session_effect,
};

use crate::input::Asked;

pub(crate) fn sessions(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    Some(match method {
        "event_study" => {
            let lag = |name, default| asked.option(name).map_or(default, |text| text.parse().expect("lag"));
            let window = LagWindow::new(lag("--from", -2), lag("--to", 3)).expect("window");
            event_study(&asked.session_days(), window, asked.level()).answer()
        }
        "group_difference" => {
            let (pairs, missing) = asked.grouped_pairs();
            group_difference(&pairs, asked.level()).answer(missing)
        }
        "selection_flag" => selection_flag(&asked.session_days(), asked.level()).answer(),
        "session_effect" => {
            let lag = match asked.option("--outcome-lag") {
                Some("1") => OutcomeLag::NextDay,
                _ => OutcomeLag::SameDay,
            };
            session_effect(&asked.session_days(), lag, asked.level()).answer()
        }
        _ => return None,
    })
}
