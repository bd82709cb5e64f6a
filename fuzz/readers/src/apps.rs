//! Any bytes as the export of another app, read with one of a few sets of answers.
//!
//! What is taken is no more than there are rows, each of its records is told apart from every other, and read again, with the
//! measures that it brought, it is the same records.

use std::io::{Cursor, Write as _};

use tidemark_exchange::{Answers, App, Import, ImportContext, ImportError};
use tidemark_model::{Measure, Moment, Record, Rollover, SeededEntropy, ZoneName, built_in};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What somebody may have said about the names of a file: nothing; each form of answer, for names of the kept inputs.
const SAID: [&[&str]; 2] = [
    &[],
    &[
        "super=5",
        "lousy=1",
        "rad=skip",
        "ugly=2",
        "reading=other",
        "Floss, twice=other",
        "Chess=skip",
        "Calm=stress",
        "coffee=0..20",
        "Weight (kg)=40..140/0.1",
        "Mood=mood",
        "Sleep=sleep_duration",
        "Water=-3..3/0.5",
    ],
];

/// An export of Daylio; of the first byte, bit 0 says whether names are answered for, bit 1 whether a zone is known.
pub fn daylio(data: &[u8]) {
    table(App::Daylio, data);
}

/// An export of Bearable; the first byte as for [`daylio`].
pub fn bearable(data: &[u8]) {
    table(App::Bearable, data);
}

/// An export of Track & Graph; the first byte as for [`daylio`].
pub fn track_and_graph(data: &[u8]) {
    table(App::TrackAndGraph, data);
}

/// An export of Loop Habit Tracker; bit 0 of the first byte as for [`daylio`]; the rest of it, modulo 4, says what the bytes
/// are: 0 the archive, 1 the list of habits, 2 the days of a habit of yes and no, 3 the days of one of numbers.
pub fn loop_habits(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    let list = "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,\
                Target Value,Archived?\n001,Reading,YES_NO,,,1,1,#FFFFFF,,,,false\n\
                002,Coffee,NUMERICAL,,,1,1,#FFFFFF,cups,AT_MOST,3.0,false\n";
    let days = "Date,Value,Notes\n2026-02-01,YES_MANUAL,\n2026-02-02,NO,tired\n";
    let numbers = "Date,Value,Notes\n2026-02-01,2000,\n2026-02-02,3500,at work\n";
    let texts = [list, days, numbers].map(str::as_bytes);
    let replaced =
        |at: usize| texts.iter().enumerate().map(move |(n, text)| if n == at { bytes } else { *text });
    let archive = match (first >> 1) % 4 {
        0 => bytes.to_vec(),
        what => archive(replaced(usize::from(what) - 1)).unwrap_or_default(),
    };
    read(App::LoopHabits, first & 1, true, &archive, bytes);
}

/// The three files as the app packs them, not compressed.
fn archive<'b>(texts: impl Iterator<Item = &'b [u8]>) -> Option<Vec<u8>> {
    let names = ["Habits.csv", "001 Reading/Checkmarks.csv", "002 Coffee/Checkmarks.csv"];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in names.into_iter().zip(texts) {
        writer.start_file(name, stored).ok()?;
        writer.write_all(text).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

fn table(app: App, data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    let _ = App::recognise("f.csv", bytes);
    read(app, first & 1, first & 2 != 0, bytes, bytes);
}

/// Reads an export twice; `rows` are the bytes that somebody made up.
fn read(app: App, said: u8, with_zone: bool, bytes: &[u8], rows: &[u8]) {
    let mut answers = Answers::default();
    for text in SAID.get(usize::from(said)).copied().unwrap_or_default() {
        assert!(answers.add(text).is_ok(), "an answer of this list is refused");
    }
    let Ok(recorded) = Moment::parse("2026-11-24T12:00:00+01:00") else { return };
    let zone = ZoneName::new("Europe/Amsterdam").ok().filter(|_| with_zone);
    let context = ImportContext { recorded, rollover: Rollover::default(), zone };
    let mut known = built_in::measures();
    let once = |known: &[Measure]| -> Result<Import, ImportError> {
        app.read(known, bytes, "f.csv", &answers, &context, &mut SeededEntropy::new(1))
    };
    let import = match once(&known) {
        Ok(import) => import,
        Err(error) => {
            assert!(!error.to_string().contains('\n'), "an error of more than one line");
            return;
        }
    };
    // A row makes a check-in or a practice, and for its note a check-in beside that.
    let lines = rows.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() + 4;
    let packed = app == App::LoopHabits && App::is_archive(rows);
    assert!(packed || import.records.len() <= lines * 2, "more records than rows");
    let mut identities: Vec<_> = import.records.iter().map(|incoming| incoming.identity).collect();
    identities.sort_unstable();
    let all = identities.len();
    identities.dedup();
    assert_eq!(identities.len(), all, "two records that cannot be told apart");
    known.extend(import.measures.iter().filter_map(|incoming| match &incoming.record {
        Record::Measure(measure) => Some(measure.clone()),
        _ => None,
    }));
    let again = once(&known);
    assert!(again.is_ok(), "read once, and not again");
    if let Ok(again) = again {
        assert!(again.measures.is_empty(), "a measure is new twice");
        assert_eq!(again.records, import.records, "read again it says something else");
    }
}
