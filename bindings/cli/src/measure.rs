//! `tidemark measure`: what can be rated, over which range, and what a higher number means.

use std::io::Write;

use clap::Subcommand;
use tidemark::model::{
    Anchors, DecimalMark, Direction, Frame, Measure, MeasureId, MeasureParts, Milli, RecordedBy, Scale,
    ShortText, Unit, Usage, built_in,
};
use tidemark::{Diary, MeasureChange};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::DiaryArgs;

/// List what can be rated, add measures of your own, change or archive some.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// List the measures
    List {
        #[command(flatten)]
        diary: DiaryArgs,
        /// Archived ones too
        #[arg(long)]
        all: bool,
    },
    /// Add a measure of your own
    Add {
        #[command(flatten)]
        diary: DiaryArgs,
        /// Its name in files and on the command line: a-z, 0-9 and _
        measure: String,
        #[command(flatten)]
        said: Box<Said>,
    },
    /// Change a measure; another scale, direction or anchor makes a new version and a break in its series
    Edit {
        #[command(flatten)]
        diary: DiaryArgs,
        /// Its name
        measure: String,
        #[command(flatten)]
        said: Box<Said>,
    },
    /// Archive a measure: it is asked no more; its values stay
    Remove {
        #[command(flatten)]
        diary: DiaryArgs,
        /// Its name
        measure: String,
    },
    /// List the starter sets, or ask exactly the measures of one
    Start {
        #[command(flatten)]
        diary: DiaryArgs,
        /// Its name
        set: Option<String>,
    },
}

/// What a measure says; what is left out stays as it is, or is usual.
#[derive(Debug, clap::Args)]
struct Said {
    /// What people read
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
    /// Lowest value
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    min: Option<String>,
    /// Highest value
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    max: Option<String>,
    /// Distance between neighbouring values
    #[arg(long, value_name = "N")]
    step: Option<String>,
    /// higher_better, higher_worse or neutral
    #[arg(long, value_parser = Direction::from_code)]
    direction: Option<Direction>,
    /// day_overall, right_now, last_night or past_weeks
    #[arg(long, value_parser = Frame::from_code)]
    frame: Option<Frame>,
    /// {score} or h
    #[arg(long, value_parser = Unit::from_code)]
    unit: Option<Unit>,
    /// Words at the low end
    #[arg(long, value_name = "TEXT")]
    anchor_low: Option<String>,
    /// Words at the high end
    #[arg(long, value_name = "TEXT")]
    anchor_high: Option<String>,
    /// Whether the daily check-in asks it
    #[arg(long, value_name = "true|false")]
    daily: Option<bool>,
    /// Whether sessions ask it
    #[arg(long, value_name = "true|false")]
    session: Option<bool>,
    /// Whether it is asked at all
    #[arg(long, value_name = "true|false")]
    active: Option<bool>,
    /// Place among the measures
    #[arg(long, value_name = "N")]
    order: Option<u16>,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    match &args.act {
        Act::List { diary, all } => {
            let shown = |m: &&Measure| *all || m.parts().active;
            let rows: Vec<Vec<String>> = diary.open()?.measures()?.iter().filter(shown).map(row).collect();
            Ok(table::print(out, &["measure", "from", "to", "step", "direction"], &rows, true)?)
        }
        Act::Add { diary, measure, said } => {
            let mut diary = diary.open()?;
            let added = diary.add_measure(said.over(blank(MeasureId::new(measure)?)?)?)?;
            writeln!(out, "Added {}: {}.", added.id(), range(&added))?;
            Ok(())
        }
        Act::Edit { diary, measure, said } => {
            let mut diary = diary.open()?;
            let parts = said.over(parts(&diary, measure)?)?;
            let (changed, how) = diary.change_measure(parts, RecordedBy::Own, around.now)?;
            match how {
                MeasureChange::Same => writeln!(out, "Changed {}.", changed.id())?,
                MeasureChange::NewVersion => writeln!(
                    out,
                    "Changed {}: version {} is {}. Its series has a break here; earlier values stay on their own scale.",
                    changed.id(),
                    changed.parts().version,
                    range(&changed)
                )?,
            }
            Ok(())
        }
        Act::Remove { diary, measure } => {
            let mut diary = diary.open()?;
            let parts = MeasureParts { active: false, ..parts(&diary, measure)? };
            let (changed, _) = diary.change_measure(parts, RecordedBy::Own, around.now)?;
            writeln!(out, "Archived {}: it is asked no more; its values stay.", changed.id())?;
            Ok(())
        }
        Act::Start { diary, set: Some(set) } => {
            let measures = diary.open()?.choose_starter_set(set, RecordedBy::Own, around.now)?;
            let names: Vec<&str> = measures.iter().map(MeasureId::as_str).collect();
            writeln!(out, "The daily check-in asks {} from now on.", names.join(", "))?;
            Ok(())
        }
        Act::Start { diary: _, set: None } => {
            let names = |set: &built_in::StarterSet| {
                let names: Vec<&str> = set.measures.iter().map(MeasureId::as_str).collect();
                vec![set.id.to_owned(), set.label.to_owned(), names.join(", ")]
            };
            let rows: Vec<Vec<String>> = built_in::starter_sets().iter().map(names).collect();
            Ok(table::print(out, &["set", "for", "measures"], &rows, true)?)
        }
    }
}

