//! What is every reader of another app's file handed, and how are its rows gone through?
//!
//! Rows are read twice over: what each tells, then, with the scales that all of them together settle, what each becomes.
//! A row that cannot be taken is noted with its line; the others do not wait for it.

use std::sync::Arc;

use chrono::NaiveDateTime;
use sha2::{Digest, Sha256};
use tidemark_model::{
    CheckIn, CheckInId, CheckInParts, DaySource, Entropy, Frame, Identity, Incoming, Invalid, LogicalDate,
    Measure, Milli, Note, Practice, PracticeId, PracticeKind, Record, RecordId, Recorded, RecordedBy, Source,
    Stamp, Value, logical_date,
};

use super::answers::Answers;
use super::name::NameUse;
use super::own_measure::{Finished, OwnMeasures, Place, Refused};
use super::{Choice, ChoiceKind, Import, ImportContext, Rejects, choose};
use crate::error::Limit;
use crate::identity::{Content, Ordinals, RowIdentity};
use crate::rising::Rising;
use crate::table::{Body, Header, MOST_ROWS, Row};
use crate::when::At;
use crate::{Column, ImportError, RowError, RowReason};

/// A file of another app, with what is needed to read it.
#[derive(Clone, Copy, Debug)]
pub(super) struct ForeignFile<'f> {
    /// Its name alone.
    pub(super) name: &'f str,
    pub(super) bytes: &'f [u8],
    /// The measures of the diary, all versions.
    pub(super) known: &'f [Measure],
    pub(super) answers: &'f Answers,
    pub(super) context: &'f ImportContext,
}

impl ForeignFile<'_> {
    /// The moment of a time without a zone.
    pub(super) fn at<'h>(&self, local: NaiveDateTime, column: &'h Column) -> Result<At, Stop<'h>> {
        let zone = self
            .context
            .zone
            .ok_or_else(|| Stop::File(ImportError::NoZone { file: self.name.to_owned() }))?;
        At::local(local, zone).map_err(|reason| Stop::Row(Some(column), reason))
    }
}

/// When a row is about.
#[derive(Clone, Debug)]
pub(super) enum When {
    Day(LogicalDate),
    At(At),
}

/// One number that a row gives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given<'h> {
    pub(super) measure: Place,
    pub(super) number: Milli,
    /// Whether it is about a moment or a part of the day, and not about the day.
    pub(super) of_moment: bool,
    pub(super) column: &'h Column,
}

/// What a row tells.
#[derive(Debug)]
pub(super) struct Told<'h> {
    pub(super) when: When,
    pub(super) values: Vec<Given<'h>>,
    pub(super) note: Option<Note>,
    /// Practices beside the values.
    pub(super) chips: Vec<PracticeKind>,
    /// A practice that is an entry of its own.
    pub(super) practice: Option<PracticeKind>,
    pub(super) choices: Vec<(Option<&'h Column>, ChoiceKind)>,
}

/// What became of a row.
#[derive(Debug)]
pub(super) enum Outcome<'h> {
    /// It tells this, and is known again by its content.
    Told(Box<Told<'h>>, Content),
    /// It says nothing.
    Empty,
    /// The person said to leave it out.
    LeftOut,
}

/// Why a row, or with it the file, is refused.
#[derive(Debug)]
pub(super) enum Stop<'h> {
    Row(Option<&'h Column>, RowReason),
    File(ImportError),
}

impl<'h> Stop<'h> {
    /// A name that becomes no measure, found in a column of a file.
    pub(super) fn name(refused: Refused, column: &'h Column, file: &str) -> Self {
        match refused {
            Refused::Row(reason) => Self::Row(Some(column), reason),
            Refused::File(error) => Self::File(error),
            Refused::TooMany => {
                Self::File(ImportError::TooLarge { file: file.to_owned(), limit: Limit::Names })
            }
        }
    }
}

