//! What a page beside the report says: the intake sheet, the caregiver page, the questions to ask first. Plain owned data,
//! in the order a reader meets it.
//!
//! A [`Sheet`] is one page that may go on: what its first page has no room for is shortened there and follows in full. The
//! document computes nothing, holds no rating by itself, and no field of the diary that was not put into it.

mod caregiver;
mod intake;
mod questions;
#[cfg(test)]
pub(crate) mod tests;
mod words;

pub use caregiver::{CaregiverChoices, caregiver_page};
pub use intake::{IntakeChoices, intake_sheet};
pub use questions::{QuestionChoices, questions_sheet};

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};
use tidemark_model::{Area, LogicalDate};

use crate::document::Paper;

/// One page for one reader, and what it has no room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Paper it is printed on; both have the same layout and the same page breaks.
    pub paper: Paper,
    /// Title, also stored in the file, so it holds no name.
    pub title: String,
    /// Whose it is, or that the name is withheld; empty on a page for oneself.
    pub person: String,
    /// What stands behind the name, such as the day the person went through it.
    pub given: String,
    /// Day it is made, in `zone`.
    pub made_on: LogicalDate,
    /// Time zone of `made_on`, such as `Europe/Berlin`.
    pub zone: String,
    /// Text in the header of a made-up diary.
    pub sample_label: Option<String>,
    /// What stands in the footer of each page.
    pub foot: String,
    /// The page.
    pub front: Vec<Part>,
    /// A second page, for the reverse side; none when empty.
    pub back: Vec<Part>,
}

/// What every sheet needs beside the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetCover {
    /// Paper it is printed on.
    pub paper: Paper,
    /// Day it is made, in `zone`.
    pub made_on: LogicalDate,
    /// Zone of that day, as printed.
    pub zone: String,
    /// For sample diaries: the words printed on every page.
    pub sample_label: Option<String>,
}

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Heading, one line.
    pub heading: String,
    /// How it looks.
    pub look: Look,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// How a part looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Look {
    /// Under a thin rule.
    Plain,
    /// In a box, bold; shortened last.
    Boxed,
}

/// Something a part says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A label at the left, one or several texts beside it.
    Row {
        /// One line.
        label: String,
        /// Never empty.
        texts: Vec<String>,
    },
    /// A question with a box to tick and a line to write on.
    Ask {
        /// The question.
        question: String,
        /// What is known so far.
        known: Option<String>,
    },
    /// Lines to sign on, by who signs.
    Sign(Vec<String>),
    /// The outline of a body with marks, beside the rows before it; left out where there is no room, since the rows say the
    /// same.
    Body {
        /// To work on.
        #[serde(serialize_with = "areas")]
        focus: Vec<Area>,
        /// To leave out.
        #[serde(serialize_with = "areas")]
        avoid: Vec<Area>,
        /// What it shows, in words.
        alt: String,
        /// What the marks mean.
        key: String,
    },
}

fn areas<S: Serializer>(areas: &[Area], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(areas.iter().map(ToString::to_string))
}

impl Sheet {
    /// Twelve hexadecimal digits of the SHA-256 of what it says: two sheets with the same id say the same.
    #[must_use]
    pub fn id(&self) -> String {
        let said = (&self.title, &self.person, &self.given, &self.front, &self.back);
        let digest = Sha256::digest(serde_json::to_vec(&said).unwrap_or_default());
        let bytes: [u8; 8] = std::array::from_fn(|at| digest.get(at).copied().unwrap_or(0));
        format!("{:012x}", u64::from_be_bytes(bytes) >> 16)
    }
}

impl Part {
    /// A part of rows; none when nothing is said.
    pub(crate) fn of(heading: String, blocks: Vec<Block>) -> Option<Self> {
        (!blocks.is_empty()).then_some(Self { heading, look: Look::Plain, blocks })
    }
}

impl Block {
    /// A row; none without a text.
    pub(crate) fn row(label: String, texts: Vec<String>) -> Option<Self> {
        (!texts.is_empty()).then_some(Self::Row { label, texts })
    }
}
