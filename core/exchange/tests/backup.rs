//! The backup file as bytes: what is written comes back, and anything else is refused before it is believed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::borrow::Cow;
use std::io::{Cursor, Read, Write};

use age::secrecy::{ExposeSecret, SecretString};
use tidemark_exchange::backup::{BackupError, Head, Payload, Rows, is_backup, open, write};
use tidemark_model::{Cell, Column, ColumnKind, Instant, TableShape};

type Row = Vec<Cell<'static>>;

/// Two tables, and one that is empty.
struct Sample(Vec<(TableShape, Vec<Row>)>);

impl Rows for Sample {
    type Error = BackupError;

    fn tables(&self) -> Vec<TableShape> {
        self.0.iter().map(|(shape, _)| shape.clone()).collect()
    }

    fn each(
        &self,
        table: &str,
        row: &mut dyn FnMut(&[Cell<'_>]) -> Result<(), BackupError>,
    ) -> Result<(), BackupError> {
        let (_, rows) = self.0.iter().find(|(shape, _)| shape.name == table).unwrap();
        rows.iter().try_for_each(|cells| row(cells))
    }
}

fn shape(name: &str, columns: &[(&str, ColumnKind)]) -> TableShape {
    let columns = columns.iter().map(|(name, kind)| Column { name: (*name).into(), kind: *kind }).collect();
    TableShape { name: name.into(), columns }
}

fn text(text: &'static str) -> Cell<'static> {
    Cell::Text(Cow::Borrowed(text))
}

fn sample() -> Sample {
    let notes = shape(
        "note",
        &[
            ("id", ColumnKind::Blob),
            ("count", ColumnKind::Integer),
            ("share", ColumnKind::Real),
            ("words", ColumnKind::Text),
        ],
    );
    let rows = vec![
        vec![
            Cell::Blob(Cow::Borrowed(&[0, 127, 255])),
            Cell::Integer(i64::MIN),
            Cell::Real(0.1),
            text("rain \u{1F327}\n\0\"\\\u{2028}"),
        ],
        vec![Cell::Blob(Cow::Borrowed(&[])), Cell::Integer(i64::MAX), Cell::Real(-1e-300), text("")],
        vec![Cell::Null, Cell::Null, Cell::Null, Cell::Null],
    ];
    let days = shape("day", &[("date", ColumnKind::Text)]);
    Sample(vec![
        (days, vec![vec![text("2026-11-24")]]),
        (shape("empty", &[("one", ColumnKind::Integer)]), vec![]),
        (notes, rows),
    ])
}

const RECOVERY: &[u8] = b"whatever the recovery file says";

struct Keys {
    identity: age::x25519::Identity,
}

impl Keys {
    fn new() -> Self {
        Self { identity: age::x25519::Identity::generate() }
    }

    fn secret(&self) -> SecretString {
        SecretString::from(self.identity.to_string().expose_secret().to_owned())
    }

    fn head() -> Head {
        let day = |day: &str| day.parse().unwrap();
        Head {
            schema: 7,
            created: Instant::from_millis(1_795_534_763_862).unwrap(),
            days: Some((day("2026-01-01"), day("2026-11-24"))),
            program: "0.1.0".into(),
        }
    }

    fn write(&self, rows: &Sample) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        let recipient = self.identity.to_public().to_string();
        let written = write(&mut out, RECOVERY, &recipient, Self::head(), rows).unwrap();
        let bytes = out.into_inner();
        assert_eq!(written.bytes, bytes.len() as u64);
        bytes
    }

    /// Reads all of a backup.
    fn read(&self, bytes: &[u8]) -> Result<Sample, BackupError> {
        let sealed = open(Cursor::new(bytes))?;
        assert_eq!(sealed.recovery(), RECOVERY);
        rows(sealed.unseal(&self.secret())?)
    }
}

fn rows(payload: Payload<impl Read>) -> Result<Sample, BackupError> {
    let mut read: Vec<(TableShape, Vec<Row>)> =
        payload.manifest().parts.iter().map(|part| (part.shape.clone(), vec![])).collect();
    payload.rows(|shape, cells| {
        let owned = cells.iter().map(|cell| match cell {
            Cell::Null => Cell::Null,
            Cell::Integer(n) => Cell::Integer(*n),
            Cell::Real(n) => Cell::Real(*n),
            Cell::Text(t) => Cell::Text(Cow::Owned(t.to_string())),
            Cell::Blob(b) => Cell::Blob(Cow::Owned(b.to_vec())),
        });
        read.iter_mut().find(|(known, _)| known == shape).unwrap().1.push(owned.collect());
        Ok::<(), BackupError>(())
    })?;
    Ok(Sample(read))
}

#[test]
fn what_is_written_comes_back_cell_by_cell() {
    let keys = Keys::new();
    let bytes = keys.write(&sample());
    assert!(is_backup(bytes.as_slice()));
    let sealed = open(Cursor::new(&bytes)).unwrap();
    let payload = sealed.unseal(&keys.secret()).unwrap();
    assert_eq!(payload.manifest().head, Keys::head());
    let counts: Vec<(&str, u64)> =
        payload.manifest().parts.iter().map(|part| (part.shape.name.as_str(), part.rows)).collect();
    assert_eq!(counts, [("day", 1), ("empty", 0), ("note", 3)]);
    assert_eq!(rows(payload).unwrap().0, sample().0);
}

#[test]
fn nothing_of_it_is_readable_without_the_key() {
    let keys = Keys::new();
    let bytes = keys.write(&sample());
    for word in ["2026-11-24", "rain", "words", "manifest"] {
        assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()), "{word}");
    }
    let sealed = open(Cursor::new(&bytes)).unwrap();
    assert!(matches!(sealed.unseal(&Keys::new().secret()), Err(BackupError::Damaged { .. })));
}

