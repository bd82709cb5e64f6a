//! The one long-lived object of the phones: an open diary behind a lock.
//!
//! A panic inside a call reaches the app as an internal error; an open transaction is rolled back as it unwinds, so the
//! lock is taken again afterwards and the diary stays usable.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tidemark::model::{self, CheckInId, MeasureId, Milli, Rollover, SessionId, ShortText, logical_date};
use tidemark::{DataKey, Diary, Passphrase, Setup};
use zeroize::Zeroizing;

use crate::entropy::shell;
use crate::moment::zone_printed;
use crate::{
    CheckInDraft, DiaryError, Measure, Moment, ReportOptions, ReportWritten, SavedCheckIn, SavedSession,
    SessionDraft, SessionRatingDraft, Span, Today, Trends, Warning,
};

/// An open diary. Calls may come from any thread, one runs at a time; each write is on disk when its call returns.
/// Calls touch the disk: never make them on the main thread.
#[derive(uniffi::Object)]
pub struct OpenDiary(Mutex<Option<Diary>>);

/// The key of the diary at `path`, 32 bytes, unwrapped by its recovery passphrase, for the phone's keystore to hold.
/// Takes about a tenth of a second, on purpose. Overwrite the bytes once they are wrapped.
///
/// # Errors
/// `NotFound`, `WrongPassphrase`, `KeyUnavailable` for a damaged recovery file.
#[uniffi::export]
pub fn key_from_passphrase(path: &str, passphrase: String) -> Result<Vec<u8>, DiaryError> {
    let key = Diary::key_from_passphrase(Path::new(path), &secret(passphrase)?)?;
    Ok(key.to_bytes().to_vec())
}

#[uniffi::export]
impl OpenDiary {
    /// Makes a diary folder at `path`, with the built-in measures, and opens it. `rollover_min` is when the person's day
    /// ends, minutes after midnight, 0 to 720 in steps of 30; 04:00 when none is given.
    ///
    /// # Errors
    /// `AlreadyExists`, `StorageFull`, `OutputNotWritten`, `Invalid`; nothing is left behind.
    #[uniffi::constructor]
    pub fn create(
        path: &str,
        passphrase: String,
        rollover_min: Option<u16>,
        now: &Moment,
    ) -> Result<Arc<Self>, DiaryError> {
        let now: model::Moment = now.try_into()?;
        let rollover = rollover_min.map(Rollover::new).transpose()?.unwrap_or_default();
        let setup = Setup { created_at: now.instant, rollover, sample_label: None };
        // The key is asked for by itself, so that no record holds it: see `key_from_passphrase`.
        let (diary, _key) = Diary::create(Path::new(path), &secret(passphrase)?, setup, shell()?)?;
        Ok(Self::over(diary))
    }

    /// Opens the diary at `path` with its key of 32 bytes; well under a millisecond.
    ///
    /// # Errors
    /// `NotFound`, `StoreDamaged`, `KeyUnavailable`, `StoreNewer`. The files stay as they are.
    #[uniffi::constructor]
    pub fn open_with_key(path: &str, key: Vec<u8>) -> Result<Arc<Self>, DiaryError> {
        let key = Zeroizing::new(key);
        let bytes = <[u8; 32]>::try_from(key.as_slice()).map(Zeroizing::new);
        let bytes =
            bytes.map_err(|_| DiaryError::KeyUnavailable { reason: "a key has 32 bytes".to_owned() })?;
        let diary = Diary::open_with_key(Path::new(path), &DataKey::from_bytes(*bytes), shell()?)?;
        Ok(Self::over(diary))
    }

    /// Opens the diary at `path` with its recovery passphrase; about a tenth of a second, on purpose.
    ///
    /// # Errors
    /// `WrongPassphrase`; otherwise as `open_with_key`.
    #[uniffi::constructor]
    pub fn open_with_passphrase(path: &str, passphrase: String) -> Result<Arc<Self>, DiaryError> {
        let diary = Diary::open_with_passphrase(Path::new(path), &secret(passphrase)?, shell()?)?;
        Ok(Self::over(diary))
    }

    /// Shuts the diary; every later call answers `Shut`. What was confirmed is safe with or without this call. Shutting
    /// twice does nothing. Not called `close`, which the generated Kotlin has already.
    ///
    /// # Errors
    /// `Other` when the last tidying fails; the diary is shut all the same.
    pub fn shut(&self) -> Result<(), DiaryError> {
        match self.lock().take() {
            Some(diary) => Ok(diary.close()?),
            None => Ok(()),
        }
    }

    /// The day it is at `now`, what is asked, and the latest answers.
    ///
    /// # Errors
    /// `StoreDamaged`, `Invalid` for a clock outside 1900–2199.
    pub fn today(&self, now: &Moment) -> Result<Today, DiaryError> {
        let now: model::Moment = now.try_into()?;
        self.with(|diary| {
            let day = logical_date(now, diary.rollover())?;
            let records = diary.records(tidemark::Span { from: Some(day), to: Some(day) })?;
            let measures = diary.measures()?;
            Ok(Today::new(day, diary.rollover(), &measures, &records.check_ins, diary.sample_label()))
        })
    }

    /// The newest version of each measure, in their order.
    ///
    /// # Errors
    /// `StoreDamaged`.
    pub fn measures(&self) -> Result<Vec<Measure>, DiaryError> {
        self.with(|diary| Ok(diary.measures()?.iter().map(Measure::from).collect()))
    }

    /// Saves a check-in, written down at `now`.
    ///
    /// # Errors
    /// `OutOfRange`, `Invalid`, `UnknownMeasure`, `StorageFull`, `Busy`; then nothing of it was saved.
    pub fn save_check_in(&self, draft: CheckInDraft, now: &Moment) -> Result<SavedCheckIn, DiaryError> {
        let (draft, now) = (draft.try_into()?, now.try_into()?);
        self.with(|diary| Ok(diary.add_check_in(draft, now)?.into()))
    }

