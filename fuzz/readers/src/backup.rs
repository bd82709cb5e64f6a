//! Any bytes as a backup, as what is sealed in one, as its list of contents, and as the rows of a table.

use std::io::Cursor;

use age::secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use tidemark_exchange::backup::{self, BackupError, Payload};

/// Columns of the one table that a backup of rows has: one of each type.
const COLUMNS: [(&str, &str); 4] = [("i", "INTEGER"), ("r", "REAL"), ("t", "TEXT"), ("b", "BLOB")];

/// Reads the bytes after the first, which says what they are: the file, its contents, its manifest or its rows.
pub fn backup(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    match first % 5 {
        0 => file(bytes),
        1 => contents(bytes),
        2 => contents(&archive(&[("manifest.json", bytes)])),
        3 => rows(bytes),
        _ => sealed(bytes),
    }
}

/// The whole file; it is sealed to somebody else, so the contents stay closed.
fn file(bytes: &[u8]) {
    let first = backup::is_backup(bytes);
    let opened = backup::open(Cursor::new(bytes));
    assert!(first || opened.is_err(), "a whole file that does not begin as one");
    if let Ok(sealed) = opened {
        assert!(sealed.recovery().len() < bytes.len(), "a part longer than the whole");
        let _ = sealed.unseal(&identity()).map(count);
    }
}

/// The bytes sealed as they should be: what is read is what was sealed.
fn sealed(bytes: &[u8]) {
    let Ok(key) = identity().expose_secret().parse::<age::x25519::Identity>() else { return };
    let Ok(payload) = age::encrypt(&key.to_public(), bytes) else { return };
    let file = archive(&[("recovery.age", b"words"), ("payload.tar.age", &payload)]);
    let opened = backup::open(Cursor::new(file));
    assert!(opened.is_ok(), "a whole file is refused");
    let Ok(opened) = opened else { return };
    let outcome = opened.unseal(&identity()).and_then(count).ok();
    assert_eq!(outcome, Payload::begin(bytes).and_then(count).ok(), "sealing changed what is read");
}

fn contents(bytes: &[u8]) {
    let _ = Payload::begin(bytes).and_then(count);
}

/// A sound list of contents over these rows: as many are handed over as there are lines, each with every column.
fn rows(bytes: &[u8]) {
    let lines = bytes.split(|byte| *byte == b'\n').count() - 1;
    let digest = Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    let columns =
        COLUMNS.map(|(name, kind)| format!("{{\"name\":\"{name}\",\"type\":\"{kind}\"}}")).join(",");
    let manifest = format!(
        "{{\"format\":\"tidemark-backup\",\"version\":1,\"min_reader\":1,\"program\":\"x\",\"schema\":1,\"created\":0,\
         \"created_utc\":\"x\",\"first_day\":null,\"last_day\":null,\"tables\":[{{\"name\":\"t\",\"file\":\"t.jsonl\",\
         \"rows\":{lines},\"bytes\":{},\"sha256\":\"{digest}\",\"columns\":[{columns}]}}]}}",
        bytes.len()
    );
    let archive = archive(&[("manifest.json", manifest.as_bytes()), ("t.jsonl", bytes)]);
    let payload = Payload::begin(archive.as_slice());
    assert!(payload.is_ok(), "a sound list of contents is refused");
    let Ok(counted) = payload.and_then(count) else { return };
    assert_eq!(counted, lines, "rows were lost or made up");
}

/// Reads all rows and counts them.
fn count<R: std::io::Read>(payload: Payload<R>) -> Result<usize, BackupError> {
    let most: u64 = payload.manifest().parts.iter().map(|part| part.rows).sum();
    let mut rows = 0;
    payload.rows(|shape, cells| {
        assert_eq!(cells.len(), shape.columns.len(), "a row with too few or too many columns");
        rows += 1;
        Ok::<(), BackupError>(())
    })?;
    assert!(u64::try_from(rows).is_ok_and(|rows| rows == most), "another number of rows than promised");
    Ok(rows)
}

/// A key that is nobody's.
fn identity() -> SecretString {
    // The one of age's own test vectors.
    SecretString::from(
        "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX".to_owned(),
    )
}

/// A tar of these parts in the form that a backup has.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = Vec::new();
    for (name, bytes) in parts {
        let fields: [(usize, String); 8] = [
            (100, (*name).to_owned()),
            (8, "0000600\0".to_owned()),
            (8, "0000000\0".to_owned()),
            (8, "0000000\0".to_owned()),
            (12, format!("{:011o}\0", bytes.len())),
            (12, "00000000000\0".to_owned()),
            (8, "        ".to_owned()),
            (1, "0".to_owned()),
        ];
        let mut header: Vec<u8> = Vec::with_capacity(512);
        for (width, text) in fields {
            header.extend(text.bytes().chain(std::iter::repeat(0)).take(width));
        }
        header.resize(257, 0);
        header.extend_from_slice(b"ustar\x0000");
        header.resize(512, 0);
        let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
        header.splice(148..156, format!("{sum:06o}\0 ").into_bytes());
        archive.extend_from_slice(&header);
        archive.extend_from_slice(bytes);
        archive.resize(archive.len().next_multiple_of(512), 0);
    }
    archive.resize(archive.len() + 1024, 0);
    archive
}
