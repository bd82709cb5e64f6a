//! `tidemark undo`: takes back what was done last; twice brings it back.

use std::io::Write;

use tidemark::model::RecordedBy;

use crate::failure::Failure;
use crate::record::spoken;
use crate::shell::Surroundings;
use crate::unlock::{self, DiaryArgs};

/// Take back what was done last; doing it again brings it back.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let mut diary = args.diary.open()?;
    let undone = diary.undo(RecordedBy::Own, around.now)?;
    unlock::close(diary, around);
    let (kind, id) = (spoken(undone.record.kind()), undone.record.spelled_id());
    if undone.removed {
        writeln!(out, "Took back {kind} {id}: it is no longer shown or counted.")?;
    } else {
        writeln!(out, "{kind} {id} says again what it said before.")?;
    }
    Ok(())
}
