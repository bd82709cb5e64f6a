//! Which rows and fields does a text have, and on which line of the file does each row start?
//!
//! RFC 4180 with any one-byte delimiter; CRLF, LF and CR end a row; a quote counts only where a field begins. Refuses a
//! text that ends within a quote or a row, and names the line. The csv crate reads cut files without a word and counts
//! lines by LF alone; it is the oracle for whole files (the tests write with it and read here).

use std::borrow::Cow;

use crate::error::Limit;
use crate::{Column, ImportError, RowError, RowReason};

/// Most bytes of one field, 1 MiB.
const MOST_FIELD: usize = 1024 * 1024;
const MOST_COLUMNS: usize = 1000;
/// Most rows of one file.
pub(crate) const MOST_ROWS: u64 = 1_000_000;

/// One row of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row<'t> {
    /// Line it starts on, from 1.
    pub(crate) line: u64,
    /// Its fields, without quotes.
    pub(crate) fields: Vec<Cow<'t, str>>,
    /// Whether a line break follows it.
    pub(crate) ended: bool,
}

/// Reads a text row by row; blank lines are no rows.
pub(crate) struct Rows<'t> {
    file: &'t str,
    text: &'t str,
    delimiter: u8,
    at: usize,
    line: u64,
}

enum After {
    Field,
    Row,
    Text,
}

impl<'t> Rows<'t> {
    /// `delimiter` is an ASCII character other than a quote or a line break.
    pub(crate) const fn new(file: &'t str, text: &'t str, delimiter: u8) -> Self {
        Self { file, text, delimiter, at: 0, line: 1 }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over a line break, if one is here.
    fn line_break(&mut self) -> bool {
        match self.peek() {
            Some(b'\n') => self.at += 1,
            Some(b'\r') => {
                self.at += 1;
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            _ => return false,
        }
        self.line += 1;
        true
    }

    fn slice(&self, from: usize, to: usize) -> &'t str {
        // Both ends lie beside ASCII bytes or at the ends of the text, so they are borders of characters.
        self.text.get(from..to).unwrap_or_default()
    }

    fn too_long(&self, line: u64, field: usize) -> ImportError {
        ImportError::FieldTooLong { file: self.file.to_owned(), line, field }
    }

    fn row(&mut self) -> Result<Row<'t>, ImportError> {
        let line = self.line;
        let mut fields = Vec::new();
        loop {
            let start = self.line;
            let number = fields.len() + 1;
            let field = if self.peek() == Some(b'"') { self.quoted(number)? } else { self.plain() };
            if field.len() > MOST_FIELD {
                return Err(self.too_long(start, number));
            }
            if number > MOST_COLUMNS {
                return Err(ImportError::TooLarge { file: self.file.to_owned(), limit: Limit::Columns });
            }
            fields.push(field);
            match self.after(number)? {
                After::Field => {}
                After::Row => return Ok(Row { line, fields, ended: true }),
                After::Text => return Ok(Row { line, fields, ended: false }),
            }
        }
    }

    fn plain(&mut self) -> Cow<'t, str> {
        let from = self.at;
        while self.peek().is_some_and(|b| b != self.delimiter && b != b'\n' && b != b'\r') {
            self.at += 1;
        }
        Cow::Borrowed(self.slice(from, self.at))
    }

    fn quoted(&mut self, number: usize) -> Result<Cow<'t, str>, ImportError> {
        let opened = self.line;
        self.at += 1;
        let mut from = self.at;
        let mut whole = Cow::Borrowed("");
        loop {
            if self.at - from > MOST_FIELD {
                return Err(self.too_long(opened, number));
            }
            match self.peek() {
                None => {
                    let (file, sign) = (self.file.to_owned(), "a quote is never closed");
                    return Err(ImportError::Truncated { file, line: opened, sign });
                }
                Some(b'"') => {
                    whole += self.slice(from, self.at);
                    self.at += 1;
                    if self.peek() != Some(b'"') {
                        return Ok(whole);
                    }
                    // The second of two quotes is kept as the first byte of what follows.
                    from = self.at;
                    self.at += 1;
                }
                Some(b'\n' | b'\r') => {
                    self.line_break();
                }
                Some(_) => self.at += 1,
            }
        }
    }

    fn after(&mut self, field: usize) -> Result<After, ImportError> {
        match self.peek() {
            None => Ok(After::Text),
            Some(b) if b == self.delimiter => {
                self.at += 1;
                Ok(After::Field)
            }
            Some(_) if self.line_break() => Ok(After::Row),
            Some(_) => Err(ImportError::Quote { file: self.file.to_owned(), line: self.line, field }),
        }
    }
}

