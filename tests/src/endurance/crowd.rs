//! Several processes at one diary: what each was told is saved is there, and `Busy` is the only refusal.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use tidemark::Span;
use tidemark_tests::room::Room;

use super::count;

#[test]
fn writers_and_readers_at_one_diary_lose_nothing_of_each_other() {
    let room = Room::new();
    let (writers, readers) = (count(3, 6), count(2, 3));
    let each = count(20, 150);
    let start = |arguments: &[&str]| {
        let (what, rest) = arguments.split_first().unwrap();
        Command::new(env!("CARGO_BIN_EXE_diary-writer"))
            .arg(what)
            .args([room.diary(), room.key_file()])
            .args(rest)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let each_text = each.to_string();
    let mut children = Vec::new();
    for writer in 0..writers {
        children.push(start(&["crowd", &format!("writer{writer}"), &each_text]));
    }
    for _ in 0..readers {
        children.push(start(&["read", &count(8, 60).to_string()]));
    }
    let (mut told, mut busy) = (BTreeSet::new(), 0);
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            match line.split_once(' ') {
                Some(("done", entry)) => assert!(told.insert(entry.to_owned()), "{entry} was told twice"),
                Some(("read", _)) => {}
                _ if line == "busy" => busy += 1,
                _ => panic!("{line}"),
            }
        }
    }
    assert_eq!(told.len(), writers * each);
    let diary = room.open().unwrap();
    diary.verify().unwrap();
    let with = |entry| serde_json::to_value(entry).unwrap()["with"].as_str().unwrap().to_owned();
    let there: Vec<String> = diary.log(Span::default()).unwrap().into_iter().map(with).collect();
    assert_eq!(there.len(), told.len(), "an entry is there twice or not at all");
    assert_eq!(there.into_iter().collect::<BTreeSet<_>>(), told);
    println!(
        "crowd: {writers} writers and {readers} readers at once, {} entries told and there, {busy} times busy",
        told.len()
    );
}
