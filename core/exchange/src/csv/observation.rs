//! One rating as a row that reads alone: the value, its scale, its day and the entry it stands in.

use std::collections::BTreeMap;

use tidemark_model::{
    CheckIn, Direction, EntryMode, Frame, LogicalDate, Measure, Moment, RecordId, Records, Rollover, Session,
    SessionRating, Stamp, Unit, Value, ValueId, entry_mode, logical_date,
};

use super::field::{Field, Kind, always, codes, perhaps, zone};
use crate::ExportError;

/// What a rating stands in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Entry<'r> {
    /// A check-in.
    Daily(&'r CheckIn),
    /// Ratings of one phase of a session.
    Around(&'r SessionRating, &'r Session),
}

/// One row of `observations.csv`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Observation<'r> {
    pub(super) entry: Entry<'r>,
    pub(super) value: &'r Value,
    pub(super) measure: &'r Measure,
    /// Whether it is the first row of its entry, which carries the entry's note.
    pub(super) first: bool,
}

/// All ratings and skips: those of check-ins, then those around sessions, each as the person answered them.
pub(super) fn observations(records: &Records) -> Result<Vec<Observation<'_>>, ExportError> {
    let mut rows = Vec::new();
    let sessions: BTreeMap<_, _> = records.sessions.iter().map(|s| (s.id(), s)).collect();
    let measures: BTreeMap<_, _> = records.measures.iter().map(|m| (m.reference(), m)).collect();
    let daily = records.check_ins.iter().map(|c| Ok((Entry::Daily(c), c.parts().values.as_slice())));
    let around = records.session_ratings.iter().map(|r| {
        let session = sessions
            .get(&r.parts().session)
            .copied()
            .ok_or_else(|| dangling("session_rating", &r.parts().id, "session"))?;
        Ok((Entry::Around(r, session), r.parts().values.as_slice()))
    });
    for entry in daily.chain(around) {
        let (entry, values) = entry?;
        for (index, value) in values.iter().enumerate() {
            let measure = measures
                .get(value.measure())
                .copied()
                .ok_or_else(|| dangling(entry.kind(), &entry.id(), "measure"))?;
            rows.push(Observation { entry, value, measure, first: index == 0 });
        }
    }
    Ok(rows)
}

/// The error for a record that names another one that is not there.
pub(super) fn dangling(record: &'static str, id: &impl ToString, to: &'static str) -> ExportError {
    ExportError::Dangling { record, id: id.to_string(), to }
}

impl Entry<'_> {
    const fn kind(self) -> &'static str {
        match self {
            Self::Daily(_) => "check_in",
            Self::Around(..) => "session_rating",
        }
    }

    fn bytes(self) -> [u8; 16] {
        match self {
            Self::Daily(c) => c.id().to_bytes(),
            Self::Around(r, _) => r.parts().id.to_bytes(),
        }
    }

    fn id(self) -> String {
        match self {
            Self::Daily(c) => c.id().to_string(),
            Self::Around(r, _) => r.parts().id.to_string(),
        }
    }

    const fn stamp(&self) -> &Stamp {
        match self {
            Self::Daily(c) => &c.parts().stamp,
            Self::Around(r, _) => &r.parts().stamp,
        }
    }

    const fn rated(self) -> Option<Moment> {
        match self {
            Self::Daily(c) => c.parts().rated,
            Self::Around(r, _) => Some(r.parts().rated),
        }
    }

    const fn rollover(self) -> Rollover {
        match self {
            Self::Daily(c) => c.parts().rollover,
            Self::Around(_, s) => s.parts().rollover,
        }
    }

    /// The day: a check-in's own; around a session, the day of the moment rated, by the session's rollover.
    fn day(self) -> LogicalDate {
        match self {
            Self::Daily(c) => c.logical_date(),
            Self::Around(r, s) => {
                logical_date(r.parts().rated, s.parts().rollover).unwrap_or(s.logical_date())
            }
        }
    }

    fn mode(self) -> EntryMode {
        let stamp = self.stamp();
        entry_mode(self.day(), self.rollover(), stamp.recorded, &stamp.source)
    }

    const fn around(self) -> Option<(&'static str, bool, bool)> {
        match self {
            Self::Daily(_) => None,
            Self::Around(r, _) => Some((r.parts().phase.code(), r.parts().in_window, r.parts().recalled)),
        }
    }

    fn note(self) -> Option<String> {
        match self {
            Self::Daily(c) => c.parts().note.as_ref().map(|note| note.as_str().to_owned()),
            Self::Around(..) => None,
        }
    }
}

impl Observation<'_> {
    /// An id of its own that stays the same from export to export.
    fn id(&self) -> ValueId {
        ValueId::of_answer(self.entry.bytes(), &self.value.measure().id)
    }
}

const PHASE: Kind =
    Kind::Code(&["daily", "before", "after", "follow_up", "instrument_total", "instrument_item"]);

