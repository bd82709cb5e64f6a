//! The passphrase: changed without touching the records, made of words, and never at the price of the key.

use std::fs;

use tidemark_model::SeededEntropy;
use tidemark_store::{Passphrase, Recovery, StoreError};

use super::bench::{Bench, key, passphrase};

#[test]
fn a_new_passphrase_opens_the_same_keys_and_the_old_one_no_more() {
    let bench = Bench::new(1);
    let folder = bench.diary("my.diary");
    let database = fs::read(folder.database()).unwrap();
    let before = Recovery::read(&folder.recovery(), &passphrase()).unwrap();
    let (new, words) = Passphrase::of_words(&mut SeededEntropy::new(3));
    Recovery::rewrap(&folder.recovery(), &passphrase(), &new).unwrap();
    // As somebody would type it.
    let typed = Passphrase::new(&format!(" {}\n", words.to_uppercase())).unwrap();
    let after = Recovery::read(&folder.recovery(), &typed).unwrap();
    assert_eq!(*after.key.to_bytes(), *key().to_bytes());
    assert_eq!(after.backup_recipient().unwrap(), before.backup_recipient().unwrap());
    let old = Recovery::read(&folder.recovery(), &passphrase());
    assert!(matches!(old, Err(StoreError::WrongPassphrase { .. })));
    assert_eq!(fs::read(folder.database()).unwrap(), database);
    let names = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 2, "a temporary file was left");
}

#[test]
fn a_wrong_old_passphrase_leaves_the_file_as_it_is() {
    let bench = Bench::new(2);
    let folder = bench.diary("my.diary");
    let before = fs::read(folder.recovery()).unwrap();
    let wrong = Passphrase::new("wrong horse").unwrap();
    let refused = Recovery::rewrap(&folder.recovery(), &wrong, &Passphrase::new("new").unwrap());
    assert!(matches!(refused, Err(StoreError::WrongPassphrase { .. })));
    assert_eq!(fs::read(folder.recovery()).unwrap(), before);
}

#[test]
fn a_file_that_asks_for_more_work_than_eighteen_is_refused_before_any_work() {
    let bench = Bench::new(3);
    let folder = bench.diary("my.diary");
    let bytes = fs::read(folder.recovery()).unwrap();
    let end = bytes.windows(5).position(|w| w == b"\n--- ").unwrap();
    let header = String::from_utf8(bytes[..end].to_vec()).unwrap();
    // The stanza says "-> scrypt <salt> 16".
    assert!(header.lines().nth(1).unwrap().ends_with(" 16"), "{header}");
    // Work factor 60 would take longer than the universe is old: that this returns shows that it was refused before.
    for factor in ["19", "60"] {
        let mut heavier = header.replacen(" 16\n", &format!(" {factor}\n"), 1).into_bytes();
        heavier.extend_from_slice(&bytes[end..]);
        fs::write(folder.recovery(), &heavier).unwrap();
        let refused = Recovery::read(&folder.recovery(), &passphrase());
        assert!(
            matches!(refused, Err(StoreError::KeyFile { reason: "it asks for too much work", .. })),
            "{refused:?}"
        );
    }
}

#[test]
fn a_flipped_or_cut_recovery_file_is_an_error_and_never_a_panic() {
    let bench = Bench::new(4);
    let folder = bench.diary("my.diary");
    let whole = fs::read(folder.recovery()).unwrap();
    // Each try costs the stretching of a passphrase, so a few places of every part: lines, stanza, seal, contents.
    for at in (0..whole.len()).step_by(13) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        assert!(Recovery::unseal(&folder.recovery(), &flipped, &passphrase()).is_err(), "byte {at}");
        assert!(Recovery::unseal(&folder.recovery(), &whole[..at], &passphrase()).is_err(), "cut at {at}");
    }
}
