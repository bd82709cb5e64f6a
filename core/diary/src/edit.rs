//! The verbs that every kind of record has: add, list, show, edit, remove, undo. Each write is one transaction, checked as a
//! whole before it, and on disk when it returns; every change leaves the old value in the revision log.

use tidemark_model::{
    CheckInId, Content, Field, FieldValue as _, Instant, Invalid, Kind, Measure, Moment, Record, RecordId,
    Recorded, RecordedBy, Stamp, Texts, ValueId, answer_field, answer_text, answered_by, record_fields,
};
use tidemark_store::{Editor, LastAct, Revision};

use crate::plan::refuse_early_review;
use crate::{Diary, DiaryError, Span, derive, links};

/// Fields to set by name; no text empties a field.
pub type Changes = [(String, Option<String>)];

/// A record with everything it said before.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The record, deleted or not.
    pub record: Record,
    /// Its changes, oldest first.
    pub revisions: Vec<Revision>,
}

/// What was taken back.
#[derive(Clone, Debug)]
pub struct Undone {
    /// Whether the record itself was taken back, rather than a change of it.
    pub removed: bool,
    /// The record as it is now.
    pub record: Record,
}

/// Fewest characters of the end of an id that stand for it.
pub(crate) const SHORTEST_ENDING: usize = 4;

impl Diary {
    /// Saves what a kind of record says, written down at `now`.
    ///
    /// # Errors
    /// [`DiaryError::Invalid`] for the first rule it breaks, [`DiaryError::UnknownRecord`] for a reference to nothing;
    /// then nothing was saved. [`DiaryError::StorageFull`].
    pub fn add<T>(&mut self, content: T, by: RecordedBy, now: Moment) -> Result<Recorded<T>, DiaryError>
    where
        T: Content + Clone,
        Record: From<Recorded<T>>,
    {
        let id = T::Id::generate(now.instant, self.shell.entropy.as_mut());
        let recorded = Recorded::new(id, self.stamp(now, by), content)?;
        let record = Record::from(recorded.clone());
        self.check_links(&record)?;
        self.store.add(&record)?;
        self.refresh_open(record.kind())?;
        Ok(recorded)
    }

    /// Saves a record from its fields by name; what is not given has its usual value, such as today.
    ///
    /// # Errors
    /// As [`Self::add`]; [`DiaryError::Invalid`] names the fields when one is unknown.
    pub fn add_record(
        &mut self,
        kind: Kind,
        changes: &Changes,
        by: RecordedBy,
        now: Moment,
    ) -> Result<Record, DiaryError> {
        let mut texts = self.beginning(kind)?;
        take(kind, &mut texts, changes)?;
        derive::defaults(kind, &mut texts, now, self.rollover())?;
        self.name_records(&mut texts)?;
        let id = ValueId::generate(now.instant, self.shell.entropy.as_mut()).to_bytes();
        let record = Record::from_texts(kind, id, self.stamp(now, by), &texts)?;
        self.check_links(&record)?;
        refuse_early_review(&record)?;
        self.store.add(&record)?;
        self.refresh_open(kind)?;
        Ok(record)
    }

    /// The records of a kind that were not deleted, in their order; the span counts for kinds that belong to days.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`], [`DiaryError::Invalid`] when the span ends before it starts.
    pub fn records_of(&self, kind: Kind, span: Span) -> Result<Vec<Record>, DiaryError> {
        let days = span.widest()?;
        let within = |record: &Record| derive::day(record).is_none_or(|day| days.contains(day));
        Ok(self.of_kind(kind, days)?.into_iter().filter(within).collect())
    }

    /// A record with its changes, deleted or not.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::AmbiguousRecord`].
    pub fn show_record(&self, kind: Kind, id: &str) -> Result<Shown, DiaryError> {
        let id = self.resolve(kind, id)?;
        let record = self.store.record(kind, id, &self.store.measures()?)?;
        Ok(Shown { record, revisions: self.store.revisions(id)? })
    }

    /// Changes fields of a record; the old values stay in the revision log.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::Invalid`]; then nothing was changed.
    pub fn edit_record(
        &mut self,
        kind: Kind,
        id: &str,
        changes: &Changes,
        editor: &Editor,
    ) -> Result<Record, DiaryError> {
        let (id, measures) = (self.resolve(kind, id)?, self.store.measures()?);
        let old = self.present(kind, id, &measures)?;
        let mut texts = old.texts();
        take(kind, &mut texts, changes)?;
        self.name_records(&mut texts)?;
        let touched = |name: &str| changes.iter().any(|(given, _)| given == name);
        derive::after_edit(&old, &mut texts, &touched, self.rollover())?;
        let new = old.with(&texts, next_of(&old, None)?, &measures)?;
        // What it referred to before may be gone since; that keeps nobody from correcting something else.
        if links::refers(kind, &touched) {
            self.check_links(&new)?;
        }
        if let Record::SessionPlan(plan) = &old {
            self.refuse_used_plan(plan)?;
            refuse_early_review(&new)?;
        }
        self.put(vec![new], &measures, editor)
    }

