//! The shared cases (`tests/cases`) over the command line: each call is one or two commands, each answer is read from JSON.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::format_push_string,
    missing_docs,
    unreachable_pub,
    reason = "a test may fail loudly"
)]

mod answers;
#[path = "../../../../tests/cases/replay.rs"]
mod replay;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use replay::{Done, Door, maybe, sha256, text, top};
use serde_json::{Map, Value, json};

#[test]
fn every_case_holds_over_the_command_line() {
    replay::replay::<CommandLine>();
}

struct CommandLine {
    folder: PathBuf,
    diary: String,
}

const PASSPHRASE: &str = "passphrase";

/// What an error says on standard error, and the class that it is. Nothing else tells them apart for a person.
const CLASSES: [(&str, &str); 22] = [
    ("there is no diary at", "not_found"),
    ("already exists", "already_exists"),
    ("this passphrase does not open a.backup", "backup_wrong_passphrase"),
    ("this passphrase does not open", "wrong_passphrase"),
    ("takes 0 to 10.", "out_of_range"),
    ("there is no measure", "unknown_measure"),
    ("there is no import", "refused"),
    ("there is no starter set", "refused"),
    ("there is nothing to take back", "refused"),
    ("there is no check_in with the id", "unknown_record"),
    ("there is no session with the id", "unknown_record"),
    ("is already rated in this phase", "rated_before"),
    ("overlaps another one that was held", "overlap"),
    ("is still running", "session_runs"),
    ("is not running", "not_running"),
    ("total 31 is above 27", "total_out_of_range"),
    ("items add up to 12, total says 14", "sum_mismatch"),
    ("has no format this program can tell", "import_format"),
    ("could not be read", "input_not_read"),
    ("this file is incomplete", "backup_damaged"),
    ("entries that the backup does not have", "newer_entries"),
    ("could not be written", "output_not_written"),
];

impl Door for CommandLine {
    const NAME: &'static str = "cli";

