//! The extensions of FHIR that this project defines: where they stand, `docs/fhir` says.

use serde::Serialize;
use tidemark_model::{EntryMode, Frame, LogicalDate, Phase, Pressure, RecordedBy};

use super::datatype::Range;

/// Extension.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Extension {
    url: &'static str,
    #[serde(flatten)]
    value: Value,
}

#[derive(Clone, Debug, Serialize)]
enum Value {
    #[serde(rename = "valueDate")]
    Date(String),
    #[serde(rename = "valueCode")]
    Code(&'static str),
    #[serde(rename = "valueBoolean")]
    Boolean(bool),
    #[serde(rename = "valueInteger")]
    Integer(u8),
    #[serde(rename = "valueRange")]
    Range(Range),
    #[serde(rename = "extension")]
    Parts(Vec<Extension>),
}

impl Extension {
    /// The day an entry belongs to.
    pub(super) fn logical_date(day: LogicalDate) -> Self {
        Self { url: "urn:tidemark:fhir:logical-date", value: Value::Date(day.to_string()) }
    }

    /// When an entry was written.
    pub(super) const fn entry_mode(mode: EntryMode) -> Self {
        Self { url: "urn:tidemark:fhir:entry-mode", value: Value::Code(mode.code()) }
    }

    /// Stretch of time a value is about.
    pub(super) const fn frame(frame: Frame) -> Self {
        Self { url: "urn:tidemark:fhir:frame", value: Value::Code(frame.code()) }
    }

    /// When around a session a rating belongs.
    pub(super) const fn phase(phase: Phase) -> Self {
        Self { url: "urn:tidemark:fhir:phase", value: Value::Code(phase.code()) }
    }

    /// Lowest and highest value of the scale.
    pub(super) const fn scale(range: Range) -> Self {
        Self { url: "urn:tidemark:fhir:scale", value: Value::Range(range) }
    }

    /// Rated from memory; nothing when it was not.
    pub(super) fn recalled(recalled: bool) -> Option<Self> {
        recalled.then_some(Self { url: "urn:tidemark:fhir:recalled", value: Value::Boolean(true) })
    }

    /// Rated outside the window of its phase; nothing when it was within.
    pub(super) fn in_window(in_window: bool) -> Option<Self> {
        (!in_window).then_some(Self { url: "urn:tidemark:fhir:in-window", value: Value::Boolean(false) })
    }

    /// Who wrote an entry; nothing when it was the person alone.
    pub(super) fn recorded_by(by: RecordedBy) -> Option<Self> {
        (by != RecordedBy::Own)
            .then_some(Self { url: "urn:tidemark:fhir:recorded-by", value: Value::Code(by.code()) })
    }

    /// Pressure asked for and felt; nothing when neither was said.
    pub(super) fn pressure(asked: Option<Pressure>, felt: Option<Pressure>) -> Option<Self> {
        let step = |url, pressure: Option<Pressure>| {
            pressure.map(|pressure| Self { url, value: Value::Integer(pressure.step()) })
        };
        let parts: Vec<Self> = [step("asked", asked), step("felt", felt)].into_iter().flatten().collect();
        (!parts.is_empty()).then_some(Self { url: "urn:tidemark:fhir:pressure", value: Value::Parts(parts) })
    }
}
