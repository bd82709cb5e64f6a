//! What every record carries: when it was written, by whom, through what, and how often it was edited.

use std::fmt;

use crate::code::coded;
use crate::{Instant, Invalid, Moment};

/// Who typed an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordedBy {
    /// The person.
    #[default]
    Own,
    /// The person, with somebody's help.
    Helped,
    /// Somebody else on the person's behalf.
    Proxy,
}

coded!(RecordedBy, "recorded_by", { Own => "self", Helped => "helped", Proxy => "proxy" });

/// Through what an entry came in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A phone app.
    App,
    /// A widget or notification.
    Widget,
    /// The command line.
    Cli,
    /// A file, with the name of its format.
    Import(ImportFormat),
}

/// Name of an import format: 1 to 40 of `a-z`, `0-9`, `_`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImportFormat(String);

impl Source {
    /// A file of that format.
    ///
    /// # Errors
    /// [`Invalid::Field`] for a name with other characters.
    pub fn import(format: &str) -> Result<Self, Invalid> {
        crate::MeasureId::new(format)
            .map(|name| Self::Import(ImportFormat(name.as_str().to_owned())))
            .map_err(|_| Invalid::Field { field: "an import format", allowed: "a short name" })
    }

    /// Reads the code that [`fmt::Display`] writes.
    ///
    /// # Errors
    /// [`Invalid::Code`] for an unknown one.
    pub fn from_code(code: &str) -> Result<Self, Invalid> {
        match code {
            "app" => Ok(Self::App),
            "widget" => Ok(Self::Widget),
            "cli" => Ok(Self::Cli),
            _ => match code.strip_prefix("import:") {
                Some(format) => Self::import(format),
                None => {
                    Err(Invalid::Code { field: "source", allowed: "app, widget, cli, import:…".into() })
                }
            },
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::App => f.write_str("app"),
            Self::Widget => f.write_str("widget"),
            Self::Cli => f.write_str("cli"),
            Self::Import(format) => write!(f, "import:{}", format.0),
        }
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// When and how a record came into the diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When it was written down, on the writer's clock.
    pub recorded: Moment,
    /// 1 when new, one more with each edit.
    pub revision: u32,
    /// Who wrote it.
    pub recorded_by: RecordedBy,
    /// Through what.
    pub source: Source,
    /// When it was deleted; kept for 30 days after.
    pub deleted_at: Option<Instant>,
}

impl Stamp {
    /// The stamp of a new record.
    #[must_use]
    pub const fn new(recorded: Moment, recorded_by: RecordedBy, source: Source) -> Self {
        Self { recorded, revision: 1, recorded_by, source, deleted_at: None }
    }
}