impl<'t> Iterator for Rows<'t> {
    type Item = Result<Row<'t>, ImportError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.line_break() {}
        self.peek()?;
        let row = self.row();
        if row.is_err() {
            self.at = self.text.len();
        }
        Some(row)
    }
}

/// The first row of a file, by which the fields of the others are found.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    file: String,
    names: Vec<String>,
}

/// Rows below a header, each as long as it.
pub(crate) struct Body<'t> {
    rows: Rows<'t>,
    next: Option<Result<Row<'t>, ImportError>>,
    need: usize,
    count: u64,
    /// Line of the last row, when no line break followed it.
    pub(crate) unended: Option<u64>,
}

/// The delimiter of a header row: the comma its program wrote, or what a spreadsheet made of it.
pub(crate) fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    first.bytes().find(|b| matches!(b, b',' | b';' | b'\t')).unwrap_or(b',')
}

/// Splits a text into its header and the rows below.
pub(crate) fn table<'t>(
    file: &'t str,
    text: &'t str,
    delimiter: u8,
) -> Result<(Header, Body<'t>), ImportError> {
    let mut rows = Rows::new(file, text, delimiter);
    let first = rows.next().ok_or_else(|| ImportError::Empty { file: file.to_owned() })??;
    let names: Vec<String> = first.fields.iter().map(|name| name.trim().to_owned()).collect();
    let need = names.len();
    let unended = (!first.ended).then_some(first.line);
    let next = rows.next();
    Ok((Header { file: file.to_owned(), names }, Body { rows, next, need, count: 0, unended }))
}

impl Header {
    /// The header of rows that have these fields in this order.
    pub(crate) fn of_names(file: &str, names: &[&str]) -> Self {
        Self { file: file.to_owned(), names: names.iter().map(|name| (*name).to_owned()).collect() }
    }

    /// The column of that name.
    pub(crate) fn column(&self, name: &str) -> Result<Column, ImportError> {
        let mut found = self.names.iter().enumerate().filter(|(_, n)| *n == name);
        match (found.next(), found.next()) {
            (Some((index, _)), None) => Ok(Column { name: name.to_owned(), number: index + 1 }),
            (Some(_), Some(_)) => {
                Err(ImportError::DuplicateColumn { file: self.file.clone(), column: name.to_owned() })
            }
            (None, _) => Err(ImportError::MissingColumn {
                file: self.file.clone(),
                column: name.to_owned(),
                have: self.names.iter().map(|name| shown(name)).filter(|name| !name.is_empty()).collect(),
            }),
        }
    }

    /// The column of that name, when there is one.
    pub(crate) fn may(&self, name: &str) -> Result<Option<Column>, ImportError> {
        if self.names.iter().any(|n| n == name) { self.column(name).map(Some) } else { Ok(None) }
    }

    /// Whether there are columns of all these names.
    pub(crate) fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.names.iter().any(|n| n == name))
    }

    /// The error for local times without a zone.
    pub(crate) fn no_zone(&self) -> ImportError {
        ImportError::NoZone { file: self.file.clone() }
    }

    /// How many columns.
    pub(crate) const fn len(&self) -> usize {
        self.names.len()
    }

    /// An error about a row.
    pub(crate) fn error(&self, line: u64, column: Option<&Column>, reason: RowReason) -> RowError {
        RowError { file: self.file.clone(), line, column: column.cloned(), reason }
    }
}

/// Most characters of a file's own column name in an error.
const MOST_SHOWN: usize = 40;

/// A column name of the file as an error may show it: on one line, without control characters, and no longer than a name is.
/// In a file without a row of names these are whatever its first row says.
fn shown(name: &str) -> String {
    let mut shown = String::new();
    for word in name.split_whitespace() {
        let gap = if shown.is_empty() { "" } else { " " };
        shown.extend(gap.chars().chain(word.chars()).filter(|letter| !letter.is_control()));
    }
    match shown.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", shown.get(..end).unwrap_or_default()),
        None => shown,
    }
}

impl Row<'_> {
    /// The field in a column, without spaces around it; empty when the row is too short.
    pub(crate) fn cell(&self, column: &Column) -> &str {
        column.number.checked_sub(1).and_then(|index| self.fields.get(index)).map_or("", |field| field.trim())
    }

    /// Whether every field is empty.
    pub(crate) fn is_empty(&self) -> bool {
        self.fields.iter().all(|field| field.trim().is_empty())
    }

    /// What is wrong with its number of fields; empty ones too many are nothing.
    pub(crate) fn length(&self, need: usize) -> Result<(), RowReason> {
        let have = self.fields.len();
        if have < need {
            return Err(RowReason::TooFewFields { have, need });
        }
        let spare = self.fields.iter().skip(need).any(|field| !field.trim().is_empty());
        if spare { Err(RowReason::TooManyFields { have, need }) } else { Ok(()) }
    }
}

