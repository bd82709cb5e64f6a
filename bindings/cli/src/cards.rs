//! `tidemark cards`: what is worth a look this week, in sentences; hides a question, or takes it to the next visit.

use std::io::Write;

use tidemark::findings::{Card, CardWeek};
use tidemark::model::RecordedBy;

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::{self, DiaryArgs};
use crate::when::spoken;

/// Show the cards of the week: at most three, the same from Monday to Sunday.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  tidemark cards my.diary\n  tidemark cards my.diary --hide drift:stress\n  tidemark cards \
                  my.diary --ask session_change:stress"
)]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Do not show this question for 90 days
    #[arg(long, value_name = "NAME", conflicts_with = "ask")]
    hide: Option<String>,
    /// Add this question to the next visit
    #[arg(long, value_name = "NAME")]
    ask: Option<String>,
    /// Print the cards as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let mut diary = args.diary.open()?;
    if let Some(question) = &args.hide {
        diary.hide_card(question, around.now)?;
        unlock::close(diary, around);
        writeln!(out, "{question} is hidden for 90 days.")?;
        return Ok(());
    }
    if let Some(question) = &args.ask {
        let visit = diary.ask_card(question, RecordedBy::Own, around.now)?;
        unlock::close(diary, around);
        writeln!(out, "Added to the questions for the visit of {}.", spoken(visit.logical_date))?;
        return Ok(());
    }
    let week = diary.cards(around.today(diary.rollover())?)?;
    if args.json {
        serde_json::to_writer(&mut *out, &week)?;
        writeln!(out)?;
        return Ok(());
    }
    print(&week, out)
}

fn print(week: &CardWeek, out: &mut dyn Write) -> Result<(), Failure> {
    if week.waiting {
        writeln!(out, "Cards wait until tomorrow.")?;
    } else if let Some(next) = &week.next {
        writeln!(out, "{}", next.text)?;
    } else if week.cards.is_empty() {
        writeln!(out, "Nothing to show this week.")?;
    }
    for (place, card) in week.cards.iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        one(card, out)?;
    }
    Ok(())
}

fn one(card: &Card, out: &mut dyn Write) -> Result<(), Failure> {
    writeln!(out, "{}", card.question.name())?;
    table::sentence(out, &card.sentence.text, 2)?;
    for note in &card.notes {
        table::sentence(out, &note.text, 2)?;
    }
    if let Some(how) = &card.how {
        table::sentence(out, &format!("How this was worked out: {}", how.text), 2)?;
    }
    Ok(())
}
