//! Does a save, or a month of history, cost more in a diary of decades? Counted in steps of the database's own machine,
//! the same on every run, so that no clock is asked.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rusqlite::StatementStatus;
use rusqlite::trace::TraceEvent;
use tidemark_model::{Instant, Period, Record, Rollover, SeededEntropy, built_in};

use crate::{DataKey, DiaryFolder, NewDiary, Passphrase, Store, create};

#[path = "../../diary/benches/scale/decades.rs"]
#[allow(dead_code, reason = "the benchmark asks it for more")]
mod decades;

use decades::Decades;

/// Tables read whole: a person fills them by hand, a few rows a year.
const READ_WHOLE: [&str; 3] = ["FROM medication\n", "FROM medication_change\n", "FROM visit\n"];

thread_local! {
    /// Steps of each statement and rows it stepped over in whole tables, since it was prepared.
    static COUNTED: RefCell<BTreeMap<String, [i32; 2]>> = const { RefCell::new(BTreeMap::new()) };
}

fn count(event: TraceEvent<'_>) {
    if let TraceEvent::Profile(statement, _) = event {
        let sql = statement.sql().into_owned();
        let steps = [StatementStatus::VmStep, StatementStatus::FullscanStep].map(|s| statement.get_status(s));
        if !READ_WHOLE.iter().any(|table| sql.contains(table)) {
            COUNTED.with_borrow_mut(|counted| counted.insert(sql, steps));
        }
    }
}

/// A diary of the records that lie in its last `days`.
struct Kept {
    _room: tempfile::TempDir,
    folder: DiaryFolder,
    key: DataKey,
}

impl Kept {
    fn new(records: &[Record]) -> Self {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("diary");
        let new = NewDiary {
            created_at: Instant::from_millis(0).unwrap(),
            rollover: Rollover::default(),
            measures: built_in::measures(),
            sample_label: None,
        };
        let passphrase = Passphrase::new("correct horse").unwrap();
        let (mut store, key) = create(&path, &passphrase, &new, &mut SeededEntropy::new(7)).unwrap();
        store.add_all(records).unwrap();
        store.close().unwrap();
        Self { _room: room, folder: DiaryFolder::new(&path), key }
    }

    /// What the statements of `act` cost, each on a newly opened diary.
    fn cost(&self, act: impl FnOnce(&mut Store)) -> BTreeMap<String, [i32; 2]> {
        let mut store = Store::open(self.folder.clone(), &self.key).unwrap();
        COUNTED.take();
        store.trace(Some(count));
        act(&mut store);
        store.trace(None);
        COUNTED.take()
    }
}

fn month() -> Period {
    Period::new("2026-10-25".parse().unwrap(), "2026-11-24".parse().unwrap()).unwrap()
}

/// The same last two years, alone and at the end of decades.
fn short_and_long() -> [Kept; 2] {
    let decades = Decades::new(60_000);
    [Kept::new(&decades.last(2 * 365)), Kept::new(&decades.records)]
}

#[test]
fn a_save_and_a_month_take_the_same_steps_after_two_years_and_after_twelve() {
    let [short, long] = short_and_long();
    let save = |store: &mut Store| store.add_check_in(&decades::next_check_in(1)).unwrap();
    let (saved, saved_long) = (short.cost(save), long.cost(save));
    // The entry, its values, and the transaction around them.
    assert!(saved.len() >= 4, "{saved:#?}");
    assert_eq!(saved, saved_long);

    let (session, ratings) = decades::next_session(1);
    let save = |store: &mut Store| store.add_session(&session, &ratings).unwrap();
    assert_eq!(short.cost(save), long.cost(save));

    let read = |store: &mut Store| assert!(store.records(Some(month())).unwrap().sessions.len() > 15);
    let (shown, shown_long) = (short.cost(read), long.cost(read));
    assert!(shown.len() >= 6, "{shown:#?}");
    assert_eq!(shown, shown_long);

    let days = |store: &mut Store| assert!(store.entry_days(None).unwrap().is_some());
    assert_eq!(short.cost(days), long.cost(days));

    // The counts would show it: all of a diary takes more steps when there is more of it.
    let all = |store: &mut Store| drop(store.records(None).unwrap());
    let total =
        |cost: BTreeMap<String, [i32; 2]>| cost.values().map(|[steps, _]| i64::from(*steps)).sum::<i64>();
    assert!(total(long.cost(all)) > 4 * total(short.cost(all)));
}
