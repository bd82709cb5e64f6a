//! Reading a file with a map: row by row into check-ins and sessions, or into reasons why not.

use sha2::{Digest, Sha256};
use std::sync::Arc;

use tidemark_model::{
    CheckIn, CheckInId, CheckInParts, DaySource, Entropy, Frame, Identity, Incoming, Invalid, LogicalDate,
    Measure, Note, Record, RecordId, RecordedBy, Source, Stamp, Value, logical_date,
};

use super::grid::Grid;
use super::map::ColumnMap;
use super::row::{Cells, WhenColumns};
use super::session::{SessionColumns, ToldSession};
use crate::decode::decode;
use crate::identity::{Content, Ordinals};
use crate::import::{Rejects, choose};
use crate::rising::Rising;
use crate::table::{Header, Row, table};
use crate::when::{At, Yields};
use crate::{Choice, ChoiceKind, Column, Import, ImportContext, ImportError, RowError, RowReason};

const FORMAT: &str = "columns";

/// Reads the bytes of a CSV file with a map; ids come from `entropy`, everything else from the arguments.
///
/// `known` are the measures of the diary, all versions. New ones that the map describes are in [`Import::measures`].
///
/// # Errors
/// [`ImportError`] when the file is refused as a whole. Single rows are in [`Import::rejected`].
pub fn read(
    map: &ColumnMap,
    known: &[Measure],
    bytes: &[u8],
    file_name: &str,
    context: &ImportContext,
    entropy: &mut dyn Entropy,
) -> Result<Import, ImportError> {
    let decoded = decode(file_name, bytes)?;
    let (header, mut body) = table(file_name, &decoded.text, map.delimiter)?;
    let grid = Grid::new(map, known)?;
    let plan = Plan::new(map, &header, &grid, context)?;
    // One name for all rows: a copy for each of a million would be a million allocations.
    let name: Arc<str> = file_name.into();
    let incoming = |line, identity, record| Incoming { file: Arc::clone(&name), line, identity, record };
    let choice = |line, column, kind| Choice { file: file_name.to_owned(), line, column, kind };

    let mut records = Vec::new();
    let mut choices: Vec<Choice> = decoded.choice.map(|kind| choice(None, None, kind)).into_iter().collect();
    let mut rejects = Rejects::default();
    let mut ordinals = Ordinals::default();
    let mut empty_rows = 0_u32;
    let entropy = &mut Rising::new(entropy);
    for row in &mut body {
        let row = row?;
        let line = row.line;
        match plan.row(&row) {
            Ok(None) => empty_rows = empty_rows.saturating_add(1),
            Ok(Some(told)) => {
                let identity = ordinals.row(told.content());
                let chosen = told.choices(&plan);
                match told.records(context, entropy) {
                    Ok(made) => {
                        records
                            .extend(made.into_iter().map(|(part, r)| incoming(line, identity.of(part), r)));
                        for (column, kind) in chosen {
                            choose(&mut choices, choice(Some(line), column, kind));
                        }
                    }
                    Err(invalid) => rejects.row([plan.broken(&row, invalid)]),
                }
            }
            Err(errors) => rejects.row(errors),
        }
    }
    if let Some(line) = body.unended {
        choose(&mut choices, choice(Some(line), None, ChoiceKind::NoFinalLineBreak));
    }
    let zone = context.zone.filter(|_| plan.asks_zone());
    let measures = grid.new.iter().cloned().map(|m| incoming(1, Identity::Id, Record::Measure(m))).collect();
    Ok(Import {
        format: FORMAT,
        file: file_name.to_owned(),
        sha256: Sha256::digest(bytes).into(),
        measures,
        records,
        empty_rows,
        left_out_rows: 0,
        names: Vec::new(),
        zone,
        mapping: crate::Mapping::default(),
        choices,
        rejected: rejects.kept,
        rejected_rows: rejects.rows,
    })
}

/// The map with its columns found in a file.
struct Plan<'p> {
    map: &'p ColumnMap,
    header: &'p Header,
    when: WhenColumns<'p>,
    note: Option<Column>,
    values: Vec<(Measure, Column, Frame)>,
    session: Option<SessionColumns<'p>>,
}

/// When a row is about.
enum When {
    Day(LogicalDate),
    At(At),
}

/// What a row tells.
struct Told {
    when: When,
    values: Vec<Value>,
    note: Option<Note>,
    session: Option<ToldSession>,
}

impl<'p> Plan<'p> {
    fn new(
        map: &'p ColumnMap,
        header: &'p Header,
        grid: &Grid,
        context: &ImportContext,
    ) -> Result<Self, ImportError> {
        let when = WhenColumns::find(&map.when, header, context.zone)?;
        let dated = map.when.format.yields == Yields::Day;
        let mut values = Vec::new();
        for wanted in &map.measures {
            let (Some(name), Some(measure)) = (&wanted.column, grid.measure(&wanted.id)) else { continue };
            // A row with a date alone cannot be about a moment of that day.
            let frame = match measure.frame() {
                Frame::RightNow if dated => Frame::DayOverall,
                own => own,
            };
            values.push((measure.clone(), header.column(name)?, frame));
        }
        let note = map.note.as_ref().map(|name| header.column(name)).transpose()?;
        let session = map.session.as_ref();
        let session = session.map(|s| SessionColumns::find(s, header, grid, context)).transpose()?;
        Ok(Self { map, header, when, note, values, session })
    }

