//! One table of ratings alone: `observations.csv` with three facts of `measures.csv` beside each row, as a program that
//! reads exports holds it in memory.
//!
//! Only ratings of days are taken; rows around sessions give their day and no more. The measure's own frame and the words
//! at the ends of its scale are asked for, because without them nobody can tell which values answer its question and
//! whether a later version goes on asking it. A row that cannot be taken is named and left out; whoever asks for figures
//! refuses the table then.

use std::collections::BTreeMap;

use tidemark_model::{
    Anchors, CheckIn, CheckInId, CheckInParts, DaySource, DecimalMark, Direction, Frame, LogicalDate,
    Measure, MeasureId, MeasureParts, MeasureRef, Moment, Period, RecordedBy, Records, Scale, Source, Stamp,
    Unit, Usage, Value,
};

use crate::csv::cells::{Cells, Sheet, parsed, rule, whole};
use crate::decode::MOST_BYTES;
use crate::error::Limit;
use crate::import::Rejects;
use crate::table::{delimiter, table};
use crate::{ImportError, RowError, RowReason};

/// What errors call the table: it has no file.
const TABLE: &str = "the table of ratings";
const EARLIER: &str = "an earlier row";
/// Columns that are read; others may stand beside them.
const COLUMNS: [&str; 22] = [
    "entry_id",
    "phase",
    "measure_id",
    "measure_version",
    "measure_label",
    "measure_frame",
    "anchor_low",
    "anchor_high",
    "frame",
    "value",
    "status",
    "unit",
    "scale_min",
    "scale_max",
    "scale_step",
    "direction",
    "logical_date",
    "rated_at",
    "recorded_at",
    "rollover",
    "recorded_by",
    "source",
];

/// What a table of ratings says.
#[derive(Clone, Debug, Default)]
pub struct Ratings {
    /// Its measures and check-ins; a check-in of which one row cannot be taken is not among them.
    pub records: Records,
    /// First and last day of all its rows; none without a row.
    pub days: Option<Period>,
    /// Rows that cannot be taken, at most 1,000 of them.
    pub rejected: Vec<RowError>,
    /// How many cannot be taken.
    pub rejected_rows: u32,
}

/// Reads a table of ratings: comma-separated with a row of names, as [`super::super::write`] writes `observations.csv`, and
/// with `measure_frame`, `anchor_low` and `anchor_high` of the measure's version. The order of the columns is free.
///
/// # Errors
/// [`ImportError`] when the text is no table, lacks a column or ends within a row.
pub fn ratings(text: &str) -> Result<Ratings, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if u64::try_from(text.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(ImportError::TooLarge { file: TABLE.to_owned(), limit: Limit::Bytes });
    }
    let delimiter = delimiter(text);
    let (header, mut body) = table(TABLE, text, delimiter)?;
    let decimal = if delimiter == b',' { DecimalMark::Point } else { DecimalMark::Comma };
    let sheet = Sheet::new(header, COLUMNS.into_iter(), false, decimal, true)?;
    let mut reading = Reading::default();
    for row in body.by_ref() {
        let row = row?;
        if row.is_empty() {
            continue;
        }
        let cells = Cells { sheet: &sheet, row: &row };
        let length = row.length(sheet.len()).map_err(|reason| cells.whole(reason));
        if let Err(error) = length.and_then(|()| reading.row(cells)) {
            reading.rejects.row([error]);
        }
    }
    if let Some(line) = body.unended {
        let sign = "no line break follows it";
        return Err(ImportError::Truncated { file: TABLE.to_owned(), line, sign });
    }
    Ok(reading.end(&sheet))
}

/// What the rows so far have said.
#[derive(Default)]
struct Reading {
    /// Place among the measures: that of the first row that names one.
    order: BTreeMap<MeasureId, u16>,
    measures: BTreeMap<MeasureRef, Measure>,
    entries: BTreeMap<CheckInId, Entry>,
    days: Option<(LogicalDate, LogicalDate)>,
    rejects: Rejects,
}

/// A check-in on its way, and whether one of its rows cannot be taken.
struct Entry {
    line: u64,
    parts: CheckInParts,
    broken: bool,
}