    fn begin(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf(), diary: "my.diary".to_owned() }
    }

    #[expect(clippy::too_many_lines, reason = "one arm a call, in the order of the table in the README")]
    fn call(&mut self, call: &str, with: &Map<String, Value>) -> Result<Done, String> {
        let answer = |answer: Value| Ok(Done { answer, id: None });
        let made = |id: Value| Ok(Done { answer: Value::Null, id: id.as_str().map(str::to_owned) });
        let now = maybe(with, "now").unwrap_or("2026-11-24T21:04:00+01:00");
        match call {
            "create" => {
                text(with, "diary").clone_into(&mut self.diary);
                self.write(PASSPHRASE, text(with, "passphrase"));
                let ends = with.get("rollover_min").and_then(Value::as_u64).map(clock);
                let mut words =
                    vec!["new", &self.diary, "--passphrase-file", PASSPHRASE, "--key-file", "key"];
                words.extend(ends.iter().flat_map(|ends| ["--day-ends", ends]));
                self.run(now, &words)?;
                made(Value::Null)
            }
            "open" | "open_with_key" => {
                text(with, "diary").clone_into(&mut self.diary);
                self.write("tried", text(with, "passphrase"));
                self.run(now, &["settings", &self.diary, "--passphrase-file", "tried"])?;
                made(Value::Null)
            }
            "today" => answer(answers::today(&self.json(now, &["today"])?)),
            "save_check_in" => {
                let mut words = rated(with, "ratings", "=");
                words.extend(maybe(with, "rated_at").into_iter().flat_map(|at| option("--at", at)));
                words.extend(maybe(with, "day").into_iter().flat_map(|day| option("--day", day)));
                words.extend(maybe(with, "note").into_iter().flat_map(|note| option("--note", note)));
                let saved = self.json(now, &with_words(&["check-in"], &words))?;
                let id = saved["id"].as_str().map(str::to_owned);
                Ok(Done {
                    answer: answers::of(
                        &saved,
                        &[("day", "logical_date"), ("entry_mode", ""), ("delay_min", "")],
                    ),
                    id,
                })
            }
            "save_days" => {
                for pair in with["days"].as_array().unwrap() {
                    let at = format!("{}T21:00:00+00:00", pair[0].as_str().unwrap());
                    let rating = format!("{}={}", text(with, "measure_id"), unit(pair[1].as_i64()));
                    self.json(&at, &["check-in", &rating])?;
                }
                made(Value::Null)
            }
            "change_rating" => {
                let change = format!("{}={}", text(with, "measure_id"), unit(with["value_milli"].as_i64()));
                self.on(now, &["entry", "edit", "DIARY", text(with, "id"), &change])?;
                made(Value::Null)
            }
            "remove_record" => {
                let verb = if text(with, "kind") == "check_in" { "entry" } else { text(with, "kind") };
                self.on(now, &[verb, "remove", "DIARY", text(with, "id")])?;
                made(Value::Null)
            }
            "undo" => {
                let said = self.on(now, &["undo", "DIARY"])?;
                answer(
                    json!({ "removed": said.contains("it is no longer shown") && said.contains("Took back check-in") }),
                )
            }
            "save_session" => {
                let mut words = option("--modality", text(with, "modality")).to_vec();
                words.extend(option("--at", text(with, "started_at")));
                let minutes = with.get("minutes").and_then(Value::as_u64);
                words.extend(minutes.into_iter().flat_map(|n| option("--minutes", &n.to_string())));
                words.extend(maybe(with, "status").into_iter().flat_map(|code| option("--status", code)));
                for phase in ["before", "after"] {
                    let ratings = rated(with, phase, "=").join(",");
                    words.extend(
                        Some(ratings)
                            .filter(|r| !r.is_empty())
                            .into_iter()
                            .flat_map(|r| option(&format!("--{phase}"), &r)),
                    );
                }
                let said = self.on(now, &with_words(&["session", "add", "DIARY"], &words))?;
                self.session(now, &said)
            }
            "rate_session" => {
                let mut words = rated(with, "ratings", "=");
                words.extend(maybe(with, "rated_at").into_iter().flat_map(|at| option("--at", at)));
                let command = ["session", "rate", "DIARY", text(with, "id"), "--phase", text(with, "phase")];
                self.on(now, &with_words(&command, &words))?;
                made(Value::Null)
            }
            "start_session" => {
                let said =
                    self.on(now, &["session", "start", "DIARY", "--modality", text(with, "modality")])?;
                self.session(now, &said)
            }
            "finish_session" => {
                let minutes = with.get("minutes").and_then(Value::as_u64);
                let words: Vec<String> =
                    minutes.into_iter().flat_map(|n| option("--minutes", &n.to_string())).collect();
                self.on(now, &with_words(&["session", "finish", "DIARY"], &words))?;
                let done = self.session(now, text(with, "id"))?;
                Ok(Done { id: None, ..done })
            }
            "month" => {
                let month = format!("{}-{:02}", with["year"], with["month"].as_i64().unwrap());
                answer(answers::month(&self.json(now, &["month", &month])?))
            }
            "entries" => {
                let log = self.json(now, &with_words(&["log"], &span(with)))?;
                answer(answers::entries(&log["entries"]))
            }
            "trends" | "changes" => {
                let mut words = span(with);
                for measure in with["measures"].as_array().unwrap() {
                    words.extend(option("--measure", measure.as_str().unwrap()));
                }
                let found = self.json(now, &with_words(&[call], &words))?;
                let one = if call == "trends" { answers::trend } else { answers::change };
                answer(found[call].as_array().unwrap().iter().map(one).collect())
            }
            "cards" => answer(answers::cards(&self.json(now, &["cards"])?)),
            "add_record" => {
                let fields = with["fields"].as_object().unwrap();
                let field = |(name, value): (&String, &Value)| {
                    let items = value.as_str().unwrap().split(" | ");
                    items.map(|item| format!("{name}={item}")).collect::<Vec<_>>()
                };
                let words: Vec<String> = fields.iter().flat_map(field).collect();
                let command = verb(text(with, "kind"));
                let saved = self.json_of(now, &with_words(&[command, "add", "DIARY"], &words))?;
                made(saved["id"].clone())
            }
            "records" => {
                let found = self.json_of(now, &[verb(text(with, "kind")), "list", "DIARY"])?;
                let wanted = with["fields"].as_array().unwrap();
                let list = found.as_object().unwrap().values().next().unwrap().as_array().unwrap().clone();
                answer(list.iter().map(|record| answers::record(record, wanted)).collect())
            }
            "import_preview" | "import_apply" => self.import(call, with, now),
            "import_undo" => {
                let keep = with.get("keep_edited").and_then(Value::as_bool).unwrap_or(false);
                let mut words = vec!["import", "--undo", "last"];
                words.extend(keep.then_some("--keep-edited"));
                let undone = self.json(now, &words)?;
                answer(answers::of(
                    &undone,
                    &[("removed", ""), ("edited", "kept_edited"), ("with_them", "kept_with_them")],
                ))
            }
            "backup" => {
                let written = self.json_of(now, &["backup", "DIARY", text(with, "path")])?;
                answer(answers::of(&written, &[("verified", "")]))
            }
            "backup_contents" => {
                self.write("tried", text(with, "passphrase"));
                let command = [
                    "restore",
                    text(with, "path"),
                    "unused",
                    "--dry-run",
                    "--json",
                    "--passphrase-file",
                    "tried",
                ];
                let found: Value = serde_json::from_str(&self.run(now, &command)?).unwrap();
                answer(answers::of(&found, &[("from", ""), ("to", ""), ("tables", "counts")]))
            }
            "restore" => {
                self.write("tried", text(with, "passphrase"));
                let replace = with.get("replace").and_then(Value::as_bool).unwrap_or(false);
                let mut command =
                    vec!["restore", text(with, "path"), text(with, "diary"), "--passphrase-file", "tried"];
                command.extend(replace.then_some("--replace"));
                self.run(now, &command)?;
                text(with, "diary").clone_into(&mut self.diary);
                made(Value::Null)
            }
            "settings" => answer(answers::settings(&self.json(now, &["settings"])?)),
            "set_setting" => {
                let minutes = with["rollover_min"].as_u64().unwrap();
                self.on(now, &["settings", "DIARY", &format!("rollover={}", clock(minutes))])?;
                made(Value::Null)
            }
            "choose_starter_set" => {
                self.on(now, &["measure", "start", "DIARY", text(with, "id")])?;
                made(Value::Null)
            }
            "report" => {
                let path = text(with, "path");
                let mut words = vec!["report", "DIARY", "--pdf", path, "--page", "a4"];
                words.extend(["--from", text(with, "from"), "--to", text(with, "to")]);
                let said = self.on(now, &words)?;
                let pages = said.split_once(" pages").and_then(|(before, _)| before.rsplit('(').next());
                let pages: u32 = pages.unwrap().parse().unwrap();
                answer(json!({ "pages": pages, "sha256": sha256(&self.folder.join(path)) }))
            }
            other => panic!("no call {other}"),
        }
    }
}

