//! The open diary: one connection, one writer. Every public write is one transaction, committed before it returns.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tidemark_model::{
    CheckIn, Entropy, Incoming, Measure, Period, Record, RecordId, Records, Session, SessionId, SessionRating,
};

use crate::folder::log_length;
use crate::{
    DataKey, Deleted, DiaryFolder, Editor, ImportBatch, ImportCounts, StoreError, check_in, import, last_act,
    measure, open, record, restore, session, session_rating,
};

/// An open diary.
#[derive(Debug)]
pub struct Store {
    folder: DiaryFolder,
    /// The database that is open: the folder's own, or one of its snapshots.
    file: PathBuf,
    connection: Connection,
}

/// Bytes of log after which it is moved: a thousand pages, as SQLite does by itself.
const LONGEST_LOG: u64 = 4 * 1024 * 1024;

/// Runs a statement of a `.sql` file, prepared once.
pub(crate) type Answer<T> = Result<T, rusqlite::Error>;

impl Store {
    /// Opens the diary in `folder`, bringing an older one to the newest schema.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::NotADiary`], [`StoreError::KeyOrFile`], [`StoreError::Newer`],
    /// [`StoreError::Damaged`]. The files stay as they are.
    pub fn open(folder: DiaryFolder, key: &DataKey) -> Result<Self, StoreError> {
        let connection = open::open(&folder, key)?;
        restore::forget_former(&folder, key);
        Ok(Self::new(folder, connection))
    }

    pub(crate) fn new(folder: DiaryFolder, connection: Connection) -> Self {
        Self { file: folder.database(), folder, connection }
    }

    pub(crate) const fn of_file(folder: DiaryFolder, file: PathBuf, connection: Connection) -> Self {
        Self { folder, file, connection }
    }

    /// The database that is open.
    pub(crate) fn file(&self) -> &Path {
        &self.file
    }

    pub(crate) const fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Calls `seen` for each statement that is run.
    #[cfg(test)]
    pub(crate) fn trace(&mut self, seen: Option<fn(rusqlite::trace::TraceEvent<'_>)>) {
        self.connection.trace_v2(rusqlite::trace::TraceEventCodes::SQLITE_TRACE_PROFILE, seen).unwrap();
    }

    /// Where the diary is.
    #[must_use]
    pub const fn folder(&self) -> &DiaryFolder {
        &self.folder
    }

    /// Moves the write-ahead log into the database and closes; what was confirmed was safe before.
    ///
    /// # Errors
    /// [`StoreError::Database`] when the last checkpoint fails; the log then stays and is read at the next opening.
    pub fn close(self) -> Result<(), StoreError> {
        self.checkpoint()?;
        let path = self.file;
        self.connection
            .close()
            .map_err(|(_, source)| StoreError::database("closing the diary", &path, source))
    }

    /// Keeps every other program out of the database until this one is closed, so that nothing can be confirmed in it
    /// any more; its log is gone then.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when another program has the diary open.
    pub fn hold_alone(&self) -> Result<(), StoreError> {
        let doing = "keeping other programs out of the diary";
        self.read(doing, |c| {
            c.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
            // Leaving the log takes a lock that nobody else may share; settings bring it back at the next opening.
            c.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
            c.execute_batch("BEGIN EXCLUSIVE; COMMIT")
        })
    }

    /// Moves the write-ahead log into the database file.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        self.every_seal_held("moving the log into the diary")?;
        self.read("moving the log into the diary", |c| {
            c.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        })
    }

    pub(crate) fn read<T>(
        &self,
        doing: &'static str,
        ask: impl FnOnce(&Connection) -> Answer<T>,
    ) -> Result<T, StoreError> {
        let answer = ask(&self.connection);
        self.every_seal_held(doing)?;
        answer.map_err(|source| StoreError::database(doing, &self.file, source))
    }

