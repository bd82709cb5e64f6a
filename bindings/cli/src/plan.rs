//! `tidemark plan`: what was agreed, in versions; a change needs a reason and makes a new one.

mod calendar;

use std::io::Write;

use clap::Subcommand;
use tidemark::model::{
    AdjustmentReason, DecidedBy, Kind, Note, PlanAdjustment, PlanField, Record, Recorded, RecordedBy,
    SessionPlan, ShortText,
};
use tidemark::{Adjustment, Diary, Entry, Span};

use crate::failure::Failure;
use crate::record::{self, Act as Verb};
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::{self, DiaryArgs};
use crate::when::{self, spoken};

/// Keep the plan of sessions; a change makes a new version and needs a reason.
#[derive(Debug, clap::Args)]
#[command(after_help = record::help(Kind::SessionPlan))]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Write the first plan down
    Add(record::Add),
    /// Change the plan: a new version, with the reason
    #[command(
        after_help = "Example:\n  tidemark plan adjust my.diary --field pressure --to 2 --reason comfort \\\n    \
        --decided-by self"
    )]
    Adjust(Adjust),
    /// List the versions with what each changed, and why
    List(List),
    /// Show the days: sessions, talking therapy and doses, and what is nearer than the plan keeps apart
    #[command(after_help = "Example:\n  tidemark plan calendar my.diary --from 2026-11-23 --days 14")]
    Calendar(calendar::Calendar),
    /// Show one version with everything it said before
    Show(record::Show),
    /// Correct a version that nothing followed from yet
    Edit(record::Edit),
    /// Remove a version with its changes
    Remove(record::Remove),
    /// Show one change with everything it said before
    ShowChange(record::Show),
    /// Correct why, when or by whom something was changed
    #[command(after_help = record::help(Kind::PlanAdjustment))]
    EditChange(record::Edit),
}

#[derive(Debug, clap::Args)]
struct Adjust {
    #[command(flatten)]
    diary: DiaryArgs,
    /// What is changed: aim, modality, pressure, minutes, frequency, preferred_days, preferred_times, keep_apart,
    /// if_distress, agreed_with or review_on
    #[arg(long, requires = "to", value_parser = PlanField::from_code)]
    field: Option<PlanField>,
    /// What it says from now on; empty: nothing
    #[arg(long, value_name = "TEXT", requires = "field")]
    to: Option<String>,
    /// Why: response, comfort, safety, distress, schedule, medicine_timing, cost, therapist_idea or clinician_idea
    #[arg(long, value_parser = AdjustmentReason::from_code)]
    reason: AdjustmentReason,
    /// Who decided it: self, together, massage_therapist, talking_therapist, clinician or other
    #[arg(long, value_name = "WHO", default_value = "self", value_parser = DecidedBy::from_code)]
    decided_by: DecidedBy,
    /// The day it takes effect; today without
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// The finding it followed from
    #[arg(long, value_name = "ID")]
    finding: Option<String>,
    /// Further fields that change for the same reason
    #[arg(value_name = "NAME=VALUE")]
    fields: Vec<String>,
    /// Who types this: self, helped or proxy
    #[arg(long, value_name = "WHO", default_value = "self", value_parser = RecordedBy::from_code)]
    recorded_by: RecordedBy,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
struct List {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let (kind, verb) = match args.act {
        Act::Adjust(args) => return adjust(&args, around, out),
        Act::List(args) => return list(&args, around, out),
        Act::Calendar(args) => return calendar::run(&args, around, out),
        Act::Add(args) => (Kind::SessionPlan, Verb::Add(args)),
        Act::Show(args) => (Kind::SessionPlan, Verb::Show(args)),
        Act::Edit(args) => (Kind::SessionPlan, Verb::Edit(args)),
        Act::Remove(args) => (Kind::SessionPlan, Verb::Remove(args)),
        Act::ShowChange(args) => (Kind::PlanAdjustment, Verb::Show(args)),
        Act::EditChange(args) => (Kind::PlanAdjustment, Verb::Edit(args)),
    };
    record::verb(kind, &verb, around, out)
}

fn adjust(args: &Adjust, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let named = args.field.zip(args.to.as_deref()).map(|(field, to)| format!("{}={to}", field.code()));
    let items: Vec<String> = named.into_iter().chain(args.fields.iter().cloned()).collect();
    if items.is_empty() {
        return Err(Failure::usage("say what changes: --field and --to, or NAME=VALUE. Nothing was saved."));
    }
    let changes = record::read(Kind::SessionPlan, &items, around)?;
    let why = Adjustment {
        reason: args.reason,
        decided_by: args.decided_by,
        at: when::day(args.on.as_deref(), "--on")?,
        finding: args.finding.as_deref().map(|text| ShortText::new("--finding", text)).transpose()?,
    };
    let mut diary = args.diary.open()?;
    let made = diary.adjust_plan(&changes, &why, args.recorded_by, around.now)?;
    let rollover = diary.rollover();
    unlock::close(diary, around);
    if args.json {
        return record::json(&Record::SessionPlan(made.plan), rollover, out);
    }
    writeln!(
        out,
        "Plan version {} since {}. Id {}",
        made.plan.version,
        spoken(made.plan.since),
        made.plan.id
    )?;
    for change in &made.adjustments {
        table::sentence(out, &changed(change), 2)?;
    }
    Ok(())
}

fn list(args: &List, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let diary = args.diary.open()?;
    let plans = diary.records_of(Kind::SessionPlan, Span::default())?;
    let changes = diary.records_of(Kind::PlanAdjustment, Span::default())?;
    if args.json {
        let entry = |record: &Record| Entry::of_record(record, diary.rollover());
        let entries: Vec<Entry> = plans.iter().chain(&changes).filter_map(entry).collect();
        serde_json::to_writer(&mut *out, &serde_json::json!({ "entries": entries }))?;
        writeln!(out)?;
        return Ok(());
    }
    if plans.is_empty() {
        writeln!(out, "Write down what you and your therapist agreed: `tidemark plan add`.")?;
        return Ok(());
    }
    let in_force = in_force(&diary, around)?;
    for record in &plans {
        let Record::SessionPlan(plan) = record else { continue };
        let now = if in_force.as_ref().is_some_and(|now| now.id == plan.id) { ", in force" } else { "" };
        let said = record::said(record, &["version", "since"]);
        let line =
            format!("Version {} since {}{now}: {said} [{}]", plan.version, spoken(plan.since), plan.id);
        table::sentence(out, &line, 0)?;
        for change in &changes {
            match change {
                Record::PlanAdjustment(change) if change.session_plan_id == plan.id => {
                    table::sentence(out, &format!("{} [{}]", changed(change), change.id), 2)?;
                }
                _ => {}
            }
        }
    }
    Ok(())
}

fn in_force(diary: &Diary, around: &Surroundings) -> Result<Option<Recorded<SessionPlan>>, Failure> {
    Ok(diary.plan_in_force(around.today(diary.rollover())?)?)
}

/// `pressure 3 -> 2: comfort, decided by self`.
fn changed(change: &PlanAdjustment) -> String {
    let said = |text: &Option<Note>| text.as_ref().map_or("nothing".to_owned(), |t| t.as_str().to_owned());
    format!(
        "{} {} -> {}: {}, decided by {}",
        change.field.code(),
        said(&change.from),
        said(&change.to),
        change.reason.code().replace('_', " "),
        change.decided_by.code().replace('_', " ")
    )
}
