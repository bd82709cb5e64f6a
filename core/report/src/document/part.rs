//! The pages between page 1 and the method page: parts that each begin on a page of their own.

use super::{Dumbbell, Section, Timeline, TotalsChart, TrendPanel};

/// One part, on as many pages as it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its title, one line.
    pub heading: String,
    /// What stands under it, in order.
    pub content: Vec<Content>,
}

/// What can stand in a part.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Paragraphs under a heading, which may be empty.
    Text(Section),
    /// A table.
    Table(PlainTable),
    /// Trends, two beside each other.
    Panels(Vec<TrendPanel>),
    /// Ratings around sessions, session by session.
    Dumbbell(Dumbbell),
    /// Lanes over the days of the period.
    Timeline(Timeline),
    /// Totals of questionnaires, two beside each other.
    Totals(Vec<TotalsChart>),
}

/// A table whose cells wrap. The first cell of each row is its header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlainTable {
    /// Heading over it; none when empty.
    pub heading: String,
    /// Its columns.
    pub columns: Vec<PlainColumn>,
    /// Rows of cells, one for each column; an empty one is printed as `–`.
    pub rows: Vec<Vec<String>>,
}

/// One column of a [`PlainTable`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainColumn {
    /// Its head.
    pub head: String,
    /// Its width in millimetres; together at most 180, more are narrowed alike.
    pub width: u8,
    /// Whether its cells are figures, set flush right.
    pub figures: bool,
}

impl Part {
    /// Its paragraphs, wherever they stand.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = &str> {
        let sections = self.content.iter().filter_map(|content| match content {
            Content::Text(section) => Some(section),
            _ => None,
        });
        sections.flat_map(|section| section.paragraphs.iter().map(String::as_str))
    }
}
