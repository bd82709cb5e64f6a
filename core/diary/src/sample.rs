//! A made-up year for `demo` and the pictures: labelled, seeded, and as untidy as a real diary.
//!
//! The person in it chooses sessions more often after hard days, misses days, enters some late and some long after,
//! rates some sessions from memory or out of their window. Within a session stress and pain fall by a fixed amount
//! plus noise; between days nothing is put in but a slow drift of mood. The numbers are nobody's.

mod beside;
mod day;
mod massage;
mod weather;
mod words;

use std::path::Path;

use tidemark_model::{
    ChangeKind, Entropy, Instant, Invalid, LogicalDate, Measure, Medication, MedicationChange,
    MedicationChangeId, MedicationId, Moment, Record, RecordId, Recorded, RecordedBy, Rollover,
    SeededEntropy, ShortText, Source, Stamp, Visit, VisitId, ZoneName, built_in, zoned,
};
use tidemark_store::Passphrase;

use crate::{Diary, DiaryError, Setup, Shell};
use day::Writer;
use weather::Weather;

/// Printed on every page made from a sample diary.
pub const SAMPLE_LABEL: &str = "Sample data, not a person";

/// Opens every sample diary; it protects nothing.
pub const SAMPLE_PASSPHRASE: &str = "sample diary, not a secret";

/// Days in the sample, about a year.
const DAYS: i32 = 371;

impl Diary {
    /// Makes a sample diary of about a year that ends on `today`; the same `seed` and day give the same records.
    ///
    /// # Errors
    /// As [`Diary::create`].
    pub fn create_sample(
        path: &Path,
        today: LogicalDate,
        seed: u64,
        shell: Shell,
    ) -> Result<Self, DiaryError> {
        let passphrase = Passphrase::new(SAMPLE_PASSPHRASE)?;
        let records = records(today, seed)?;
        let created_at = Instant::from_millis(i64::from(today.day_number() - DAYS) * 86_400_000)?;
        let label = Some(ShortText::new("label", SAMPLE_LABEL)?);
        let setup = Setup { created_at, rollover: Rollover::default(), sample_label: label };
        let (mut diary, _key) = Self::create(path, &passphrase, setup, shell)?;
        diary.store.add_all(&records)?;
        diary.store.checkpoint()?;
        Ok(diary)
    }
}

/// The measures of the sample by name, and what it is written with.
struct Room {
    measures: Vec<Measure>,
    zone: ZoneName,
    ids: SeededEntropy,
}

impl Room {
    fn measure(&self, name: &str) -> Result<&Measure, Invalid> {
        let unknown = Invalid::Field { field: "a sample measure", allowed: "built-in names" };
        self.measures.iter().find(|m| m.id().as_str() == name).ok_or(unknown)
    }

    /// The moment the person's clock shows `minute` minutes after the start of a calendar day.
    fn at(&self, day: LogicalDate, minute: i64) -> Result<Moment, Invalid> {
        let local = day.date().and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::minutes(minute);
        Ok(match zoned(local, self.zone)? {
            tidemark_model::LocalTime::Single(at)
            | tidemark_model::LocalTime::Ambiguous { earlier: at, .. } => at,
            tidemark_model::LocalTime::Skipped { shifted } => shifted,
        })
    }

    fn stamp(recorded: Moment) -> Stamp {
        Stamp::new(recorded, RecordedBy::Own, Source::App)
    }
}

fn records(today: LogicalDate, seed: u64) -> Result<Vec<Record>, DiaryError> {
    let mut room = Room {
        measures: built_in::measures(),
        zone: ZoneName::new("Europe/Dublin")?,
        ids: SeededEntropy::new(seed ^ 0x1D5),
    };
    let first = today.plus_days(1 - DAYS).unwrap_or(LogicalDate::FIRST);
    let mut weather = Weather::new(seed, DAYS);
    let mut writer = Writer::new(first, today);
    let mut massages = massage::Plan::new();
    let mut records = Vec::new();
    for number in 0..DAYS {
        let Some(day) = first.plus_days(number) else { continue };
        weather.dawn(number);
        if let Some(held) = massages.decide(day, number, &mut weather) {
            records.extend(massage::records(&mut room, &held, &mut weather)?);
        }
        records.extend(writer.evening(&mut room, day, number, &mut weather)?);
    }
    records.extend(medicine(&mut room, first)?);
    records.extend(visits(&mut room, first, today)?);
    records.extend(words::records(&mut room, today)?);
    records.extend(beside::records(&mut room, today)?);
    Ok(records)
}

fn medicine(room: &mut Room, first: LogicalDate) -> Result<Vec<Record>, Invalid> {
    let text = |words: &str| ShortText::new("a medicine", words);
    let changed = first.plus_days(334).unwrap_or(first);
    let (begun, noted) = (room.at(first, 600)?, room.at(changed, 1230)?);
    let medication = Recorded::new(
        MedicationId::generate(begun.instant, &mut room.ids),
        Room::stamp(begun),
        Medication {
            dose: Some(text("5 mg in the morning")?),
            times: vec!["08:00".parse()?],
            start: first.plus_days(-60),
            ..Medication::named(text("Medicine A")?)
        },
    )?;
    let change = MedicationChange {
        medication_id: medication.id,
        at: changed,
        kind: ChangeKind::Up,
        from: Some(text("5 mg")?),
        to: Some(text("10 mg")?),
        by_whom: None,
        reason: None,
    };
    let id = MedicationChangeId::generate(noted.instant, &mut room.ids);
    let change = Recorded::new(id, Room::stamp(noted), change)?;
    Ok(vec![medication.into(), change.into()])
}

fn visits(room: &mut Room, first: LogicalDate, today: LogicalDate) -> Result<Vec<Record>, Invalid> {
    let mut visits = Vec::new();
    for day in [first.plus_days(150), today.plus_days(-101)].into_iter().flatten() {
        let at = room.at(day, 14 * 60 + 30)?;
        let id = VisitId::generate(at.instant, &mut room.ids as &mut dyn Entropy);
        let with = Some(ShortText::new("with", "psychiatrist")?);
        let visit = Visit { at, logical_date: day, with, kind: None, questions: vec![], outcome: None };
        visits.push(Recorded::new(id, Room::stamp(at), visit)?.into());
    }
    Ok(visits)
}