    /// Deletes a record: it is no longer shown or counted; its row stays 30 days, marked.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`]; [`DiaryError::PartOfPlan`] for an adjustment, which goes with its plan.
    pub fn remove_record(&mut self, kind: Kind, id: &str, editor: &Editor) -> Result<Record, DiaryError> {
        if kind == Kind::PlanAdjustment {
            return Err(DiaryError::PartOfPlan);
        }
        let id = self.resolve(kind, id)?;
        self.remove(kind, id, editor)
    }

    pub(crate) fn remove(&mut self, kind: Kind, id: [u8; 16], editor: &Editor) -> Result<Record, DiaryError> {
        let measures = self.store.measures()?;
        let old = self.present(kind, id, &measures)?;
        let gone = old.with(&old.texts(), next_of(&old, Some(editor.at.instant))?, &measures)?;
        self.put(vec![gone], &measures, editor)
    }

    /// Takes back what was done last: a new record is deleted, a change or deletion is reversed. Doing it twice brings
    /// the act back. An import, a change of a measure or of a setting is no act of this kind, and nothing before it is
    /// taken back in its stead.
    ///
    /// # Errors
    /// [`DiaryError::NothingToUndo`]; [`DiaryError::Invalid`] when what was there would now break a rule.
    pub fn undo(&mut self, by: RecordedBy, now: Moment) -> Result<Undone, DiaryError> {
        let Some(LastAct { made, kind, id, revision }) = self.store.last_act()? else {
            return Err(DiaryError::NothingToUndo);
        };
        let editor = Editor { at: now, by, reason: Some("undo".to_owned()) };
        if made {
            return Ok(Undone { removed: true, record: self.remove(kind, id, &editor)? });
        }
        let measures = self.store.measures()?;
        let old = self.store.record(kind, id, &measures)?;
        let mut texts = old.texts();
        let mut deleted = old.stamp().and_then(|stamp| stamp.deleted_at);
        for change in self.store.revisions(id)?.into_iter().filter(|change| change.revision == revision) {
            if change.field == "deleted_at" {
                let millis = change.old.and_then(|text| text.parse().ok());
                deleted = millis.map(Instant::from_millis).transpose()?;
            } else {
                texts.set(&change.field, change.old);
            }
        }
        let new = old.with(&texts, next_of(&old, deleted)?, &measures)?;
        let record = self.put(vec![new], &measures, &editor)?;
        Ok(Undone { removed: deleted.is_some(), record })
    }

    /// Changes a rating of a check-in, or takes it back to a skip; the old one stays in the revision log.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::UnknownMeasure`], [`DiaryError::Invalid`].
    pub fn change_rating(
        &mut self,
        check_in: CheckInId,
        measure: &tidemark_model::MeasureId,
        value: Option<tidemark_model::Milli>,
        now: Moment,
    ) -> Result<(), DiaryError> {
        crate::diary::named(measure, &self.measures()?)?;
        let change = [(answer_field(measure), Some(answer_text(value)))];
        let editor = Editor { at: now, by: RecordedBy::Own, reason: None };
        self.edit_record(Kind::CheckIn, &check_in.to_string(), &change, &editor).map(drop)
    }

    /// The id that a text spells: a whole one, its last four characters or more, or `last`.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::AmbiguousRecord`].
    pub fn resolve(&self, kind: Kind, text: &str) -> Result<[u8; 16], DiaryError> {
        if let Ok(id) = text.parse::<ValueId>() {
            return Ok(id.to_bytes());
        }
        let unknown = || DiaryError::UnknownRecord { kind: kind.code(), id: text.to_owned() };
        let records = self.records_of(kind, Span::default())?;
        if text == "last" {
            return records.last().and_then(Record::id).ok_or_else(unknown);
        }
        if text.len() < SHORTEST_ENDING {
            return Err(unknown());
        }
        let ending = text.to_lowercase();
        let mut found = records.iter().filter(|record| record.spelled_id().ends_with(&ending));
        match (found.next(), found.next()) {
            (Some(_), Some(_)) => Err(DiaryError::AmbiguousRecord { kind: kind.code(), id: text.to_owned() }),
            (found, _) => found.and_then(Record::id).ok_or_else(unknown),
        }
    }

