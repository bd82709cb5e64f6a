//! How a command fails: one sentence with what to do next, and the exit code that fits.

use std::error::Error;
use std::io::{self, Write};

use tidemark::DiaryError;

use crate::stats::BadInput;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What was typed cannot be taken.
    Usage(String),
    /// The diary refused.
    Diary(DiaryError),
    /// The table for `stats` cannot be read.
    Stats(BadInput),
    /// A file or the terminal refused.
    Io { doing: String, source: io::Error },
    /// Whoever read the output stopped reading.
    ClosedPipe,
}

impl Failure {
    pub(crate) fn usage(text: impl Into<String>) -> Self {
        Self::Usage(text.into())
    }

    /// 2 for wrong usage or bad input, 1 for the rest.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Stats(_) => 2,
            Self::Diary(error) if error.is_bad_input() => 2,
            _ => 1,
        }
    }

    pub(crate) fn print(&self, err: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Usage(text) => writeln!(err, "tidemark: {text}"),
            Self::Stats(bad) => writeln!(err, "tidemark: {bad}{}. Nothing was computed.", causes(bad)),
            Self::Diary(error) => {
                writeln!(err, "tidemark: {error}{}. {}", causes(error), error.advice())?;
                if let DiaryError::ImportRows { rows, .. } = error {
                    for row in rows.iter().skip(1).take(19) {
                        writeln!(err, "  {row}")?;
                    }
                    if rows.len() > 20 {
                        writeln!(err, "  and {} more", rows.len() - 20)?;
                    }
                }
                Ok(())
            }
            Self::Io { doing, source } => writeln!(err, "tidemark: {doing}: {source}. Nothing was changed."),
            Self::ClosedPipe => Ok(()),
        }
    }
}

/// The chain of causes, each once, after a colon.
fn causes(error: &dyn Error) -> String {
    let mut said = error.to_string();
    let mut text = String::new();
    let mut next = error.source();
    while let Some(cause) = next {
        let words = cause.to_string();
        if !said.contains(&words) {
            text.push_str(": ");
            text.push_str(&words);
            said.push_str(&words);
        }
        next = cause.source();
    }
    text
}

impl From<DiaryError> for Failure {
    fn from(error: DiaryError) -> Self {
        Self::Diary(error)
    }
}

impl From<tidemark::model::Invalid> for Failure {
    fn from(rule: tidemark::model::Invalid) -> Self {
        Self::Diary(rule.into())
    }
}

impl From<io::Error> for Failure {
    fn from(source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::Io { doing: "writing the answer".to_owned(), source },
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::from(io::Error::from(error))
    }
}
