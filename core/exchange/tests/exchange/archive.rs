//! The zip archive: the same files as the folder, readable by programs others wrote, and read back equal.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tidemark_exchange::csv::{read, write, zip};
use tidemark_exchange::{ImportError, csv};

use crate::round_trip::{LINES, WITH_NOTES};
use crate::sample::diary;

fn packed() -> (tempfile::TempDir, PathBuf, Vec<u8>) {
    let place = tempfile::tempdir().unwrap();
    let (bytes, _) = zip(&diary(), &WITH_NOTES).unwrap();
    let file = place.path().join("tables.zip");
    fs::write(&file, &bytes).unwrap();
    (place, file, bytes)
}

#[test]
fn an_archive_is_read_as_the_folder_is_and_is_the_same_each_time() {
    for options in [WITH_NOTES, LINES] {
        let place = tempfile::tempdir().unwrap();
        let (folder, file) = (place.path().join("tables"), place.path().join("tables.zip"));
        let rows = write(&diary(), &options, &folder).unwrap();
        let (bytes, written) = zip(&diary(), &options).unwrap();
        assert_eq!(written, rows);
        assert_eq!(zip(&diary(), &options).unwrap().0, bytes);
        fs::write(&file, &bytes).unwrap();
        let (one, other) = (read(&folder).unwrap(), read(&file).unwrap());
        assert_eq!((one.records, one.measures, one.sha256), (other.records, other.measures, other.sha256));
    }
}

/// Python's zipfile, which this program did not write, unpacks the very bytes of the folder.
#[test]
fn another_program_unpacks_the_same_files() {
    let (place, file, _) = packed();
    let folder = place.path().join("tables");
    write(&diary(), &WITH_NOTES, &folder).unwrap();
    let unpacked = place.path().join("unpacked");
    let done = Command::new("python3").args(["-m", "zipfile", "-e"]).arg(&file).arg(&unpacked).status();
    assert!(done.unwrap().success());
    let mut files = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name();
        assert!(fs::read(folder.join(&name)).unwrap() == fs::read(unpacked.join(&name)).unwrap(), "{name:?}");
        files += 1;
    }
    assert_eq!(files, fs::read_dir(&unpacked).unwrap().count());
}

/// Somebody packs the folder itself, so that every name has the folder's before it.
#[test]
fn a_packed_folder_is_read_as_well() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("my tables");
    write(&diary(), &WITH_NOTES, &folder).unwrap();
    let file = place.path().join("sent.zip");
    let done = Command::new("python3").args(["-m", "zipfile", "-c"]).arg(&file).arg(&folder).status();
    assert!(done.unwrap().success());
    assert_eq!(read(&file).unwrap().records, read(&folder).unwrap().records);
}

#[test]
fn an_archive_cut_anywhere_or_of_somebody_else_is_refused() {
    let (_place, file, bytes) = packed();
    for end in (0..bytes.len()).step_by(97) {
        fs::write(&file, &bytes[..end]).unwrap();
        assert!(read(&file).is_err(), "{end} of {} bytes", bytes.len());
    }
    fs::write(&file, b"PK\x03\x04 and nothing of a zip").unwrap();
    assert!(matches!(csv::read(&file), Err(ImportError::NoPackage { .. })));
}

/// 200 MiB of zeros pack to 200 KB; no more than 64 MiB of them are ever unpacked.
#[test]
fn a_bomb_is_refused_before_it_fills_the_memory() {
    let (place, file, _) = packed();
    let script = "import sys, zipfile\nold = zipfile.ZipFile(sys.argv[1])\nnew = zipfile.ZipFile(sys.argv[2], 'w', \
                  zipfile.ZIP_DEFLATED)\nfor name in old.namelist():\n    new.writestr(name, bytes(200 << 20) if name == \
                  'observations.csv' else old.read(name))\nnew.close()";
    let bomb = place.path().join("bomb.zip");
    let done = Command::new("python3").args(["-c", script]).arg(&file).arg(&bomb).status();
    assert!(done.unwrap().success());
    assert!(matches!(read(&bomb), Err(ImportError::TooLarge { .. })));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn a_changed_byte_is_refused_or_told_or_changes_nothing(at in 0_usize..1_000_000, byte: u8) {
        let (_place, file, mut bytes) = packed();
        let whole = read(&file).unwrap();
        let index = at % bytes.len();
        bytes[index] = byte;
        fs::write(&file, &bytes).unwrap();
        if let Ok(import) = read(&file) {
            let same = import.records == whole.records && import.measures == whole.measures;
            proptest::prop_assert!(same || !import.choices.is_empty(), "byte {index} changed in silence");
        }
    }
}
