//! Any bytes as a key file: a key that is read is written and read again as the same key.

use std::fs;

use tidemark_store::DataKey;

use crate::place::place;

/// Reads the bytes as a key file.
pub fn key_file(data: &[u8]) {
    let (Some(path), Some(copy)) = (place("key"), place("key-copy")) else { return };
    if fs::remove_file(&copy).is_err() && copy.exists() {
        return;
    }
    if !crate::place::write_private(&path, data) {
        return;
    }
    let Ok(key) = DataKey::read_file(&path) else { return };
    assert!(key.write_file(&copy).is_ok(), "a key was read that cannot be written");
    let again = DataKey::read_file(&copy).map(|key| key.to_bytes()).ok();
    assert!(again == Some(key.to_bytes()), "a key changed on the way");
}
