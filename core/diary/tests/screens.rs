//! What a day and a month start from, and long work that is watched and broken off.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use std::ops::ControlFlow;
use std::path::PathBuf;

use tidemark::findings::DayMark;
use tidemark::model::{
    Kind, MeasureId, Milli, Modality, Moment, Phase, RecordedBy, Rollover, SeededEntropy, SessionDetails,
    SessionMinutes, SessionStatus, Source,
};
use tidemark::{
    ApplyImport, CheckInDraft, Deleted, Diary, DiaryError, Ending, Format, Paper, Passphrase, Progress,
    ReportOptions, SessionDraft, SessionRatingDraft, Setup, Shell, Span,
};

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn diary() -> (tempfile::TempDir, PathBuf, Diary) {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("my.diary");
    let shell = Shell { entropy: Box::new(SeededEntropy::new(7)), source: Source::App };
    let setup = Setup {
        created_at: at("2026-01-01T00:00Z").instant,
        rollover: Rollover::default(),
        sample_label: None,
    };
    let made = Diary::create(&path, &Passphrase::new("correct horse").unwrap(), setup, shell).unwrap();
    (room, path, made.0)
}

fn stress() -> Vec<(MeasureId, Option<Milli>)> {
    vec![(MeasureId::new("stress").unwrap(), Some(Milli::whole(4)))]
}

fn check_in(diary: &mut Diary, day: &str, written: &str) {
    let draft = CheckInDraft {
        rated: at(written),
        day: Some(day.parse().unwrap()),
        ratings: stress(),
        note: None,
        practices: vec![],
        recorded_by: RecordedBy::Own,
    };
    diary.add_check_in(draft, at(written)).unwrap();
}

fn session(started: &str, status: SessionStatus) -> SessionDraft {
    let held = status == SessionStatus::Held;
    SessionDraft {
        started: at(started),
        ending: if held { Ending::After(SessionMinutes::new(60).unwrap()) } else { Ending::None },
        status,
        planned_min: None,
        reason: None,
        modality: Modality::Swedish,
        secondary: vec![],
        pressure_asked: None,
        pressure_felt: None,
        areas: vec![],
        note: None,
        details: SessionDetails::default(),
        ratings: vec![],
        overlap: false,
        recorded_by: RecordedBy::Own,
    }
}

#[test]
fn a_session_waits_for_its_morning_from_12_to_36_hours_after_its_end() {
    let (_room, _path, mut diary) = diary();
    let held = session("2026-11-24T18:00Z", SessionStatus::Held);
    let id = diary.add_session(held, at("2026-11-24T19:05Z")).unwrap().entry.0.id();
    let waiting = |diary: &Diary, now: &str| {
        diary
            .today(at(now))
            .unwrap()
            .morning_after
            .iter()
            .map(tidemark::model::Session::id)
            .collect::<Vec<_>>()
    };
    // It ended at 19:00: from 07:00 the next morning to 07:00 the morning after that.
    assert_eq!(waiting(&diary, "2026-11-25T06:59Z"), []);
    assert_eq!(waiting(&diary, "2026-11-25T07:00Z"), [id]);
    assert_eq!(waiting(&diary, "2026-11-26T07:00Z"), [id]);
    assert_eq!(waiting(&diary, "2026-11-26T07:01Z"), []);
    let rating =
        SessionRatingDraft { phase: Phase::FollowUp, rated: None, ratings: stress(), recalled: false };
    diary.add_session_rating(id, &rating, RecordedBy::Own, at("2026-11-25T08:30Z")).unwrap();
    assert_eq!(waiting(&diary, "2026-11-25T09:00Z"), []);
}

#[test]
fn a_planned_session_is_on_its_day_until_its_timer_runs() {
    let (_room, _path, mut diary) = diary();
    let now = at("2026-11-24T09:00Z");
    let planned = session("2026-11-24T18:00Z", SessionStatus::Planned);
    let id = diary.add_session(planned, now).unwrap().entry.0.id();
    diary.add_session(session("2026-11-25T18:00Z", SessionStatus::Planned), now).unwrap();
    let today = diary.today(now).unwrap();
    assert_eq!(today.planned.iter().map(tidemark::model::Session::id).collect::<Vec<_>>(), [id]);
    assert!(today.running.is_none());
    diary.start_planned(id, RecordedBy::Own, at("2026-11-24T18:04Z")).unwrap();
    let today = diary.today(at("2026-11-24T18:10Z")).unwrap();
    assert_eq!(today.running.map(|session| session.id()), Some(id));
    assert!(today.planned.is_empty());
}

#[test]
fn who_wrote_nothing_for_more_than_fourteen_days_comes_back() {
    let (_room, _path, mut diary) = diary();
    check_in(&mut diary, "2026-11-01", "2026-11-01T20:00Z");
    assert_eq!(diary.today(at("2026-11-15T20:00Z")).unwrap().away_since, None);
    let back = diary.today(at("2026-11-16T20:00Z")).unwrap();
    assert_eq!(back.away_since.map(|day| day.to_string()).as_deref(), Some("2026-11-01"));
    check_in(&mut diary, "2026-11-16", "2026-11-16T20:01Z");
    assert_eq!(diary.today(at("2026-11-16T20:02Z")).unwrap().away_since, None);
}

