//! The day it is now: what is asked, and the latest answer to each question.

use tidemark::model::{CheckIn, LogicalDate, Rollover, Value};

use crate::{Measure, Moment};

/// What the Today screen starts from.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Today {
    /// The day it is for the person, `YYYY-MM-DD`.
    pub day: String,
    /// When the person's day ends: minutes after midnight, 0 to 720 in steps of 30.
    pub rollover_min: u16,
    /// What is asked in the daily check-in, in order.
    pub asked: Vec<Measure>,
    /// The latest answer to each of them that has one, in the same order. What is not here was not answered.
    pub answers: Vec<TodayAnswer>,
    /// Check-ins of the day.
    pub check_ins: u32,
    /// For sample diaries: the words shown on every screen.
    pub sample_label: Option<String>,
}

/// The latest answer of the day to one measure.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct TodayAnswer {
    /// The measure.
    pub measure_id: String,
    /// The check-in that holds it; what a change or an undo names.
    pub check_in_id: String,
    /// The number in thousandths of the measure's unit; none is a skip.
    pub value_milli: Option<i64>,
    /// When the check-in was written down.
    pub recorded_at: Moment,
}

impl Today {
    /// `check_ins` are those of `day`, by the moment they are about.
    pub(crate) fn new(
        day: LogicalDate,
        rollover: Rollover,
        measures: &[tidemark::model::Measure],
        check_ins: &[CheckIn],
        sample_label: Option<&str>,
    ) -> Self {
        let daily = |m: &&tidemark::model::Measure| m.parts().usage.daily && m.parts().active;
        let asked: Vec<_> = measures.iter().filter(daily).collect();
        let latest = |measure: &&tidemark::model::Measure| {
            let of_measure = |v: &&Value| v.measure().id == *measure.id() && v.frame() == measure.frame();
            check_ins.iter().rev().find_map(|check_in| {
                let value = check_in.parts().values.iter().find(of_measure)?;
                Some(TodayAnswer {
                    measure_id: measure.id().to_string(),
                    check_in_id: check_in.id().to_string(),
                    value_milli: value.answer().rating().map(|rating| rating.value().thousandths()),
                    recorded_at: check_in.parts().stamp.recorded.into(),
                })
            })
        };
        Self {
            day: day.to_string(),
            rollover_min: rollover.minutes(),
            answers: asked.iter().filter_map(latest).collect(),
            asked: asked.into_iter().map(Measure::from).collect(),
            check_ins: u32::try_from(check_ins.len()).unwrap_or(u32::MAX),
            sample_label: sample_label.map(str::to_owned),
        }
    }
}
