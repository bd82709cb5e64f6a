//! Any bytes as `open.json`: what is read is written and read again as the same.

use std::fs;

use tidemark_store::{DiaryFolder, OpenFacts};

use crate::place::{place, write_private};

/// Reads the bytes as the open file of a diary.
pub fn open_json(data: &[u8]) {
    let Some(path) = place("open.diary") else { return };
    if !path.is_dir() && fs::create_dir(&path).is_err() {
        return;
    }
    let folder = DiaryFolder::new(&path);
    if !write_private(&path.join("open.json"), data) {
        return;
    }
    let Ok(read) = OpenFacts::read(&folder) else { return };
    assert!(read.write(&folder).is_ok(), "what was read cannot be written");
    assert!(OpenFacts::read(&folder).is_ok_and(|again| again == read), "it changed on the way");
}
