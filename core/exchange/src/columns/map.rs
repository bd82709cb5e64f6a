//! The column map: a TOML text, checked as a whole before any file is read with it.

use std::collections::BTreeMap;

use serde::Deserialize;
use tidemark_model::{
    DecimalMark, Direction, Frame, Invalid, MeasureId, Milli, Modality, ShortText, Unit, ZoneName,
};

use crate::MapError;
use crate::when::{Format, Yields};

/// Which column of a file is what.
///
/// # Example
/// ```
/// let map = tidemark_exchange::columns::ColumnMap::parse(
///     r#"
///     format = "columns"
///     date = { column = "Day", format = "%d/%m/%Y" }
///     [[measure]]
///     column = "mood"
///     id = "mood"
///     "#,
/// );
/// assert!(map.is_ok());
/// ```
#[derive(Clone, Debug)]
pub struct ColumnMap {
    pub(super) delimiter: u8,
    pub(super) decimal: DecimalMark,
    pub(super) missing: Vec<String>,
    pub(super) when: When,
    pub(super) note: Option<String>,
    pub(super) measures: Vec<MapMeasure>,
    pub(super) session: Option<MapSession>,
}

/// The columns that say when, joined by a space, and how to read them.
#[derive(Clone, Debug)]
pub(super) struct When {
    pub(super) columns: Vec<String>,
    pub(super) format: Format,
    pub(super) zone: Option<ZoneName>,
}

/// A measure of the map: one of the diary, or a new one.
#[derive(Clone, Debug)]
pub(super) struct MapMeasure {
    pub(super) id: MeasureId,
    pub(super) column: Option<String>,
    pub(super) label: Option<ShortText>,
    pub(super) min: Option<Milli>,
    pub(super) max: Option<Milli>,
    pub(super) step: Option<Milli>,
    pub(super) unit: Option<Unit>,
    pub(super) frame: Option<Frame>,
    pub(super) direction: Option<Direction>,
    pub(super) anchor_low: Option<ShortText>,
    pub(super) anchor_high: Option<ShortText>,
}