#[test]
fn every_cut_is_refused_as_damaged() {
    let keys = Keys::new();
    let bytes = keys.write(&sample());
    for cut in 1..bytes.len() {
        let refused = keys.read(&bytes[..cut]);
        assert!(
            matches!(refused, Err(BackupError::Damaged { parts: 2, .. })),
            "{cut} bytes: {:?}",
            refused.err()
        );
    }
    assert!(matches!(keys.read(&[]), Err(BackupError::NotABackup { .. })));
    let longer = [&bytes[..], &[0]].concat();
    assert!(matches!(keys.read(&longer), Err(BackupError::Damaged { .. })));
}

#[test]
fn every_flipped_bit_is_refused() {
    let keys = Keys::new();
    let bytes = keys.write(&sample());
    for at in 0..bytes.len() {
        // The recovery file has a seal of its own, tried with its passphrase.
        if (512..512 + RECOVERY.len()).contains(&at) {
            continue;
        }
        for bit in [1, 0x80] {
            let mut flipped = bytes.clone();
            flipped[at] ^= bit;
            let refused = keys.read(&flipped);
            let known = matches!(refused, Err(BackupError::Damaged { .. } | BackupError::NotABackup { .. }));
            assert!(known, "byte {at}, bit {bit}: {:?}", refused.err());
        }
    }
}

/// A payload as bytes before it is sealed, with one change.
fn plain(change: impl Fn(&mut Vec<u8>)) -> Result<Sample, BackupError> {
    let keys = Keys::new();
    let bytes = keys.write(&sample());
    // The sealed part begins after two headers and the padded recovery file.
    let size = bytes.len() - 3 * 512 - 1024;
    let sealed = &bytes[3 * 512..3 * 512 + size];
    let end = u64::from_str_radix(std::str::from_utf8(&bytes[1024 + 124..1024 + 135]).unwrap(), 8).unwrap();
    let mut inside = age::decrypt(&keys.identity, &sealed[..usize::try_from(end).unwrap()]).unwrap();
    change(&mut inside);
    rows(Payload::begin(Cursor::new(inside))?)
}

/// Replaces text of the same length.
fn swap(bytes: &mut [u8], from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let at = bytes.windows(from.len()).position(|window| window == from.as_bytes()).expect(from);
    bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
}

#[test]
fn a_changed_table_is_refused_by_its_digest_and_counted() {
    assert_eq!(plain(|_| {}).unwrap().0, sample().0);
    let changed = plain(|bytes| swap(bytes, "{\"date\":\"2026-11-24\"}", "{\"date\":\"2026-11-25\"}"));
    // Of the manifest and three tables, the manifest is whole.
    assert!(matches!(changed, Err(BackupError::Damaged { have: 1, parts: 4, .. })), "{:?}", changed.err());
    let changed = plain(|bytes| swap(bytes, "9223372036854775807", "9223372036854775806"));
    assert!(matches!(changed, Err(BackupError::Damaged { have: 3, parts: 4, .. })), "{:?}", changed.err());
}

