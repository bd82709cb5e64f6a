//! Which notes could a report hold, and which of them were ticked one by one? Whoever asks for a note that is not there gets
//! no report: a note left out in silence would be taken for none.

use tidemark_findings::{NoteLine, notes_to_tick};
use tidemark_model::{EntryId, Invalid, LeftSection, Records, ShareSection, SomeOf};

use crate::edit::SHORTEST_ENDING;
use crate::{Diary, DiaryError, ReportOptions};

impl Diary {
    /// The notes that a report of these days and sections could hold, by day, whichever are ticked. Those of sessions are
    /// among them only where sessions are.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn notes_to_tick(&self, options: &ReportOptions) -> Result<Vec<NoteLine>, DiaryError> {
        Ok(notes_to_tick(&self.store.records(None)?, options.period, &options.included))
    }

    /// The entries of those notes that texts spell: whole ids, or their last four characters or more.
    ///
    /// # Errors
    /// [`DiaryError::UnknownNote`], [`DiaryError::AmbiguousRecord`].
    pub fn choose_notes(&self, options: &ReportOptions, ids: &[String]) -> Result<Vec<EntryId>, DiaryError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let notes = self.notes_to_tick(options)?;
        ids.iter().map(|text| chosen(&notes, text)).collect()
    }

    /// What leaves, with how many of how many notes where they are ticked one by one.
    ///
    /// # Errors
    /// [`DiaryError::UnknownNote`], [`DiaryError::Invalid`] when all notes are ticked and some beside.
    pub fn left_sections(
        &self,
        sections: Vec<ShareSection>,
        options: &ReportOptions,
    ) -> Result<Vec<LeftSection>, DiaryError> {
        let some = if options.included.chosen_notes.is_empty() {
            None
        } else {
            ticked_notes(&self.store.records(None)?, options)?
        };
        Ok(counted(sections, some))
    }
}

fn chosen(notes: &[NoteLine], text: &str) -> Result<EntryId, DiaryError> {
    let unknown = || DiaryError::UnknownNote { id: text.to_owned() };
    let ending = text.to_lowercase();
    if ending.len() < SHORTEST_ENDING {
        return Err(unknown());
    }
    let mut found = notes.iter().filter(|note| note.entry.to_string().ends_with(&ending));
    match (found.next(), found.next()) {
        (Some(_), Some(_)) => Err(DiaryError::AmbiguousRecord { kind: "note", id: text.to_owned() }),
        (found, _) => found.map(|note| note.entry).ok_or_else(unknown),
    }
}

/// How many notes are ticked one by one, of how many; none when they are ticked together or not at all.
///
/// # Errors
/// [`DiaryError::UnknownNote`] for one that is not there, [`DiaryError::Invalid`] when all are ticked and some beside.
pub(crate) fn ticked_notes(records: &Records, options: &ReportOptions) -> Result<Option<SomeOf>, DiaryError> {
    let included = &options.included;
    if included.chosen_notes.is_empty() {
        return Ok(None);
    }
    if included.notes {
        let rule = Invalid::Field { field: "a report", allowed: "all notes, or some by their ids" };
        return Err(DiaryError::Invalid { rule });
    }
    let notes = notes_to_tick(records, options.period, included);
    let there = |entry: &EntryId| notes.iter().any(|note| note.entry == *entry);
    if let Some(entry) = included.chosen_notes.iter().find(|entry| !there(entry)) {
        return Err(DiaryError::UnknownNote { id: entry.to_string() });
    }
    let ticked = notes.iter().filter(|note| included.has_note(note.entry)).count();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(Some(SomeOf { n: count(ticked), of: count(notes.len()) }))
}

/// Sections as they left, with the count beside the notes.
pub(crate) fn counted(sections: Vec<ShareSection>, some: Option<SomeOf>) -> Vec<LeftSection> {
    let one = |section| LeftSection { section, some: some.filter(|_| section == ShareSection::Notes) };
    sections.into_iter().map(one).collect()
}
