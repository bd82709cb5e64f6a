//! What may be on a disk after the power went: a record of all writes, and cuts through it.
//!
//! A sync makes the bytes of one file last; a sync of the folder makes its names last, new and deleted ones. Whatever was
//! not synced may be lost, kept in part, torn in pieces of 512 bytes, or have arrived in another order. The shared index
//! of the log (`-shm`) is never synced, so after a cut it holds nonsense or is not there.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use tidemark::model::SeededEntropy;

use crate::fault_vfs::{Call, Kind, Verdict};

/// The smallest piece that a disk writes whole.
const SECTOR: usize = 512;

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Something that reached the files, or the person.
#[derive(Clone, Debug)]
pub enum Event {
    /// A new, empty file.
    Create(String),
    /// Bytes at an offset.
    Write(String, u64, Vec<u8>),
    /// A new size.
    Truncate(String, u64),
    /// The bytes of a file last from here.
    Sync(String),
    /// A file's name is gone.
    Delete(String),
    /// The names of the folder last from here.
    SyncFolder,
    /// A call was confirmed to the person.
    Confirmed(u32),
}

/// All events of a stretch of work, and what was on the disk before it.
#[derive(Clone, Debug)]
pub struct Recording {
    /// On the disk before the first event.
    pub before: Files,
    /// In their order.
    pub events: Vec<Event>,
}

/// The events while they happen; clones share one list.
#[derive(Clone, Debug, Default)]
pub struct Recorder(Rc<RefCell<Vec<Event>>>);

impl Recorder {
    /// Notes a call and lets it through.
    #[must_use]
    pub fn note(&self, call: &Call<'_>) -> Verdict {
        let file = call.file.to_owned();
        let event = match call.kind {
            Kind::Open if call.new => Event::Create(file),
            Kind::Write => Event::Write(file, call.offset, call.bytes.to_vec()),
            Kind::Truncate => Event::Truncate(file, call.offset),
            Kind::Sync => Event::Sync(file),
            Kind::Delete => Event::Delete(file),
            Kind::SyncFolder => Event::SyncFolder,
            Kind::Open | Kind::Read | Kind::Size | Kind::Map => return Verdict::Through,
        };
        self.0.borrow_mut().push(event);
        Verdict::Through
    }

    /// Notes that a step was confirmed.
    pub fn confirm(&self, step: u32) {
        self.0.borrow_mut().push(Event::Confirmed(step));
    }

    /// The recording, with what was on the disk before.
    #[must_use]
    pub fn recording(&self, before: Files) -> Recording {
        Recording { before, events: self.0.borrow().clone() }
    }
}

/// What a cut leaves.
#[derive(Clone, Debug)]
pub struct AfterCut {
    /// The files as they are found.
    pub files: Files,
    /// How many steps were confirmed before.
    pub confirmed: u32,
}

#[derive(Clone, Debug, Default)]
struct Content {
    lasting: Vec<u8>,
    pending: Vec<Change>,
}

#[derive(Clone, Debug)]
enum Change {
    Bytes(u64, Vec<u8>),
    Size(u64),
}

/// What becomes of the pending writes of one file.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Dropped,
    Kept,
    SomeKept,
    Torn,
    Reordered,
}

/// A disk at a moment: contents, the names that point to them now, and those that would after a cut.
#[derive(Debug, Default)]
struct Disk {
    contents: Vec<Content>,
    names: BTreeMap<String, usize>,
    lasting_names: BTreeMap<String, usize>,
    pending_names: Vec<(String, Option<usize>)>,
}

impl Recording {
    /// What may be found when the power goes just before event `at`.
    #[must_use]
    pub fn cut(&self, at: usize, dice: &mut SeededEntropy) -> AfterCut {
        let mut disk = Disk::default();
        for (name, bytes) in &self.before {
            disk.contents.push(Content { lasting: bytes.clone(), pending: vec![] });
            disk.names.insert(name.clone(), disk.contents.len() - 1);
        }
        disk.lasting_names.clone_from(&disk.names);
        let mut confirmed = 0;
        for event in self.events.iter().take(at) {
            if let Event::Confirmed(step) = event {
                confirmed = step + 1;
            } else {
                disk.apply(event);
            }
        }
        AfterCut { files: disk.survivors(dice), confirmed }
    }

    /// The same work on a disk that ignores a request to make the bytes of `file` last, as some do.
    #[must_use]
    pub fn without_syncs_of(mut self, file: &str) -> Self {
        self.events.retain(|event| !matches!(event, Event::Sync(name) if name == file));
        self
    }
}

impl Disk {
    fn apply(&mut self, event: &Event) {
        match event {
            Event::Create(name) => {
                self.contents.push(Content::default());
                let made = self.contents.len() - 1;
                self.names.insert(name.clone(), made);
                self.pending_names.push((name.clone(), Some(made)));
            }
            Event::Write(name, offset, bytes) => {
                self.content(name).pending.push(Change::Bytes(*offset, bytes.clone()));
            }
            Event::Truncate(name, size) => self.content(name).pending.push(Change::Size(*size)),
            Event::Sync(name) => {
                let content = self.content(name);
                for change in std::mem::take(&mut content.pending) {
                    change.reach(&mut content.lasting);
                }
            }
            Event::Delete(name) => {
                self.names.remove(name);
                self.pending_names.push((name.clone(), None));
            }
            Event::SyncFolder => {
                self.lasting_names.clone_from(&self.names);
                self.pending_names.clear();
            }
            Event::Confirmed(_) => {}
        }
    }

