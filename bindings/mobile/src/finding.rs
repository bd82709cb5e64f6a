//! What findings have in common: sentences, silences, intervals, methods. Codes are those of the JSON output.

use tidemark::findings::{self, EntryModes, Interval};

/// A sentence about the records, ready to show as it is.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Sentence {
    /// Id of its message in the catalogue.
    pub id: String,
    /// The sentence.
    pub text: String,
}

/// The statistical method behind a figure.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Method {
    /// Its name, such as `gls-trend`.
    pub name: String,
    /// The variant that ran, in one line.
    pub variant: String,
}

/// A confidence interval in the unit of its estimate; low ≤ high.
#[uniffi::remote(Record)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Confidence level, 0 to 1.
    pub level: f64,
}

/// How many values were written when.
#[uniffi::remote(Record)]
pub struct EntryModes {
    /// On the day.
    pub live: u32,
    /// Within the next day.
    pub late: u32,
    /// Later.
    pub backfill: u32,
    /// Read from a file.
    pub imported: u32,
}

/// Why a figure is withheld. The finding's sentences say it in words; never draw a zero in its place.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Silence {
    /// The reason: `too_few`, `too_few_independent`, `no_variation`, `scale_changed`, `mostly_backfilled`, `too_wide`,
    /// `disagree`, `span_too_long`, `not_identifiable`, or a later one.
    pub code: String,
    /// How many values there are, for the reasons about too few.
    pub have: Option<f64>,
    /// How many it takes, for the reasons about too few.
    pub need: Option<f64>,
}

impl From<findings::Sentence> for Sentence {
    fn from(from: findings::Sentence) -> Self {
        Self { id: from.id.to_owned(), text: from.text }
    }
}

impl From<findings::Method> for Method {
    fn from(from: findings::Method) -> Self {
        Self { name: from.name.to_owned(), variant: from.variant.to_owned() }
    }
}

impl From<findings::Silence> for Silence {
    fn from(from: findings::Silence) -> Self {
        let (have, need) = match from {
            findings::Silence::TooFew { have, need } => (Some(count(have)), Some(count(need))),
            findings::Silence::TooFewIndependent { have, need } => (Some(have), Some(need)),
            _ => (None, None),
        };
        Self { code: from.code().to_owned(), have, need }
    }
}

/// Counts of a diary are far below 2³²; a larger one is shown as that.
fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

pub(crate) fn codes(cautions: &[findings::Caution]) -> Vec<String> {
    cautions.iter().map(|caution| caution.code().to_owned()).collect()
}
