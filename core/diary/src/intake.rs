//! The intake sheet: a new version starts from the one before, and each field leaves the diary only when it is ticked.

use tidemark_model::{
    FieldValue as _, IntakeField, IntakeSheet, Kind, MedicationId, Record, RecordId, Recorded, Texts, ValueId,
};
use tidemark_store::Editor;

use crate::{Diary, DiaryError};

/// A field that two versions of the sheet fill differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakeChange {
    /// Name of the field.
    pub field: &'static str,
    /// What the version before said.
    pub old: Option<String>,
    /// What this one says.
    pub new: Option<String>,
}

impl Diary {
    /// What the next version says before anything is given: what the one before said, or nothing but the first ticks.
    pub(crate) fn next_sheet(&self) -> Result<Texts, DiaryError> {
        let sheets: Vec<Recorded<IntakeSheet>> = self.store.all()?;
        let mut texts = Texts::default();
        if let Some(last) = sheets.last() {
            texts = last.to_texts();
            // A medicine that was removed since is not carried on.
            let there = |id: &&MedicationId| self.present(Kind::Medication, id.to_bytes(), &[]).is_ok();
            let medicines: Vec<MedicationId> = last.medicines.iter().filter(there).copied().collect();
            texts.set("medicines", medicines.to_text());
            texts.set("reviewed_on", None);
        } else {
            let ticked = |field: &&IntakeField| field.ticked_at_first();
            let fields: Vec<IntakeField> = IntakeField::ALL.iter().filter(ticked).copied().collect();
            texts.set("shared", fields.to_text());
        }
        texts.set("version", self.next_number(Kind::IntakeSheet)?.to_text());
        Ok(texts)
    }

    /// Ticks fields of a version of the sheet to leave the diary, or takes their ticks away.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`].
    pub fn share_intake(
        &mut self,
        id: &str,
        fields: &[IntakeField],
        tick: bool,
        editor: &Editor,
    ) -> Result<Recorded<IntakeSheet>, DiaryError> {
        let sheet = self.sheet(id)?;
        let ticked = |field: &&IntakeField| if fields.contains(field) { tick } else { sheet.shares(**field) };
        let shared: Vec<IntakeField> = IntakeField::ALL.iter().filter(ticked).copied().collect();
        if shared == sheet.shared {
            return Ok(sheet);
        }
        let change = [("shared".to_owned(), shared.to_text())];
        self.edit_record(Kind::IntakeSheet, &sheet.id.to_string(), &change, editor)?;
        self.sheet(&sheet.id.to_string())
    }

    /// What a version of the sheet says otherwise than the one before it; nothing for the first. Ticks are no change of what
    /// it says.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`].
    pub fn intake_changes(&self, id: &str) -> Result<Vec<IntakeChange>, DiaryError> {
        let sheet = self.sheet(id)?;
        let sheets: Vec<Recorded<IntakeSheet>> = self.store.all()?;
        let before = sheets.iter().take_while(|other| other.id != sheet.id).last();
        let Some(before) = before else { return Ok(Vec::new()) };
        let (old, new) = (before.to_texts(), sheet.to_texts());
        let said = |texts: &Texts, field| texts.get(field).map(str::to_owned);
        let fields = IntakeSheet::FIELDS.iter().map(|field| field.name);
        Ok(fields
            .filter(|field| !["version", "reviewed_on", "shared"].contains(field))
            .filter(|field| old.get(field) != new.get(field))
            .map(|field| IntakeChange { field, old: said(&old, field), new: said(&new, field) })
            .collect())
    }

    fn sheet(&self, id: &str) -> Result<Recorded<IntakeSheet>, DiaryError> {
        let id = self.resolve(Kind::IntakeSheet, id)?;
        match self.present(Kind::IntakeSheet, id, &[])? {
            Record::IntakeSheet(sheet) => Ok(sheet),
            other => Err(DiaryError::UnknownRecord {
                kind: other.kind().code(),
                id: ValueId::from_bytes(id).to_string(),
            }),
        }
    }
}