    /// Puts whole ids in place of `last` and of endings where a field names another record.
    fn name_records(&self, texts: &mut Texts) -> Result<(), DiaryError> {
        for (name, kind) in [
            ("session_id", Kind::Session),
            ("medication_id", Kind::Medication),
            ("therapist_id", Kind::Therapist),
        ] {
            if let Some(text) = texts.get(name).map(str::to_owned) {
                let id = ValueId::from_bytes(self.resolve(kind, &text)?);
                texts.set(name, Some(id.to_string()));
            }
        }
        if let Some(list) = texts.get("medicines").map(str::to_owned) {
            let whole =
                |text: String| Ok(ValueId::from_bytes(self.resolve(Kind::Medication, &text)?).to_string());
            let ids = Vec::<String>::from_text(&list)?.into_iter().map(whole);
            texts.set("medicines", ids.collect::<Result<Vec<String>, DiaryError>>()?.to_text());
        }
        Ok(())
    }

    /// What a new record of a kind says before anything is given.
    fn beginning(&self, kind: Kind) -> Result<Texts, DiaryError> {
        match kind {
            Kind::SessionPlan => self.first_plan(),
            Kind::IntakeSheet => self.next_sheet(),
            Kind::PlanAdjustment | Kind::ShareLog | Kind::BackupRecord => {
                Err(DiaryError::NotByHand { kind: kind.code() })
            }
            _ => Ok(Texts::default()),
        }
    }

    /// A record that was not deleted.
    pub(crate) fn present(
        &self,
        kind: Kind,
        id: [u8; 16],
        measures: &[Measure],
    ) -> Result<Record, DiaryError> {
        let record = self.store.record(kind, id, measures)?;
        let deleted = record.stamp().is_some_and(|stamp| stamp.deleted_at.is_some());
        if deleted {
            return Err(DiaryError::UnknownRecord { kind: kind.code(), id: record.spelled_id() });
        }
        Ok(record)
    }

    /// Puts a changed record, and what follows from it, in place; gives the record back.
    pub(crate) fn put(
        &mut self,
        mut changed: Vec<Record>,
        measures: &[Measure],
        editor: &Editor,
    ) -> Result<Record, DiaryError> {
        if let Some(Record::Session(session)) = changed.first() {
            let moved = self.moved_windows(session, measures)?;
            changed.extend(moved);
        }
        let first = changed.first().cloned().ok_or(DiaryError::NothingToUndo)?;
        self.store.change(&changed, measures, editor, self.shell.entropy.as_mut())?;
        self.refresh_open(first.kind())?;
        Ok(first)
    }
}

/// The stamp after one more change.
pub(crate) fn next(old: &Stamp, deleted_at: Option<Instant>) -> Stamp {
    Stamp { revision: old.revision + 1, deleted_at, ..old.clone() }
}

/// The stamp of a record after one more change; a measure has none and is changed in its own way.
fn next_of(old: &Record, deleted_at: Option<Instant>) -> Result<Stamp, DiaryError> {
    let unknown = || DiaryError::UnknownRecord { kind: old.kind().code(), id: old.spelled_id() };
    old.stamp().map(|stamp| next(stamp, deleted_at)).ok_or_else(unknown)
}

/// The fields of a kind that people set by hand, in the order they read them.
pub fn settable_fields(kind: Kind) -> impl Iterator<Item = &'static Field> {
    record_fields(kind).iter().filter(move |field| !derive::follows(kind, field.name))
}

/// Takes changes over, once each is known to name a field of the kind.
pub(crate) fn take(kind: Kind, texts: &mut Texts, changes: &Changes) -> Result<(), Invalid> {
    let answers = matches!(kind, Kind::CheckIn | Kind::SessionRating);
    for (name, text) in changes {
        let known = record_fields(kind).iter().any(|field| field.name == name);
        let derived = derive::follows(kind, name);
        if derived || !(known || answers && answered_by(name).is_some()) {
            let mut names: Vec<&str> = settable_fields(kind).map(|field| field.name).collect();
            if answers {
                names.push("value.<measure>");
            }
            return Err(Invalid::Code { field: "a field", allowed: names.join(", ") });
        }
        texts.set(name, text.clone().filter(|text| !text.trim().is_empty()));
    }
    Ok(())
}
