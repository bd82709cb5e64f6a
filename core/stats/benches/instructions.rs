//! How many instructions do the hottest methods take at 3,650 entries, and has one grown?
//!
//! `cargo bench -p tidemark-stats --bench instructions` counts each method of `instructions.toml` with callgrind, which
//! counts the same whatever else the machine does, and ends with exit code 1 when one takes over 10 % more than what
//! is kept there. `-- keep` keeps today's counts; `-- keep METHOD…` adds methods to the list. Refuses to run without valgrind.

#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a benchmark may fail loudly and prints"
)]

#[path = "methods/registry.rs"]
mod registry;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use registry::{Diary, Gaps, Method, methods};

/// Entries of the diary that is counted on: ten years.
const N: usize = 3_650;
/// A method that takes more than these hundredths of what is kept has grown.
const MOST: u64 = 110;

const HEADER: &str = "\
# Instructions of one call at 3,650 entries, one day in ten without: the hottest methods, counted by callgrind on x86-64.
# `cargo bench -p tidemark-stats --bench instructions` compares; `-- keep` writes this file.
";

fn main() -> ExitCode {
    // `cargo bench` adds this flag for harnesses.
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => compare(),
        ["keep", added @ ..] => keep(added),
        ["once", name] => {
            let diary = Diary::made_up(N, Gaps::OneDayInTen);
            counted(known(name), &diary);
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("instructions: nothing, keep [METHOD]… or once METHOD");
            ExitCode::from(2)
        }
    }
}

fn compare() -> ExitCode {
    println!("| method | instructions | kept | of it |\n|---|---:|---:|---:|");
    let mut grown = Vec::new();
    let kept = kept();
    for (name, &before) in &kept {
        let now = count(name);
        println!("| `{name}` | {now} | {before} | {} % |", (now * 100).div_ceil(before));
        if now * 100 > before * MOST {
            grown.push(name.as_str());
        }
    }
    println!("\n{} passed, {} failed", kept.len() - grown.len(), grown.len());
    if grown.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("over {} % of what is kept: {}; if it is meant, `-- keep`", MOST, grown.join(", "));
    ExitCode::FAILURE
}

fn keep(added: &[&str]) -> ExitCode {
    let mut names: Vec<String> = kept().into_keys().collect();
    names.extend(added.iter().map(|name| known(name).name.to_owned()));
    names.sort();
    names.dedup();
    let mut text = HEADER.to_owned();
    for name in names {
        let now = count(&name);
        println!("{name}: {now}");
        writeln!(text, "\"{name}\" = {now}").unwrap();
    }
    std::fs::write(file(), text).unwrap();
    ExitCode::SUCCESS
}

/// Instructions of one call, from a run of this very program under callgrind.
fn count(name: &str) -> u64 {
    let done = Command::new("valgrind")
        .args(["--tool=callgrind", "--toggle-collect=*counted*", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().unwrap())
        .args(["once", name])
        .output()
        .unwrap_or_else(|error| panic!("valgrind, which counts the instructions: {error}"));
    let said = String::from_utf8_lossy(&done.stderr);
    let collected = said.lines().find_map(|line| line.split_once("Collected : "));
    let Some((_, number)) = collected.filter(|_| done.status.success()) else {
        panic!("{name}: valgrind said\n{said}");
    };
    number.trim().parse().unwrap()
}

#[inline(never)]
fn counted(method: Method, diary: &Diary) {
    (method.run)(diary);
}

fn known(name: &str) -> Method {
    methods().find(|method| method.name == name).unwrap_or_else(|| panic!("no method is called {name}"))
}

fn kept() -> BTreeMap<String, u64> {
    toml::from_str(&std::fs::read_to_string(file()).unwrap()).unwrap()
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions.toml")
}