/// What was found so far.
#[derive(Debug)]
pub(super) struct Found<'h> {
    file: Arc<str>,
    rows: Vec<(Arc<str>, u64, RowIdentity, Box<Told<'h>>)>,
    ordinals: Ordinals,
    rejects: Rejects,
    choices: Vec<Choice>,
    empty_rows: u32,
    left_out_rows: u32,
    local_times: bool,
    seen: u64,
}

impl<'h> Found<'h> {
    pub(super) fn new(file: &str, choice: Option<ChoiceKind>) -> Self {
        let mut found = Self {
            file: file.into(),
            rows: Vec::new(),
            ordinals: Ordinals::default(),
            rejects: Rejects::default(),
            choices: Vec::new(),
            empty_rows: 0,
            left_out_rows: 0,
            local_times: false,
            seen: 0,
        };
        found.choose(None, None, choice);
        found
    }

    /// Goes on with another file of the same archive.
    pub(super) fn file(&mut self, name: &str) {
        self.file = name.into();
    }

    /// Notes a choice, when there was one.
    pub(super) fn choose(&mut self, line: Option<u64>, column: Option<&Column>, kind: Option<ChoiceKind>) {
        if let Some(kind) = kind {
            choose(
                &mut self.choices,
                Choice { file: self.file.to_string(), line, column: column.cloned(), kind },
            );
        }
    }

    /// Goes through all rows below a header.
    pub(super) fn body(
        &mut self,
        header: &Header,
        body: &mut Body<'_>,
        mut read: impl FnMut(&Row<'_>) -> Result<Outcome<'h>, Stop<'h>>,
    ) -> Result<(), ImportError> {
        let mut rows = 0_u64;
        for row in &mut *body {
            let row = row?;
            rows += 1;
            let outcome = if row.is_empty() {
                Ok(Outcome::Empty)
            } else {
                row.length(header.len()).map_err(|reason| Stop::Row(None, reason)).and_then(|()| read(&row))
            };
            self.row(row.line, outcome)?;
        }
        if rows == 0 {
            return Err(ImportError::NoRows { file: self.file.to_string() });
        }
        if let Some(line) = body.unended {
            self.choose(Some(line), None, Some(ChoiceKind::NoFinalLineBreak));
        }
        Ok(())
    }

    /// Keeps what became of a row.
    pub(super) fn row(
        &mut self,
        line: u64,
        outcome: Result<Outcome<'h>, Stop<'h>>,
    ) -> Result<(), ImportError> {
        self.seen += 1;
        if self.seen > MOST_ROWS {
            return Err(ImportError::TooLarge { file: self.file.to_string(), limit: Limit::Rows });
        }
        match outcome {
            Ok(Outcome::Told(mut told, content)) => {
                let identity = self.ordinals.row(content);
                for (column, kind) in std::mem::take(&mut told.choices) {
                    self.choose(Some(line), column, Some(kind));
                }
                self.local_times |= matches!(&told.when, When::At(at) if at.moment.zone.is_some());
                self.rows.push((Arc::clone(&self.file), line, identity, told));
            }
            Ok(Outcome::Empty) => self.empty_rows = self.empty_rows.saturating_add(1),
            Ok(Outcome::LeftOut) => self.left_out_rows = self.left_out_rows.saturating_add(1),
            Err(Stop::Row(column, reason)) => {
                self.rejects.row([RowError {
                    file: self.file.to_string(),
                    line,
                    column: column.cloned(),
                    reason,
                }]);
            }
            Err(Stop::File(error)) => return Err(error),
        }
        Ok(())
    }

    /// Makes the records.
    pub(super) fn import(
        mut self,
        file: &ForeignFile<'_>,
        format: &'static str,
        measures: OwnMeasures<'_>,
        mut names: Vec<NameUse>,
        entropy: &mut dyn Entropy,
    ) -> Result<Import, ImportError> {
        let mut finished = measures.finish()?;
        names.append(&mut finished.names);
        names.sort_by(|one, other| {
            one.name.key().cmp(&other.name.key()).then_with(|| one.name.cmp(&other.name))
        });
        let entropy = &mut Rising::new(entropy);
        let mut records = Vec::new();
        for (name, line, identity, told) in self.rows {
            let incoming = |part, record| Incoming {
                file: Arc::clone(&name),
                line,
                identity: identity.of(part),
                record,
            };
            match told.records(format, &finished, file.context, entropy) {
                Ok(made) => records.extend(made.into_iter().map(|(part, record)| incoming(part, record))),
                Err(Stop::File(error)) => return Err(error),
                Err(Stop::Row(column, reason)) => {
                    let column = column.cloned();
                    self.rejects.row([RowError { file: name.to_string(), line, column, reason }]);
                }
            }
        }
        // Rows whose scale was refused come last; people read by line.
        self.rejects.kept.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        let name: Arc<str> = file.name.into();
        let measure = |m| Incoming {
            file: Arc::clone(&name),
            line: 1,
            identity: Identity::Id,
            record: Record::Measure(m),
        };
        Ok(Import {
            format,
            file: file.name.to_owned(),
            sha256: Sha256::digest(file.bytes).into(),
            measures: finished.new.into_iter().map(measure).collect(),
            records,
            empty_rows: self.empty_rows,
            left_out_rows: self.left_out_rows,
            names,
            zone: file.context.zone.filter(|_| self.local_times),
            mapping: crate::Mapping::default(),
            choices: self.choices,
            rejected: self.rejects.kept,
            rejected_rows: self.rejects.rows,
        })
    }
}

impl<'h> Told<'h> {
    /// A row that so far tells when.
    pub(super) fn new(when: When) -> Self {
        let (values, chips, choices) = (Vec::new(), Vec::new(), Vec::new());
        Self { when, values, note: None, chips, practice: None, choices }
    }