fn parts(diary: &Diary, measure: &str) -> Result<MeasureParts, Failure> {
    let id = MeasureId::new(measure)?;
    let known = diary.measures()?;
    let found = known.iter().find(|m| *m.id() == id);
    let names = || known.iter().map(|m| m.id().as_str()).collect::<Vec<_>>().join(", ");
    Ok(found
        .map(|m| m.parts().clone())
        .ok_or_else(|| tidemark::DiaryError::UnknownMeasure { measure: id, known: names() })?)
}

/// A measure about which nothing was said yet: 0 to 10 in whole steps, in the daily check-in.
fn blank(id: MeasureId) -> Result<MeasureParts, Failure> {
    Ok(MeasureParts {
        label: ShortText::new("--label", &id.as_str().replace('_', " "))?,
        id,
        version: 1,
        frame: Frame::DayOverall,
        scale: Scale::new(Milli::whole(0), Milli::whole(10), Milli::whole(1))?,
        unit: Unit::Score,
        direction: Direction::Neutral,
        anchors: Anchors::default(),
        usage: Usage { daily: true, session: false },
        order: 0,
        active: true,
    })
}

impl Said {
    /// The measure with what was said put over it.
    fn over(&self, parts: MeasureParts) -> Result<MeasureParts, Failure> {
        let number = |text: &Option<String>, now: Milli| {
            text.as_deref().map_or(Ok(now), |text| Milli::parse(text, DecimalMark::Point))
        };
        let words = |text: &Option<String>, now: Option<ShortText>| match text.as_deref() {
            Some("") => Ok(None),
            Some(text) => ShortText::new("a text", text).map(Some),
            None => Ok(now),
        };
        let scale = Scale::new(
            number(&self.min, parts.scale.min())?,
            number(&self.max, parts.scale.max())?,
            number(&self.step, parts.scale.step())?,
        )?;
        let anchors = Anchors {
            low: words(&self.anchor_low, parts.anchors.low)?,
            high: words(&self.anchor_high, parts.anchors.high)?,
        };
        Ok(MeasureParts {
            label: words(&self.label, Some(parts.label.clone()))?.unwrap_or(parts.label),
            scale,
            anchors,
            direction: self.direction.unwrap_or(parts.direction),
            frame: self.frame.unwrap_or(parts.frame),
            unit: self.unit.unwrap_or(parts.unit),
            usage: Usage {
                daily: self.daily.unwrap_or(parts.usage.daily),
                session: self.session.unwrap_or(parts.usage.session),
            },
            active: self.active.unwrap_or(parts.active),
            order: self.order.unwrap_or(parts.order),
            ..parts
        })
    }
}

fn range(measure: &Measure) -> String {
    let scale = measure.scale();
    format!("{} to {} in steps of {}, {}", scale.min(), scale.max(), scale.step(), direction(measure))
}

fn direction(measure: &Measure) -> &'static str {
    match measure.direction() {
        Direction::HigherBetter => "higher = better",
        Direction::HigherWorse => "higher = worse",
        Direction::Neutral => "neither",
    }
}

fn row(measure: &Measure) -> Vec<String> {
    let scale = measure.scale();
    vec![
        measure.id().to_string(),
        scale.min().to_string(),
        scale.max().to_string(),
        scale.step().to_string(),
        direction(measure).to_owned(),
    ]
}