impl CommandLine {
    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.join(name), format!("{text}\n")).unwrap();
    }

    /// Runs a command as it stands; the class of the error when it does not end well.
    fn run<W: AsRef<str>>(&self, now: &str, words: &[W]) -> Result<String, String> {
        let (now, zone) = now.split_once('[').unwrap_or((now, "UTC]"));
        let output = Command::new(env!("CARGO_BIN_EXE_tidemark"))
            .args(["--now", now])
            .args(words.iter().map(AsRef::as_ref))
            .current_dir(&self.folder)
            .env("TZ", zone.trim_end_matches(']'))
            .env_remove("TIDEMARK_PASSPHRASE")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            return Ok(said);
        }
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let known = CLASSES.iter().find(|(words, _)| told.contains(words)).map(|(_, class)| *class);
        // What is left is wrong usage or a value that cannot be taken; a file says so of itself.
        let rest = || match output.status.code() {
            Some(2) if told.contains("Nothing was imported") => "import_file".to_owned(),
            Some(2) => "invalid".to_owned(),
            _ => format!("not known: {told}"),
        };
        Err(known.map_or_else(rest, str::to_owned))
    }

    /// Runs a command over the open diary; `DIARY` stands for it.
    fn on<W: AsRef<str>>(&self, now: &str, words: &[W]) -> Result<String, String> {
        let words = words.iter().map(AsRef::as_ref);
        let mut words: Vec<&str> =
            words.map(|word| if word == "DIARY" { &self.diary } else { word }).collect();
        words.extend(["--passphrase-file", PASSPHRASE]);
        if self.diary == "my.diary" {
            words.splice(words.len() - 2.., ["--key-file", "key"]);
        }
        self.run(now, &words)
    }

    /// The same with its answer as JSON.
    fn json_of<W: AsRef<str>>(&self, now: &str, words: &[W]) -> Result<Value, String> {
        let mut words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        words.push("--json");
        Ok(serde_json::from_str(&self.on(now, &words)?).unwrap())
    }

    /// The same for a command whose diary comes first.
    fn json<W: AsRef<str>>(&self, now: &str, words: &[W]) -> Result<Value, String> {
        let mut words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        words.insert(1, "DIARY");
        self.json_of(now, &words)
    }

    /// The session whose id `said` holds.
    fn session(&self, now: &str, said: &str) -> Result<Done, String> {
        let found = self.json_of(now, &["session", "list", "DIARY"])?;
        let sessions = found["sessions"].as_array().unwrap();
        let named = sessions.iter().find(|session| said.contains(session["id"].as_str().unwrap()));
        let session = named.unwrap_or_else(|| panic!("no session of the list is in: {said}"));
        let id = session["id"].as_str().map(str::to_owned);
        Ok(Done { answer: answers::of(session, &[("day", "logical_date")]), id })
    }

    fn import(&self, call: &str, with: &Map<String, Value>, now: &str) -> Result<Done, String> {
        let file = top().join(text(with, "file")).display().to_string();
        let mut words = vec!["import".to_owned(), file];
        words.extend(maybe(with, "format").into_iter().flat_map(|format| option("--format", format)));
        words.extend(maybe(with, "zone_id").into_iter().flat_map(|zone| option("--zone", zone)));
        let given = with.get("answers").and_then(Value::as_array).cloned().unwrap_or_default();
        words.extend(given.iter().flat_map(|given| option("--map", given.as_str().unwrap())));
        if call == "import_apply" {
            words.push("--apply".to_owned());
        }
        let found = self.json(now, &words)?;
        let counts = [("new", ""), ("same", ""), ("deleted", "")];
        let rest: &[(&str, &str)] = if call == "import_apply" {
            &[("restored", "")]
        } else {
            &[
                ("format", ""),
                ("rejected", ""),
                ("empty_rows", ""),
                ("left_out_rows", "left_out"),
                ("new_measures", ""),
                ("from", ""),
                ("to", ""),
            ]
        };
        Ok(Done { answer: answers::of(&found, &[&counts, rest].concat()), id: None })
    }
}