    fn records(
        self,
        format: &str,
        finished: &Finished,
        context: &ImportContext,
        entropy: &mut dyn Entropy,
    ) -> Result<Vec<(&'static str, Record)>, Stop<'h>> {
        let rule = |rule: Invalid| Stop::Row(None, RowReason::Rule(rule));
        let stamp = Stamp::new(context.recorded, RecordedBy::Own, Source::import(format).map_err(rule)?);
        let (day, day_source, rated) = match &self.when {
            When::Day(day) => (*day, DaySource::User, None),
            When::At(at) => {
                let day = logical_date(at.moment, context.rollover).map_err(rule)?;
                (day, DaySource::Clock, Some(at.moment))
            }
        };
        let values = self.values.iter().map(|given| given.value(finished)).collect::<Result<Vec<_>, _>>()?;
        let mut records = Vec::new();
        if !values.is_empty() || self.note.is_some() || !self.chips.is_empty() {
            let check_in = CheckIn::new(CheckInParts {
                id: CheckInId::generate(context.recorded.instant, entropy),
                stamp: stamp.clone(),
                logical_date: day,
                rollover: context.rollover,
                day_source,
                rated,
                note: self.note,
                practices: self.chips,
                values,
            });
            records.push(("check_in", Record::CheckIn(check_in.map_err(rule)?)));
        }
        if let Some(kind) = self.practice {
            let id = PracticeId::generate(context.recorded.instant, entropy);
            let practice = Practice { logical_date: day, kind, minutes: None };
            records.push(("practice", Recorded::new(id, stamp, practice).map_err(rule)?.into()));
        }
        Ok(records)
    }
}

impl<'h> Given<'h> {
    fn value(&self, finished: &Finished) -> Result<Value, Stop<'h>> {
        let refused = |reason| Stop::Row(Some(self.column), reason);
        let measure = finished.measure(self.measure).ok_or_else(|| refused(RowReason::NoScale))?;
        let frame = match measure.frame() {
            Frame::RightNow if !self.of_moment => Frame::DayOverall,
            own => own,
        };
        Value::recorded(measure, frame, self.number).map_err(|rule| refused(RowReason::Rule(rule)))
    }
}