/// The columns of a session.
#[derive(Clone, Debug)]
pub(super) struct MapSession {
    pub(super) started: When,
    pub(super) ended: Option<When>,
    pub(super) minutes: Option<String>,
    pub(super) modality: Option<String>,
    pub(super) styles: BTreeMap<String, Modality>,
    pub(super) pressure: Option<String>,
    pub(super) before: BTreeMap<MeasureId, String>,
    pub(super) after: BTreeMap<MeasureId, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    format: String,
    delimiter: Option<String>,
    decimal: Option<String>,
    missing: Option<Vec<String>>,
    date: Option<WireWhen>,
    time: Option<WireWhen>,
    note: Option<String>,
    session: Option<WireSession>,
    #[serde(default)]
    measure: Vec<WireMeasure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireWhen {
    column: OneOrMore,
    format: String,
    zone: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireSession {
    started: WireWhen,
    ended: Option<WireWhen>,
    minutes: Option<String>,
    modality: Option<String>,
    #[serde(default)]
    styles: BTreeMap<String, String>,
    pressure: Option<String>,
    #[serde(default)]
    before: BTreeMap<String, String>,
    #[serde(default)]
    after: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireMeasure {
    id: String,
    column: Option<String>,
    label: Option<String>,
    min: Option<Number>,
    max: Option<Number>,
    step: Option<Number>,
    unit: Option<String>,
    frame: Option<String>,
    direction: Option<String>,
    anchor_low: Option<String>,
    anchor_high: Option<String>,
}

/// A number as TOML writes it, or as text for those who distrust floats.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Decimal(f64),
    Text(String),
}

impl ColumnMap {
    /// Reads a map.
    ///
    /// # Errors
    /// [`MapError::Toml`] for a text that is no TOML, has an unknown field or lacks one; [`MapError::Field`] and
    /// [`MapError::Value`] for a field that holds something it cannot.
    pub fn parse(toml: &str) -> Result<Self, MapError> {
        let wire: Wire = toml::from_str(toml).map_err(|source| {
            let line =
                source.span().and_then(|span| toml.get(..span.start)).map(|s| s.matches('\n').count() + 1);
            MapError::Toml { line, wants: wanted(source.message()) }
        })?;
        if wire.format != "columns" {
            return Err(refused("format", "\"columns\""));
        }
        let when = match (wire.date, wire.time) {
            (Some(date), None) => When::new("date", date, &[Yields::Day])?,
            (None, Some(time)) => When::new("time", time, &[Yields::Local, Yields::Offset])?,
            _ => return Err(refused("date or time", "one of the two")),
        };
        let measures = wire.measure.into_iter().map(MapMeasure::new).collect::<Result<Vec<_>, _>>()?;
        for (index, measure) in measures.iter().enumerate() {
            if measures.iter().take(index).any(|earlier| earlier.id == measure.id) {
                return Err(refused(format!("measure {}", measure.id), "one place in the map"));
            }
        }
        let session = wire.session.map(MapSession::new).transpose()?;
        let rated = measures.iter().any(|measure| measure.column.is_some());
        if !rated && wire.note.is_none() && session.is_none() {
            return Err(refused(
                "[[measure]]",
                "at least one with a column, unless there is a note or a session",
            ));
        }
        Ok(Self {
            delimiter: delimiter(wire.delimiter.as_deref().unwrap_or(","))?,
            decimal: decimal(wire.decimal.as_deref().unwrap_or("."))?,
            missing: wire.missing.unwrap_or_default().iter().map(|mark| mark.trim().to_owned()).collect(),
            when,
            note: wire.note,
            measures,
            session,
        })
    }

    /// Whether a cell says that there is nothing: it is empty, or a missing mark.
    pub(super) fn is_missing(&self, cell: &str) -> bool {
        cell.is_empty() || self.missing.iter().any(|mark| mark == cell)
    }
}

/// The part of the reader's words that is ours: which fields there are, or which one is missing.
fn wanted(words: &str) -> Option<String> {
    let expected = words.rfind("expected ").and_then(|place| words.get(place..));
    expected.or_else(|| Some(words).filter(|words| words.starts_with("missing field "))).map(str::to_owned)
}

fn refused(field: impl Into<String>, allowed: &'static str) -> MapError {
    MapError::Field { field: field.into(), allowed }
}

fn rule<T>(field: &str, checked: Result<T, Invalid>) -> Result<T, MapError> {
    checked.map_err(|source| MapError::Value { field: field.to_owned(), source })
}

fn delimiter(text: &str) -> Result<u8, MapError> {
    match text {
        "," => Ok(b','),
        ";" => Ok(b';'),
        "|" => Ok(b'|'),
        "\t" | "tab" => Ok(b'\t'),
        _ => Err(refused("delimiter", "\",\", \";\", \"|\" or \"tab\"")),
    }
}

fn decimal(text: &str) -> Result<DecimalMark, MapError> {
    match text {
        "." => Ok(DecimalMark::Point),
        "," => Ok(DecimalMark::Comma),
        _ => Err(refused("decimal", "\".\" or \",\"")),
    }
}

impl When {
    fn new(field: &str, wire: WireWhen, allowed: &[Yields]) -> Result<Self, MapError> {
        let columns = match wire.column {
            OneOrMore::One(column) => vec![column],
            OneOrMore::More(columns) => columns,
        };
        if columns.is_empty() {
            return Err(refused(format!("{field}.column"), "at least one column"));
        }
        let words = if allowed == [Yields::Day] {
            "a format that gives a date and no time, such as %d/%m/%Y"
        } else {
            "a format that gives a date and a time, such as %d/%m/%Y %H:%M"
        };
        let format = Format::new(&wire.format).filter(|format| allowed.contains(&format.yields));
        let format = format.ok_or_else(|| refused(format!("{field}.format"), words))?;
        let zone = wire.zone.map(|name| rule(&format!("{field}.zone"), ZoneName::new(&name))).transpose()?;
        Ok(Self { columns, format, zone })
    }
}

impl Number {
    fn milli(&self, field: &str) -> Result<Milli, MapError> {
        // The shortest text of a float is what the person wrote, if it had three decimals.
        let text = match self {
            Self::Whole(n) => n.to_string(),
            Self::Decimal(n) => n.to_string(),
            Self::Text(text) => text.clone(),
        };
        rule(field, Milli::parse(&text, DecimalMark::Point))
    }
}

impl MapMeasure {
    fn new(wire: WireMeasure) -> Result<Self, MapError> {
        let id = rule("measure.id", MeasureId::new(&wire.id))?;
        let field = |name: &str| format!("measure {id}: {name}");
        let number = |name: &str, n: Option<Number>| n.map(|n| n.milli(&field(name))).transpose();
        let words = |name: &'static str, text: Option<String>| {
            text.map(|text| rule(&field(name), ShortText::new(name, &text))).transpose()
        };
        Ok(Self {
            label: words("label", wire.label)?,
            min: number("min", wire.min)?,
            max: number("max", wire.max)?,
            step: number("step", wire.step)?,
            unit: wire.unit.map(|code| rule(&field("unit"), Unit::from_code(&code))).transpose()?,
            frame: wire.frame.map(|code| rule(&field("frame"), Frame::from_code(&code))).transpose()?,
            direction: wire
                .direction
                .map(|code| rule(&field("direction"), Direction::from_code(&code)))
                .transpose()?,
            anchor_low: words("anchor_low", wire.anchor_low)?,
            anchor_high: words("anchor_high", wire.anchor_high)?,
            column: wire.column,
            id,
        })
    }
}

impl MapSession {
    fn new(wire: WireSession) -> Result<Self, MapError> {
        let times = [Yields::Local, Yields::Offset];
        if wire.minutes.is_none() == wire.ended.is_none() {
            return Err(refused("session", "minutes or ended, one of the two"));
        }
        let rated = |field: &str, columns: BTreeMap<String, String>| {
            let one = |(id, column): (String, String)| Ok((rule(field, MeasureId::new(&id))?, column));
            columns.into_iter().map(one).collect::<Result<BTreeMap<_, _>, MapError>>()
        };
        let style = |(word, code): (String, String)| {
            Ok((word.trim().to_lowercase(), rule("session.styles", Modality::from_code(&code))?))
        };
        Ok(Self {
            started: When::new("session.started", wire.started, &times)?,
            ended: wire.ended.map(|ended| When::new("session.ended", ended, &times)).transpose()?,
            minutes: wire.minutes,
            modality: wire.modality,
            styles: wire.styles.into_iter().map(style).collect::<Result<_, MapError>>()?,
            pressure: wire.pressure,
            before: rated("session.before", wire.before)?,
            after: rated("session.after", wire.after)?,
        })
    }
}
