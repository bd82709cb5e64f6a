//! Rows of any kind of record: one place knows which statements a kind has, and one way leads in, out and to a change.

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use tidemark_model::{Content, Kind, Measure, Period, Record, RecordId, Recorded, record_fields};

use crate::cells::{Cells, Places, cell, execute, field_cells, stamp_cells};
use crate::measure::Grid;
use crate::stamp::{bounds, broken, id, stamp};
use crate::store::Answer;
use crate::{Store, StoreError, check_in, measure, session, session_rating};

/// First of the columns of a stamp.
const STAMP: &str = "recorded_at";

/// The statements of a kind of record.
struct Statements {
    insert: &'static str,
    update: &'static str,
    one: &'static str,
    /// Of a period, for kinds that belong to days; all of it for the others.
    list: &'static str,
    is_deleted: &'static str,
}

macro_rules! statements {
    ($($kind:ident => $folder:literal $list:literal,)*) => {
        /// Statements of the kinds that have nothing but fields.
        const fn statements(kind: Kind) -> Option<Statements> {
            match kind {
                $(Kind::$kind => Some(Statements {
                    insert: include_str!(concat!($folder, "/insert.sql")),
                    update: include_str!(concat!($folder, "/update.sql")),
                    one: include_str!(concat!($folder, "/one.sql")),
                    list: include_str!(concat!($folder, "/", $list, ".sql")),
                    is_deleted: include_str!(concat!($folder, "/is_deleted.sql")),
                }),)*
                _ => None,
            }
        }
    };
}

statements! {
    SessionMoment => "session_moment" "between",
    DistressEvent => "distress_event" "between",
    Medication => "medication" "all",
    MedicationChange => "medication_change" "all",
    Goal => "goal" "all",
    Visit => "visit" "all",
    Event => "event" "between",
    Practice => "practice" "between",
    Reminder => "reminder" "all",
    SafetyPlan => "safety_plan" "all",
    CrisisContact => "crisis_contact" "all",
    InstrumentResult => "instrument_result" "between",
    Therapist => "therapist" "all",
    IntakeSheet => "intake_sheet" "all",
    CareTeamMember => "care_team_member" "all",
    SessionPlan => "session_plan" "all",
    PlanAdjustment => "plan_adjustment" "all",
    ShareLog => "share_log" "all",
    BackupRecord => "backup_record" "all",
}

/// Inserts a record of any kind.
pub(crate) fn insert(c: &Connection, record: &Record) -> Answer<()> {
    match (record, statements(record.kind())) {
        (Record::Measure(m), _) => measure::insert(c, m),
        (Record::CheckIn(r), _) => check_in::insert(c, r),
        (Record::Session(r), _) => session::insert(c, r),
        (Record::SessionRating(r), _) => session_rating::insert(c, r),
        (_, Some(statements)) => run(c, statements.insert, record),
        (_, None) => Ok(()),
    }
}

/// Overwrites the row of a record that is there.
pub(crate) fn update(c: &Connection, record: &Record) -> Answer<()> {
    match (record, statements(record.kind())) {
        (Record::CheckIn(r), _) => check_in::update(c, r),
        (Record::Session(r), _) => session::update(c, r),
        (Record::SessionRating(r), _) => session_rating::update(c, r),
        (_, Some(statements)) => run(c, statements.update, record),
        (_, None) => Ok(()),
    }
}

fn run(c: &Connection, sql: &str, record: &Record) -> Answer<()> {
    let mut cells: Cells = field_cells(record_fields(record.kind()), &record.texts())?;
    cells.push(cell("id", record.id().unwrap_or_default().to_vec()));
    if let Some(stamp) = record.stamp() {
        cells.extend(stamp_cells(stamp));
    }
    execute(&mut *c.prepare_cached(sql)?, &cells).map(drop)
}

