//! Diaries in temporary folders, copied from one that is made once, and everything that is in one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tidemark_model::{
    Cell, CheckIn, CheckInId, CheckInParts, DaySource, Entropy, Frame, Measure, Milli, Modality, Moment,
    Note, Phase, RecordId, RecordedBy, Rollover, SeededEntropy, Session, SessionId, SessionParts,
    SessionRating, SessionRatingId, SessionRatingParts, SessionStatus, Source, Stamp, Value, built_in,
    logical_date,
};
use tidemark_store::{DataKey, DiaryFolder, NewDiary, Passphrase, Store, StoreError, create};

pub(crate) const PASSPHRASE: &str = "correct horse";

pub(crate) fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE).unwrap()
}

/// An empty diary, made once because stretching a passphrase takes its time.
struct Made {
    files: Vec<(String, Vec<u8>)>,
    key: DataKey,
}

fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("my.diary");
        let new = NewDiary {
            created_at: at("2026-11-01T10:00Z").instant,
            rollover: Rollover::default(),
            measures: built_in::measures(),
            sample_label: None,
        };
        let (store, key) = create(&path, &passphrase(), &new, &mut SeededEntropy::new(7)).unwrap();
        store.close().unwrap();
        let files =
            ["diary.db", "recovery.age"].map(|name| (name.to_owned(), fs::read(path.join(name)).unwrap()));
        Made { files: files.into(), key }
    })
}

/// A folder that goes away with the test.
pub(crate) struct Bench {
    room: tempfile::TempDir,
    pub(crate) entropy: SeededEntropy,
}

impl Bench {
    pub(crate) fn new(seed: u64) -> Self {
        Self { room: tempfile::tempdir().unwrap(), entropy: SeededEntropy::new(seed) }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.room.path().join(name)
    }

    /// Every name in the room, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.room.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// A fresh diary of that name; all of them have the same key.
    pub(crate) fn diary(&self, name: &str) -> DiaryFolder {
        let path = self.path(name);
        fs::create_dir(&path).unwrap();
        for (file, bytes) in &made().files {
            fs::write(path.join(file), bytes).unwrap();
        }
        DiaryFolder::new(path)
    }

    pub(crate) fn open(&self, name: &str) -> Store {
        Store::open(DiaryFolder::new(self.path(name)), key()).unwrap()
    }
}

pub(crate) fn key() -> &'static DataKey {
    &made().key
}

pub(crate) fn recovery_bytes() -> Vec<u8> {
    made().files[1].1.clone()
}

pub(crate) fn measure(name: &str) -> Measure {
    built_in::measures().into_iter().find(|m| m.id().as_str() == name).unwrap()
}

pub(crate) fn check_in(when: &str, note: Option<&str>, entropy: &mut dyn Entropy) -> CheckIn {
    let when = at(when);
    CheckIn::new(CheckInParts {
        id: CheckInId::generate(when.instant, entropy),
        stamp: Stamp::new(when, RecordedBy::Own, Source::Cli),
        logical_date: logical_date(when, Rollover::default()).unwrap(),
        rollover: Rollover::default(),
        day_source: DaySource::Clock,
        rated: Some(when),
        note: note.map(|text| Note::new("note", text).unwrap()),
        values: vec![
            Value::recorded(&measure("stress"), Frame::DayOverall, Milli::whole(4)).unwrap(),
            Value::skipped(&measure("mood"), Frame::DayOverall),
        ],
    })
    .unwrap()
}

pub(crate) fn session(entropy: &mut dyn Entropy) -> (Session, SessionRating) {
    let (started, ended) = (at("2026-11-24T10:00+01:00"), at("2026-11-24T11:00+01:00"));
    let stamp = Stamp::new(ended, RecordedBy::Helped, Source::Cli);
    let session = Session::new(SessionParts {
        id: SessionId::generate(started.instant, entropy),
        stamp: stamp.clone(),
        logical_date: "2026-11-24".parse().unwrap(),
        rollover: Rollover::default(),
        day_source: DaySource::Clock,
        started,
        ended: Some(ended),
        planned_min: None,
        actual_min: None,
        status: SessionStatus::Held,
        reason: None,
        modality: Modality::Swedish,
        secondary: vec![],
        pressure_asked: None,
        pressure_felt: None,
        areas: vec![],
        note: None,
    })
    .unwrap();
    let rating = rating(&session, Phase::Before, entropy);
    (session, rating)
}

pub(crate) fn rating(session: &Session, phase: Phase, entropy: &mut dyn Entropy) -> SessionRating {
    let rated = at("2026-11-24T10:00+01:00");
    let parts = SessionRatingParts {
        id: SessionRatingId::generate(rated.instant, entropy),
        stamp: Stamp::new(rated, RecordedBy::Own, Source::Cli),
        session: session.id(),
        phase,
        rated,
        in_window: false,
        recalled: false,
        before_seen: false,
        values: vec![Value::recorded(&measure("stress"), Frame::RightNow, Milli::whole(7)).unwrap()],
    };
    SessionRating::new(session, parts).unwrap()
}

/// Every row of every table, as text.
pub(crate) fn everything(store: &Store) -> BTreeMap<String, Vec<String>> {
    let dump = store.dump().unwrap();
    let mut all = BTreeMap::new();
    for shape in dump.tables() {
        let mut rows = Vec::new();
        dump.each_row(&shape.name, |cells: &[Cell<'_>]| {
            rows.push(format!("{cells:?}"));
            Ok::<(), StoreError>(())
        })
        .unwrap();
        all.insert(shape.name.clone(), rows);
    }
    all
}

/// Every file below a folder with its bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            found.insert(path, bytes);
        }
    }
    found
}
