//! A column of the CSV folder: its name, what it may hold, what it means, and how a record fills it. In one place, so
//! that the table, its description and its documentation cannot disagree.

use std::borrow::Cow;

use tidemark_model::{Content, Moment, Recorded, RecordedBy, Stamp};

use super::guard::guard;

pub(super) use tidemark_model::FieldKind as Kind;

/// One column.
pub(super) struct Field<'f, T> {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// Whether every row has it.
    pub(super) required: bool,
    pub(super) about: &'static str,
    cell: Box<dyn Fn(&T) -> String + 'f>,
}

impl<T> Field<'_, T> {
    /// What a record says in this column, as it is; empty when it says nothing.
    pub(super) fn text(&self, record: &T) -> String {
        (self.cell)(record)
    }

    /// The cell of a record, guarded where it is a person's words.
    pub(super) fn cell(&self, record: &T) -> String {
        let cell = self.text(record);
        match self.kind {
            Kind::Text(_) | Kind::List => match guard(&cell) {
                Cow::Owned(guarded) => guarded,
                Cow::Borrowed(_) => cell,
            },
            _ => cell,
        }
    }
}

/// A column that every row fills.
pub(super) fn always<'f, T>(
    name: &'static str,
    kind: Kind,
    about: &'static str,
    cell: impl Fn(&T) -> String + 'f,
) -> Field<'f, T> {
    Field { name, kind, required: true, about, cell: Box::new(cell) }
}

/// A column that may be empty.
pub(super) fn perhaps<'f, T, C: ToString>(
    name: &'static str,
    kind: Kind,
    about: &'static str,
    cell: impl Fn(&T) -> Option<C> + 'f,
) -> Field<'f, T> {
    let cell = move |record: &T| cell(record).map(|c| c.to_string()).unwrap_or_default();
    Field { name, kind, required: false, about, cell: Box::new(cell) }
}

/// The zone of a moment, when known.
pub(super) fn zone(moment: Moment) -> Option<&'static str> {
    moment.zone.map(tidemark_model::ZoneName::name)
}

/// One of the codes of an enum of the model.
macro_rules! codes {
    ($name:ty) => {
        Kind::Code(<$name>::CODES)
    };
}

pub(super) use codes;

/// Columns of fields that the model declares; a moment is followed by the column of its zone.
///
/// Without `notes`, the person's free notes are left empty.
pub(super) fn declared<T: 'static>(
    fields: &'static [tidemark_model::Field],
    texts: fn(&T) -> Vec<Option<String>>,
    notes: bool,
) -> Vec<Field<'static, T>> {
    let mut columns: Vec<Field<'static, T>> = Vec::new();
    for (at, field) in fields.iter().enumerate() {
        let hidden = !notes && NOTES.contains(&field.name);
        let text = move |record: &T| texts(record).into_iter().nth(at).flatten().filter(|_| !hidden);
        let column = |name, kind, required, about, cell: Box<dyn Fn(&T) -> String>| Field {
            name,
            kind,
            required,
            about,
            cell,
        };
        let about = field.about.trim();
        if field.kind == Kind::Moment {
            let at =
                move |record: &T| text(record).map(|t| t.split('[').next().unwrap_or_default().to_owned());
            let cell = Box::new(move |record: &T| at(record).unwrap_or_default());
            columns.push(column(field.name, field.kind, field.required, about, cell));
            let zone = move |record: &T| {
                text(record).and_then(|t| Some(t.split_once('[')?.1.trim_end_matches(']').to_owned()))
            };
            let cell = Box::new(move |record: &T| zone(record).unwrap_or_default());
            columns.push(column(
                zone_column(field.name),
                Kind::Word,
                false,
                "IANA zone of that time, when known",
                cell,
            ));
        } else {
            let cell = Box::new(move |record: &T| text(record).unwrap_or_default());
            columns.push(column(field.name, field.kind, field.required, about, cell));
        }
    }
    columns
}

/// Fields that go along only when notes do.
const NOTES: [&str; 2] = ["note", "outcome"];

/// The column that holds the zone of a moment.
pub(super) fn zone_column(name: &str) -> &'static str {
    match name {
        "taken_at" => "taken_zone_id",
        "last_fired_at" => "last_fired_zone_id",
        "next_fire_at" => "next_fire_zone_id",
        "timer_started_at" => "timer_started_zone_id",
        _ => "at_zone_id",
    }
}

/// Columns of a kind of record that has nothing but fields.
pub(super) fn content<T: Content + 'static>(
    id: &'static str,
    notes: bool,
) -> Vec<Field<'static, Recorded<T>>> {
    let mut columns = vec![always(id, Kind::Uuid, "the record", |r: &Recorded<T>| r.id.to_string())];
    columns.extend(declared(T::FIELDS, |r: &Recorded<T>| r.content().texts(), notes));
    columns.extend(stamped(|r: &Recorded<T>| &r.stamp));
    columns
}

/// The columns every table of records ends with.
pub(super) fn stamped<T: 'static>(stamp: impl Fn(&T) -> &Stamp + Copy + 'static) -> [Field<'static, T>; 5] {
    [
        always("recorded_at", Kind::Moment, "when it was written down", move |r| stamp(r).recorded.to_iso()),
        perhaps("zone_id", Kind::Word, "IANA zone of recorded_at, when known", move |r| {
            zone(stamp(r).recorded)
        }),
        always("recorded_by", codes!(RecordedBy), "who wrote it", move |r| {
            stamp(r).recorded_by.code().to_owned()
        }),
        always("source", Kind::Word, "app, widget, cli or import:<format>", move |r| {
            stamp(r).source.to_string()
        }),
        always("revision", Kind::Whole(1, u32::MAX), "1 when new, one more with each edit", move |r| {
            stamp(r).revision.to_string()
        }),
    ]
}
