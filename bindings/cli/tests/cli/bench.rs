//! A temporary folder with a diary in it, and the command run over it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder that goes away with the test.
pub(crate) struct Bench {
    room: tempfile::TempDir,
}

/// What the command did.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) const NOW: &str = "2026-11-24T21:04:00+00:00";

impl Bench {
    /// A bench with the diary `my.diary`, opened by the key file `day.key`.
    pub(crate) fn with_diary() -> Self {
        let bench = Self::empty();
        bench.write("pass", "correct horse\n");
        let made = bench.run(&["new", "my.diary", "--passphrase-file", "pass", "--key-file", "day.key"]);
        assert_eq!(made.code, 0, "{}", made.err);
        bench
    }

    pub(crate) fn empty() -> Self {
        Self { room: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.room.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Runs the command in the bench, at a fixed moment, in Dublin, without a terminal.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_at(NOW, arguments)
    }

    /// Runs the command in the bench at another moment.
    pub(crate) fn run_at(&self, now: &str, arguments: &[&str]) -> Ran {
        let output: Output = Command::new(env!("CARGO_BIN_EXE_tidemark"))
            .args(["--now", now])
            .args(arguments)
            .current_dir(self.room.path())
            .env("TZ", "Europe/Dublin")
            .env_remove("TIDEMARK_PASSPHRASE")
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap();
        Ran {
            code: output.status.code().expect("the command ended by itself"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs a command over the diary with its key file, and expects it to work.
    pub(crate) fn diary(&self, command: &[&str], rest: &[&str]) -> String {
        let ran = self.run(&[command, &["my.diary", "--key-file", "day.key"], rest].concat());
        assert_eq!(ran.code, 0, "{command:?} {rest:?}: {}", ran.err);
        ran.out
    }

    /// Runs a command over one record of the diary, and expects it to work.
    pub(crate) fn run_on(&self, command: &[&str], id: &str) -> String {
        self.diary(command, &[id])
    }

    pub(crate) fn run_edit(&self, command: &str, id: &str, change: &str) {
        self.diary(&[command, "edit"], &[id, change]);
    }

    pub(crate) fn log(&self) -> serde_json::Value {
        serde_json::from_str(&self.diary(&["log"], &["--json"])).unwrap()
    }
}
