//! Does any statement read a whole table that grows with the diary? Every `.sql` file beside the store's sources is
//! planned against a fresh diary; a new file is looked at without being named here.
//!
//! An index read from end to end is a whole table too. What may read one is listed with its reason, and a reason that
//! is no longer needed has to go.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

/// Files, and whole folders of them, that are no statement about one diary alone or go through all of it on purpose.
const NOT_PLANNED: [(&str, &str); 9] = [
    ("open/settings.sql", "settings of a connection"),
    ("snapshot/", "a copy of the whole diary, and the settings it is made with"),
    ("dump/", "a backup reads every table, whatever its name"),
    ("load/", "a restore fills every table, whatever its name"),
    ("merge/", "a merge compares two whole diaries"),
    ("examine/", "a damaged diary is looked through to its end"),
    ("purge/", "what was deleted is let go from every table, not while a person waits"),
    ("import_undo/", "an undo goes through all that one batch brought, in tables of its own"),
    ("schema/", "asks which tables there are"),
];

/// Tables that a person fills by hand, a few rows a year or in a lifetime; reading them whole is as good as any index.
const SMALL: [(&str, &str); 14] = [
    ("measure", "a few dozen rows"),
    ("medication", "a few rows in a lifetime"),
    ("medication_change", "a few rows a year"),
    ("visit", "a few rows a year"),
    ("goal", "a few rows a year"),
    ("reminder", "a few rows in a lifetime"),
    ("safety_plan", "a row or two in a lifetime"),
    ("crisis_contact", "a few rows in a lifetime"),
    ("setting", "a few rows in a lifetime"),
    ("therapist", "a few rows in a lifetime"),
    ("intake_sheet", "a few rows a year"),
    ("care_team_member", "a few rows in a lifetime"),
    ("session_plan", "a few rows a year"),
    ("plan_adjustment", "a few rows a year"),
];

/// Statements that may read or sort more than a little.
const EXCEPT: [(&str, &str); 11] = [
    ("check_in/values_of.sql", "sorts the answers of one entry"),
    ("session_rating/values_of.sql", "sorts the answers of one entry"),
    ("session/between.sql", "sorts the sessions of the days asked about by start"),
    ("session_rating/between.sql", "sorts the ratings of the days asked about by moment"),
    ("session_moment/between.sql", "sorts the moments of the sessions of the days asked about"),
    ("medication_change/all.sql", "sorts the few changes of medicines"),
    ("plan_adjustment/all.sql", "sorts the few changes of a plan"),
    ("share_log/all.sql", "lists every file that left, when a person asks"),
    ("import_batch/all.sql", "lists every import, when a person asks"),
    ("backup_record/all.sql", "lists every backup, when a person asks"),
    ("verify/count_entries.sql", "counts everything, as part of a check that reads every page"),
];

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Files below `folder` by their path from it.
fn statements(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "sql") {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

fn fresh() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    for sql in statements(&sources().join("../migrations")).values() {
        connection.execute_batch(sql).unwrap();
    }
    connection
}

/// The lines of a plan that read a whole growing table, or sort without an index.
fn costly(connection: &Connection, sql: &str) -> Vec<String> {
    let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let mut lines = vec![];
    // Parameters stay unbound: a plan does not ask for them.
    let mut rows = plan.raw_query();
    while let Some(row) = rows.next().unwrap() {
        lines.push(row.get::<_, String>("detail").unwrap());
    }
    let small = |table: &str| SMALL.iter().any(|(name, _)| *name == table);
    let mut reads_small_alone = true;
    let mut found = vec![];
    let mut sorts = vec![];
    for line in lines {
        let mut words = line.split(' ');
        match (words.next(), words.next()) {
            (Some("SCAN"), Some("CONSTANT")) => {}
            (Some("SCAN"), Some(table)) if small(table) => {}
            (Some("SCAN"), Some(_)) => {
                reads_small_alone = false;
                found.push(line);
            }
            (Some("SEARCH"), _) => reads_small_alone = false,
            _ if line == "USE TEMP B-TREE FOR ORDER BY" => sorts.push(line),
            _ => {}
        }
    }
    if !reads_small_alone {
        found.extend(sorts);
    }
    found
}

#[test]
fn no_statement_reads_a_whole_table_that_grows_with_the_diary() {
    let (connection, mut all) = (fresh(), statements(&sources()));
    for (listed, _) in NOT_PLANNED {
        let before = all.len();
        all.retain(|name, _| name != listed && !(listed.ends_with('/') && name.starts_with(listed)));
        assert!(all.len() < before, "{listed} is listed and not there");
    }
    assert!(all.len() > 40, "the statements were not found");
    let found: BTreeMap<&str, Vec<String>> = all
        .iter()
        // A statement for any table is planned for the one that grows most.
        .map(|(name, sql)| (name.as_str(), costly(&connection, &sql.replace("{table}", "check_in"))))
        .filter(|(_, lines)| !lines.is_empty())
        .collect();
    let unlisted: BTreeMap<_, _> =
        found.iter().filter(|(name, _)| !EXCEPT.iter().any(|(listed, _)| listed == *name)).collect();
    assert!(unlisted.is_empty(), "an index is missing, or a reason in EXCEPT or SMALL: {unlisted:#?}");
    let needless: Vec<_> = EXCEPT.iter().filter(|(name, _)| !found.contains_key(name)).collect();
    assert!(needless.is_empty(), "no longer an exception: {needless:?}");
}

#[test]
fn a_scan_and_a_sort_are_seen() {
    let connection = fresh();
    let seen = |sql: &str| costly(&connection, sql).len();
    assert_eq!(seen("SELECT note FROM check_in WHERE source = :source"), 1);
    // A whole index is a whole table.
    assert_eq!(seen("SELECT count(*) FROM session"), 1);
    assert_eq!(seen("SELECT id FROM session WHERE logical_date > :day ORDER BY recorded_at"), 1);
    assert_eq!(seen("SELECT note FROM check_in WHERE id = :id"), 0);
    assert_eq!(seen("SELECT id FROM visit ORDER BY recorded_at"), 0);
    assert_eq!(seen("UPDATE session SET note = :note WHERE started_at + 1 = :at"), 1);
}
