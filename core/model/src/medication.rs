//! Medicines as the person tells them: free text, no dose is checked, no fit is judged.

use crate::code::coded;
use crate::content::content;
use crate::{Clock, Invalid, LogicalDate, MedicationId, Note, ShortText};

/// How the person's body answers to touch while taking a medicine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TouchNote {
    /// Sleepy.
    Drowsy,
    /// Feels less.
    Numb,
    /// Bruises easily.
    Bruises,
    /// Hurts easily.
    Sore,
    /// Something else.
    Other,
}

coded!(TouchNote, "touch_notes", {
    Drowsy => "drowsy", Numb => "numb", Bruises => "bruises", Sore => "sore", Other => "other",
});

content! {
    /// One medicine.
    Medication(MedicationId) {
        /// its name, in the person's words
        name: ShortText,
        /// strength of one unit, in the person's words
        strength: Option<ShortText>,
        /// strength and dose, in the person's words
        dose: Option<ShortText>,
        /// times of the day it is taken, hh:mm
        times: Vec<Clock>,
        /// what it is taken for, in the person's words
        purpose: Option<ShortText>,
        /// who prescribed it
        prescriber: Option<ShortText>,
        /// first day taken, when known
        start @ "start_date": Option<LogicalDate>,
        /// last day taken
        stop @ "stop_date": Option<LogicalDate>,
        /// how touch feels while taking it: drowsy, numb, bruises, sore, other
        touch_notes: Vec<TouchNote>,
        /// words of the person about touch while taking it
        touch_words: Option<ShortText>,
    }
}

impl Medication {
    fn rules(&self) -> Result<(), Invalid> {
        let backwards = self.start.zip(self.stop).is_some_and(|(start, stop)| stop < start);
        let refused =
            Invalid::Field { field: "the last day of a medicine", allowed: "its first day or a later one" };
        if backwards { Err(refused) } else { Ok(()) }
    }

    /// A medicine of that name about which nothing else is known.
    #[must_use]
    pub const fn named(name: ShortText) -> Self {
        Self {
            name,
            strength: None,
            dose: None,
            times: Vec::new(),
            purpose: None,
            prescriber: None,
            start: None,
            stop: None,
            touch_notes: Vec::new(),
            touch_words: None,
        }
    }
}

/// What was changed about a medicine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Begun.
    Start,
    /// Ended.
    Stop,
    /// More.
    Up,
    /// Less.
    Down,
    /// Other times of the day.
    TimeMoved,
    /// Replaced by another.
    Switch,
    /// Interrupted.
    Paused,
}

coded!(ChangeKind, "kind", {
    Start => "start", Stop => "stop", Up => "up", Down => "down", TimeMoved => "time_moved", Switch => "switch",
    Paused => "paused",
});

content! {
    /// One change of a medicine; numbered M1, M2, … in charts, in order of date.
    MedicationChange(MedicationChangeId) without rules {
        /// the medicine
        medication_id: MedicationId,
        /// the day it took effect
        at @ "at_date": LogicalDate,
        /// what was changed
        kind: ChangeKind,
        /// dose before, in the person's words
        from @ "dose_from": Option<ShortText>,
        /// dose after, in the person's words
        to @ "dose_to": Option<ShortText>,
        /// who decided it
        by_whom: Option<ShortText>,
        /// why, in the person's words
        reason: Option<Note>,
    }
}
