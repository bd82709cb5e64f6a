//! How long does a method of ours, or of the Rust peer, take on the numbers that the Python peers are given?
//!
//! A servant of `benches/peers.py`: `tidemark-peers FOLDER` reads commands, one a line, and answers each with one line of
//! JSON. `data N` writes the diary of N entries to the folder and reads it back; `time tidemark METHOD N` and
//! `time anofox FUNCTION N` give the median of the processor's seconds a call. Refuses to time what it has not read.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark may fail loudly and prints"
)]

mod anofox;
mod clock;
mod files;
#[path = "../../methods/registry.rs"]
mod registry;

use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::path::Path;

use clock::seconds_a_call;
use registry::{Diary, methods};

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let mut diaries = BTreeMap::new();
    for line in std::io::stdin().lock().lines() {
        let answer = answer(&line.unwrap(), Path::new(&folder), &mut diaries);
        println!("{answer}");
        std::io::stdout().flush().unwrap();
    }
}

fn answer(line: &str, folder: &Path, diaries: &mut BTreeMap<usize, Diary>) -> String {
    // A method's name may hold an option and so a space: the size is the last word.
    let (asked, n) = line.rsplit_once(' ').unwrap();
    let n: usize = n.parse().unwrap();
    if asked == "data" {
        files::write(folder, n);
        diaries.insert(n, files::read(folder, n));
        return format!("{{\"n\": {n}}}");
    }
    let Some(diary) = diaries.get(&n) else { panic!("`data {n}` comes before {line}") };
    let seconds = match asked.strip_prefix("time ").and_then(|words| words.split_once(' ')) {
        Some(("tidemark", name)) => {
            let method = methods().find(|method| method.name == name);
            method.map(|method| seconds_a_call(|| (method.run)(diary)))
        }
        Some(("anofox", name)) => anofox::function(name, diary).map(|mut call| seconds_a_call(&mut call)),
        _ => panic!("what is {line}?"),
    };
    seconds.map_or("{\"unknown\": true}".to_owned(), |seconds| format!("{{\"seconds\": {seconds:e}}}"))
}