impl<'t> Iterator for Body<'t> {
    type Item = Result<Row<'t>, ImportError>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = match self.next.take()? {
            Ok(row) => row,
            Err(error) => return Some(Err(error)),
        };
        self.next = self.rows.next();
        self.count += 1;
        self.unended = (!row.ended).then_some(row.line);
        let file = || self.rows.file.to_owned();
        if self.count > MOST_ROWS {
            self.next = None;
            return Some(Err(ImportError::TooLarge { file: file(), limit: Limit::Rows }));
        }
        if self.next.is_none() && row.fields.len() < self.need {
            let sign = "it has fewer fields than the first row has names";
            return Some(Err(ImportError::Truncated { file: file(), line: row.line, sign }));
        }
        Some(Ok(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::csv;

    fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
        Rows::new("f.csv", text, b',')
            .map(|row| row.unwrap())
            .map(|row| (row.line, row.fields.iter().map(ToString::to_string).collect()))
            .collect()
    }

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        let expected = [(1, "a"), (2, "x\ny"), (4, "b"), (6, "c")];
        for text in ["a\n\"x\ny\"\nb\n\nc\n", "a\r\"x\ny\"\rb\r\rc", "a\r\n\"x\ny\"\r\nb\r\n\r\nc\r\n"] {
            let read = rows(text);
            let read: Vec<_> = read.iter().map(|(line, fields)| (*line, fields[0].as_str())).collect();
            assert_eq!(read, expected, "{text:?}");
        }
    }

    #[test]
    fn quotes_count_only_where_a_field_begins() {
        assert_eq!(
            rows("\"a \"\"b\"\"\",5\" tall,\n"),
            [(1, vec!["a \"b\"".to_owned(), "5\" tall".to_owned(), String::new()])]
        );
    }

    #[test]
    fn a_text_that_ends_within_a_quote_or_a_row_is_refused() {
        let last = |text| Rows::new("f.csv", text, b',').last().unwrap();
        assert!(matches!(last("a\nb\n\"c\nd"), Err(ImportError::Truncated { line: 3, .. })));
        assert!(matches!(last("a\n\"b\"c\n"), Err(ImportError::Quote { line: 2, field: 1, .. })));
        let (_, body) = table("f.csv", "a,b\n1,2\n3\n", b',').unwrap();
        assert!(matches!(body.last().unwrap(), Err(ImportError::Truncated { line: 3, .. })));
    }

    #[test]
    fn column_names_in_an_error_are_short_and_on_one_line() {
        let long = "y".repeat(41);
        let text = format!("\"one\r\ntwo\",\"\x1b[31mred\",\" \u{2028}\",{long}\n1,2,3,4\n");
        let (header, _) = table("f.csv", &text, b',').unwrap();
        let Err(ImportError::MissingColumn { have, .. }) = header.column("x") else {
            panic!("there is no x")
        };
        assert_eq!(have, ["one two", "[31mred", &format!("{}…", "y".repeat(40))]);
    }

    proptest::proptest! {
        #[test]
        fn what_the_csv_crate_writes_is_read_as_it_was(
            written in proptest::collection::vec(proptest::collection::vec("[a\"\r\n,;=' é😀]{0,6}", 3), 1..6),
            crlf: bool,
            semicolon: bool,
        ) {
            let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
            let delimiter = if semicolon { b';' } else { b',' };
            let mut writer =
                csv::WriterBuilder::new().terminator(terminator).delimiter(delimiter).from_writer(vec![]);
            for row in &written {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read: Vec<Vec<String>> = Rows::new("f.csv", &text, delimiter)
                .map(|row| row.unwrap().fields.iter().map(ToString::to_string).collect())
                .collect();
            proptest::prop_assert_eq!(read, written);
        }
    }

    #[test]
    fn a_field_above_one_mebibyte_is_refused() {
        let long = format!("a\n{}\n", "x".repeat(MOST_FIELD + 1));
        assert!(matches!(
            Rows::new("f.csv", &long, b',').last().unwrap(),
            Err(ImportError::FieldTooLong { line: 2, field: 1, .. })
        ));
        let open = format!("a\n\"{}", "x".repeat(MOST_FIELD + 2));
        assert!(matches!(
            Rows::new("f.csv", &open, b',').last().unwrap(),
            Err(ImportError::FieldTooLong { line: 2, field: 1, .. })
        ));
    }
}
