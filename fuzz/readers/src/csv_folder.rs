//! A CSV folder of ours with any bytes in one of its files.

use std::fs;
use std::path::Path;

use tidemark_exchange::csv;

use crate::place::place;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/inputs/valid/csv-folder");

/// Reads the folder of `tests/inputs` with one file replaced by the bytes after the first; the first picks the file.
pub fn csv_folder(data: &[u8]) {
    let (Some((first, bytes)), Some(folder)) = (data.split_first(), place("csv-folder")) else { return };
    let files = files();
    assert!(files.len() > 5, "the folder of {FOLDER} was not found");
    if !folder.is_dir() && !copy(&files, &folder) {
        return;
    }
    let Some((name, whole)) = files.get(usize::from(*first) % files.len()) else { return };
    let path = folder.join(name);
    if fs::write(&path, bytes).is_ok() {
        let _ = csv::read(&folder);
    }
    let _ = fs::write(&path, whole);
}

type Named = (String, Vec<u8>);

/// The files of the folder by name, read once a thread.
fn files() -> std::rc::Rc<Vec<Named>> {
    thread_local! {
        static FILES: std::rc::Rc<Vec<Named>> = std::rc::Rc::new(read_files());
    }
    FILES.with(std::rc::Rc::clone)
}

fn read_files() -> Vec<Named> {
    let Ok(entries) = fs::read_dir(FOLDER) else { return Vec::new() };
    let mut files: Vec<Named> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((path.file_name()?.to_str()?.to_owned(), fs::read(&path).ok()?))
        })
        .collect();
    files.sort();
    files
}

fn copy(files: &[Named], to: &Path) -> bool {
    fs::create_dir(to).is_ok() && files.iter().all(|(name, bytes)| fs::write(to.join(name), bytes).is_ok())
}
