//! A real disk of a few hundred kilobytes that fills up: what was confirmed stays, and with space the next save works.
//!
//! Needs the right to mount; without it the test says so and ends. Single refused writes are in `io_errors.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tidemark::DiaryError;
use tidemark_tests::room::Room;
use tidemark_tests::script::{Ids, expected, perform, said};

use super::is_long;

/// A small file system in memory, unmounted when it goes away.
struct SmallDisk {
    at: PathBuf,
}

impl SmallDisk {
    fn mount(at: &Path, kilobytes: u32) -> Option<Self> {
        let size = format!("size={kilobytes}k");
        let mounted = run(&["mount", "-t", "tmpfs", "-o", &size, "tmpfs", at.to_str().unwrap()]);
        mounted.then(|| Self { at: at.to_path_buf() })
    }

    fn grow(&self, kilobytes: u32) {
        assert!(run(&["mount", "-o", &format!("remount,size={kilobytes}k"), self.at.to_str().unwrap()]));
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        run(&["umount", self.at.to_str().unwrap()]);
    }
}

fn run(words: &[&str]) -> bool {
    let (program, arguments) = words.split_first().unwrap();
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

#[test]
fn a_full_disk_keeps_what_was_confirmed_and_takes_the_next_entry_when_there_is_room() {
    let place = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::mount(place.path(), 700) else {
        println!("full disk: skipped, this account may not mount a small disk");
        assert!(!is_long() || !run(&["test", "-w", "/etc/passwd"]), "the long form needs the right to mount");
        return;
    };
    let room = Room::within(place.path());
    let mut refused = 0;
    let mut next = 0;
    for round in 1..=3 {
        let mut diary = room.open().unwrap();
        let mut ids = tidemark_tests::script::ids(&diary).unwrap_or_else(|_| Ids::new());
        let full = loop {
            match perform(&mut diary, next, &mut ids) {
                Ok(_) => next += 1,
                Err(error) => break error,
            }
        };
        assert!(matches!(full, DiaryError::StorageFull { .. }), "round {round}: {full:?}");
        refused += 1;
        // Refused again, and nothing of it is there; what was confirmed is, in the same opening and in another.
        let again = perform(&mut diary, next, &mut ids);
        assert!(matches!(again, Err(DiaryError::StorageFull { .. })), "round {round}: {again:?}");
        assert_eq!(said(&diary).unwrap(), expected(0..next), "round {round}");
        assert_eq!(said(&room.open().unwrap()).unwrap(), expected(0..next), "round {round}");
        if round == 2 {
            // Closing a diary on a full disk: the log cannot be moved and stays.
            let closed = diary.close();
            let known =
                matches!(closed, Ok(()) | Err(DiaryError::StorageFull { .. } | DiaryError::Busy { .. }));
            assert!(known, "{closed:?}");
            diary = room.open().unwrap();
            assert_eq!(said(&diary).unwrap(), expected(0..next));
        }
        disk.grow(700 + round * 300);
        perform(&mut diary, next, &mut ids).unwrap();
        next += 1;
        diary.verify().unwrap();
        diary.close().unwrap();
        assert_eq!(said(&room.open().unwrap()).unwrap(), expected(0..next), "round {round}");
    }
    assert!(fs::read_dir(room.diary()).unwrap().count() >= 2);
    println!(
        "full disk: {refused} times full, {next} steps confirmed and there, the next save worked each time"
    );
}
