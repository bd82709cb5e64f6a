//! What does an export of Bearable say? One row is one reading, and its category says of what.
//!
//! Mood is 1 to 10, energy 1 to 5, quality of sleep 1 to 4, a symptom 0 to 4, a rating of the person's own 1 to 5: each is a
//! measure of its own with the app's numbers. Factors, medicines and meals are words in a note: a dose there is no plan of
//! doses here. A part of the day (`am`, `mid`, `pm`, `pre`) is no clock time and gets none; it stays as a word. The file
//! of 2020 lacks `date formatted` and writes `8th Dec 2021`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use tidemark_model::{DecimalMark, Direction, Entropy, Frame, LogicalDate, Milli, PracticeKind, Unit};

use super::Import;
use super::amount::{Amount, hours};
use super::answers::Answer;
use super::clock::clock;
use super::foreign_file::{ForeignFile, Found, Given, Outcome, Stop, Told, When};
use super::name::{Becomes, Name, NameUse};
use super::own_measure::{Kind, OwnMeasures, Taken};
use super::practice_words::practice;
use crate::decode::decode;
use crate::identity::Content;
use crate::note::note;
use crate::table::{Header, Row, delimiter, table};
use crate::{Column, ImportError, RowReason};

const FORMAT: &str = "bearable";
/// Format and version of how rows are told apart; another text makes all rows of earlier imports new.
const CONTENT: &str = "tidemark bearable 1";

/// Categories whose amounts are no ratings: doses, portions, kinds.
const WORDS: [&str; 10] = [
    "Bowel Movements",
    "Bowel movements",
    "Factors",
    "Food Diary",
    "Food Diary factors",
    "Gratitudes",
    "Meds/Supplements",
    "Notes",
    "Nutrition",
    "Sleep factors",
];
/// The app's own words for its numbers; beside the number they say nothing more.
const LEVELS: [&str; 8] = ["v. low", "low", "ok", "high", "v. high", "poor", "good", "great"];
const SEVERITIES: [&str; 6] = ["none", "mild", "moderate", "severe", "unbearable", "extreme"];

/// Whether a header is one of Bearable's.
pub(super) fn has(header: &Header) -> bool {
    header.has(&["date", "time of day", "category", "rating/amount"])
}

pub(super) fn read(file: &ForeignFile<'_>, entropy: &mut dyn Entropy) -> Result<Import, ImportError> {
    let decoded = decode(file.name, file.bytes)?;
    let (header, mut body) = table(file.name, &decoded.text, delimiter(&decoded.text))?;
    let columns = Columns {
        date: header.column("date")?,
        iso: header.may("date formatted")?,
        time: header.column("time of day")?,
        category: header.column("category")?,
        rating: header.column("rating/amount")?,
        detail: header.may("detail")?,
        notes: header.may("notes")?,
    };
    let mut reader = Bearable {
        file,
        columns: &columns,
        words: BTreeMap::new(),
        measures: OwnMeasures::new(file.known, file.answers, "bearable", "Bearable"),
    };
    let mut found = Found::new(file.name, decoded.choice);
    found.body(&header, &mut body, |row| reader.row(row))?;
    found.import(file, FORMAT, reader.measures, reader.words.into_values().collect(), entropy)
}

struct Columns {
    date: Column,
    iso: Option<Column>,
    time: Column,
    category: Column,
    rating: Column,
    detail: Option<Column>,
    notes: Option<Column>,
}

struct Bearable<'f, 'c> {
    file: &'f ForeignFile<'f>,
    columns: &'c Columns,
    words: BTreeMap<String, NameUse>,
    measures: OwnMeasures<'f>,
}

/// What a category's rating is.
enum Reading<'r> {
    /// A number of a measure of that name, of that kind.
    Number(&'r str, Milli, Kind),
    Words,
}

