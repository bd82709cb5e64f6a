//! A program that writes into a diary until somebody stops it, and says on its output what was confirmed.
//!
//! `diary-writer script DIARY KEY FROM` makes the calls of the script from step FROM on: `start N` before a call,
//! `done N` after it was confirmed. `diary-writer crowd DIARY KEY NAME COUNT` adds COUNT visits beside other writers:
//! `done NAME N` each, `busy` when another writer held the diary. `diary-writer read DIARY KEY COUNT` reads COUNT times.

#![allow(clippy::expect_used, clippy::panic, reason = "a test program may fail loudly")]

use std::io::{Write, stdout};
use std::path::Path;

use tidemark::DiaryError;
use tidemark::model::{Moment, ShortText};
use tidemark_tests::{room, script};

/// Says one line at once: a killed program leaves no buffer behind.
fn say(line: &str) {
    // Whoever read us may be gone; the parent notices by itself.
    let _ = stdout().write_all(format!("{line}\n").as_bytes());
    let _ = stdout().flush();
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let given: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match given.as_slice() {
        ["script", diary, key, from] => follow(diary, key, from.parse().expect("a step")),
        ["crowd", diary, key, name, count] => crowd(diary, key, name, count.parse().expect("a count")),
        ["read", diary, key, count] => read(diary, key, count.parse().expect("a count")),
        _ => panic!("usage: diary-writer script|crowd|read DIARY KEY …"),
    }
}

fn follow(diary: &str, key: &str, from: u32) {
    let mut diary = room::open(Path::new(diary), Path::new(key)).expect("the diary opens");
    let mut ids = script::ids(&diary).expect("the diary can be read");
    say("open");
    for step in from.. {
        say(&format!("start {step}"));
        script::perform(&mut diary, step, &mut ids).expect("a step is confirmed");
        say(&format!("done {step}"));
        if step % 25 == 24 {
            // So that kills also fall into the move of the log and into an opening.
            say("closing");
            let path = diary.path().to_path_buf();
            diary.close().expect("the diary closes");
            diary = room::open(&path, Path::new(key)).expect("the diary opens again");
            say("open");
        }
    }
}

fn crowd(diary: &str, key: &str, name: &str, count: u32) {
    let at = Moment::parse("2026-11-24T12:00Z").expect("a moment");
    let mut written = 0;
    let mut opened = None;
    while written < count {
        let with = ShortText::new("with", &format!("{name} {written}")).expect("short words");
        let saved = || -> Result<(), DiaryError> {
            // A new opening every few entries: the last one out moves the log, beside the others' writing.
            if opened.is_none() || written % 5 == 0 {
                opened = None;
                opened = Some(room::open(Path::new(diary), Path::new(key))?);
            }
            let Some(diary) = opened.as_mut() else { return Ok(()) };
            diary.add_visit(at, Some(with), at).map(drop)
        };
        match saved() {
            Ok(()) => {
                say(&format!("done {name} {written}"));
                written += 1;
            }
            Err(DiaryError::Busy { .. }) => say("busy"),
            Err(other) => panic!("{other:?}"),
        }
    }
}

fn read(diary: &str, key: &str, count: u32) {
    let mut most = 0;
    let mut done = 0;
    while done < count {
        let seen = room::open(Path::new(diary), Path::new(key))
            .and_then(|diary| Ok((diary.log(tidemark::Span::default())?.len(), diary.verify()?)));
        match seen {
            Ok((entries, _)) => {
                assert!(entries >= most, "{most} entries were seen before, now {entries}");
                most = entries;
                done += 1;
            }
            Err(DiaryError::Busy { .. }) => say("busy"),
            Err(other) => panic!("{other:?}"),
        }
    }
    say(&format!("read {most}"));
}