    /// What a row tells; nothing for a row without value, note and session; all that is wrong with it otherwise.
    fn row(&self, row: &Row<'_>) -> Result<Option<Told>, Vec<RowError>> {
        if row.is_empty() {
            return Ok(None);
        }
        row.length(self.header.len()).map_err(|reason| vec![self.header.error(row.line, None, reason)])?;
        let cells = Cells { map: self.map, header: self.header, row };
        let mut errors = Vec::new();
        let mut values = Vec::new();
        for (measure, column, frame) in &self.values {
            match cells.value(column, measure, *frame) {
                Ok(value) => values.extend(value),
                Err(error) => errors.push(error),
            }
        }
        let note = match self.note.as_ref().map(|column| cells.note(column)).transpose() {
            Ok(note) => note.flatten(),
            Err(error) => {
                errors.push(error);
                None
            }
        };
        let session = self.session.as_ref().and_then(|columns| columns.read(cells, &mut errors));
        if values.is_empty() && note.is_none() && session.is_none() && errors.is_empty() {
            return Ok(None);
        }
        match self.when(cells) {
            Ok(when) if errors.is_empty() => Ok(Some(Told { when, values, note, session })),
            Ok(_) => Err(errors),
            Err(error) => {
                errors.insert(0, error);
                Err(errors)
            }
        }
    }

    /// Whether times of the row take the zone of the caller.
    fn asks_zone(&self) -> bool {
        self.when.asks_zone() || self.session.as_ref().is_some_and(SessionColumns::asks_zone)
    }

    fn when(&self, cells: Cells<'_, '_>) -> Result<When, RowError> {
        if self.map.when.format.yields == Yields::Day {
            self.when.day(cells).map(When::Day)
        } else {
            self.when.moment(cells).map(When::At)
        }
    }

    /// The error for a row whose parts are right and whose whole is not.
    fn broken(&self, row: &Row<'_>, invalid: Invalid) -> RowError {
        let of_session = matches!(invalid, Invalid::EndsBeforeStart | Invalid::TooLong);
        let session = self.session.as_ref().filter(|_| of_session);
        let column = session.map_or(self.when.columns.first(), SessionColumns::length_column);
        self.header.error(row.line, column, RowReason::Rule(invalid))
    }
}

impl Told {
    fn content(&self) -> Content {
        let mut content = Content::new("tidemark columns 1");
        match &self.when {
            When::Day(date) => content.add("day", &date.to_string()),
            When::At(at) => content.add("time", &at.said),
        }
        content.add_values("value", &self.values);
        content.add("note", self.note.as_ref().map_or("", Note::as_str));
        if let Some(session) = &self.session {
            session.content(&mut content);
        }
        content
    }

    /// What was chosen about the row's times, with their columns.
    fn choices(&self, plan: &Plan<'_>) -> Vec<(Option<Column>, ChoiceKind)> {
        let chosen = match &self.when {
            When::Day(_) => None,
            When::At(at) => at.choice,
        };
        let day = chosen.map(|kind| (plan.when.columns.first().cloned(), kind));
        let column = plan.session.as_ref().and_then(SessionColumns::first_column);
        let session = self.session.iter().flat_map(|s| [s.started.choice, s.ended.choice]).flatten();
        day.into_iter().chain(session.map(|kind| (column.cloned(), kind))).collect()
    }

    fn records(
        self,
        context: &ImportContext,
        entropy: &mut dyn Entropy,
    ) -> Result<Vec<(&'static str, Record)>, Invalid> {
        let stamp = Stamp::new(context.recorded, RecordedBy::Own, Source::import(FORMAT)?);
        let mut records = Vec::new();
        if !self.values.is_empty() || self.note.is_some() {
            let (logical_date, day_source, rated) = match self.when {
                When::Day(date) => (date, DaySource::User, None),
                When::At(at) => {
                    (logical_date(at.moment, context.rollover)?, DaySource::Clock, Some(at.moment))
                }
            };
            let check_in = CheckIn::new(CheckInParts {
                practices: Vec::new(),
                id: CheckInId::generate(context.recorded.instant, entropy),
                stamp: stamp.clone(),
                logical_date,
                rollover: context.rollover,
                day_source,
                rated,
                note: self.note,
                values: self.values,
            })?;
            records.push(("check_in", Record::CheckIn(check_in)));
        }
        if let Some(session) = self.session {
            records.extend(session.records(&stamp, context, entropy)?);
        }
        Ok(records)
    }
}
