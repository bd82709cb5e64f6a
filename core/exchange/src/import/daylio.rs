//! What does an export of Daylio say? One row is one check-in: a mood word, activities, scales, a title and a note.
//!
//! The five moods are a measure of their own, 1 to 5: nothing is stretched onto another scale. Refuses to guess which of
//! the five a renamed word is; it is asked. Of the date columns only `full_date` is independent of the phone's language;
//! the oldest exports have a year and a day in English words instead.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use tidemark_model::{DecimalMark, Direction, Entropy, Frame, LogicalDate, Milli, PracticeKind};

use super::answers::Answer;
use super::clock::clock;
use super::foreign_file::{ForeignFile, Found, Given, Outcome, Stop, Told, When};
use super::markup;
use super::name::{Becomes, Name, NameUse};
use super::own_measure::{Kind, OwnMeasures, Taken};
use super::practice_words::practice;
use super::{ChoiceKind, Import};
use crate::decode::decode;
use crate::identity::Content;
use crate::note::note;
use crate::table::{Header, Row, delimiter, table};
use crate::{Column, ImportError, RowReason};

const FORMAT: &str = "daylio";
/// Format and version of how rows are told apart; another text makes all rows of earlier imports new.
const CONTENT: &str = "tidemark daylio 1";
/// The words that Daylio starts with, in English.
const MOODS: [(&str, i32); 5] = [("rad", 5), ("good", 4), ("meh", 3), ("bad", 2), ("awful", 1)];
const TAKES: &str = "a number from 1, the lowest mood, to 5, the highest, or skip";

/// Whether a header is one of Daylio's.
pub(super) fn has(header: &Header) -> bool {
    header.has(&["mood", "activities", "time"])
        && (header.has(&["full_date"]) || header.has(&["year", "date", "weekday"]))
}

pub(super) fn read(file: &ForeignFile<'_>, entropy: &mut dyn Entropy) -> Result<Import, ImportError> {
    let decoded = decode(file.name, file.bytes)?;
    let (header, mut body) = table(file.name, &decoded.text, delimiter(&decoded.text))?;
    let columns = Columns::find(&header)?;
    let mut reader = Daylio {
        file,
        columns: &columns,
        moods: BTreeMap::new(),
        activities: BTreeMap::new(),
        measures: OwnMeasures::new(file.known, file.answers, "daylio", "Daylio"),
    };
    let mut found = Found::new(file.name, decoded.choice);
    found.body(&header, &mut body, |row| reader.row(row))?;
    let names = reader.moods.into_values().chain(reader.activities.into_values()).collect();
    found.import(file, FORMAT, reader.measures, names, entropy)
}

struct Columns {
    date: Date,
    time: Column,
    mood: Column,
    activities: Option<Column>,
    scales: Option<Column>,
    title: Option<Column>,
    note: Option<Column>,
}

enum Date {
    Full(Column),
    YearAndDay(Column, Column),
}

struct Daylio<'f, 'c> {
    file: &'f ForeignFile<'f>,
    columns: &'c Columns,
    moods: BTreeMap<String, NameUse>,
    activities: BTreeMap<String, NameUse>,
    measures: OwnMeasures<'f>,
}

impl Columns {
    fn find(header: &Header) -> Result<Self, ImportError> {
        let date = match header.may("full_date")? {
            None if header.has(&["year"]) => Date::YearAndDay(header.column("year")?, header.column("date")?),
            _ => Date::Full(header.column("full_date")?),
        };
        Ok(Self {
            date,
            time: header.column("time")?,
            mood: header.column("mood")?,
            activities: header.may("activities")?,
            scales: header.may("scales")?,
            title: header.may("note_title")?,
            note: header.may("note")?,
        })
    }

    fn day(&self, row: &Row<'_>) -> Result<LogicalDate, Stop<'_>> {
        let refused = |column, format: &str| {
            Stop::Row(Some(column), RowReason::NoSuchTime { format: format.to_owned() })
        };
        match &self.date {
            Date::Full(column) => row.cell(column).parse().map_err(|_| refused(column, "%Y-%m-%d")),
            Date::YearAndDay(year, day) => {
                let text = format!("{} {}", row.cell(day), row.cell(year));
                let formats = ["%d %B %Y", "%B %d %Y"];
                let date = formats.iter().find_map(|format| NaiveDate::parse_from_str(&text, format).ok());
                let date = date.ok_or_else(|| refused(day, "%d %B"))?;
                LogicalDate::new(date).map_err(|rule| Stop::Row(Some(year), RowReason::Rule(rule)))
            }
        }
    }
}

impl<'c> Daylio<'_, 'c> {
    fn row(&mut self, row: &Row<'_>) -> Result<Outcome<'c>, Stop<'c>> {
        let columns = self.columns;
        let cell = |column: &Option<Column>| column.as_ref().map_or("", |column| row.cell(column));
        let (word, activities, scales) =
            (row.cell(&columns.mood), cell(&columns.activities), cell(&columns.scales));
        let (title, text) = (markup::plain(cell(&columns.title)), markup::plain(cell(&columns.note)));
        let when = self.when(row)?;
        let activities: Vec<&str> = items(activities).collect();
        let mut content = Content::new(CONTENT);
        match &when {
            When::Day(day) => content.add("day", &day.to_string()),
            When::At(at) => content.add("time", &at.said),
        }
        content.add("mood", word);
        content.add("activities", &activities.join(" | "));
        content.add("scales", &items(scales).collect::<Vec<_>>().join(" | "));
        content.add("title", title.trim());
        content.add("note", text.trim());
        let of_moment = matches!(when, When::At(_));
        let mut told = Told::new(when);
        if let When::At(at) = &told.when {
            told.choices.extend(at.choice.map(|kind| (Some(&columns.time), kind)));
        }
        let mut words = vec![title, text];
        if !word.is_empty() {
            let Some(number) = self.mood(word)? else { return Ok(Outcome::LeftOut) };
            told.values.extend(self.value("Mood", number, &columns.mood, of_moment)?);
            // Two words may stand for one number; a word of the person's own is theirs to keep.
            if !MOODS.iter().any(|(usual, _)| word.eq_ignore_ascii_case(usual)) {
                words.push(format!("Mood: {word}"));
            }
        }
        if let Some(column) = &columns.scales {
            for item in items(scales) {
                match self.scale(item, column, of_moment)? {
                    Some(value) if !told.values.iter().any(|given| given.measure == value.measure) => {
                        told.values.push(value);
                    }
                    _ => {
                        told.choices.push((Some(column), ChoiceKind::ScaleAsWords));
                        words.push(item.to_owned());
                    }
                }
            }
        }
        for activity in &activities {
            let chip = self.activity(activity);
            told.chips.extend(chip.filter(|kind| !told.chips.contains(kind)));
        }
        if !activities.is_empty() {
            words.push(format!("Activities: {}", activities.join(" | ")));
        }
        words.retain(|piece| !piece.trim().is_empty());
        let column = columns.note.as_ref().or(columns.activities.as_ref());
        told.note = note(&words.join("\n")).map_err(|rule| Stop::Row(column, RowReason::Rule(rule)))?;
        if told.values.is_empty() && told.note.is_none() {
            return Ok(Outcome::Empty);
        }
        Ok(Outcome::Told(Box::new(told), content))
    }

