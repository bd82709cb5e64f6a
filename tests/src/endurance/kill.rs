//! A writer killed at any moment: every confirmed entry is there, whole, and nothing half-written.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use tidemark::model::SeededEntropy;
use tidemark_tests::room::Room;
use tidemark_tests::script::{expected, said};
use tidemark_tests::simulated_disk::below;

use super::count;

/// What the writer said last before it was killed.
#[derive(Clone, Copy, Debug, Default)]
struct Heard {
    /// Steps confirmed; the next one's number.
    confirmed: u32,
    /// Whether a call had begun and not been confirmed.
    in_call: bool,
    /// Whether the diary was being closed or opened.
    in_passage: bool,
}

impl Heard {
    fn hear(&mut self, line: &str) {
        let step = |text: &str| text.parse::<u32>().unwrap();
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["open"] => self.in_passage = false,
            ["closing"] => self.in_passage = true,
            ["start", at] => {
                assert_eq!(step(at), self.confirmed);
                self.in_call = true;
            }
            ["done", at] => {
                self.confirmed = step(at) + 1;
                self.in_call = false;
            }
            other => panic!("the writer said {other:?}"),
        }
    }
}

fn writer(room: &Room, from: u32) -> (Child, BufReader<ChildStdout>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_diary-writer"))
        .arg("script")
        .args([room.diary(), room.key_file()])
        .arg(from.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap());
    (child, lines)
}

#[test]
fn a_killed_writer_loses_nothing_it_confirmed_and_leaves_nothing_half() {
    let mut dice = SeededEntropy::new(4);
    let (mut in_call, mut in_passage, mut written_unconfirmed, mut all_steps) = (0, 0, 0, 0);
    let kills = count(50, 240);
    let mut room = Room::new();
    let mut heard = Heard { in_passage: true, ..Heard::default() };
    for kill in 0..kills {
        if kill % 40 == 39 {
            // A diary of its own for every forty kills keeps the reading short.
            all_steps += heard.confirmed;
            room = Room::new();
            heard = Heard::default();
        }
        heard = Heard { in_passage: true, in_call: false, ..heard };
        let (mut child, mut lines) = writer(&room, heard.confirmed);
        let mut line = String::new();
        for _ in 0..=below(&mut dice, 40) {
            line.clear();
            assert_ne!(lines.read_line(&mut line).unwrap(), 0, "the writer stopped by itself");
            heard.hear(line.trim_end());
        }
        // A little later, by a number of turns and not by a clock.
        for turn in 0..below(&mut dice, 200_000) {
            std::hint::black_box(turn);
        }
        child.kill().unwrap();
        child.wait().unwrap();
        for line in lines.lines() {
            heard.hear(&line.unwrap());
        }
        in_call += usize::from(heard.in_call);
        in_passage += usize::from(heard.in_passage);

        let diary = room.open().unwrap_or_else(|error| panic!("kill {kill}: {error:?}"));
        diary.verify().unwrap_or_else(|error| panic!("kill {kill}: {error:?}"));
        let found = said(&diary).unwrap();
        if found != expected(0..heard.confirmed) {
            // The step that was under way may be there, whole, or not at all.
            assert_eq!(found, expected(0..=heard.confirmed), "kill {kill} after {heard:?}");
            assert!(heard.in_call, "kill {kill}: an entry nobody began");
            written_unconfirmed += 1;
            heard.confirmed += 1;
        }
    }
    all_steps += heard.confirmed;
    println!(
        "kill: {kills} kills over {all_steps} steps, 0 lost; {in_call} in mid-call \
         ({written_unconfirmed} of them already on disk), {in_passage} while opening or closing"
    );
    assert!(in_call * 4 >= kills, "only {in_call} of {kills} kills fell inside a call");
}
