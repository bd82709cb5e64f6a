//! What every page beside the report is asked: the file, the paper, the day it is made.

use std::io::Write;
use std::path::PathBuf;

use tidemark::{Diary, Paper, ReportWritten, SheetOptions};

use crate::failure::Failure;
use crate::report::{Sheet, said_replaced};
use crate::shell::Surroundings;
use crate::when::day;

#[derive(Debug, clap::Args)]
pub(crate) struct SheetArgs {
    /// Write the page to this file
    #[arg(long, value_name = "FILE")]
    pub(crate) pdf: PathBuf,
    /// Paper
    #[arg(long, value_enum, default_value_t = Sheet::A4)]
    page: Sheet,
    /// Day it is made, for repeatable output
    #[arg(long, value_name = "DATE")]
    made_on: Option<String>,
}

impl SheetArgs {
    pub(crate) fn options(&self, diary: &Diary, around: &Surroundings) -> Result<SheetOptions, Failure> {
        let made_on = day(self.made_on.as_deref(), "--made-on")?;
        Ok(SheetOptions {
            made_on: made_on.map_or_else(|| around.today(diary.rollover()), Ok)?,
            zone: around.zone.name().to_owned(),
            paper: if self.page == Sheet::A4 { Paper::A4 } else { Paper::Letter },
        })
    }

    /// What was written, and what the font has no shape for.
    pub(crate) fn said(&self, written: &ReportWritten, out: &mut dyn Write) -> Result<(), Failure> {
        let pages = if written.pages == 1 { "1 page".to_owned() } else { format!("{} pages", written.pages) };
        writeln!(out, "Wrote {} ({pages}, {} KB)", self.pdf.display(), written.bytes.div_ceil(1024))?;
        said_replaced(written, out)
    }
}