#[test]
fn a_newer_format_is_refused_by_its_number() {
    let newer = plain(|bytes| swap(bytes, "\"min_reader\": 1", "\"min_reader\": 9"));
    assert!(matches!(newer, Err(BackupError::Newer { found: 9, known: 1 })), "{:?}", newer.err());
}

#[test]
fn what_a_stranger_may_write_into_the_list_of_contents_is_refused() {
    for (from, to) in [
        ("\"name\": \"note\"", "\"name\": \"n te\""),
        ("\"file\": \"note.jsonl\"", "\"file\": \"../../a/bc\""),
        ("\"type\": \"BLOB\"", "\"type\": \"BLUB\""),
        ("\"rows\": 3", "\"rows\": 4"),
        ("\"first_day\": \"2026-01-01\"", "\"first_day\": \"2026-13-01\""),
        ("\"name\": \"day\"", "\"name\": \"zzz\""),
        ("\"schema\": 7", "\"schemb\": 7"),
        ("\"format\": \"tidemark-backup\"", "\"format\": \"tidemark-bockup\""),
    ] {
        assert!(plain(|bytes| swap(bytes, from, to)).is_err(), "{to}");
    }
}

#[test]
fn sizes_that_a_stranger_claims_reserve_nothing() {
    // A manifest header that claims eight gigabytes, and a table that claims as much.
    let huge = |size: &str| {
        let mut block = vec![0_u8; 512];
        block[..13].copy_from_slice(b"manifest.json");
        block[100..108].copy_from_slice(b"0000600\0");
        block[108..116].copy_from_slice(b"0000000\0");
        block[116..124].copy_from_slice(b"0000000\0");
        block[124..135].copy_from_slice(size.as_bytes());
        block[136..147].copy_from_slice(b"00000000000");
        block[148..156].copy_from_slice(b"        ");
        block[156] = b'0';
        block[257..265].copy_from_slice(b"ustar\x0000");
        let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
        block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        Payload::begin(Cursor::new(block)).map(drop)
    };
    assert!(matches!(huge("77777777777"), Err(BackupError::Damaged { .. })));
    assert!(matches!(huge("00017777777"), Err(BackupError::Damaged { .. })));
    // An endless header of a sealed part is not read to its end.
    let mut endless = Keys::new().write(&sample());
    let place = 3 * 512;
    let end = endless.len() - 1024;
    let mut stanza = b"age-encryption.org/v1\n".to_vec();
    stanza.resize(end - place, b'a');
    endless[place..end].copy_from_slice(&stanza);
    assert!(Keys::new().read(&endless).is_err());
}

#[test]
fn rows_that_change_while_they_are_read_leave_no_backup() {
    struct Growing(std::cell::Cell<i64>);
    impl Rows for Growing {
        type Error = BackupError;
        fn tables(&self) -> Vec<TableShape> {
            vec![shape("one", &[("n", ColumnKind::Integer)])]
        }
        fn each(
            &self,
            _: &str,
            row: &mut dyn FnMut(&[Cell<'_>]) -> Result<(), BackupError>,
        ) -> Result<(), BackupError> {
            self.0.set(self.0.get() * 10);
            row(&[Cell::Integer(self.0.get())])
        }
    }
    let recipient = Keys::new().identity.to_public().to_string();
    let growing = Growing(std::cell::Cell::new(1));
    let refused = write(Cursor::new(Vec::new()), RECOVERY, &recipient, Keys::head(), &growing);
    assert!(matches!(refused, Err(BackupError::Io { .. })));
    let no_key = write(Cursor::new(Vec::new()), RECOVERY, "age1nonsense", Keys::head(), &sample());
    assert!(matches!(no_key, Err(BackupError::Recipient)));
}

#[test]
fn other_programs_read_the_outer_file() {
    // The header's checksum and fields are those of POSIX ustar: `tar tf` is the oracle where it is there.
    let room = tempfile::tempdir().unwrap();
    let file = room.path().join("my.backup");
    std::fs::File::create(&file).unwrap().write_all(&Keys::new().write(&sample())).unwrap();
    let Ok(listed) = std::process::Command::new("tar").arg("tf").arg(&file).output() else { return };
    assert_eq!(String::from_utf8(listed.stdout).unwrap(), "recovery.age\npayload.tar.age\n");
    assert!(listed.status.success() && listed.stderr.is_empty());
}
