//! Check-ins as statistics of days need them: what was rated, about which day, written when and by whom.
//!
//! One statement in the order of an index, read by position: over decades, notes, names of zones and names of columns
//! would be half of the time. What it leaves out is said at [`Store::day_ratings`].

use rusqlite::{Row, named_params};
use tidemark_model::{
    CheckIn, CheckInId, CheckInParts, DaySource, Frame, Instant, Invalid, Measure, MeasureId, Milli, Moment,
    Period, RecordId, RecordedBy, Records, Rollover, Source, Stamp, UtcOffset, Value,
};

use crate::stamp::{bounds, broken};
use crate::store::Answer;
use crate::{Store, StoreError, measure};

impl Store {
    /// The measures, and the check-ins of a period with a rating or a skip, by day and id, without notes and zones;
    /// the values of each by the name of their measure. Check-ins that hold a note alone and all other records are
    /// left out.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn day_ratings(&self, period: Option<Period>) -> Result<Records, StoreError> {
        let _one_state = self.one_state()?;
        let measures = measure::all(self)?;
        let (from, to) = bounds(period);
        let check_ins = self.read("reading what was rated", |c| {
            let mut statement = c.prepare_cached(include_str!("day_ratings/between.sql"))?;
            let mut rows = statement.query(named_params! { ":from": from, ":to": to })?;
            let mut done = Vec::new();
            let mut current: Option<CheckInParts> = None;
            while let Some(row) = rows.next()? {
                let id = CheckInId::from_bytes(row.get(0)?);
                let value = value(row, &measures)?;
                match &mut current {
                    Some(parts) if parts.id == id => parts.values.push(value),
                    _ => {
                        let next = CheckInParts { values: vec![value], ..parts(row, id)? };
                        done.extend(current.replace(next));
                    }
                }
            }
            done.extend(current);
            done.into_iter().map(|parts| CheckIn::new(parts).map_err(broken)).collect()
        })?;
        Ok(Records { measures, check_ins, ..Records::default() })
    }
}

fn parts(row: &Row<'_>, id: CheckInId) -> Answer<CheckInParts> {
    let rated: Option<i64> = row.get(4)?;
    Ok(CheckInParts {
        practices: Vec::new(),
        id,
        logical_date: row.get_ref(1)?.as_str()?.parse().map_err(broken)?,
        rollover: Rollover::new(row.get(2)?).map_err(broken)?,
        day_source: DaySource::from_code(row.get_ref(3)?.as_str()?).map_err(broken)?,
        rated: rated.map(|millis| moment(millis, row.get(5)?)).transpose()?,
        stamp: Stamp {
            recorded: moment(row.get(6)?, row.get(7)?)?,
            revision: row.get(8)?,
            recorded_by: RecordedBy::from_code(row.get_ref(9)?.as_str()?).map_err(broken)?,
            source: Source::from_code(row.get_ref(10)?.as_str()?).map_err(broken)?,
            deleted_at: None,
        },
        note: None,
        values: Vec::new(),
    })
}

/// A moment whose zone is not asked for: what statistics compare is the wall clock, which its offset gives.
fn moment(millis: i64, offset: i32) -> Answer<Moment> {
    Ok(Moment {
        instant: Instant::from_millis(millis).map_err(broken)?,
        offset: UtcOffset::new(offset).map_err(broken)?,
        zone: None,
    })
}

fn value(row: &Row<'_>, measures: &[Measure]) -> Answer<Value> {
    let (name, version) = (row.get_ref(11)?.as_str()?, row.get::<_, u32>(12)?);
    // A diary has a few dozen measures: looking through them is quicker than making a name to look up.
    let known = |m: &&Measure| m.parts().version == version && m.id().as_str() == name;
    let Some(measure) = measures.iter().find(known) else {
        let measure = MeasureId::new(name).map_err(broken)?;
        return Err(broken(Invalid::WrongVersion { measure }));
    };
    let frame = Frame::from_code(row.get_ref(13)?.as_str()?).map_err(broken)?;
    match row.get::<_, Option<i64>>(14)? {
        Some(milli) => Value::recorded(measure, frame, Milli::new(milli).map_err(broken)?).map_err(broken),
        None => Ok(Value::skipped(measure, frame)),
    }
}
