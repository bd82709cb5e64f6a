//! Which app wrote a file? Told by its column names, or said by the person.

use tidemark_model::{Entropy, Measure};

use super::answers::Answers;
use super::foreign_file::ForeignFile;
use super::{Import, ImportContext, bearable, daylio, loop_habits, track_and_graph};
use crate::ImportError;
use crate::decode::decode;
use crate::table::{delimiter, table};

/// An app whose export is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum App {
    /// Daylio: CSV, three generations of column names.
    Daylio,
    /// Bearable: CSV in long form, two generations of column names.
    Bearable,
    /// Track & Graph: CSV.
    TrackAndGraph,
    /// Loop Habit Tracker: zip archive.
    LoopHabits,
}

impl App {
    /// The app that wrote `bytes`; none when the column names are those of no app known here.
    ///
    /// # Errors
    /// [`ImportError`] for bytes that are no table at all: empty, cut, no text, a damaged archive.
    pub fn recognise(name: &str, bytes: &[u8]) -> Result<Option<Self>, ImportError> {
        if Self::is_archive(bytes) {
            return Ok(loop_habits::has(name, bytes)?.then_some(Self::LoopHabits));
        }
        let text = decode(name, bytes)?.text;
        let (header, _) = table(name, &text, delimiter(&text))?;
        let known = [
            (Self::Daylio, daylio::has(&header)),
            (Self::Bearable, bearable::has(&header)),
            (Self::TrackAndGraph, track_and_graph::has(&header)),
        ];
        Ok(known.into_iter().find_map(|(app, has)| has.then_some(app)))
    }

    /// Whether bytes begin as a zip archive does.
    #[must_use]
    pub fn is_archive(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
    }

    /// Reads the export of this app; ids come from `entropy`, everything else from the arguments.
    ///
    /// `known` are the measures of the diary, all versions. New ones are in [`Import::measures`].
    ///
    /// # Errors
    /// [`ImportError`] when the file is refused as a whole. Single rows are in [`Import::rejected`].
    pub fn read(
        self,
        known: &[Measure],
        bytes: &[u8],
        name: &str,
        answers: &Answers,
        context: &ImportContext,
        entropy: &mut dyn Entropy,
    ) -> Result<Import, ImportError> {
        let file = ForeignFile { name, bytes, known, answers, context };
        match self {
            Self::Daylio => daylio::read(&file, entropy),
            Self::Bearable => bearable::read(&file, entropy),
            Self::TrackAndGraph => track_and_graph::read(&file, entropy),
            Self::LoopHabits => loop_habits::read(&file, entropy),
        }
    }
}
