//! What a rating goes with, when sessions follow harder days and neighbouring days are alike.
//!
//! Refuses to compare the day before with the day after as they are: sessions follow harder days, and such days are
//! followed by easier ones without any session. Oracles in
//! `oracles/{session_effect,event_study,selection_flag,group_difference}/`.

mod cholesky;
mod design;
mod event_study;
mod fit;
mod group_difference;
mod markov;
mod selection_flag;
mod session_effect;

pub use event_study::{EventLag, EventRange, EventStudy, EventStudyFit, LagWindow, LeadsTest, event_study};
pub use group_difference::{Difference, GroupDifference, GroupedPair, GroupedPairs, group_difference};
pub use selection_flag::{HedgesG, SelectionFlag, selection_flag};
pub use session_effect::{OutcomeLag, SessionCoefficients, SessionEffect, SessionInference, session_effect};
