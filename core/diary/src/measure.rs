//! The measures of a diary: new ones, changed ones, starter sets. A scale is frozen once used: changing it makes a new
//! version, and a break in the series that everybody sees.

use tidemark_model::{Measure, MeasureId, MeasureParts, Moment, RecordedBy, built_in};
use tidemark_store::Editor;

use crate::diary::named;
use crate::{Diary, DiaryError};

/// Most measures that are asked at one time.
pub const MOST_ACTIVE: usize = 12;

/// What became of a changed measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureChange {
    /// The same version says it otherwise: label, place, use.
    Same,
    /// It asks something else or on another scale now: a new version, a break in the series.
    NewVersion,
}

impl Diary {
    /// Adds a measure of the person's own.
    ///
    /// # Errors
    /// [`DiaryError::MeasureExists`], [`DiaryError::TooManyMeasures`].
    pub fn add_measure(&mut self, parts: MeasureParts) -> Result<Measure, DiaryError> {
        let measures = self.measures()?;
        if measures.iter().any(|known| *known.id() == parts.id) {
            return Err(DiaryError::MeasureExists { measure: parts.id });
        }
        refuse_more(&measures, usize::from(parts.active))?;
        let order = measures.iter().map(|m| m.parts().order).max().map_or(0, |last| last.saturating_add(1));
        let measure = Measure::new(MeasureParts { version: 1, order, ..parts })?;
        self.store.add_measure(&measure)?;
        Ok(measure)
    }

    /// Changes a measure. Frame, scale, unit, direction and anchors of one that was used make a new version.
    ///
    /// # Errors
    /// [`DiaryError::UnknownMeasure`], [`DiaryError::Invalid`], [`DiaryError::TooManyMeasures`].
    pub fn change_measure(
        &mut self,
        parts: MeasureParts,
        by: RecordedBy,
        now: Moment,
    ) -> Result<(Measure, MeasureChange), DiaryError> {
        let measures = self.measures()?;
        let old = named(&parts.id, &measures)?;
        refuse_more(&measures, usize::from(parts.active && !old.parts().active))?;
        let same = Measure::new(MeasureParts { version: old.parts().version, ..parts.clone() })?;
        if same.continues(old) {
            let editor = Editor { at: now, by, reason: None };
            self.store.change_measures(std::slice::from_ref(&same), &editor, self.shell.entropy.as_mut())?;
            return Ok((same, MeasureChange::Same));
        }
        let next = Measure::new(MeasureParts { version: old.parts().version + 1, ..parts })?;
        self.store.add_measure(&next)?;
        Ok((next, MeasureChange::NewVersion))
    }

    /// Asks exactly the measures of a starter set in the daily check-in, all or nothing.
    ///
    /// # Errors
    /// [`DiaryError::UnknownStarterSet`], [`DiaryError::TooManyMeasures`]; then nothing was changed.
    pub fn choose_starter_set(
        &mut self,
        name: &str,
        by: RecordedBy,
        now: Moment,
    ) -> Result<Vec<MeasureId>, DiaryError> {
        let sets = built_in::starter_sets();
        let known = || sets.iter().map(|set| set.id).collect::<Vec<_>>().join(", ");
        let set = sets
            .iter()
            .find(|set| set.id == name)
            .ok_or_else(|| DiaryError::UnknownStarterSet { name: name.to_owned(), known: known() })?;
        let measures = self.measures()?;
        let mut changed = Vec::new();
        let mut more = 0;
        for measure in &measures {
            let mut parts = measure.parts().clone();
            let wanted = set.measures.contains(&parts.id);
            if parts.usage.daily == wanted && (parts.active || !wanted) {
                continue;
            }
            more += usize::from(wanted && !parts.active);
            parts.usage.daily = wanted;
            parts.active |= wanted;
            changed.push(Measure::new(parts)?);
        }
        refuse_more(&measures, more)?;
        let editor = Editor { at: now, by, reason: None };
        self.store.change_measures(&changed, &editor, self.shell.entropy.as_mut())?;
        Ok(set.measures.clone())
    }
}

/// Refuses `more` active measures beside those there are.
fn refuse_more(measures: &[Measure], more: usize) -> Result<(), DiaryError> {
    let active = measures.iter().filter(|m| m.parts().active).count();
    let too_many = more > 0 && active + more > MOST_ACTIVE;
    if too_many { Err(DiaryError::TooManyMeasures { most: MOST_ACTIVE }) } else { Ok(()) }
}
