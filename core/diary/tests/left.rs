//! What leaves the diary is noted with what it holds and how to know it again; a note is no entry, and no entry is a note.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tidemark::exchange::csv::{CsvOptions, Form};
use tidemark::findings::Included;
use tidemark::model::{
    BackupRecord, FileSize, Kind, MeasureId, Milli, Moment, Period, Record, Recorded, RecordedBy, Rollover,
    SeededEntropy, ShareLog, ShareSection, Shared, ShortText, Source,
};
use tidemark::{
    CheckInDraft, DataKey, Diary, DiaryError, Paper, Passphrase, ReportOptions, Setup, Shell, Span,
};

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn now() -> Moment {
    at("2026-11-24T21:04Z")
}

fn shell() -> Shell {
    Shell { entropy: Box::new(SeededEntropy::new(8)), source: Source::App }
}

/// A diary with one check-in.
fn diary(room: &tempfile::TempDir) -> (PathBuf, Diary, DataKey) {
    let path = room.path().join("my.diary");
    let setup = Setup { created_at: now().instant, rollover: Rollover::default(), sample_label: None };
    let passphrase = Passphrase::new("correct horse").unwrap();
    let (mut diary, key) = Diary::create(&path, &passphrase, setup, shell()).unwrap();
    let draft = CheckInDraft {
        rated: now(),
        day: None,
        ratings: vec![(MeasureId::new("stress").unwrap(), Some(Milli::whole(4)))],
        note: None,
        practices: vec![],
        recorded_by: RecordedBy::Own,
    };
    diary.add_check_in(draft, now()).unwrap();
    (path, diary, key)
}

fn left(diary: &Diary) -> Vec<Recorded<ShareLog>> {
    let records = diary.records_of(Kind::ShareLog, Span::default()).unwrap();
    let one = |record| if let Record::ShareLog(left) = record { left } else { unreachable!() };
    records.into_iter().map(one).collect()
}