/// Columns of `observations.csv`.
#[expect(clippy::too_many_lines, reason = "one entry a column; splitting it would hide their order")]
pub(super) fn fields<'r>(notes: bool) -> Vec<Field<'r, Observation<'r>>> {
    type O<'r> = Observation<'r>;
    vec![
        always("row_id", Kind::Uuid, "the rating; the same in every export", |o: &O<'_>| o.id().to_string()),
        always("entry_id", Kind::Uuid, "the check-in or session rating it stands in", |o: &O<'_>| {
            o.entry.id()
        }),
        always("phase", PHASE, "daily, or when around a session", |o: &O<'_>| {
            o.entry.around().map_or("daily", |(phase, ..)| phase).to_owned()
        }),
        perhaps("session_id", Kind::Uuid, "the session, for ratings around one", |o: &O<'_>| match o.entry {
            Entry::Daily(_) => None,
            Entry::Around(_, session) => Some(session.id()),
        }),
        always("measure_id", Kind::Word, "what was rated", |o: &O<'_>| o.measure.id().to_string()),
        always("measure_version", Kind::Whole(1, u32::MAX), "version of the measure", |o: &O<'_>| {
            o.measure.parts().version.to_string()
        }),
        always(
            "measure_label",
            Kind::Text(tidemark_model::ShortText::MOST),
            "what the person reads",
            |o: &O<'_>| o.measure.label().to_owned(),
        ),
        always("frame", codes!(Frame), "stretch of time the value is about", |o: &O<'_>| {
            o.value.frame().code().to_owned()
        }),
        perhaps("value", Kind::Number, "the rating, in unit; empty when skipped", |o: &O<'_>| {
            o.value.answer().rating().map(tidemark_model::Rating::value)
        }),
        always("status", Kind::Code(&["recorded", "skipped"]), "whether a number was given", |o: &O<'_>| {
            o.value.answer().status().to_owned()
        }),
        always("unit", codes!(Unit), "UCUM unit of value", |o: &O<'_>| {
            o.measure.parts().unit.code().to_owned()
        }),
        always("scale_min", Kind::Number, "lowest value of the scale", |o: &O<'_>| {
            o.measure.scale().min().to_string()
        }),
        always("scale_max", Kind::Number, "highest value of the scale", |o: &O<'_>| {
            o.measure.scale().max().to_string()
        }),
        always("scale_step", Kind::Number, "distance between neighbouring values", |o: &O<'_>| {
            o.measure.scale().step().to_string()
        }),
        always("direction", codes!(Direction), "what a higher number means", |o: &O<'_>| {
            o.measure.direction().code().to_owned()
        }),
        perhaps("item_number", Kind::Whole(1, 1000), "1-based, for items of a questionnaire", |_: &O<'_>| {
            None::<u32>
        }),
        always("logical_date", Kind::Date, "the day the value belongs to", |o: &O<'_>| {
            o.entry.day().to_string()
        }),
        perhaps(
            "rated_at",
            Kind::Moment,
            "moment the rating is about; empty when only a date is known",
            |o: &O<'_>| o.entry.rated().map(Moment::to_iso),
        ),
        always("recorded_at", Kind::Moment, "when it was written down", |o: &O<'_>| {
            o.entry.stamp().recorded.to_iso()
        }),
        perhaps(
            "zone_id",
            Kind::Word,
            "IANA zone of rated_at, else of recorded_at, when known",
            |o: &O<'_>| zone(o.entry.rated().unwrap_or(o.entry.stamp().recorded)),
        ),
        always("rollover", Kind::Clock, "end of the day in force", |o: &O<'_>| {
            o.entry.rollover().to_string()
        }),
        always(
            "entry_mode",
            Kind::Code(&["live", "late", "backfill", "imported"]),
            "whether it was written on its day, up to a day later, or later still",
            |o: &O<'_>| o.entry.mode().code().to_owned(),
        ),
        always(
            "delay_min",
            Kind::Whole(0, u32::MAX),
            "minutes from the end of its day to the entry, 0 when live or imported",
            |o: &O<'_>| o.entry.mode().delay_min().to_string(),
        ),
        perhaps("in_window", Kind::YesNo, "within the time window of its phase", |o: &O<'_>| {
            o.entry.around().map(|(_, in_window, _)| in_window)
        }),
        perhaps("recalled", Kind::YesNo, "rated from memory", |o: &O<'_>| {
            o.entry.around().map(|(_, _, recalled)| recalled)
        }),
        always("recorded_by", codes!(tidemark_model::RecordedBy), "who wrote it", |o: &O<'_>| {
            o.entry.stamp().recorded_by.code().to_owned()
        }),
        always("source", Kind::Word, "app, widget, cli or import:<format>", |o: &O<'_>| {
            o.entry.stamp().source.to_string()
        }),
        always("revision", Kind::Whole(1, u32::MAX), "1 when new, one more with each edit", |o: &O<'_>| {
            o.entry.stamp().revision.to_string()
        }),
        perhaps(
            "note",
            Kind::Text(tidemark_model::Note::MOST),
            "the entry's note, on its first row; empty when notes are left out",
            move |o: &O<'_>| o.entry.note().filter(|_| notes && o.first),
        ),
    ]
}
