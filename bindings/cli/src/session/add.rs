//! `tidemark session add`: one session with the ratings around it, saved all or nothing.

use std::io::Write;

use tidemark::model::{
    Area, AreaUse, FieldValue as _, Kind, Modality, Note, Phase, Pressure, RecordId as _, RecordedBy,
    SessionDetails, SessionMinutes, SessionStatus, ShortText, TherapistId,
};
use tidemark::{Diary, Ending, SessionDraft, SessionRatingDraft, Warning};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::{self, DiaryArgs};
use crate::{ratings, when};

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  tidemark session add my.diary --modality swedish --minutes 60 --pressure 2 \\\n    \
    --focus neck,shoulders --before stress=7,pain=5 --after stress=3,pain=3"
)]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Style: swedish, shiatsu, acupressure, aromatherapy, restorative, myofascial_release, gentle_deep_tissue,
    /// chair, self_massage, other or custom
    #[arg(long, value_parser = Modality::from_code)]
    modality: Modality,
    /// Further styles, comma separated
    #[arg(long, value_name = "STYLES", value_delimiter = ',', value_parser = Modality::from_code)]
    secondary: Vec<Modality>,
    /// When it started; without, it ended just now
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// Length in minutes, 5 to 240
    #[arg(long, value_name = "N", conflicts_with = "end", value_parser = minutes)]
    minutes: Option<SessionMinutes>,
    /// When it ended, in place of --minutes
    #[arg(long, value_name = "TIME")]
    end: Option<String>,
    /// Length agreed beforehand
    #[arg(long, value_name = "N", value_parser = minutes)]
    planned: Option<SessionMinutes>,
    /// What became of it: held, stopped_early, planned, cancelled or missed
    #[arg(long, default_value = "held", value_parser = SessionStatus::from_code)]
    status: SessionStatus,
    /// Why it was cancelled, missed or stopped
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Pressure asked for, 1 feather-light to 5 deep
    #[arg(long, value_name = "1-5", value_parser = pressure)]
    pressure: Option<Pressure>,
    /// Pressure felt, 1 feather-light to 5 deep
    #[arg(long, value_name = "1-5", value_parser = pressure)]
    felt: Option<Pressure>,
    /// Regions to work on: neck,shoulders,left hip
    #[arg(long, value_name = "REGIONS", value_delimiter = ',')]
    focus: Vec<String>,
    /// Regions to leave out
    #[arg(long, value_name = "REGIONS", value_delimiter = ',')]
    avoid: Vec<String>,
    /// Ratings before: stress=7,pain=5
    #[arg(long, value_name = "RATINGS")]
    before: Option<String>,
    /// When the before-ratings were made, when not at the start
    #[arg(long, value_name = "TIME", requires = "before")]
    before_at: Option<String>,
    /// Ratings after: stress=3,pain=3
    #[arg(long, value_name = "RATINGS")]
    after: Option<String>,
    /// When the after-ratings were made, when not at the end
    #[arg(long, value_name = "TIME", requires = "after")]
    after_at: Option<String>,
    /// Ratings of the next morning
    #[arg(long, value_name = "RATINGS", requires = "follow_up_at")]
    follow_up: Option<String>,
    /// When the next morning's ratings were made
    #[arg(long, value_name = "TIME")]
    follow_up_at: Option<String>,
    /// The ratings are from memory; they are kept and left out of change statistics
    #[arg(long)]
    recalled: bool,
    /// Keep it although it overlaps another session that was held
    #[arg(long)]
    overlap: bool,
    /// Further fields: therapist_id=, place=, cues=, oils=, unwanted=, … as `session edit --help` lists them
    #[arg(value_name = "NAME=VALUE")]
    fields: Vec<String>,
    /// Words of your own
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Who types this: self, helped or proxy
    #[arg(long, value_name = "WHO", default_value = "self", value_parser = RecordedBy::from_code)]
    recorded_by: RecordedBy,
}

pub(super) fn minutes(text: &str) -> Result<SessionMinutes, String> {
    let wrong = || "takes 5 to 240 minutes".to_owned();
    text.parse().ok().and_then(|n| SessionMinutes::new(n).ok()).ok_or_else(wrong)
}

pub(super) fn pressure(text: &str) -> Result<Pressure, String> {
    let wrong = || "takes 1 (feather-light) to 5 (deep)".to_owned();
    text.parse().ok().and_then(|n| Pressure::new(n).ok()).ok_or_else(wrong)
}