impl Reading {
    fn row(&mut self, cells: Cells<'_, '_>) -> Result<(), RowError> {
        let day: LogicalDate = cells.need("logical_date", parsed)?;
        self.days = Some(self.days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        if cells.need("phase", |cell| Ok(cell.to_owned()))? != "daily" {
            return Ok(());
        }
        let parts = check_in(cells, day)?;
        let id = parts.id;
        let said = Entry { line: cells.line(), parts, broken: false };
        let entry = self.entries.entry(id).or_insert(said);
        let value = match same_entry(cells, entry, day) {
            Ok(()) => measure_and_value(&mut self.order, &mut self.measures, cells),
            Err(error) => Err(error),
        };
        match value {
            Ok(value) => entry.parts.values.push(value),
            Err(error) => {
                entry.broken = true;
                return Err(error);
            }
        }
        Ok(())
    }

    fn end(mut self, sheet: &Sheet) -> Ratings {
        let mut records = Records { measures: self.measures.into_values().collect(), ..Records::default() };
        records.measures.sort_by_key(|measure| (measure.parts().order, measure.parts().version));
        for entry in self.entries.into_values().filter(|entry| !entry.broken) {
            match CheckIn::new(entry.parts) {
                Ok(check_in) => records.check_ins.push(check_in),
                Err(invalid) => self.rejects.row([sheet.error(entry.line, None, RowReason::Rule(invalid))]),
            }
        }
        records.check_ins.sort_by_key(|check_in| (check_in.at().instant, check_in.id()));
        let days = self.days.and_then(|(first, last)| Period::new(first, last).ok());
        Ratings { records, days, rejected: self.rejects.kept, rejected_rows: self.rejects.rows }
    }
}

/// The check-in that a row stands in, without its values. Who decided its day is not in the table and changes no figure.
fn check_in(cells: Cells<'_, '_>, day: LogicalDate) -> Result<CheckInParts, RowError> {
    let stamp = Stamp {
        recorded: cells.need("recorded_at", moment)?,
        revision: 1,
        recorded_by: cells.need("recorded_by", |cell| rule(RecordedBy::from_code(cell)))?,
        source: cells.need("source", |cell| rule(Source::from_code(cell)))?,
        deleted_at: None,
    };
    Ok(CheckInParts {
        id: cells.need("entry_id", parsed)?,
        stamp,
        logical_date: day,
        rollover: cells.need("rollover", parsed)?,
        day_source: DaySource::User,
        rated: cells.may("rated_at", moment)?,
        note: None,
        practices: Vec::new(),
        values: Vec::new(),
    })
}

/// A moment without the name of its zone, which changes no figure.
fn moment(cell: &str) -> Result<Moment, RowReason> {
    rule(Moment::parse(cell))
}

/// Refuses a row that says something else of its entry than the first row of it.
fn same_entry(cells: Cells<'_, '_>, entry: &Entry, day: LogicalDate) -> Result<(), RowError> {
    let (said, is) = (&entry.parts, check_in(cells, day)?);
    let differs = [
        ("logical_date", said.logical_date != is.logical_date),
        ("rated_at", said.rated != is.rated),
        ("recorded_at", said.stamp.recorded != is.stamp.recorded),
        ("rollover", said.rollover != is.rollover),
        ("recorded_by", said.stamp.recorded_by != is.stamp.recorded_by),
        ("source", said.stamp.source != is.stamp.source),
    ];
    match differs.into_iter().find(|(_, differs)| *differs) {
        Some((column, _)) => Err(cells.error(column, RowReason::Disagrees { with: EARLIER })),
        None => Ok(()),
    }
}

fn measure_and_value(
    order: &mut BTreeMap<MeasureId, u16>,
    measures: &mut BTreeMap<MeasureRef, Measure>,
    cells: Cells<'_, '_>,
) -> Result<Value, RowError> {
    let id: MeasureId = cells.need("measure_id", parsed)?;
    let next = u16::try_from(order.len()).unwrap_or(u16::MAX);
    let place = *order.entry(id.clone()).or_insert(next);
    let is = measure(cells, id, place)?;
    let said = measures.entry(is.reference()).or_insert_with(|| is.clone());
    if *said != is {
        return Err(cells.error("measure_version", RowReason::Disagrees { with: EARLIER }));
    }
    let frame = cells.need("frame", |cell| rule(Frame::from_code(cell)))?;
    match (cells.raw("status"), cells.milli("value")?) {
        ("recorded", Some(number)) => Value::recorded(said, frame, number)
            .map_err(|invalid| cells.error("value", RowReason::Rule(invalid))),
        ("skipped", None) => Ok(Value::skipped(said, frame)),
        _ => Err(cells.error("status", RowReason::Status)),
    }
}

fn measure(cells: Cells<'_, '_>, id: MeasureId, order: u16) -> Result<Measure, RowError> {
    let (min, max) = (cells.need_milli("scale_min")?, cells.need_milli("scale_max")?);
    let step = cells.need_milli("scale_step")?;
    let parts = MeasureParts {
        id,
        version: cells.need("measure_version", whole)?,
        label: cells.need_words("measure_label")?,
        frame: cells.need("measure_frame", |cell| rule(Frame::from_code(cell)))?,
        scale: rule(Scale::new(min, max, step)).map_err(|reason| cells.error("scale_step", reason))?,
        unit: cells.need("unit", |cell| rule(Unit::from_code(cell)))?,
        direction: cells.need("direction", |cell| rule(Direction::from_code(cell)))?,
        anchors: Anchors { low: cells.words("anchor_low")?, high: cells.words("anchor_high")? },
        usage: Usage { daily: true, session: false },
        order,
        active: true,
    };
    rule(Measure::new(parts)).map_err(|reason| cells.error("measure_version", reason))
}