    /// One state of the diary for several questions, until it is dropped; another process may write meanwhile. None
    /// within a transaction, which is one state already.
    pub(crate) fn one_state(&self) -> Result<Option<Transaction<'_>>, StoreError> {
        let failed = |source| StoreError::database("reading the diary", &self.file, source);
        let alone = self.connection.is_autocommit();
        alone.then(|| self.connection.unchecked_transaction().map_err(failed)).transpose()
    }

    pub(crate) fn write<T>(
        &mut self,
        doing: &'static str,
        act: impl FnOnce(&Transaction<'_>) -> Result<T, Failure>,
    ) -> Result<T, StoreError> {
        let done = self.in_transaction(doing, act);
        self.every_seal_held(doing)?;
        if done.is_ok() && log_length(&self.file) > LONGEST_LOG {
            // What was asked is saved; a log that cannot be moved now is moved later.
            let _ = open::move_log(&self.connection, "main");
        }
        done
    }

    fn in_transaction<T>(
        &mut self,
        doing: &'static str,
        act: impl FnOnce(&Transaction<'_>) -> Result<T, Failure>,
    ) -> Result<T, StoreError> {
        let path = self.file.clone();
        let failed = |source| StoreError::database(doing, &path, source);
        let tx = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let done = act(&tx).map_err(|failure| match failure {
            Failure::Database(source) => StoreError::database(doing, &path, source),
            Failure::Refused(error) => *error,
        })?;
        tx.commit().map_err(failed)?;
        Ok(done)
    }

    /// Refuses an answer that may hold part of a page whose seal was broken.
    ///
    /// The cipher gives such a page as zeros. Where that page is the rest of a long row, SQLite takes the zeros for the
    /// row and says nothing; only the cipher remembers, and it takes no more writes until the diary is opened again.
    fn every_seal_held(&self, doing: &'static str) -> Result<(), StoreError> {
        let path = self.file.clone();
        match open::seals_held(&self.connection) {
            Ok(true) => Ok(()),
            Ok(false) => {
                // The log may be what is wrong: it stays where it is.
                let _ = open::move_log_on_close(&self.connection, !self.folder.has_log());
                Err(StoreError::Damaged { path, doing, source: None })
            }
            Err(source) => Err(StoreError::database(doing, &path, source)),
        }
    }

    /// Adds a version of a measure.
    ///
    /// # Errors
    /// [`StoreError::Database`] when that version exists.
    pub fn add_measure(&mut self, added: &Measure) -> Result<(), StoreError> {
        self.write("adding a measure", |tx| {
            measure::insert(tx, added)?;
            Ok(last_act::forget(tx)?)
        })
    }

    /// All versions of all measures, by order, name and version.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn measures(&self) -> Result<Vec<Measure>, StoreError> {
        measure::all(self)
    }

    /// Adds a check-in.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Busy`], [`StoreError::Damaged`]; then nothing was added.
    pub fn add_check_in(&mut self, added: &CheckIn) -> Result<(), StoreError> {
        self.write("saving a check-in", |tx| {
            check_in::insert(tx, added)?;
            Ok(last_act::added(tx, &Record::CheckIn(added.clone()))?)
        })
    }

    /// Adds a session with its ratings, all or nothing.
    ///
    /// # Errors
    /// As [`Self::add_check_in`].
    pub fn add_session(&mut self, added: &Session, ratings: &[SessionRating]) -> Result<(), StoreError> {
        self.write("saving a session", |tx| {
            session::insert(tx, added)?;
            for rating in ratings {
                session_rating::insert(tx, rating)?;
            }
            Ok(last_act::added(tx, &Record::Session(added.clone()))?)
        })
    }

    /// Adds ratings to a session; one a phase and measure.
    ///
    /// # Errors
    /// [`StoreError::RatedBefore`]; otherwise as [`Self::add_check_in`].
    pub fn add_session_rating(&mut self, added: &SessionRating) -> Result<(), StoreError> {
        self.write("saving ratings of a session", |tx| {
            session_rating::refuse_rated(tx, added)?;
            session_rating::insert(tx, added)?;
            Ok(last_act::added(tx, &Record::SessionRating(added.clone()))?)
        })
    }

    /// One session that was not deleted.
    ///
    /// # Errors
    /// [`StoreError::UnknownRecord`], [`StoreError::Damaged`].
    pub fn session(&self, id: SessionId) -> Result<Session, StoreError> {
        let found = self.read("reading a session", |c| session::one(c, id.to_bytes()))?;
        let there = found.filter(|session| session.parts().stamp.deleted_at.is_none());
        there.ok_or_else(|| StoreError::UnknownRecord { kind: "session", id: id.to_string() })
    }

    /// The sessions of a period, by start.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn sessions(&self, period: Period) -> Result<Vec<Session>, StoreError> {
        session::between(self, Some(period))
    }

    /// The ratings of the sessions of a period.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn session_ratings(
        &self,
        period: Period,
        measures: &[Measure],
    ) -> Result<Vec<SessionRating>, StoreError> {
        session_rating::between(self, Some(period), measure::by_reference(measures))
    }

    /// The session whose timer runs.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn running_session(&self) -> Result<Option<Session>, StoreError> {
        self.read("looking for a running session", session::running)
    }

    /// The check-ins of a period, by day and moment.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn check_ins(&self, period: Period, measures: &[Measure]) -> Result<Vec<CheckIn>, StoreError> {
        check_in::between(self, Some(period), measure::by_reference(measures))
    }

    /// Adds a record and what is part of it, all or nothing; the record is what an undo takes back.
    ///
    /// # Errors
    /// As [`Self::add_check_in`].
    pub fn add_with_parts(&mut self, added: &Record, parts: &[Record]) -> Result<(), StoreError> {
        self.write("saving an entry", |tx| {
            record::insert(tx, added)?;
            for part in parts {
                record::insert(tx, part)?;
            }
            Ok(last_act::added(tx, added)?)
        })
    }

    /// Adds many records in one transaction; all or nothing.
    ///
    /// # Errors
    /// As [`Self::add_check_in`].
    pub fn add_all(&mut self, records: &[Record]) -> Result<(), StoreError> {
        self.write("saving many records", |tx| {
            for record in records {
                record::insert(tx, record)?;
            }
            Ok(())
        })
    }

    /// Says what applying an import would do, and changes nothing.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn preview_import(&self, records: &[Incoming], deleted: Deleted) -> Result<ImportCounts, StoreError> {
        // One snapshot is also one lock: a lock for each row would be a third of the time.
        let _one_state = self.one_state()?;
        self.read("comparing an import", |c| import::count(c, records, deleted))
    }

    /// Applies an import in one transaction; rows that are there are left out and counted. The editor is who brings back what
    /// was deleted; `tick` is told how far it is.
    ///
    /// # Errors
    /// As [`Self::add_check_in`], and [`StoreError::Cancelled`]; then nothing of it was added.
    pub fn apply_import<'i>(
        &mut self,
        batch: &ImportBatch,
        records: impl Iterator<Item = &'i Incoming> + Clone,
        deleted: Deleted,
        editor: &Editor,
        entropy: &mut dyn Entropy,
        tick: &mut import::Tick<'_>,
    ) -> Result<ImportCounts, StoreError> {
        let counts = self
            .write(import::DOING, |tx| import::apply(tx, batch, records, deleted, editor, entropy, tick))?;
        self.checkpoint()?;
        Ok(counts)
    }

    /// The measures, and the sessions of a period with their ratings. Deleted ones and all other records are left out.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn rated_sessions(&self, period: Option<Period>) -> Result<Records, StoreError> {
        let _one_state = self.one_state()?;
        let measures = measure::all(self)?;
        let grid = measure::by_reference(&measures);
        let (sessions, session_ratings) =
            (session::between(self, period)?, session_rating::between(self, period, grid)?);
        Ok(Records { sessions, session_ratings, measures, ..Records::default() })
    }

    /// The records of a period, or all; what is not about one day of writing always all. Deleted ones are left out.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn records(&self, period: Option<Period>) -> Result<Records, StoreError> {
        let _one_state = self.one_state()?;
        Ok(Records {
            reminders: self.all()?,
            safety_plans: self.all()?,
            crisis_contacts: self.all()?,
            therapists: self.all()?,
            intake_sheets: self.all()?,
            care_team_members: self.all()?,
            ..self.entries(period)?
        })
    }

    /// As [`Self::records`], without reminders, safety plans, contacts, people and intake sheets, which are no entries of
    /// a day.
    ///
    /// # Errors
    /// As [`Self::records`].
    pub fn entries(&self, period: Option<Period>) -> Result<Records, StoreError> {
        let _one_state = self.one_state()?;
        let measures = measure::all(self)?;
        let grid = measure::by_reference(&measures);
        let (sessions, session_ratings) =
            (session::between(self, period)?, session_rating::between(self, period, grid)?);
        Ok(Records {
            check_ins: check_in::between(self, period, grid)?,
            sessions,
            session_ratings,
            session_moments: self.of_period(period)?,
            distress_events: self.of_period(period)?,
            medications: self.all()?,
            medication_changes: self.all()?,
            goals: self.all()?,
            visits: self.all()?,
            events: self.of_period(period)?,
            practices: self.of_period(period)?,
            instrument_results: self.of_period(period)?,
            session_plans: self.all()?,
            plan_adjustments: self.all()?,
            measures,
            ..Records::default()
        })
    }
}