    fn when(&self, row: &Row<'_>) -> Result<When, Stop<'c>> {
        let columns = self.columns;
        let day = columns.day(row)?;
        let time = row.cell(&columns.time);
        if time.is_empty() {
            return Ok(When::Day(day));
        }
        let format = "%H:%M".to_owned();
        let time = clock(time).ok_or(Stop::Row(Some(&columns.time), RowReason::NoSuchTime { format }))?;
        self.file.at(day.date().and_time(time), &columns.time).map(When::At)
    }

    /// The number of a mood word; none when it is left out.
    fn mood(&mut self, word: &str) -> Result<Option<Milli>, Stop<'c>> {
        let column = &self.columns.mood;
        let name = Name::new(word).ok_or(Stop::Row(Some(column), RowReason::Needed))?;
        let number = match self.file.answers.of(&name) {
            Some(Answer::Skip) => Some(None),
            Some(Answer::Number(number)) if (1..=5).any(|step| Milli::whole(step) == *number) => {
                Some(Some(*number))
            }
            // What is said of an activity of the same name says nothing of the mood.
            None | Some(Answer::Practice(_)) => {
                let usual = MOODS.iter().find(|(usual, _)| name.key() == *usual);
                usual.map(|(_, step)| Some(Milli::whole(*step)))
            }
            Some(_) => {
                return Err(Stop::File(ImportError::Answer {
                    takes: "for a mood word, 1, 2, 3, 4, 5 or skip",
                }));
            }
        };
        let measure = tidemark_model::MeasureId::new("daylio_mood");
        let becomes = match (number, measure) {
            (Some(Some(number)), Ok(measure)) => Becomes::Number { measure, number },
            (Some(None), _) => Becomes::LeftOut,
            _ => Becomes::Asked { takes: TAKES },
        };
        let used = self.moods.entry(name.key()).or_insert(NameUse { name, becomes, rows: 0 });
        used.rows = used.rows.saturating_add(1);
        number.ok_or(Stop::Row(Some(column), RowReason::Asked))
    }

    fn value(
        &mut self,
        name: &str,
        number: Milli,
        column: &'c Column,
        of_moment: bool,
    ) -> Result<Option<Given<'c>>, Stop<'c>> {
        let kind = || match name {
            "Mood" => Kind::number(Frame::RightNow).steps(1, 5, Direction::HigherBetter),
            _ => Kind::number(Frame::RightNow),
        };
        match self.measures.take(name, kind).map_err(|refused| Stop::name(refused, column, self.file.name))? {
            Taken::LeftOut => Ok(None),
            Taken::As(measure) => {
                self.measures.see(measure, number, of_moment);
                Ok(Some(Given { measure, number, of_moment, column }))
            }
        }
    }

    /// The value of one item of the scales, `Stress: 4`; none when it has no plain number.
    fn scale(
        &mut self,
        item: &str,
        column: &'c Column,
        of_moment: bool,
    ) -> Result<Option<Given<'c>>, Stop<'c>> {
        let Some((name, number)) = item.rsplit_once(':') else { return Ok(None) };
        // A no-break space stands before the number.
        let Ok(number) = Milli::parse(number.trim(), DecimalMark::Point) else { return Ok(None) };
        if name.trim().is_empty() {
            return Ok(None);
        }
        self.value(name.trim(), number, column, of_moment)
    }

    fn activity(&mut self, word: &str) -> Option<PracticeKind> {
        let name = Name::new(word)?;
        let kind = match self.file.answers.of(&name) {
            Some(Answer::Practice(kind)) => Some(*kind),
            Some(Answer::Skip) => None,
            _ => practice(&name.key()),
        }?;
        let new = NameUse { name: name.clone(), becomes: Becomes::Practice(kind), rows: 0 };
        let used = self.activities.entry(name.key()).or_insert(new);
        used.rows = used.rows.saturating_add(1);
        Some(kind)
    }
}

fn items(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|item| !item.is_empty())
}
