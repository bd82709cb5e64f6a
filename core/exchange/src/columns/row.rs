//! The cells of one row as the map names them: numbers on their grid, words, days and moments.

use tidemark_model::{Frame, Measure, Milli, Note, Value, ZoneName};

use super::map::{ColumnMap, When};
use crate::note::note;
use crate::table::{Header, Row};
use crate::when::At;
use crate::{Column, ImportError, RowError, RowReason};

/// Columns that say when, found in a file.
#[derive(Debug)]
pub(super) struct WhenColumns<'m> {
    pub(super) when: &'m When,
    pub(super) columns: Vec<Column>,
    zone: Option<ZoneName>,
}

impl<'m> WhenColumns<'m> {
    /// Finds the columns; `zone` is for a map that names none.
    pub(super) fn find(when: &'m When, header: &Header, zone: Option<ZoneName>) -> Result<Self, ImportError> {
        let columns = when.columns.iter().map(|name| header.column(name)).collect::<Result<Vec<_>, _>>()?;
        let zone = when.zone.or(zone);
        if when.format.yields == crate::when::Yields::Local && zone.is_none() {
            return Err(header.no_zone());
        }
        Ok(Self { when, columns, zone })
    }

    /// Whether the times are local and the map names no zone for them.
    pub(super) fn asks_zone(&self) -> bool {
        self.when.format.yields == crate::when::Yields::Local && self.when.zone.is_none()
    }

    /// The cells joined by a space; none when one of them says there is nothing.
    fn cell(&self, cells: Cells<'_, '_>) -> Result<String, RowError> {
        let mut joined = String::new();
        for column in &self.columns {
            let cell = cells.may(column).ok_or_else(|| cells.error(column, RowReason::Needed))?;
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(cell);
        }
        Ok(joined)
    }

    /// Whether none of the cells says anything.
    pub(super) fn is_missing(&self, cells: Cells<'_, '_>) -> bool {
        self.columns.iter().all(|column| cells.may(column).is_none())
    }

    /// Reads the joined cells; errors name the first of the columns.
    fn read<T>(
        &self,
        cells: Cells<'_, '_>,
        read: impl Fn(&str) -> Result<T, RowReason>,
    ) -> Result<T, RowError> {
        read(&self.cell(cells)?)
            .map_err(|reason| cells.header.error(cells.row.line, self.columns.first(), reason))
    }

    pub(super) fn day(&self, cells: Cells<'_, '_>) -> Result<tidemark_model::LogicalDate, RowError> {
        self.read(cells, |cell| self.when.format.day(cell))
    }

    pub(super) fn moment(&self, cells: Cells<'_, '_>) -> Result<At, RowError> {
        self.read(cells, |cell| self.when.format.moment(cell, self.zone))
    }
}

/// One row with what is needed to read it.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a, 't> {
    pub(super) map: &'a ColumnMap,
    pub(super) header: &'a Header,
    pub(super) row: &'a Row<'t>,
}

impl<'a> Cells<'a, '_> {
    /// The cell, unless it says there is nothing.
    pub(super) fn may(self, column: &Column) -> Option<&'a str> {
        Some(self.row.cell(column)).filter(|cell| !self.map.is_missing(cell))
    }

    pub(super) fn error(self, column: &Column, reason: RowReason) -> RowError {
        self.header.error(self.row.line, Some(column), reason)
    }

    /// The number in a cell, as a value of `measure`.
    pub(super) fn value(
        self,
        column: &Column,
        measure: &Measure,
        frame: Frame,
    ) -> Result<Option<Value>, RowError> {
        let Some(cell) = self.may(column) else { return Ok(None) };
        let mark = self.map.decimal;
        let number = Milli::parse(cell, mark).map_err(|_| self.error(column, RowReason::NotANumber(mark)))?;
        let value = Value::recorded(measure, frame, number);
        value.map(Some).map_err(|invalid| self.error(column, RowReason::Rule(invalid)))
    }

    /// The words in a cell; tabs and other control characters become spaces, line breaks stay.
    pub(super) fn note(self, column: &Column) -> Result<Option<Note>, RowError> {
        let Some(cell) = self.may(column) else { return Ok(None) };
        note(cell).map_err(|invalid| self.error(column, RowReason::Rule(invalid)))
    }
}