    /// Changes one rating of a check-in, in thousandths of its unit, or takes it back to a skip when none is given. The
    /// old one stays in the revision log.
    ///
    /// # Errors
    /// `UnknownRecord`, `UnknownMeasure` when the check-in holds no answer to it, `OutOfRange`, `Invalid`,
    /// `StorageFull`; then the old one stands.
    pub fn change_rating(
        &self,
        check_in_id: &str,
        measure_id: &str,
        value_milli: Option<i64>,
        now: &Moment,
    ) -> Result<(), DiaryError> {
        let (check_in, measure) = (check_in_id.parse::<CheckInId>()?, MeasureId::new(measure_id)?);
        let (value, now) = (value_milli.map(Milli::new).transpose()?, now.try_into()?);
        self.with(|diary| Ok(diary.change_rating(check_in, &measure, value, now)?))
    }

    /// Deletes a check-in, as when its only rating is undone; it is kept for 30 days.
    ///
    /// # Errors
    /// `UnknownRecord`, `StorageFull`.
    pub fn remove_check_in(&self, check_in_id: &str, now: &Moment) -> Result<(), DiaryError> {
        let (check_in, now) = (check_in_id.parse::<CheckInId>()?, now.try_into()?);
        self.with(|diary| Ok(diary.remove_check_in(check_in, now)?))
    }

    /// Saves a session and the ratings around it, all or nothing, written down at `now`.
    ///
    /// # Errors
    /// `OutOfRange`, `Invalid`, `UnknownMeasure`, `Overlap`, `StorageFull`; then nothing was saved.
    pub fn save_session(&self, draft: SessionDraft, now: &Moment) -> Result<SavedSession, DiaryError> {
        let (draft, now) = (draft.try_into()?, now.try_into()?);
        self.with(|diary| Ok(diary.add_session(draft, now)?.into()))
    }

    /// Saves ratings of a session that is in the diary, such as the next morning's; answers what is worth knowing.
    ///
    /// # Errors
    /// `UnknownRecord`, `RatedBefore`; otherwise as `save_session`.
    pub fn rate_session(
        &self,
        session_id: &str,
        draft: &SessionRatingDraft,
        recorded_by: model::RecordedBy,
        now: &Moment,
    ) -> Result<Vec<Warning>, DiaryError> {
        let session = session_id.parse::<SessionId>()?;
        let (draft, now) = (draft.try_into()?, now.try_into()?);
        self.with(|diary| {
            let saved = diary.add_session_rating(session, &draft, recorded_by, now)?;
            Ok(saved.warnings.into_iter().map(Warning::from).collect())
        })
    }

    /// Trends of the named measures over a span of days, or of all that were rated in it when none is named.
    ///
    /// # Errors
    /// `UnknownMeasure`, `StoreDamaged`, `Invalid` for a span that ends before it starts.
    pub fn trends(&self, measure_ids: &[String], span: &Span) -> Result<Trends, DiaryError> {
        let names = measure_ids.iter().map(|id| MeasureId::new(id)).collect::<Result<Vec<_>, _>>()?;
        let span = span.try_into()?;
        self.with(|diary| Ok(diary.trends(&names, span)?.into()))
    }

    /// Writes the clinician's report as a tagged PDF to `path`, whole or not at all; the same diary and options give the
    /// same bytes.
    ///
    /// # Errors
    /// `OutputNotWritten`, `StorageFull`, `Invalid`; then no partial file is left and a file that was there stays.
    pub fn write_report(&self, path: &str, options: &ReportOptions) -> Result<ReportWritten, DiaryError> {
        let made_at: model::Moment = (&options.made_at).try_into()?;
        let name = options.name.as_deref().map(|text| ShortText::new("name", text)).transpose()?;
        self.with(|diary| {
            let made_on = logical_date(made_at, diary.rollover())?;
            let period = match &options.period {
                Some(period) => period.try_into()?,
                None => diary.report_period(made_on)?,
            };
            let paper = options.paper;
            let choices = tidemark::ReportOptions {
                period,
                made_on,
                zone: zone_printed(made_at),
                paper,
                name,
                included: tidemark::findings::Included::default(),
            };
            Ok(ReportWritten::new(period, diary.write_pdf(Path::new(path), &choices, made_at)?))
        })
    }
}

impl OpenDiary {
    fn over(diary: Diary) -> Arc<Self> {
        Arc::new(Self(Mutex::new(Some(diary))))
    }

    fn lock(&self) -> MutexGuard<'_, Option<Diary>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, act: impl FnOnce(&mut Diary) -> Result<T, DiaryError>) -> Result<T, DiaryError> {
        self.lock().as_mut().ok_or(DiaryError::Shut).and_then(act)
    }
}

/// The passphrase, with the text that brought it wiped.
fn secret(text: String) -> Result<Passphrase, DiaryError> {
    Passphrase::new(&Zeroizing::new(text)).map_err(|error| tidemark::DiaryError::from(error).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_one_call_leaves_the_diary_usable() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("my.diary").display().to_string();
        let now = Moment { epoch_ms: 1_795_550_640_000, offset_s: 0, zone_id: None };
        let diary = OpenDiary::create(&path, "four plain words here".to_owned(), None, &now).unwrap();
        let shaken = Arc::clone(&diary);
        let panicked =
            std::thread::spawn(move || shaken.with(|_| -> Result<(), DiaryError> { panic!("planted") }));
        assert!(panicked.join().is_err());
        assert!(diary.0.is_poisoned());
        assert_eq!(diary.today(&now).unwrap().day, "2026-11-24");
    }
}
