//! `tidemark verify`: is every page and reference whole?

use std::io::Write;

use crate::failure::Failure;
use crate::unlock::DiaryArgs;

/// Check every page, table and reference of a diary; repairs nothing.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<(), Failure> {
    let verified = args.diary.open()?.verify()?;
    writeln!(
        out,
        "Whole: {} pages, {} entries, every reference resolved.",
        verified.pages, verified.entries
    )?;
    Ok(())
}