pub(super) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let mut diary = args.diary.open()?;
    let draft = draft(args, around, &diary)?;
    let saved = diary.add_session(draft, around.now)?;
    unlock::close(diary, around);
    let (session, ratings) = &saved.entry;
    let parts = session.parts();
    let length = parts.actual_min.map_or(String::new(), |m| format!(" {} min", m.minutes()));
    let count = ratings.iter().map(|r| r.parts().values.len()).sum::<usize>();
    writeln!(
        out,
        "Saved session for {}: {}{length}, {}, {count} ratings. Id {}",
        when::spoken(session.logical_date()),
        parts.modality.code(),
        parts.status.code(),
        session.id()
    )?;
    for warning in &saved.warnings {
        writeln!(out, "{}", words(*warning))?;
    }
    Ok(())
}

/// What is worth knowing, in words.
pub(super) fn words(warning: Warning) -> String {
    match warning {
        Warning::InFuture => {
            "It is about a moment that has not come yet; correct it if that was a slip.".to_owned()
        }
        Warning::OutOfWindow(phase) => format!(
            "The {} ratings lie outside their time window: kept, and left out of change figures.",
            phase.code()
        ),
    }
}

fn draft(args: &Args, around: &Surroundings, diary: &Diary) -> Result<SessionDraft, Failure> {
    let time = |text: &Option<String>, option| {
        text.as_deref().map(|text| when::time(text, option, around)).transpose()
    };
    let length = args.minutes.map_or(0, |m| i64::from(m.minutes()));
    let started = match time(&args.at, "--at")? {
        Some(started) => started,
        None if args.status.took_place() => around.now.plus_minutes(-length)?,
        None => around.now,
    };
    let ending = match (time(&args.end, "--end")?, args.minutes) {
        (Some(end), _) => Ending::At(end),
        (None, Some(minutes)) if args.status.took_place() => Ending::After(minutes),
        (None, None) if args.status.took_place() => {
            return Err(Failure::usage(
                "a session that was held needs --minutes or --end. Nothing was saved.",
            ));
        }
        _ => Ending::None,
    };
    let mut phases = Vec::new();
    for (phase, ratings, rated) in [
        (Phase::Before, &args.before, time(&args.before_at, "--before-at")?),
        (Phase::After, &args.after, time(&args.after_at, "--after-at")?),
        (Phase::FollowUp, &args.follow_up, time(&args.follow_up_at, "--follow-up-at")?),
    ] {
        let ratings = ratings::list(ratings.as_deref())?;
        if !ratings.is_empty() {
            phases.push(SessionRatingDraft { phase, rated, ratings, recalled: args.recalled });
        }
    }
    let mut areas = Vec::new();
    for (regions, wanted) in [(&args.focus, AreaUse::Focus), (&args.avoid, AreaUse::Avoid)] {
        for region in regions {
            areas.push(Area::typed(region, wanted)?);
        }
    }
    Ok(SessionDraft {
        started,
        ending,
        status: args.status,
        planned_min: args.planned,
        reason: args.reason.as_deref().map(|text| ShortText::new("a reason", text)).transpose()?,
        modality: args.modality,
        secondary: args.secondary.clone(),
        pressure_asked: args.pressure,
        pressure_felt: args.felt,
        areas,
        note: args.note.as_deref().map(|text| Note::new("a note", text)).transpose()?,
        details: details(&args.fields, around, diary)?,
        ratings: phases,
        overlap: args.overlap,
        recorded_by: args.recorded_by,
    })
}

/// Fields beside time, style and pressure.
pub(super) fn details(
    items: &[String],
    around: &Surroundings,
    diary: &Diary,
) -> Result<SessionDetails, Failure> {
    let mut texts = tidemark::model::Texts::default();
    for (name, mut text) in crate::record::read(Kind::Session, items, around)? {
        let known =
            SessionDetails::FIELDS.iter().any(|field| field.name == name && name != "timer_started_at");
        if !known {
            let names: Vec<&str> = SessionDetails::FIELDS.iter().map(|field| field.name).collect();
            return Err(Failure::usage(format!(
                "{name} is not one of {}. Nothing was saved.",
                names.join(", ")
            )));
        }
        if let ("therapist_id", Some(id)) = (name.as_str(), text.as_deref()) {
            text = TherapistId::from_bytes(diary.resolve(Kind::Therapist, id)?).to_text();
        }
        texts.set(&name, text);
    }
    Ok(SessionDetails::read(&texts)?)
}