/// Why a transaction was given up.
pub(crate) enum Failure {
    /// The database refused.
    Database(rusqlite::Error),
    /// A rule refused.
    Refused(Box<StoreError>),
}

impl From<rusqlite::Error> for Failure {
    fn from(source: rusqlite::Error) -> Self {
        Self::Database(source)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Refused(Box::new(error))
    }
}

#[cfg(test)]
mod tests {
    use tidemark_model::{Instant, Rollover, SeededEntropy};

    use super::*;
    use crate::{NewDiary, Passphrase, create};

    #[test]
    fn the_zeros_of_a_page_with_a_broken_seal_are_no_answer() {
        // Letters over three pages of their own: no rule about values stands between the zeros and the reader.
        let room = tempfile::tempdir().unwrap();
        let new = NewDiary {
            created_at: Instant::from_millis(0).unwrap(),
            rollover: Rollover::default(),
            measures: vec![],
            sample_label: None,
        };
        let passphrase = Passphrase::new("correct horse").unwrap();
        let made = create(&room.path().join("my.diary"), &passphrase, &new, &mut SeededEntropy::new(1));
        let (mut store, key) = made.unwrap();
        let sql = "CREATE TABLE letters AS SELECT replace(hex(zeroblob(6000)), '0', 'x') AS words";
        store.write("writing letters", |tx| Ok(tx.execute_batch(sql)?)).unwrap();
        let folder = store.folder().clone();
        store.close().unwrap();
        let whole = std::fs::read(folder.database()).unwrap();
        let letters = |store: &Store| {
            store.read("reading letters", |c| c.query_row("SELECT words FROM letters", [], |row| row.get(0)))
        };
        let mut refused = 0;
        for page in 1..whole.len() / 4096 {
            let mut broken = whole.clone();
            broken[page * 4096 + 2000] ^= 1;
            std::fs::write(folder.database(), &broken).unwrap();
            let Ok(store) = Store::open(folder.clone(), &key) else { continue };
            let words: Result<String, _> = letters(&store);
            match words {
                Ok(words) => assert_eq!(words, "x".repeat(12_000), "page {page}"),
                Err(StoreError::Damaged { .. }) => refused += 1,
                Err(other) => panic!("page {page}: {other:?}"),
            }
        }
        assert!(refused >= 3, "{refused}");
    }
}