fn option(name: &str, value: &str) -> [String; 2] {
    [name.to_owned(), value.to_owned()]
}

fn with_words(command: &[&str], words: &[String]) -> Vec<String> {
    command.iter().map(|word| (*word).to_owned()).chain(words.iter().cloned()).collect()
}

fn span(with: &Map<String, Value>) -> Vec<String> {
    let day = |name: &str| maybe(with, name).map(|day| option(&format!("--{name}"), day));
    ["from", "to"].into_iter().filter_map(day).flatten().collect()
}

/// `stress=6`, `mood=skip`.
fn rated(with: &Map<String, Value>, name: &str, joined: &str) -> Vec<String> {
    let given = with.get(name).and_then(Value::as_object);
    let one = |(measure, value): (&String, &Value)| format!("{measure}{joined}{}", unit(value.as_i64()));
    given.map(|given| given.iter().map(one).collect()).unwrap_or_default()
}

/// Thousandths as people type them.
fn unit(milli: Option<i64>) -> String {
    match milli {
        None => "skip".to_owned(),
        Some(milli) if milli % 1000 == 0 => (milli / 1000).to_string(),
        Some(milli) => format!("{}.{:03}", milli / 1000, milli % 1000),
    }
}

/// Minutes after midnight as a clock shows them.
fn clock(minutes: u64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The command that keeps a kind of record.
fn verb(kind: &str) -> &str {
    match kind {
        "instrument_result" => "instrument",
        other => other,
    }
}
