//! What does an export of Track & Graph say? One row is one check-in with one number of one feature, at a moment.
//!
//! A feature becomes a measure of its own; the file tells neither its range nor its direction. Durations, written
//! `h:mm:ss`, become hours to two decimals, which is told: a diary's measures have no seconds. Older exports have no Label
//! column and write `1.0:label` in Value, as `CSVReadWriterImpl` of the app still reads it.

use tidemark_model::{DecimalMark, Entropy, Frame, Invalid, Moment, Unit};

use super::amount::{Amount, hours};
use super::foreign_file::{ForeignFile, Found, Given, Outcome, Stop, Told, When};
use super::own_measure::{Kind, OwnMeasures, Taken};
use super::{ChoiceKind, Import};
use crate::decode::decode;
use crate::identity::Content;
use crate::note::note;
use crate::table::{Header, Row, delimiter, table};
use crate::when::At;
use crate::{Column, ImportError, RowReason};

const FORMAT: &str = "track_and_graph";
/// Format and version of how rows are told apart; another text makes all rows of earlier imports new.
const CONTENT: &str = "tidemark track_and_graph 1";

/// Whether a header is one of Track & Graph's.
pub(super) fn has(header: &Header) -> bool {
    header.has(&["FeatureName", "Timestamp", "Value"])
}

pub(super) fn read(file: &ForeignFile<'_>, entropy: &mut dyn Entropy) -> Result<Import, ImportError> {
    let decoded = decode(file.name, file.bytes)?;
    let (header, mut body) = table(file.name, &decoded.text, delimiter(&decoded.text))?;
    let columns = Columns {
        feature: header.column("FeatureName")?,
        time: header.column("Timestamp")?,
        value: header.column("Value")?,
        label: header.may("Label")?,
        note: header.may("Note")?,
    };
    let mut measures = OwnMeasures::new(file.known, file.answers, "tg", "Track & Graph");
    let mut found = Found::new(file.name, decoded.choice);
    found.body(&header, &mut body, |row| columns.row(row, file.name, &mut measures))?;
    found.import(file, FORMAT, measures, Vec::new(), entropy)
}

struct Columns {
    feature: Column,
    time: Column,
    value: Column,
    label: Option<Column>,
    note: Option<Column>,
}

impl Columns {
    fn row(
        &self,
        row: &Row<'_>,
        file: &str,
        measures: &mut OwnMeasures<'_>,
    ) -> Result<Outcome<'_>, Stop<'_>> {
        let refused = |column, reason| Stop::Row(Some(column), reason);
        let cell = |column: &Option<Column>| column.as_ref().map_or("", |column| row.cell(column));
        let moment = Moment::parse(row.cell(&self.time)).map_err(|_| {
            refused(&self.time, RowReason::NoSuchTime { format: "%Y-%m-%dT%H:%M:%S%:z".to_owned() })
        })?;
        let amount = Amount::read(row.cell(&self.value));
        let amount = amount.ok_or_else(|| refused(&self.value, RowReason::NotANumber(DecimalMark::Point)))?;
        let label = if self.label.is_some() { cell(&self.label) } else { amount.label };
        let feature = row.cell(&self.feature);
        let lasts = amount.is_duration;
        let kind = || if lasts { durations() } else { Kind::number(Frame::RightNow) };
        let taken =
            measures.take(feature, kind).map_err(|refused| Stop::name(refused, &self.feature, file))?;
        let Taken::As(measure) = taken else { return Ok(Outcome::LeftOut) };
        if measures.unit(measure).is_some_and(|unit| lasts != (unit == Unit::Hour)) {
            let rule =
                Invalid::Field { field: "a feature", allowed: "durations or numbers, as its first row has" };
            return Err(refused(&self.value, RowReason::Rule(rule)));
        }
        measures.see(measure, amount.number, true);
        let mut content = Content::new(CONTENT);
        content.add("feature", feature);
        content.add("time", &moment.to_iso());
        content.add("value", &amount.said);
        content.add("label", label);
        content.add("note", cell(&self.note));
        let at = At { moment, said: String::new(), choice: None };
        let mut told = Told::new(When::At(at));
        if amount.is_rounded {
            told.choices.push((Some(&self.value), ChoiceKind::NearestHundredth));
        }
        told.values.push(Given { measure, number: amount.number, of_moment: true, column: &self.value });
        let column = self.note.as_ref().unwrap_or(&self.value);
        let words = format!("{label}\n{}", cell(&self.note));
        told.note = note(&words).map_err(|rule| refused(column, RowReason::Rule(rule)))?;
        Ok(Outcome::Told(Box::new(told), content))
    }
}

/// Hours, up to a hundred of them to two decimals.
fn durations() -> Kind {
    Kind { unit: Unit::Hour, scale: hours(100), ..Kind::number(Frame::RightNow) }
}
