//! A folder for one person: a diary, a home, a temporary folder; nothing of the machine is used.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the person brought along, words and all.
const BROUGHT: &[&str] = &["pass", "day.key", "days.csv", "days.toml", "tables"];

/// A folder that goes away with the test.
pub(crate) struct Room {
    room: tempfile::TempDir,
}

/// What the command did.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Room {
    /// A room with `my.diary`, opened by `day.key`.
    pub(crate) fn with_diary() -> Self {
        let room = Self { room: tempfile::tempdir().unwrap() };
        for folder in ["tmp", "home"] {
            fs::create_dir(room.path(folder)).unwrap();
        }
        room.write("pass", "correct horse\n");
        let made = room.run(&["new", "my.diary", "--passphrase-file", "pass", "--key-file", "day.key"]);
        assert_eq!(made.code, 0, "{}", made.err);
        room
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.room.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Makes a file one that only its owner may read.
    pub(crate) fn only_owner(&self, name: &str) {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(self.path(name), fs::Permissions::from_mode(0o600)).unwrap();
        }
        #[cfg(not(unix))]
        let _ = name;
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_tidemark"))
            .args(["--now", "2026-11-24T21:04:00+00:00"])
            .args(arguments)
            .current_dir(self.room.path())
            .env("TZ", "Europe/Dublin")
            .env("TMPDIR", self.path("tmp"))
            .env("SQLITE_TMPDIR", self.path("tmp"))
            .env("HOME", self.path("home"))
            .env_remove("TIDEMARK_PASSPHRASE")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        Ran {
            code: output.status.code().expect("the command ended by itself"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs a command with `D` for the diary and its key.
    pub(crate) fn diary(&self, arguments: &[&str]) -> Ran {
        let arguments = arguments.iter().flat_map(|word| match *word {
            "D" => vec!["my.diary", "--key-file", "day.key"],
            word => vec![word],
        });
        self.run(&arguments.collect::<Vec<&str>>())
    }

    /// Every file the program wrote: diaries, backups, what is in the temporary folder and in the home.
    pub(crate) fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        for entry in fs::read_dir(self.room.path()).unwrap() {
            let path = entry.unwrap().path();
            if BROUGHT.iter().all(|brought| path != self.path(brought)) {
                collect(self.room.path(), &path, &mut files);
            }
        }
        files
    }
}

fn collect(root: &Path, path: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            collect(root, &entry.unwrap().path(), files);
        }
    } else {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        files.push((name, fs::read(path).unwrap()));
    }
}