    fn content(&mut self, name: &str) -> &mut Content {
        let at = *self.names.get(name).unwrap_or_else(|| panic!("{name} was written before it was made"));
        &mut self.contents[at]
    }

    fn survivors(mut self, dice: &mut SeededEntropy) -> Files {
        let fate = Fate::thrown(dice);
        for (name, target) in std::mem::take(&mut self.pending_names) {
            let arrived = match fate {
                Fate::Dropped => false,
                Fate::Kept => true,
                Fate::SomeKept | Fate::Torn | Fate::Reordered => heads(dice),
            };
            match (arrived, target) {
                (false, _) => {}
                (true, Some(content)) => drop(self.lasting_names.insert(name, content)),
                (true, None) => drop(self.lasting_names.remove(&name)),
            }
        }
        let mut files = Files::new();
        for (name, at) in &self.lasting_names {
            if name.ends_with("-shm") {
                match below(dice, 3) {
                    0 => {}
                    1 => drop(files.insert(name.clone(), vec![])),
                    _ => drop(files.insert(name.clone(), vec![0xA5; 32 * 1024])),
                }
                continue;
            }
            let fate = Fate::thrown(dice);
            files.insert(name.clone(), self.contents[*at].survivor(fate, dice));
        }
        files
    }
}

impl Content {
    fn survivor(&self, fate: Fate, dice: &mut SeededEntropy) -> Vec<u8> {
        let mut bytes = self.lasting.clone();
        let mut pending = self.pending.clone();
        if matches!(fate, Fate::Reordered) {
            for at in (1..pending.len()).rev() {
                pending.swap(at, below(dice, at + 1));
            }
        }
        for change in pending {
            match (fate, change) {
                (Fate::Dropped, _) => {}
                (Fate::Kept, change) => change.reach(&mut bytes),
                (Fate::Torn, Change::Bytes(offset, written)) => {
                    for (piece, at) in written.chunks(SECTOR).zip((offset..).step_by(SECTOR)) {
                        if heads(dice) {
                            Change::Bytes(at, piece.to_vec()).reach(&mut bytes);
                        }
                    }
                }
                (Fate::SomeKept | Fate::Reordered | Fate::Torn, change) => {
                    if heads(dice) {
                        change.reach(&mut bytes);
                    }
                }
            }
        }
        bytes
    }
}

impl Change {
    fn reach(self, content: &mut Vec<u8>) {
        match self {
            Self::Bytes(offset, bytes) => {
                let start = usize::try_from(offset).unwrap();
                let end = start + bytes.len();
                if content.len() < end {
                    content.resize(end, 0);
                }
                content[start..end].copy_from_slice(&bytes);
            }
            Self::Size(size) => content.resize(usize::try_from(size).unwrap(), 0),
        }
    }
}

impl Fate {
    fn thrown(dice: &mut SeededEntropy) -> Self {
        [Self::Dropped, Self::Kept, Self::SomeKept, Self::Torn, Self::Reordered][below(dice, 5)]
    }
}

fn heads(dice: &mut SeededEntropy) -> bool {
    below(dice, 2) == 0
}

/// A number from 0 up to and without `most`.
pub fn below(dice: &mut SeededEntropy, most: usize) -> usize {
    let most = u64::try_from(most).unwrap();
    usize::try_from(dice.next_u64() % most).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recording() -> Recording {
        let log = "log".to_owned();
        let events = vec![
            Event::Create(log.clone()),
            Event::Write(log.clone(), 0, vec![1; 1024]),
            Event::Sync(log.clone()),
            Event::SyncFolder,
            Event::Confirmed(0),
            Event::Write(log, 1024, vec![2; 1024]),
        ];
        Recording { before: Files::new(), events }
    }

    #[test]
    fn what_was_synced_is_found_after_every_cut_and_the_rest_in_every_way() {
        let mut dice = SeededEntropy::new(1);
        let found: Vec<Vec<u8>> = (0..200)
            .map(|_| {
                let after = recording().cut(6, &mut dice);
                assert_eq!(after.confirmed, 1);
                after.files["log"].clone()
            })
            .collect();
        assert!(found.iter().all(|bytes| bytes.starts_with(&[1; 1024])));
        // Lost, whole, the second half only, the first half only.
        for rest in [vec![], vec![2; 1024], [vec![0; 512], vec![2; 512]].concat(), vec![2; 512]] {
            assert!(found.iter().any(|bytes| bytes[1024..] == rest), "never {} bytes", rest.len());
        }
    }

    #[test]
    fn a_new_name_may_be_lost_until_its_folder_is_synced() {
        let mut dice = SeededEntropy::new(1);
        let named = |at, dice: &mut SeededEntropy| recording().cut(at, dice).files.contains_key("log");
        let before: Vec<bool> = (0..50).map(|_| named(3, &mut dice)).collect();
        assert!(before.contains(&true) && before.contains(&false));
        assert!((0..50).all(|_| named(4, &mut dice)));
    }
}
