//! The cells of a row by the name of their column, read as what they stand for; a cell that cannot be names its rule.

use std::collections::BTreeMap;
use std::str::FromStr;

use tidemark_model::{
    DecimalMark, FieldKind, FieldValue as _, Invalid, Milli, Moment, Note, ShortText, Texts, ZoneName,
};

use super::field::zone_column;
use super::guard::unguard;
use crate::table::{Header, Row};
use crate::{Column, ImportError, RowError, RowReason};

/// The columns of one file.
pub(super) struct Sheet {
    header: Header,
    pub(super) columns: BTreeMap<&'static str, Column>,
    pub(super) decimal: DecimalMark,
    /// Whether texts carry the mark against formulas.
    pub(super) guarded: bool,
}

impl Sheet {
    /// Finds all columns of a table in a header. In a folder of an older version, columns that came later are empty.
    pub(super) fn new(
        header: Header,
        names: impl Iterator<Item = &'static str>,
        older: bool,
        decimal: DecimalMark,
        guarded: bool,
    ) -> Result<Self, ImportError> {
        let mut columns = BTreeMap::new();
        for name in names {
            match header.column(name) {
                Ok(column) => {
                    columns.insert(name, column);
                }
                Err(ImportError::MissingColumn { .. }) if older => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Self { header, columns, decimal, guarded })
    }

    pub(super) const fn len(&self) -> usize {
        self.header.len()
    }

    /// An error about a row, or about one of its columns.
    pub(super) fn error(&self, line: u64, column: Option<&str>, reason: RowReason) -> RowError {
        self.header.error(line, column.and_then(|name| self.columns.get(name)), reason)
    }
}

/// One row, cell by cell.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a, 't> {
    pub(super) sheet: &'a Sheet,
    pub(super) row: &'a Row<'t>,
}

impl<'a> Cells<'a, '_> {
    pub(super) const fn line(self) -> u64 {
        self.row.line
    }

    /// The cell as it stands, without spaces around it.
    pub(super) fn raw(self, name: &str) -> &'a str {
        self.sheet.columns.get(name).map_or("", |column| self.row.cell(column))
    }

    pub(super) fn error(self, name: &str, reason: RowReason) -> RowError {
        self.sheet.error(self.row.line, Some(name), reason)
    }

    /// An error about the row as a whole.
    pub(super) fn whole(self, reason: RowReason) -> RowError {
        self.sheet.error(self.row.line, None, reason)
    }

    /// A cell that may be empty.
    pub(super) fn may<T>(
        self,
        name: &str,
        read: impl Fn(&str) -> Result<T, RowReason>,
    ) -> Result<Option<T>, RowError> {
        match self.raw(name) {
            "" => Ok(None),
            cell => read(cell).map(Some).map_err(|reason| self.error(name, reason)),
        }
    }

    /// A cell that may not be empty.
    pub(super) fn need<T>(
        self,
        name: &str,
        read: impl Fn(&str) -> Result<T, RowReason>,
    ) -> Result<T, RowError> {
        self.may(name, read)?.ok_or_else(|| self.error(name, RowReason::Needed))
    }

    /// A time with its zone, which stands in another column.
    pub(super) fn moment(self, name: &str, zone: &str) -> Result<Option<Moment>, RowError> {
        let at = self.may(name, |cell| rule(Moment::parse(cell)))?;
        let zone = self.may(zone, |cell| rule(ZoneName::new(cell)))?;
        Ok(at.map(|at| Moment { zone, ..at }))
    }

    /// A time that may not be empty, with its zone.
    pub(super) fn need_moment(self, name: &str, zone: &str) -> Result<Moment, RowError> {
        self.moment(name, zone)?.ok_or_else(|| self.error(name, RowReason::Needed))
    }

    /// A person's words, without the mark against formulas.
    pub(super) fn unguarded(self, cell: &str) -> &str {
        if self.sheet.guarded { unguard(cell) } else { cell }
    }

    /// The fields that the model declares.
    pub(super) fn texts(self, fields: &'static [tidemark_model::Field]) -> Result<Texts, RowError> {
        let mut texts = Texts::default();
        for field in fields {
            let name = field.name;
            let text = match field.kind {
                FieldKind::Moment => {
                    self.moment(name, zone_column(name))?.and_then(|moment| moment.to_text())
                }
                FieldKind::YesNo => self.may(name, yes_no)?.map(|yes| yes.to_string()),
                FieldKind::Text(_) | FieldKind::List => {
                    Some(self.unguarded(self.raw(name)).to_owned()).filter(|text| !text.is_empty())
                }
                _ => Some(self.raw(name).to_owned()).filter(|text| !text.is_empty()),
            };
            texts.set(name, text);
        }
        Ok(texts)
    }

    /// A rule of the model about one of those fields, or about the row.
    pub(super) fn refused(self, invalid: Invalid) -> RowError {
        match invalid {
            Invalid::InField { field, rule } => self.error(&field, RowReason::Rule(*rule)),
            Invalid::Missing { field } => self.error(field, RowReason::Needed),
            other => self.whole(RowReason::Rule(other)),
        }
    }

    pub(super) fn note(self, name: &str) -> Result<Option<Note>, RowError> {
        self.may(name, |cell| rule(Note::new("note", self.unguarded(cell))))
    }

    pub(super) fn words(self, name: &'static str) -> Result<Option<ShortText>, RowError> {
        self.may(name, |cell| rule(ShortText::new(name, self.unguarded(cell))))
    }

    pub(super) fn need_words(self, name: &'static str) -> Result<ShortText, RowError> {
        self.words(name)?.ok_or_else(|| self.error(name, RowReason::Needed))
    }

    pub(super) fn milli(self, name: &str) -> Result<Option<Milli>, RowError> {
        let mark = self.sheet.decimal;
        self.may(name, |cell| Milli::parse(cell, mark).map_err(|_| RowReason::NotANumber(mark)))
    }

    pub(super) fn need_milli(self, name: &str) -> Result<Milli, RowError> {
        self.milli(name)?.ok_or_else(|| self.error(name, RowReason::Needed))
    }
}

/// A rule of the model as the reason of a row.
pub(super) fn rule<T>(checked: Result<T, Invalid>) -> Result<T, RowReason> {
    checked.map_err(RowReason::Rule)
}

/// Reads what the model writes, such as an id or a date.
pub(super) fn parsed<T: FromStr<Err = Invalid>>(cell: &str) -> Result<T, RowReason> {
    rule(cell.parse())
}

/// Reads a whole number.
pub(super) fn whole<T: FromStr>(cell: &str) -> Result<T, RowReason> {
    cell.parse().map_err(|_| RowReason::NotWhole)
}

/// Reads `true` or `false` in any case, as spreadsheets change it.
pub(super) fn yes_no(cell: &str) -> Result<bool, RowReason> {
    if cell.eq_ignore_ascii_case("true") {
        Ok(true)
    } else if cell.eq_ignore_ascii_case("false") {
        Ok(false)
    } else {
        Err(RowReason::NotYesOrNo)
    }
}

/// Reads a list joined by ` | `.
pub(super) fn list<T>(cell: &str, read: impl Fn(&str) -> Result<T, Invalid>) -> Result<Vec<T>, RowReason> {
    cell.split('|').map(|part| rule(read(part.trim()))).collect()
}