/// A record by its id, whether or not it was deleted.
pub(crate) fn one(c: &Connection, kind: Kind, wanted: [u8; 16], grid: Grid<'_>) -> Answer<Option<Record>> {
    match (kind, statements(kind)) {
        (Kind::CheckIn, _) => Ok(check_in::one(c, wanted, grid)?.map(Record::CheckIn)),
        (Kind::Session, _) => Ok(session::one(c, wanted)?.map(Record::Session)),
        (Kind::SessionRating, _) => Ok(session_rating::one(c, wanted, grid)?.map(Record::SessionRating)),
        (_, Some(statements)) => c
            .prepare_cached(statements.one)?
            .query_row(named_params! { ":id": wanted }, |row| any(kind, row))
            .optional(),
        (_, None) => Ok(None),
    }
}

fn any(kind: Kind, row: &Row<'_>) -> Answer<Record> {
    let texts = Places::of(row.as_ref(), record_fields(kind))?.texts(record_fields(kind), row)?;
    let own: tidemark_model::ValueId = id(row, "id")?;
    let stamp = stamp(row, row.as_ref().column_index(STAMP)?)?;
    Record::from_texts(kind, own.to_bytes(), stamp, &texts).map_err(broken)
}

/// Whether a record is there (`Some`), and whether it was deleted.
pub(crate) fn is_deleted(c: &Connection, kind: Kind, wanted: &[u8]) -> Answer<Option<bool>> {
    let sql = match (kind, statements(kind)) {
        (Kind::CheckIn, _) => include_str!("check_in/is_deleted.sql"),
        (Kind::Session, _) => include_str!("session/is_deleted.sql"),
        (Kind::SessionRating, _) => include_str!("session_rating/is_deleted.sql"),
        (_, Some(statements)) => statements.is_deleted,
        (_, None) => return Ok(None),
    };
    c.prepare_cached(sql)?.query_row(named_params! { ":id": wanted }, |row| row.get(0)).optional()
}

impl Store {
    /// All records of a kind that were not deleted, in the order of what they are about.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn all<T: Content>(&self) -> Result<Vec<Recorded<T>>, StoreError> {
        self.of_period(None)
    }

    /// The records of a kind that belong to a period; all of it for kinds that belong to no day.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn of_period<T: Content>(&self, period: Option<Period>) -> Result<Vec<Recorded<T>>, StoreError> {
        let Some(statements) = statements(T::KIND) else { return Ok(Vec::new()) };
        let (from, to) = bounds(period);
        self.read("reading records", |c| {
            let mut statement = c.prepare_cached(statements.list)?;
            let days = named_params! { ":from": from, ":to": to };
            let days = if statement.parameter_count() == 0 { &[] } else { days };
            let places = Places::of(&statement, T::FIELDS)?;
            let (own, stamped) = (statement.column_index("id")?, statement.column_index(STAMP)?);
            statement
                .query_map(days, |row| {
                    let content = T::read(&places.texts(T::FIELDS, row)?).map_err(broken)?;
                    Recorded::new(id(row, own)?, stamp(row, stamped)?, content).map_err(broken)
                })?
                .collect()
        })
    }

    /// Adds a record of any kind.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Busy`], [`StoreError::Damaged`]; then nothing was added.
    pub fn add(&mut self, record: &Record) -> Result<(), StoreError> {
        self.write("saving an entry", |tx| {
            insert(tx, record)?;
            Ok(crate::last_act::added(tx, record)?)
        })
    }

    /// A record by kind and id; deleted ones too.
    ///
    /// # Errors
    /// [`StoreError::UnknownRecord`], [`StoreError::Damaged`].
    pub fn record(&self, kind: Kind, wanted: [u8; 16], measures: &[Measure]) -> Result<Record, StoreError> {
        let grid = measure::by_reference(measures);
        let found = self.read("reading an entry", |c| one(c, kind, wanted, grid))?;
        found.ok_or_else(|| StoreError::UnknownRecord {
            kind: kind.code(),
            id: tidemark_model::ValueId::from_bytes(wanted).to_string(),
        })
    }
}
