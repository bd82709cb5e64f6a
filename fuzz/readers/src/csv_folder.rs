//! A folder of our tables, as CSV or JSON Lines, with any bytes in one of its files.

use std::fs;
use std::path::Path;

use tidemark_exchange::csv;

use crate::place::place;

/// The folders of `tests/inputs`: the same diary in both forms.
const FOLDERS: [(&str, &str); 2] = [
    ("csv-folder", concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/inputs/valid/csv-folder")),
    ("json-folder", concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/inputs/valid/json-folder")),
];

/// Reads the CSV folder with one file replaced by the bytes after the first; the first picks the file.
pub fn csv_folder(data: &[u8]) {
    folder(0, data);
}

/// Reads the folder of JSON Lines with one file replaced by the bytes after the first; the first picks the file.
pub fn json_folder(data: &[u8]) {
    folder(1, data);
}

fn folder(which: usize, data: &[u8]) {
    let Some((name, _)) = FOLDERS.get(which) else { return };
    let (Some((first, bytes)), Some(folder)) = (data.split_first(), place(name)) else { return };
    let files = files(which);
    assert!(files.len() > 5, "the folder {name} was not found");
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
fn files(which: usize) -> std::rc::Rc<Vec<Named>> {
    thread_local! {
        static FILES: [std::rc::Rc<Vec<Named>>; 2] = FOLDERS.map(|(_, folder)| std::rc::Rc::new(read_files(folder)));
    }
    FILES.with(|files| files.get(which).map(std::rc::Rc::clone).unwrap_or_default())
}

fn read_files(folder: &str) -> Vec<Named> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
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
