//! Choices for the clinician's report, and what it turned out to be.

use tidemark::Paper;

use crate::{Moment, Period};

/// Size of the sheet.
#[uniffi::remote(Enum)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 in.
    Letter,
}

/// Choices for a report.
#[derive(Clone, uniffi::Record)]
pub struct ReportOptions {
    /// When it is made; gives the day and the zone that are printed.
    pub made_at: Moment,
    /// Sheet.
    pub paper: Paper,
    /// Days it covers; the days since the last visit, else the last 90, when none are given.
    #[uniffi(default = None)]
    pub period: Option<Period>,
    /// Name to print, 1 to 80 characters; withheld when none.
    #[uniffi(default = None)]
    pub name: Option<String>,
}

/// What a report turned out to be.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReportWritten {
    /// Days it covers.
    pub period: Period,
    /// Pages, 1 or more.
    pub pages: u32,
    /// Size of the file, in bytes.
    pub bytes: u64,
    /// Characters the font has no shape for, replaced on the page.
    pub replaced: Vec<Replaced>,
}

/// A character without a shape in the font.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Replaced {
    /// The character.
    pub character: String,
    /// How often it was replaced, 1 or more.
    pub count: u32,
}

impl ReportWritten {
    pub(crate) fn new(period: tidemark::model::Period, from: tidemark::ReportWritten) -> Self {
        let replaced = |(character, count): (char, u32)| Replaced { character: character.to_string(), count };
        Self {
            period: period.into(),
            pages: from.pages,
            bytes: from.bytes,
            replaced: from.replaced.into_iter().map(replaced).collect(),
        }
    }
}
