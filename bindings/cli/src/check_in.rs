//! `tidemark check-in`: writes down how a day is.

use std::io::Write;

use tidemark::model::{CheckIn, Note, PracticeKind, RecordedBy};
use tidemark::{CheckInDraft, Warning};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::{self, DiaryArgs};
use crate::{ratings, when};

/// Write down how a day is.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  tidemark check-in my.diary stress=4 mood=6 sleep_quality=7 sleep_duration=7h30\n  \
    tidemark check-in my.diary mood=skip --note \"too tired for numbers\"\n  \
    tidemark check-in my.diary stress=3 --at 2026-11-24T21:04"
)]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Ratings: measure=number, hours as 7h30, or measure=skip
    #[arg(value_name = "MEASURE=NUMBER")]
    ratings: Vec<String>,
    /// The time the ratings are about, when it is not now
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// The day they are about, when the clock would say another ("this is about yesterday")
    #[arg(long, value_name = "DATE")]
    day: Option<String>,
    /// Words of your own
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Practices of the day: psychotherapy, mindfulness, movement, sleep_routine, breathing, other
    #[arg(long, value_name = "PRACTICES", value_delimiter = ',', value_parser = PracticeKind::from_code)]
    practice: Vec<PracticeKind>,
    /// Who types this: self, helped or proxy
    #[arg(long, value_name = "WHO", default_value = "self", value_parser = RecordedBy::from_code)]
    recorded_by: RecordedBy,
    /// Print the saved entry as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let rated = args.at.as_deref().map_or(Ok(around.now), |text| when::time(text, "--at", around))?;
    let draft = CheckInDraft {
        rated,
        day: when::day(args.day.as_deref(), "--day")?,
        ratings: ratings::read(args.ratings.iter().map(String::as_str))?,
        note: args.note.as_deref().map(|text| Note::new("a note", text)).transpose()?,
        practices: args.practice.clone(),
        recorded_by: args.recorded_by,
    };
    let mut diary = args.diary.open()?;
    let saved = diary.add_check_in(draft, around.now)?;
    // On disk by now; the day's upkeep may fail without harm.
    unlock::close(diary, around);
    if args.json {
        let entry = tidemark::Entry::of_check_in(&saved.entry);
        serde_json::to_writer(&mut *out, &entry)?;
        writeln!(out)?;
        return Ok(());
    }
    writeln!(out, "{}", confirmation(&saved.entry, around))?;
    if saved.warnings.contains(&Warning::InFuture) {
        writeln!(out, "It is about a moment that has not come yet; correct it if that was a slip.")?;
    }
    Ok(())
}

fn confirmation(entry: &CheckIn, around: &Surroundings) -> String {
    let parts = entry.parts();
    let answers: Vec<String> = parts
        .values
        .iter()
        .map(|value| match value.answer().rating() {
            Some(rating) => format!("{} {}", value.measure().id, rating.value()),
            None => format!("{} skipped", value.measure().id),
        })
        .chain(parts.practices.iter().map(|practice| practice.code().replace('_', " ")))
        .chain(parts.note.as_ref().map(|_| "a note".to_owned()))
        .collect();
    let at = around.now.local().format("%H:%M");
    format!("Saved {at} for {}: {}.", when::spoken(entry.logical_date()), answers.join(", "))
}