fn sha256(file: &Path) -> String {
    let digest = Sha256::digest(fs::read(file).unwrap());
    digest.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

fn options(name: Option<&str>, distress: bool) -> ReportOptions {
    let day = |text: &str| text.parse().unwrap();
    ReportOptions {
        period: Period::new(day("2026-11-01"), day("2026-11-24")).unwrap(),
        made_on: day("2026-11-24"),
        zone: "Europe/Dublin".to_owned(),
        paper: Paper::A4,
        name: name.map(|name| ShortText::new("name", name).unwrap()),
        included: Included { distress, ..Included::default() },
    }
}

#[test]
fn a_report_is_noted_with_its_sections_its_days_and_its_digest() {
    let room = tempfile::tempdir().unwrap();
    let (_path, mut diary, _key) = diary(&room);
    let file = room.path().join("page.pdf");
    diary.write_pdf(&file, &options(None, false), now()).unwrap();
    diary
        .write_pdf(&room.path().join("named.pdf"), &options(Some("Me"), true), at("2026-11-24T21:05Z"))
        .unwrap();
    let left = left(&diary);
    assert_eq!(left.len(), 2);
    let said = |at: usize| (left[at].what, left[at].sha256.to_string(), left[at].to.is_some());
    assert_eq!(said(0), (Shared::ReportPdf, sha256(&file), false));
    assert_eq!(left[0].stamp.recorded, now());
    let days = left[0].period_from.zip(left[0].period_to).unwrap();
    assert_eq!((days.0.to_string(), days.1.to_string()), ("2026-11-01".into(), "2026-11-24".into()));
    for (section, first, second) in [
        (ShareSection::Trends, true, true),
        (ShareSection::Distress, false, true),
        (ShareSection::Name, false, true),
        (ShareSection::Notes, false, false),
    ] {
        assert_eq!(left[0].holds(section), first, "{section:?}");
        assert_eq!(left[1].holds(section), second, "{section:?}");
    }
    diary.verify().unwrap();
}

#[test]
fn tables_are_noted_by_the_file_that_names_the_others() {
    let room = tempfile::tempdir().unwrap();
    let (_path, mut diary, _key) = diary(&room);
    let (folder, zip) = (room.path().join("tables"), room.path().join("tables.zip"));
    diary.write_csv(&folder, Span::default(), &CsvOptions::default(), now()).unwrap();
    let ticked = CsvOptions {
        include_notes: true,
        include_intake: true,
        form: Form::JsonLines,
        ..CsvOptions::default()
    };
    let day = "2026-11-24".parse().unwrap();
    let span = Span { from: Some(day), to: Some(day) };
    diary.write_csv(&zip, span, &ticked, at("2026-11-24T21:05Z")).unwrap();
    let left = left(&diary);
    assert_eq!(
        (left[0].what, left[0].sha256.to_string()),
        (Shared::TablesCsv, sha256(&folder.join("datapackage.json")))
    );
    assert_eq!((left[1].what, left[1].sha256.to_string()), (Shared::TablesJsonl, sha256(&zip)));
    assert_eq!((left[0].period_from, left[1].period_from), (None, Some(day)));
    assert!(!left[0].holds(ShareSection::Notes) && left[1].holds(ShareSection::Notes));
    assert!(!left[0].holds(ShareSection::Intake) && left[1].holds(ShareSection::Intake));
}

#[test]
fn a_backup_is_noted_with_its_size_and_the_persons_word_for_its_place() {
    let room = tempfile::tempdir().unwrap();
    let (path, mut diary, _key) = diary(&room);
    assert_eq!(diary.days_since_backup(now().instant).unwrap(), None);
    let file = room.path().join("my.backup");
    let place = ShortText::new("place", "the drawer").unwrap();
    let written = diary.backup(&file, Some(place), now()).unwrap();
    assert!(written.verified);
    let backups = diary.backups().unwrap();
    let [one] = backups.as_slice() else { unreachable!() };
    assert_eq!(u64::from(one.size_bytes.get()), fs::metadata(&file).unwrap().len());
    assert_eq!((one.place.as_ref().map(ShortText::as_str), one.verified), (Some("the drawer"), true));
    assert_eq!((left(&diary)[0].what, left(&diary)[0].sha256.to_string()), (Shared::Backup, sha256(&file)));
    assert_eq!(diary.days_since_backup(at("2026-11-27T21:03Z").instant).unwrap(), Some(2));
    // No path is kept, neither of the file nor of the diary.
    for record in diary.records_of(Kind::BackupRecord, Span::default()).unwrap() {
        for (_, text) in record.texts().iter() {
            assert!(!text.contains("my.backup") && !text.contains(path.to_str().unwrap()), "{text}");
        }
    }
}

#[test]
fn a_backup_on_its_way_is_none_until_it_is_noted_in_its_place() {
    let room = tempfile::tempdir().unwrap();
    let (path, diary, key) = diary(&room);
    let file = room.path().join("on-its-way.backup");
    let written = diary.seal_backup(&file, &mut |_| ControlFlow::Continue(()), now().instant).unwrap();
    assert_eq!((written.verified, written.sha256.to_string()), (true, sha256(&file)));
    // Ended here, by the system or by a flat battery, there is no note of a backup that nobody has.
    drop(diary);
    let mut diary = Diary::open_with_key(&path, &key, shell()).unwrap();
    assert_eq!((diary.days_since_backup(now().instant).unwrap(), left(&diary)), (None, vec![]));
    let size_bytes = FileSize::of(fs::metadata(&file).unwrap().len()).unwrap();
    let place = Some(ShortText::new("place", "the drawer").unwrap());
    let backup = BackupRecord { place, size_bytes, verified: true };
    diary.note_backup(&file, backup.clone(), written.sha256, now()).unwrap();
    let backups = diary.backups().unwrap();
    let [one] = backups.as_slice() else { unreachable!() };
    assert_eq!((&one.place, one.size_bytes, one.verified), (&backup.place, backup.size_bytes, true));
    assert_eq!((left(&diary)[0].what, left(&diary)[0].sha256.to_string()), (Shared::Backup, sha256(&file)));
}

#[test]
fn a_note_is_no_entry_and_what_does_not_leave_is_not_noted() {
    let room = tempfile::tempdir().unwrap();
    let (path, mut diary, key) = diary(&room);
    let nowhere = room.path().join("no/such/place");
    assert!(diary.write_pdf(&nowhere.join("page.pdf"), &options(None, false), now()).is_err());
    assert!(
        diary.write_csv(&nowhere.join("tables"), Span::default(), &CsvOptions::default(), now()).is_err()
    );
    assert!(diary.backup(&nowhere.join("my.backup"), None, now()).is_err());
    assert_eq!(left(&diary), []);
    diary.write_pdf(&room.path().join("page.pdf"), &options(None, false), now()).unwrap();
    assert_eq!(diary.log(Span::default()).unwrap().len(), 1);
    // Nobody writes one by hand, and only for whom it was can be said afterwards.
    let by_hand = diary.add_record(Kind::ShareLog, &[], RecordedBy::Own, now());
    assert!(matches!(by_hand, Err(DiaryError::NotByHand { kind: "share_log" })));
    let editor = tidemark::Editor { at: now(), by: RecordedBy::Own, reason: None };
    let change = |name: &str, text: &str| [(name.to_owned(), Some(text.to_owned()))];
    assert!(diary.edit_record(Kind::ShareLog, "last", &change("what", "backup"), &editor).is_err());
    // What was done last is still the check-in.
    diary.undo(RecordedBy::Own, now()).unwrap();
    assert_eq!((diary.log(Span::default()).unwrap().len(), left(&diary).len()), (0, 1));
    diary.edit_record(Kind::ShareLog, "last", &change("to", "Dr A"), &editor).unwrap();
    // A snapshot can be written out; it cannot be written to.
    diary.look_after(now()).unwrap();
    diary.close().unwrap();
    let (mut snapshot, _) = Diary::open_snapshot(&path, &key, shell()).unwrap();
    snapshot.write_pdf(&room.path().join("old.pdf"), &options(None, false), now()).unwrap();
    snapshot.backup(&room.path().join("old.backup"), None, now()).unwrap();
    assert_eq!(left(&snapshot).len(), 1);
}
