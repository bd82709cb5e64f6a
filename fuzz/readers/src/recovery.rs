//! Any bytes as `recovery.age`, and any bytes as what lies inside its envelope.

use std::path::Path;

use age::secrecy::SecretString;
use tidemark_store::{Passphrase, Recovery};

use crate::place::{place, write_private};

const WORDS: &str = "words of a fuzz target";

/// Reads the bytes after the first: as the whole file, or, when the first is odd, as the content of a sound envelope.
pub fn recovery(data: &[u8]) {
    let (Some((first, bytes)), Some(path)) = (data.split_first(), place("recovery.age")) else { return };
    let Ok(passphrase) = Passphrase::new(WORDS) else { return };
    let sealed;
    let file = if first % 2 == 1 {
        let mut recipient = age::scrypt::Recipient::new(SecretString::from(WORDS.to_owned()));
        recipient.set_work_factor(1);
        let Ok(made) = age::encrypt(&recipient, bytes) else { return };
        sealed = made;
        sealed.as_slice()
    } else {
        bytes
    };
    if write_private(&path, file) {
        read(&path, &passphrase);
    }
}

fn read(path: &Path, passphrase: &Passphrase) {
    let Ok(read) = Recovery::read(path, passphrase) else { return };
    // Either the identity is none, which is an error, or it has a public half.
    if let Ok(recipient) = read.backup_recipient() {
        assert!(recipient.starts_with("age1"), "a recipient of another kind");
    }
    let shown = format!("{read:?}");
    assert!(!shown.contains("AGE-SECRET-KEY-"), "a secret is shown by Debug");
}
