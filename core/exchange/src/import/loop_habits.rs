//! What does an export of Loop Habit Tracker say? A zip archive: `Habits.csv`, and a folder a habit with its days.
//!
//! A habit of yes and no is a practice on each day that the person ticked (`YES_MANUAL`); a tick that the app set itself for
//! a habit of every few days (`YES_AUTO`), a no, a skip and an unknown day add nothing but their note. Which practice a
//! habit is, its name may tell; else it is asked. A habit of numbers is a measure of its own: whole numbers are
//! thousandths, as the app writes them, and numbers with a point are as they stand; either is told.
//!
//! Opens only names of the archive, never a file of this machine, and reads no more than 64 MiB of it, however small it
//! is packed. Refuses to read a file of the whole archive, such as `Checkmarks.csv` beside `Habits.csv`, which in some
//! versions lacks days.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use ::zip::ZipArchive;
use tidemark_model::{DecimalMark, Entropy, Frame, Invalid, LogicalDate, Milli, PracticeKind};

use super::answers::Answer;
use super::foreign_file::{ForeignFile, Found, Given, Outcome, Stop, Told, When};
use super::name::{Becomes, Name, NameUse};
use super::own_measure::{Kind, OwnMeasures, Taken};
use super::practice_words::practice;
use super::{ChoiceKind, Import};
use crate::decode::{MOST_BYTES, decode};
use crate::error::Limit;
use crate::identity::Content;
use crate::note::note;
use crate::table::{Row, Rows, table};
use crate::{Column, ImportError, RowReason};

const FORMAT: &str = "loop_habits";
/// Format and version of how rows are told apart; another text makes all rows of earlier imports new.
const CONTENT: &str = "tidemark loop_habits 1";
const HABITS: &str = "Habits.csv";
const CHECKMARKS: &str = "/Checkmarks.csv";
const MARKS: &str = "YES_MANUAL, YES_AUTO, NO, SKIP, UNKNOWN";
const TAKES: &str =
    "a practice (psychotherapy, mindfulness, movement, sleep_routine, breathing, other) or skip";

