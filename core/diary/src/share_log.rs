//! What left the diary: every report, every folder of tables and every backup is noted once it is written, with what it
//! holds and how to know the file again. Not noted: what stands in it, and where it went.

use std::path::Path;

use sha2::{Digest, Sha256};
use tidemark_exchange::csv::{CsvOptions, Form};
use tidemark_model::{
    BackupRecord, BackupRecordId, FileDigest, Instant, Moment, Record, RecordId, Recorded, RecordedBy,
    ShareLog, ShareLogId, ShareSection, Shared, SomeOf,
};

use crate::export::ReportOptions;
use crate::notes::counted;
use crate::{Diary, DiaryError, Span};

impl Diary {
    /// Notes that a file left. Whoever writes one calls this once it is in its place. A snapshot, which can only be read,
    /// notes nothing.
    ///
    /// # Errors
    /// [`DiaryError::NotNoted`]: the file is there all the same.
    pub(crate) fn note_left(
        &mut self,
        path: &Path,
        left: ShareLog,
        backup: Option<BackupRecord>,
        now: Moment,
    ) -> Result<(), DiaryError> {
        let noted = self.note(left, backup, now);
        match noted {
            Ok(()) | Err(DiaryError::ReadOnly { .. }) => Ok(()),
            Err(source) => Err(DiaryError::NotNoted { path: path.to_path_buf(), source: Box::new(source) }),
        }
    }

    fn note(&mut self, left: ShareLog, backup: Option<BackupRecord>, now: Moment) -> Result<(), DiaryError> {
        let stamp = self.stamp(now, RecordedBy::Own);
        let mut records: Vec<Record> = Vec::new();
        let id = ShareLogId::generate(now.instant, self.shell.entropy.as_mut());
        records.push(Recorded::new(id, stamp.clone(), left)?.into());
        if let Some(backup) = backup {
            let id = BackupRecordId::generate(now.instant, self.shell.entropy.as_mut());
            records.push(Recorded::new(id, stamp, backup)?.into());
        }
        Ok(self.store.add_all(&records)?)
    }

    /// The backups that were made, the latest last.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn backups(&self) -> Result<Vec<Recorded<BackupRecord>>, DiaryError> {
        Ok(self.store.all()?)
    }

    /// Whole days since the latest backup; none when there was none.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn days_since_backup(&self, now: Instant) -> Result<Option<i64>, DiaryError> {
        let latest = self.backups()?.into_iter().map(|backup| backup.stamp.recorded.instant).max();
        Ok(latest.map(|at| now.minutes_since(at).div_euclid(24 * 60)))
    }
}

/// SHA-256 of a file's bytes.
pub(crate) fn digest(bytes: &[u8]) -> FileDigest {
    FileDigest::new(Sha256::digest(bytes).into())
}

/// What a report is noted as; of notes that were ticked one by one, `some` is how many.
pub(crate) fn of_report(options: &ReportOptions, some: Option<SomeOf>, sha256: FileDigest) -> ShareLog {
    ShareLog {
        what: Shared::ReportPdf,
        to: None,
        sections: counted(options.leaves(), some),
        period_from: Some(options.period.from()),
        period_to: Some(options.period.to()),
        sha256,
    }
}

/// What a FHIR document is noted as, with the people and the intake sheet where they are ticked.
pub(crate) fn of_document(options: &ReportOptions, some: Option<SomeOf>, sha256: FileDigest) -> ShareLog {
    let sections = counted(options.leaves_in_document(), some);
    ShareLog { what: Shared::ReportFhir, sections, ..of_report(options, some, sha256) }
}

/// What tables are noted as.
pub(crate) fn of_tables(options: CsvOptions, span: Span, sha256: FileDigest) -> ShareLog {
    use ShareSection::{
        CareTeam, Distress, Events, Goals, Intake, ItemScores, Medicines, Notes, Plan, Practices,
        Questionnaires, Questions, Reminders, Safety, Sessions, Therapists, Trends, UnwantedEffects,
    };
    let mut sections = vec![
        Trends,
        Sessions,
        Questionnaires,
        Medicines,
        UnwantedEffects,
        Questions,
        Goals,
        Events,
        Practices,
        Plan,
    ];
    let ticked = [
        (options.include_notes, Notes),
        (options.include_distress, Distress),
        (true, ItemScores),
        (options.include_therapists, Therapists),
        (options.include_care_team, CareTeam),
        (options.include_intake, Intake),
        (options.include_reminders, Reminders),
        (options.include_safety, Safety),
    ];
    sections.extend(ticked.into_iter().filter(|(ticked, _)| *ticked).map(|(_, section)| section));
    let days = span.from.zip(span.to);
    ShareLog {
        what: if options.form == Form::Csv { Shared::TablesCsv } else { Shared::TablesJsonl },
        to: None,
        sections: counted(sections, None),
        period_from: days.map(|(from, _)| from),
        period_to: days.map(|(_, to)| to),
        sha256,
    }
}

/// What a backup, which holds everything, is noted as.
pub(crate) const fn of_backup(sha256: FileDigest) -> ShareLog {
    ShareLog {
        what: Shared::Backup,
        to: None,
        sections: Vec::new(),
        period_from: None,
        period_to: None,
        sha256,
    }
}
