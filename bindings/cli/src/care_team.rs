//! `tidemark care-team`: who looks after the person, and a page for one of them.

use std::io::Write;

use clap::Subcommand;
use tidemark::CaregiverPage;
use tidemark::model::{Kind, ShortText};

use crate::failure::Failure;
use crate::record::{self, Act as Verb};
use crate::sheet::SheetArgs;
use crate::shell::Surroundings;
use crate::unlock::DiaryArgs;

/// Write down who looks after you, and what a page for them may hold.
#[derive(Debug, clap::Args)]
#[command(after_help = record::help(Kind::CareTeamMember))]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Write one down
    #[command(
        after_help = "The help of the kind itself lists its fields, such as `tidemark care-team --help`."
    )]
    Add(record::Add),
    /// List them
    List(record::List),
    /// Show one with everything it said before
    Show(record::Show),
    /// Change fields of one; what it said stays in its history
    #[command(
        after_help = "The help of the kind itself lists its fields, such as `tidemark care-team --help`."
    )]
    Edit(record::Edit),
    /// Write a page for a caregiver: goals, what helps, whom to call, the next dates
    ///
    /// What helps and whom to call come from your safety plan, your own contacts, your care team and the ticked fields of
    /// your intake sheet. Look at the page before you give it away.
    #[command(after_help = "Example:\n  tidemark care-team page my.diary --pdf caregiver.pdf --for last")]
    Page(Page),
    /// Remove one from everything that is shown or counted
    Remove(record::Remove),
}

#[derive(Debug, clap::Args)]
struct Page {
    #[command(flatten)]
    diary: DiaryArgs,
    #[command(flatten)]
    sheet: SheetArgs,
    /// For whom: an id of your care team, the last four characters of it or more, or `last`
    #[arg(long = "for", value_name = "ID")]
    reader: Option<String>,
    /// Add where your ratings are lately; also added when the reader's `share` holds trends
    #[arg(long)]
    ratings: bool,
    /// Name to print; withheld without
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
}

pub(crate) fn run(args: Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let verb = match args.act {
        Act::Page(args) => return page(&args, around, out),
        Act::Add(args) => Verb::Add(args),
        Act::List(args) => Verb::List(args),
        Act::Show(args) => Verb::Show(args),
        Act::Edit(args) => Verb::Edit(args),
        Act::Remove(args) => Verb::Remove(args),
    };
    record::verb(Kind::CareTeamMember, &verb, around, out)
}

fn page(args: &Page, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let name = args.name.as_deref().map(|text| ShortText::new("--name", text)).transpose()?;
    let mut diary = args.diary.open()?;
    let options = args.sheet.options(&diary, around)?;
    let page = CaregiverPage { reader: args.reader.clone(), name, ratings: args.ratings };
    let written = diary.write_caregiver_page(&args.sheet.pdf, &page, &options, around.now)?;
    args.sheet.said(&written, out)
}