/// Whether an archive holds a list of habits.
pub(super) fn has(name: &str, bytes: &[u8]) -> Result<bool, ImportError> {
    match Packed::open(name, bytes) {
        Ok(_) => Ok(true),
        Err(ImportError::NoHabits { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

pub(super) fn read(file: &ForeignFile<'_>, entropy: &mut dyn Entropy) -> Result<Import, ImportError> {
    let mut packed = Packed::open(file.name, file.bytes)?;
    let list = packed.bytes(HABITS)?.ok_or_else(|| packed.no_habits())?;
    let columns = Columns::new();
    let mut reader = Loop {
        file,
        columns: &columns,
        habits: BTreeMap::new(),
        measures: OwnMeasures::new(file.known, file.answers, "loop", "Loop"),
    };
    let mut found = Found::new(HABITS, None);
    let habits = habits(&list, &mut found)?;
    let days = packed.days();
    for habit in &habits {
        let Some(name) = habit.position.as_ref().and_then(|position| days.get(position)) else { continue };
        let bytes = packed.bytes(name)?.unwrap_or_default();
        // A habit without a day has a file without a byte.
        if !bytes.is_empty() {
            // The folder is called after the habit, which is the person's own word; its number is enough to find it.
            let name = format!("{} …{CHECKMARKS}", habit.position.as_deref().unwrap_or_default());
            found.file(&name);
            reader.days(habit, &name, &bytes, &mut found)?;
        }
    }
    let names = reader.habits.into_values().collect();
    found.import(file, FORMAT, reader.measures, names, entropy)
}

/// A habit of the list.
struct Habit {
    /// What its folder begins with.
    position: Option<String>,
    name: String,
    is_number: bool,
}

fn habits(bytes: &[u8], found: &mut Found<'_>) -> Result<Vec<Habit>, ImportError> {
    let decoded = decode(HABITS, bytes)?;
    found.choose(None, None, decoded.choice);
    let (header, mut body) = table(HABITS, &decoded.text, b',')?;
    let (position, name, kind) = (header.column("Position")?, header.column("Name")?, header.may("Type")?);
    let mut habits = Vec::new();
    for row in &mut body {
        let row = row?;
        let is_number = kind.as_ref().is_some_and(|kind| row.cell(kind).to_uppercase().contains("NUMER"));
        let number = row.cell(&position).parse::<u32>().ok();
        let position = number.map(|number| format!("{number:03}"));
        habits.push(Habit { position, name: row.cell(&name).to_owned(), is_number });
    }
    if habits.is_empty() {
        return Err(ImportError::NoRows { file: HABITS.to_owned() });
    }
    Ok(habits)
}

/// The columns of a file of days; the oldest ones have no row of names.
struct Columns {
    date: Column,
    value: Column,
    notes: Column,
}

impl Columns {
    fn new() -> Self {
        let column = |name: &str, number| Column { name: name.to_owned(), number };
        Self { date: column("Date", 1), value: column("Value", 2), notes: column("Notes", 3) }
    }
}

struct Loop<'f, 'c> {
    file: &'f ForeignFile<'f>,
    columns: &'c Columns,
    habits: BTreeMap<String, NameUse>,
    measures: OwnMeasures<'f>,
}

impl<'c> Loop<'_, 'c> {
    fn days(
        &mut self,
        habit: &Habit,
        name: &str,
        bytes: &[u8],
        found: &mut Found<'c>,
    ) -> Result<(), ImportError> {
        let decoded = decode(name, bytes)?;
        found.choose(None, None, decoded.choice);
        let mut told_thousandths = false;
        let mut unended = None;
        for row in Rows::new(name, &decoded.text, b',') {
            let row = row?;
            unended = (!row.ended).then_some(row.line);
            if row.cell(&self.columns.date) == "Date" {
                continue;
            }
            let outcome = if row.is_empty() { Ok(Outcome::Empty) } else { self.day(habit, &row) };
            if let (false, true, Ok(Outcome::Told(..))) = (told_thousandths, habit.is_number, &outcome)
                && !row.cell(&self.columns.value).contains('.')
            {
                told_thousandths = true;
                found.choose(None, Some(&self.columns.value), Some(ChoiceKind::Thousandths));
            }
            found.row(row.line, outcome)?;
        }
        found.choose(unended, None, unended.map(|_| ChoiceKind::NoFinalLineBreak));
        Ok(())
    }

    fn day(&mut self, habit: &Habit, row: &Row<'_>) -> Result<Outcome<'c>, Stop<'c>> {
        let columns = self.columns;
        let refused = |column, reason| Stop::Row(Some(column), reason);
        row.length(2).or_else(|_| row.length(3)).map_err(|reason| Stop::Row(None, reason))?;
        let day: LogicalDate = row
            .cell(&columns.date)
            .parse()
            .map_err(|_| refused(&columns.date, RowReason::NoSuchTime { format: "%Y-%m-%d".to_owned() }))?;
        let (value, notes) = (row.cell(&columns.value), row.cell(&columns.notes));
        let mark = Mark::read(value, habit.is_number).ok_or_else(|| {
            let marks = Invalid::Code { field: "a day of yes or no", allowed: MARKS.to_owned() };
            let rule = RowReason::Rule(marks);
            refused(
                &columns.value,
                if habit.is_number { RowReason::NotANumber(DecimalMark::Point) } else { rule },
            )
        })?;
        let mut content = Content::new(CONTENT);
        content.add("habit", &habit.name);
        content.add("day", &day.to_string());
        content.add("value", &mark.said());
        content.add("notes", notes);
        let mut told = Told::new(When::Day(day));
        match mark {
            Mark::Number(number) => {
                let taken = self.measures.take(&habit.name, || Kind::number(Frame::DayOverall));
                let taken = taken.map_err(|refused| Stop::name(refused, &columns.value, self.file.name))?;
                let Taken::As(measure) = taken else { return Ok(Outcome::LeftOut) };
                self.measures.see(measure, number, false);
                told.values.push(Given { measure, number, of_moment: false, column: &columns.value });
            }
            Mark::Done => match self.practice(&habit.name)? {
                Some(kind) => told.practice = Some(kind),
                None => return Ok(Outcome::LeftOut),
            },
            Mark::Nothing => {}
        }
        if !notes.is_empty() {
            let words = format!("{}: {notes}", habit.name);
            told.note = note(&words).map_err(|rule| refused(&columns.notes, RowReason::Rule(rule)))?;
        }
        if told.values.is_empty() && told.practice.is_none() && told.note.is_none() {
            return Ok(Outcome::Empty);
        }
        Ok(Outcome::Told(Box::new(told), content))
    }

    /// The practice that a habit is; none when it is left out.
    fn practice(&mut self, habit: &str) -> Result<Option<PracticeKind>, Stop<'c>> {
        let column = &self.columns.value;
        let name = Name::new(habit).ok_or(Stop::Row(Some(column), RowReason::Asked))?;
        let kind = match self.file.answers.of(&name) {
            Some(Answer::Skip) => Some(None),
            Some(Answer::Practice(kind)) => Some(Some(*kind)),
            None => practice(&name.key()).map(Some),
            Some(_) => {
                return Err(Stop::File(ImportError::Answer {
                    takes: "for a habit of yes and no, a practice or skip",
                }));
            }
        };
        let becomes = match kind {
            Some(Some(kind)) => Becomes::Practice(kind),
            Some(None) => Becomes::LeftOut,
            None => Becomes::Asked { takes: TAKES },
        };
        let used = self.habits.entry(name.key()).or_insert(NameUse { name, becomes, rows: 0 });
        used.rows = used.rows.saturating_add(1);
        kind.ok_or(Stop::Row(Some(column), RowReason::Asked))
    }
}

/// What one day of a habit says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// The person ticked it.
    Done,
    Number(Milli),
    /// Not done, skipped, not known, or ticked by the app itself.
    Nothing,
}

impl Mark {
    fn read(text: &str, is_number: bool) -> Option<Self> {
        let amount = || {
            // The app writes whole numbers, and they are thousandths.
            let number = if text.contains('.') {
                Milli::parse(text, DecimalMark::Point).ok()
            } else {
                text.parse().ok().and_then(|thousandths| Milli::new(thousandths).ok())
            };
            number.map(Self::Number)
        };
        match (text, is_number) {
            ("SKIP" | "3" | "UNKNOWN" | "-1" | "", _) | ("NO" | "0" | "YES_AUTO" | "1", false) => {
                Some(Self::Nothing)
            }
            ("YES_MANUAL" | "2", false) => Some(Self::Done),
            // A nought is written as the mark of the same number.
            ("NO", true) => Some(Self::Number(Milli::whole(0))),
            // No thousandth can be typed in the app, so these would be marks, and none that a habit of numbers has.
            ("2" | "1", true) | (_, false) => None,
            (_, true) => amount(),
        }
    }

    /// In one form for all versions of the app.
    fn said(self) -> String {
        match self {
            Self::Done => "done".to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Nothing => "nothing".to_owned(),
        }
    }
}

/// The archive, opened.
struct Packed<'f> {
    file: &'f str,
    archive: ZipArchive<Cursor<&'f [u8]>>,
    /// What stands before each name: the folder that was packed, if one was.
    prefix: String,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<'f> Packed<'f> {
    fn open(file: &'f str, bytes: &'f [u8]) -> Result<Self, ImportError> {
        if bytes.is_empty() {
            return Err(ImportError::Empty { file: file.to_owned() });
        }
        let foreign = || ImportError::NoHabits { file: file.to_owned() };
        if !super::App::is_archive(bytes) {
            return Err(foreign());
        }
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| ImportError::Archive { file: file.to_owned() })?;
        let prefix = archive
            .file_names()
            .filter_map(|name| Some(name.ok()?.strip_suffix(HABITS)?.to_owned()))
            .filter(|prefix| prefix.is_empty() || prefix.ends_with('/'))
            .min_by_key(String::len)
            .ok_or_else(foreign)?;
        Ok(Self { file, archive, prefix, left: MOST_BYTES })
    }

    fn no_habits(&self) -> ImportError {
        ImportError::NoHabits { file: self.file.to_owned() }
    }

    /// The names of the files of days, behind the prefix, by the position of their habit.
    fn days(&self) -> BTreeMap<String, String> {
        let mut days = BTreeMap::new();
        for name in self.archive.file_names().filter_map(Result::ok) {
            let Some(name) = name.strip_prefix(&self.prefix) else { continue };
            let Some(folder) = name.strip_suffix(CHECKMARKS) else { continue };
            let (position, _) = folder.split_once(' ').unwrap_or((folder, ""));
            if !folder.contains('/') && position.len() >= 3 && position.bytes().all(|b| b.is_ascii_digit()) {
                days.entry(position.to_owned()).or_insert_with(|| name.to_owned());
            }
        }
        days
    }

    /// The bytes of a file of the archive; none when there is no such file.
    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let broken = || ImportError::Archive { file: self.file.to_owned() };
        let packed = match self.archive.by_name(&format!("{}{name}", self.prefix)) {
            Ok(packed) => packed,
            Err(::zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(_) => return Err(broken()),
        };
        let mut bytes = Vec::new();
        packed.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        let read = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self
            .left
            .checked_sub(read)
            .ok_or_else(|| ImportError::TooLarge { file: self.file.to_owned(), limit: Limit::Bytes })?;
        Ok(Some(bytes))
    }
}
