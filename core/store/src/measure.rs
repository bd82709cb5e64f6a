//! Rows of `measure`: written once a version, read as a whole since a diary has a few dozen.

use std::collections::HashMap;

use rusqlite::{Connection, Row, Rows, named_params};
use tidemark_model::{
    Anchors, Direction, Frame, Measure, MeasureId, MeasureParts, MeasureRef, Milli, Scale, ShortText, Texts,
    Unit, Usage, Value,
};

use crate::stamp::broken;
use crate::store::Answer;
use crate::{Store, StoreError};

/// Measures by name and version, to check values against as they are read.
#[derive(Clone, Copy)]
pub(crate) struct Grid<'a>(&'a [Measure]);

impl<'a> Grid<'a> {
    /// A version of a measure. A few dozen are looked through faster than a tree of names.
    fn get(self, id: &str, version: u32) -> Option<&'a Measure> {
        self.0.iter().find(|measure| measure.parts().version == version && measure.id().as_str() == id)
    }
}

pub(crate) const fn by_reference(measures: &[Measure]) -> Grid<'_> {
    Grid(measures)
}

pub(crate) fn insert(c: &Connection, measure: &Measure) -> Answer<()> {
    let p = measure.parts();
    c.prepare_cached(include_str!("measure/insert.sql"))?.execute(named_params! {
        ":id": p.id.as_str(), ":version": p.version, ":label": p.label.as_str(), ":frame": p.frame.code(),
        ":min_milli": p.scale.min().thousandths(), ":max_milli": p.scale.max().thousandths(),
        ":step_milli": p.scale.step().thousandths(), ":unit": p.unit.code(), ":direction": p.direction.code(),
        ":anchor_low": p.anchors.low.as_ref().map(ShortText::as_str),
        ":anchor_high": p.anchors.high.as_ref().map(ShortText::as_str),
        ":used_daily": p.usage.daily, ":used_session": p.usage.session, ":position": p.order, ":active": p.active,
    })?;
    Ok(())
}

/// Overwrites what may change about a version: label, use, place, activity.
pub(crate) fn update(c: &Connection, measure: &Measure) -> Answer<()> {
    let p = measure.parts();
    c.prepare_cached(include_str!("measure/update.sql"))?.execute(named_params! {
        ":id": p.id.as_str(), ":version": p.version, ":label": p.label.as_str(), ":used_daily": p.usage.daily,
        ":used_session": p.usage.session, ":position": p.order, ":active": p.active,
    })?;
    Ok(())
}

/// What may change about a version, for the revision log.
pub(crate) fn texts(measure: &Measure) -> Texts {
    let p = measure.parts();
    let mut texts = Texts::default();
    for (name, text) in [
        ("label", p.label.as_str().to_owned()),
        ("used_daily", p.usage.daily.to_string()),
        ("used_session", p.usage.session.to_string()),
        ("position", p.order.to_string()),
        ("active", p.active.to_string()),
    ] {
        texts.set(name, Some(text));
    }
    texts
}

pub(crate) fn exists(c: &Connection, measure: &MeasureRef) -> Answer<bool> {
    c.prepare_cached(include_str!("measure/exists.sql"))?
        .exists(named_params! { ":id": measure.id.as_str(), ":version": measure.version })
}

pub(crate) fn all(store: &Store) -> Result<Vec<Measure>, StoreError> {
    store.read("reading the measures", |c| {
        c.prepare_cached(include_str!("measure/all.sql"))?.query_map([], from_row)?.collect()
    })
}

fn from_row(row: &Row<'_>) -> Answer<Measure> {
    let milli = |column| Milli::new(row.get(column)?).map_err(broken);
    let text = |column| -> Answer<String> { row.get(column) };
    let anchor = |column| -> Answer<Option<ShortText>> {
        row.get::<_, Option<String>>(column)?
            .map(|t| ShortText::new("anchor", &t))
            .transpose()
            .map_err(broken)
    };
    let parts = MeasureParts {
        id: MeasureId::new(&text("id")?).map_err(broken)?,
        version: row.get("version")?,
        label: ShortText::new("label", &text("label")?).map_err(broken)?,
        frame: Frame::from_code(&text("frame")?).map_err(broken)?,
        scale: Scale::new(milli("min_milli")?, milli("max_milli")?, milli("step_milli")?).map_err(broken)?,
        unit: Unit::from_code(&text("unit")?).map_err(broken)?,
        direction: Direction::from_code(&text("direction")?).map_err(broken)?,
        anchors: Anchors { low: anchor("anchor_low")?, high: anchor("anchor_high")? },
        usage: Usage { daily: row.get("used_daily")?, session: row.get("used_session")? },
        order: row.get("position")?,
        active: row.get("active")?,
    };
    Measure::new(parts).map_err(broken)
}

/// A value of an entry, checked against its measure again: a damaged row never becomes a rating. The four columns of a value
/// come side by side, the first of them at `at`.
pub(crate) fn value(row: &Row<'_>, at: usize, grid: Grid<'_>) -> Answer<Value> {
    let id = row.get_ref(at)?.as_str()?;
    let Some(measure) = grid.get(id, row.get(at + 1)?) else {
        let measure = MeasureId::new(id).map_err(broken)?;
        return Err(broken(tidemark_model::Invalid::WrongVersion { measure }));
    };
    let frame = Frame::from_code(row.get_ref(at + 2)?.as_str()?).map_err(broken)?;
    match row.get::<_, Option<i64>>(at + 3)? {
        Some(milli) => Value::recorded(measure, frame, Milli::new(milli).map_err(broken)?).map_err(broken),
        None => Ok(Value::skipped(measure, frame)),
    }
}

/// Values by the entry that holds them, from rows in which the entry comes first, then the value, then its position, and the
/// values of one entry stand side by side. They are put in order here: the database would build a tree for each entry.
pub(crate) fn values_by_entry(mut rows: Rows<'_>, grid: Grid<'_>) -> Answer<HashMap<[u8; 16], Vec<Value>>> {
    let mut found = HashMap::new();
    let mut current: Option<[u8; 16]> = None;
    let mut values: Vec<(i64, Value)> = Vec::new();
    while let Some(row) = rows.next()? {
        let entry: [u8; 16] = row.get(0)?;
        if let Some(done) = current.replace(entry).filter(|of| *of != entry) {
            found.insert(done, in_order(&mut values));
        }
        values.push((row.get(5)?, value(row, 1, grid)?));
    }
    if let Some(done) = current {
        found.insert(done, in_order(&mut values));
    }
    Ok(found)
}

/// The values by their positions; none stay behind.
fn in_order(values: &mut Vec<(i64, Value)>) -> Vec<Value> {
    values.sort_by_key(|(position, _)| *position);
    values.drain(..).map(|(_, value)| value).collect()
}