impl<'c> Bearable<'_, 'c> {
    fn row(&mut self, row: &Row<'_>) -> Result<Outcome<'c>, Stop<'c>> {
        let columns = self.columns;
        let cell = |column: &Option<Column>| column.as_ref().map_or("", |column| row.cell(column));
        let (category, rating) = (row.cell(&columns.category), row.cell(&columns.rating));
        let (detail, notes) = (cell(&columns.detail), cell(&columns.notes));
        if category.is_empty() {
            return Err(Stop::Row(Some(&columns.category), RowReason::Needed));
        }
        let day = columns.day(row)?;
        let (when, part) = self.when(day, row.cell(&columns.time))?;
        let mut content = Content::new(CONTENT);
        content.add("day", &day.to_string());
        if let When::At(at) = &when {
            content.add("time", &at.said);
        }
        for (name, piece) in
            [("part", part), ("category", category), ("rating", rating), ("detail", detail), ("notes", notes)]
        {
            content.add(name, piece);
        }
        let is_day = matches!(when, When::Day(_)) && part.is_empty();
        let mut told = Told::new(when);
        if let When::At(at) = &told.when {
            told.choices.extend(at.choice.map(|kind| (Some(&columns.time), kind)));
        }
        let mut words = vec![part.to_owned()];
        match columns.reading(category, rating, detail)? {
            Reading::Number(name, number, kind) => {
                let taken = self.measures.take(name, || kind);
                let taken =
                    taken.map_err(|refused| Stop::name(refused, &columns.category, self.file.name))?;
                let Taken::As(measure) = taken else { return Ok(Outcome::LeftOut) };
                self.measures.see(measure, number, !is_day);
                told.values.push(Given { measure, number, of_moment: !is_day, column: &columns.rating });
                let is_level = LEVELS.iter().any(|level| detail.eq_ignore_ascii_case(level));
                let is_name = category == "Symptom" || category == "Health measurements";
                words.push(if is_level || is_name { String::new() } else { detail.to_owned() });
            }
            Reading::Words => {
                if self.is_left_out(category) {
                    return Ok(Outcome::LeftOut);
                }
                words.push(format!("{category}: {}", [detail, rating].join(" ").trim()));
                for item in detail.split('|') {
                    let chip = self.chip(item.trim());
                    told.chips.extend(chip.filter(|kind| !told.chips.contains(kind)));
                }
            }
        }
        words.push(notes.to_owned());
        words.retain(|piece| !piece.trim().is_empty());
        let column = columns.notes.as_ref().or(columns.detail.as_ref());
        told.note = note(&words.join("\n")).map_err(|rule| Stop::Row(column, RowReason::Rule(rule)))?;
        Ok(Outcome::Told(Box::new(told), content))
    }

    /// When the row is about, and the part of the day in its word when it names no clock time.
    fn when<'t>(&self, day: LogicalDate, text: &'t str) -> Result<(When, &'t str), Stop<'c>> {
        match clock(text) {
            Some(time) => {
                let at = self.file.at(day.date().and_time(time), &self.columns.time)?;
                Ok((When::At(at), ""))
            }
            None if text.eq_ignore_ascii_case("all day") => Ok((When::Day(day), "")),
            None => Ok((When::Day(day), text)),
        }
    }

    /// Whether the person said to leave a category out; it is noted either way.
    fn is_left_out(&mut self, category: &str) -> bool {
        let Some(name) = Name::new(category) else { return false };
        let skip = self.file.answers.of(&name) == Some(&Answer::Skip);
        let becomes = if skip { Becomes::LeftOut } else { Becomes::Words };
        let used = self.words.entry(name.key()).or_insert(NameUse { name, becomes, rows: 0 });
        used.rows = used.rows.saturating_add(1);
        skip
    }

    fn chip(&mut self, word: &str) -> Option<PracticeKind> {
        let name = Name::new(word)?;
        let kind = match self.file.answers.of(&name) {
            Some(Answer::Practice(kind)) => Some(*kind),
            Some(Answer::Skip) => None,
            _ => practice(&name.key()),
        }?;
        let new = NameUse { name: name.clone(), becomes: Becomes::Practice(kind), rows: 0 };
        let used = self.words.entry(name.key()).or_insert(new);
        used.rows = used.rows.saturating_add(1);
        Some(kind)
    }
}

impl Columns {
    fn day(&self, row: &Row<'_>) -> Result<LogicalDate, Stop<'_>> {
        if let Some(Ok(day)) = self.iso.as_ref().map(|column| row.cell(column).parse()) {
            return Ok(day);
        }
        let refused = || Stop::Row(Some(&self.date), RowReason::NoSuchTime { format: "%d %b %Y".to_owned() });
        // `8th Dec 2021`: two letters behind the number of the day.
        let text = row.cell(&self.date);
        let digits = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(refused)?;
        let (day, rest) = text.split_at(digits);
        let rest =
            ["st ", "nd ", "rd ", "th "].iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
        let date = NaiveDate::parse_from_str(&format!("{day} {}", rest.trim()), "%d %b %Y")
            .map_err(|_| refused())?;
        LogicalDate::new(date).map_err(|rule| Stop::Row(Some(&self.date), RowReason::Rule(rule)))
    }

    /// What the rating of a row is, by its category.
    fn reading<'r>(&self, category: &'r str, rating: &str, detail: &'r str) -> Result<Reading<'r>, Stop<'_>> {
        if rating.is_empty() || WORDS.contains(&category) {
            return Ok(Reading::Words);
        }
        let refused = |reason| Stop::Row(Some(&self.rating), reason);
        let number = Milli::parse(rating, DecimalMark::Point);
        let needed = || number.clone().map_err(|_| refused(RowReason::NotANumber(DecimalMark::Point)));
        let moment = Kind::number(Frame::RightNow);
        let night = Kind::number(Frame::LastNight);
        Ok(match category {
            "Mood" => Reading::Number(category, needed()?, moment.steps(1, 10, Direction::HigherBetter)),
            "Energy" => Reading::Number(category, needed()?, moment.steps(1, 5, Direction::HigherBetter)),
            "Sleep quality" => {
                Reading::Number(category, needed()?, night.steps(1, 4, Direction::HigherBetter))
            }
            "Sleep" => {
                let format = "%H:%M".to_owned();
                let slept = Amount::of_minutes(rating).ok_or(refused(RowReason::NoSuchTime { format }))?;
                let kind = Kind { unit: Unit::Hour, scale: hours(24), ..night };
                Reading::Number(category, slept.number, kind)
            }
            "Symptom" => {
                let kind = moment.steps(0, 4, Direction::HigherWorse);
                let kind = Kind { anchors: ("none", "unbearable"), ..kind };
                Reading::Number(symptom(detail), needed()?, kind)
            }
            _ => match number {
                Ok(number) if category == "Health measurements" && !detail.is_empty() => {
                    Reading::Number(detail, number, moment)
                }
                // A rating of the person's own, which the app takes from 1 to 5.
                Ok(number) => {
                    let usual = Kind::number(Frame::RightNow).steps(1, 5, Direction::Neutral).scale;
                    Reading::Number(category, number, Kind { usual, ..moment })
                }
                Err(_) => Reading::Words,
            },
        })
    }
}

/// The name of a symptom, without the word for its number behind it: `Neck pain (Mild)`.
fn symptom(detail: &str) -> &str {
    let bare = detail.strip_suffix(')').and_then(|detail| detail.rsplit_once('('));
    match bare {
        Some((name, word)) if SEVERITIES.iter().any(|severity| word.eq_ignore_ascii_case(severity)) => {
            name.trim()
        }
        _ => detail,
    }
}
