//! The sixteen things to ask a massage therapist: one answer at a time, each change kept in the therapist's history.

use tidemark_model::{
    ChecklistAnswer, ChecklistHow, ChecklistItem, ChecklistStatus, FieldValue as _, Kind, Line, LogicalDate,
    Record, RecordId, Recorded, Therapist, ValueId,
};
use tidemark_store::Editor;

use crate::{Diary, DiaryError};

/// What is new about one item; what is not given stays as it is.
#[derive(Clone, Debug)]
pub struct ChecklistChange {
    /// Which item.
    pub item: ChecklistItem,
    /// Where it stands.
    pub status: Option<ChecklistStatus>,
    /// The day it was asked or seen; today when a status is given that says it was asked.
    pub on: Option<LogicalDate>,
    /// How the answer was had.
    pub how: Option<ChecklistHow>,
    /// Words of the person.
    pub note: Option<Line>,
}

impl Diary {
    /// Writes down what is known of one item. An item put back to not asked says nothing any more.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::Invalid`]; then nothing was changed.
    pub fn set_checklist(
        &mut self,
        therapist: &str,
        change: &ChecklistChange,
        editor: &Editor,
    ) -> Result<Recorded<Therapist>, DiaryError> {
        let old = self.therapist(therapist)?;
        let before = old.answer(change.item);
        let status = change.status.unwrap_or(before.status);
        let today = match change.status {
            Some(status) if status.asked() => Some(self.day_of(editor.at)?),
            _ => before.on,
        };
        let after = ChecklistAnswer {
            item: change.item,
            status,
            on: change.on.or(today),
            how: change.how.or(before.how),
            note: change.note.clone().or(before.note),
        };
        let mut checklist = old.checklist.clone();
        checklist.retain(|answer| answer.item != change.item);
        if change.status != Some(ChecklistStatus::NotAsked) {
            checklist.push(after);
        }
        checklist.sort_by_key(|answer| answer.item);
        let text = [("checklist".to_owned(), checklist.to_text())];
        self.edit_record(Kind::Therapist, &old.id.to_string(), &text, editor)?;
        self.therapist(&old.id.to_string())
    }

    /// A therapist by their id, an ending of it, or `last`.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::AmbiguousRecord`].
    pub fn therapist(&self, id: &str) -> Result<Recorded<Therapist>, DiaryError> {
        let id = self.resolve(Kind::Therapist, id)?;
        match self.present(Kind::Therapist, id, &[])? {
            Record::Therapist(therapist) => Ok(therapist),
            other => Err(DiaryError::UnknownRecord {
                kind: other.kind().code(),
                id: ValueId::from_bytes(id).to_string(),
            }),
        }
    }
}
