//! How values of the model are written into JSON: days as ISO 8601, enums as their codes, a figure that is not given
//! as `{"refused": {…}}`. The model itself knows no format.

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};
use tidemark_model::{
    Direction, EntryMode, Frame, LogicalDate, MeasureId, Modality, Period, PracticeKind, SessionId,
    ShareSection, Unit,
};

use crate::Silence;

macro_rules! by_code {
    ($($name:ident: $type:ty),+ $(,)?) => {$(
        pub(crate) fn $name<S: Serializer>(value: &$type, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_str(value.code())
        }
    )+};
}

by_code!(
    frame: Frame,
    unit: Unit,
    direction: Direction,
    modality: Modality,
    mode: EntryMode,
    practice: PracticeKind,
);

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
pub(crate) fn day<S: Serializer>(day: &LogicalDate, to: S) -> Result<S::Ok, S::Error> {
    // Whole, not digit by digit through the writer's escapes: a report of decades has a hundred thousand days.
    to.serialize_str(&day.to_string())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
#[expect(clippy::ref_option, reason = "serde passes fields by reference")]
pub(crate) fn some_day<S: Serializer>(day: &Option<LogicalDate>, to: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => to.serialize_str(&day.to_string()),
        None => to.serialize_none(),
    }
}

pub(crate) fn sections<S: Serializer>(sections: &[ShareSection], to: S) -> Result<S::Ok, S::Error> {
    let mut list = to.serialize_seq(Some(sections.len()))?;
    for section in sections {
        list.serialize_element(section.code())?;
    }
    list.end()
}

pub(crate) fn days<S: Serializer>(days: &[LogicalDate], to: S) -> Result<S::Ok, S::Error> {
    let mut list = to.serialize_seq(Some(days.len()))?;
    for day in days {
        list.serialize_element(&day.to_string())?;
    }
    list.end()
}

pub(crate) fn session<S: Serializer>(id: &SessionId, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(id)
}

pub(crate) fn measure<S: Serializer>(id: &MeasureId, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(id.as_str())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
pub(crate) fn period<S: Serializer>(period: &Period, to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(3))?;
    map.serialize_entry("from", &period.from().to_string())?;
    map.serialize_entry("to", &period.to().to_string())?;
    map.serialize_entry("days", &period.days())?;
    map.end()
}

/// The figure itself, or `{"refused": {"reason": …}}`.
pub(crate) fn figure<T: Serialize, S: Serializer>(
    figure: &Result<T, Silence>,
    to: S,
) -> Result<S::Ok, S::Error> {
    match figure {
        Ok(figure) => figure.serialize(to),
        Err(silence) => {
            let mut map = to.serialize_map(Some(1))?;
            map.serialize_entry("refused", silence)?;
            map.end()
        }
    }
}