#[test]
fn a_month_has_a_mark_for_each_of_its_days() {
    let (_room, _path, mut diary) = diary();
    check_in(&mut diary, "2026-11-03", "2026-11-03T20:00Z");
    // A day ends at 04:00 of the next: written 16 hours after that, and three days after.
    check_in(&mut diary, "2026-11-04", "2026-11-05T20:00Z");
    check_in(&mut diary, "2026-11-06", "2026-11-09T20:00Z");
    check_in(&mut diary, "2026-11-06", "2026-11-09T20:01Z");
    diary.add_session(session("2026-11-03T10:00Z", SessionStatus::Held), at("2026-11-03T11:10Z")).unwrap();
    diary.add_session(session("2026-11-30T10:00Z", SessionStatus::Planned), at("2026-11-03T11:11Z")).unwrap();
    let november = diary.month(2026, 11).unwrap();
    assert_eq!(november.days.len(), 30);
    let told: Vec<_> = november
        .days
        .iter()
        .filter(|day| day.mark != DayMark::Blank || day.planned > 0)
        .map(|day| (day.day.to_string(), day.mark, day.check_ins, day.sessions, day.planned))
        .collect();
    let day = |text: &str| text.to_owned();
    assert_eq!(
        told,
        [
            (day("2026-11-03"), DayMark::Full, 1, 1, 0),
            (day("2026-11-04"), DayMark::Half, 1, 0, 0),
            (day("2026-11-06"), DayMark::Ring, 2, 0, 0),
            (day("2026-11-30"), DayMark::Blank, 0, 0, 1),
        ]
    );
    assert_eq!(diary.month(2028, 2).unwrap().days.len(), 29);
    for (year, month) in [(2026, 0), (2026, 13), (1899, 12), (2200, 1)] {
        assert!(matches!(diary.month(year, month), Err(DiaryError::Invalid { .. })), "{year}-{month}");
    }
}

/// 250 days of stress, as a folder of tables that another diary wrote.
fn exported() -> (tempfile::TempDir, PathBuf) {
    let (room, _path, mut from) = diary();
    let first: tidemark::model::LogicalDate = "2026-01-01".parse().unwrap();
    for day in 0..250 {
        let day = first.plus_days(day).unwrap().to_string();
        check_in(&mut from, &day, &format!("{day}T20:00Z"));
    }
    let folder = room.path().join("tables");
    let options = tidemark::exchange::csv::CsvOptions::default();
    from.write_csv(&folder, Span::default(), &options, at("2026-11-24T20:00Z")).unwrap();
    (room, folder)
}

#[test]
fn an_import_broken_off_after_a_hundred_records_adds_none_and_can_be_done_again() {
    let (_from, folder) = exported();
    let (_room, _path, mut diary) = diary();
    let now = at("2026-11-24T20:00Z");
    let import = diary.read_import(&folder, Some(Format::Csv), None, None, now).unwrap();
    let how = ApplyImport { skip_rejected: false, deleted: Deleted::StaysOut, by: RecordedBy::Own };
    let mut told = vec![];
    let mut stop = |progress: Progress| {
        told.push(progress.done);
        if progress.done >= 100 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let broken = diary.apply_import_watched(&import, how, &mut stop, now);
    assert!(matches!(broken, Err(DiaryError::Cancelled { .. })), "{broken:?}");
    assert_eq!(told, [0, 100]);
    assert_eq!(diary.records(Span::default()).unwrap().check_ins.len(), 0);
    assert_eq!(diary.imports().unwrap(), []);
    assert_eq!(diary.apply_import(&import, false, now).unwrap().counts.new, 250);
}

#[test]
fn a_backup_broken_off_leaves_the_former_one_as_it_was() {
    let (room, _path, mut diary) = diary();
    let (file, now) = (room.path().join("my.backup"), at("2026-11-24T20:00Z"));
    diary.backup(&file, None, now).unwrap();
    let former = std::fs::read(&file).unwrap();
    let mut last = None;
    let mut stop = |progress: Progress| {
        last = Some(progress);
        if progress.done * 2 > progress.total { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let broken = diary.backup_watched(&file, None, &mut stop, now);
    assert!(matches!(broken, Err(DiaryError::Cancelled { .. })), "{broken:?}");
    assert!(last.unwrap().done > 0);
    assert_eq!(std::fs::read(&file).unwrap(), former);
    assert_eq!(
        std::fs::read_dir(room.path()).unwrap().count(),
        2,
        "the diary, the former backup and nothing else"
    );
    assert_eq!(diary.backups().unwrap().len(), 1);
}

#[test]
fn a_report_broken_off_at_any_step_is_not_there_and_is_not_noted() {
    let (room, _path, mut diary) = diary();
    check_in(&mut diary, "2026-11-24", "2026-11-24T20:00Z");
    let now = at("2026-11-24T21:00Z");
    let made_on = "2026-11-24".parse().unwrap();
    let options = ReportOptions {
        period: diary.report_period(made_on).unwrap(),
        made_on,
        zone: "UTC".to_owned(),
        paper: Paper::A4,
        name: None,
        included: tidemark::findings::Included::default(),
    };
    let file = room.path().join("report.pdf");
    for step in 0..4 {
        let mut stop = |progress: Progress| {
            if progress.done == step { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let broken = diary.write_pdf_watched(&file, &options, &mut stop, now);
        assert!(matches!(broken, Err(DiaryError::Cancelled { .. })), "{step}: {broken:?}");
        assert!(!file.exists());
    }
    assert!(diary.records_of(Kind::ShareLog, Span::default()).unwrap().is_empty());
}
