//! A column of the CSV folder: its name, what it may hold, what it means, and how a record fills it. In one place, so
//! that the table, its description and its documentation cannot disagree.

use std::borrow::Cow;

use tidemark_model::{Moment, RecordedBy, Stamp};

use super::guard::guard;

/// What a column may hold.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Words of a person, guarded; at most so many characters.
    Text(usize),
    /// A name or code that cannot start a formula.
    Word,
    /// One of a list.
    Code(fn() -> Vec<&'static str>),
    /// Several of a list or of names, joined by ` | `.
    List,
    /// An id.
    Uuid,
    /// `YYYY-MM-DD`.
    Date,
    /// ISO 8601 with offset.
    Moment,
    /// `hh:mm`.
    Clock,
    /// A decimal.
    Number,
    /// A whole number, with its lowest and highest.
    Whole(u32, u32),
    /// `true` or `false`.
    YesNo,
}

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
    /// The cell of a record, guarded where it is a person's words.
    pub(super) fn cell(&self, record: &T) -> String {
        let cell = (self.cell)(record);
        match self.kind {
            Kind::Text(_) => match guard(&cell) {
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
        Kind::Code(|| <$name>::ALL.iter().map(|one| one.code()).collect())
    };
}

pub(super) use codes;

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
