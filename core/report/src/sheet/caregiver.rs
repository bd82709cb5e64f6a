//! What does somebody who looks after the person need to know? Goals, what helps, whom to call, what is planned.
//!
//! Refuses ratings unless they are ticked for this page, and never says what a safety plan calls signs, places or reasons.
//! Of the intake sheet it holds what is ticked there.

use tidemark_findings as findings;
use tidemark_model::{
    CareTeamMemberId, CrisisContact, Goal, GoalStatus, IntakeField, LogicalDate, Period, Recorded, Records,
    SessionPlan, SessionStatus, ShortText,
};

use super::intake::{plan_in_force, ticked_rows};
use super::{Block, Part, Sheet, SheetCover, words};

/// What the person chooses for one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaregiverChoices {
    /// For whom it is: this member is not among those to call.
    pub reader: Option<CareTeamMemberId>,
    /// Name to print; withheld without.
    pub name: Option<ShortText>,
    /// Where the measures are lately.
    pub ratings: bool,
}

/// Days that ratings are taken from: two windows of fourteen.
const RATED_DAYS: i32 = 28;
/// Planned sessions that are named.
const COMING: usize = 3;

/// The page for a caregiver.
#[must_use]
pub fn caregiver_page(records: &Records, choices: &CaregiverChoices, cover: SheetCover) -> Sheet {
    let day = cover.made_on;
    let parts = [
        ("report.caregiver.goals", goals(records, day)),
        ("report.caregiver.helps", helps(records)),
        ("report.caregiver.call", call(records, choices.reader, day)),
        ("report.caregiver.dates", dates(records, day)),
        ("report.caregiver.lately", if choices.ratings { ratings(records, day) } else { vec![] }),
    ];
    let name = choices.name.as_ref().map(|name| name.as_str().to_owned());
    Sheet {
        paper: cover.paper,
        title: words::text("report.caregiver.title"),
        person: name.unwrap_or_else(|| words::text("report.name_withheld")),
        given: words::text("report.caregiver.given"),
        made_on: day,
        zone: cover.zone,
        sample_label: cover.sample_label,
        foot: words::text("report.caregiver.foot"),
        front: parts
            .into_iter()
            .map(|(heading, mut blocks)| {
                if blocks.is_empty() && heading != "report.caregiver.lately" {
                    blocks.push(Block::Text(words::text("report.sheet.nothing_written")));
                }
                Part::of(words::text(heading), blocks)
            })
            .collect::<Vec<_>>()
            .into_iter()
            .flatten()
            .collect(),
        back: vec![],
    }
}

fn open_goals(records: &Records, day: LogicalDate) -> impl Iterator<Item = &Recorded<Goal>> {
    let open = |goal: &Goal| matches!(goal.status, GoalStatus::Active | GoalStatus::Paused);
    records.goals.iter().filter(move |goal| goal.started_on <= day && open(goal))
}

fn goals(records: &Records, day: LogicalDate) -> Vec<Block> {
    let said = |goal: &Recorded<Goal>| match goal.status {
        GoalStatus::Paused => words::with("part.goal.paused", "goal", goal.text.as_str()),
        _ => goal.text.as_str().to_owned(),
    };
    open_goals(records, day).map(|goal| Block::Text(said(goal))).collect()
}

fn helps(records: &Records) -> Vec<Block> {
    let plans = records.safety_plans.iter().flat_map(|plan| &plan.what_helps);
    let texts = plans.map(|line| line.as_str().to_owned()).collect();
    let mut blocks: Vec<Block> =
        Block::row(words::text("report.caregiver.helps_me"), texts).into_iter().collect();
    blocks.extend(ticked_rows(records, &[IntakeField::OverwhelmedDo, IntakeField::OverwhelmedAvoid]));
    blocks
}

/// The person's own contacts first, then those of the intake sheet, the care team, and the lines of the safety plan.
fn call(records: &Records, reader: Option<CareTeamMemberId>, day: LogicalDate) -> Vec<Block> {
    let own = records.crisis_contacts.iter();
    let mut blocks: Vec<Block> = own
        .filter_map(|contact| Block::row(contact.service.as_str().to_owned(), vec![number(contact, day)]))
        .collect();
    blocks.extend(ticked_rows(records, &[IntakeField::EmergencyContact]));
    for member in records.care_team_members.iter().filter(|member| Some(member.id) != reader) {
        if let Some(contact) = &member.contact {
            let text = format!("{} · {}", words::role(member.role), contact.as_str());
            blocks.extend(Block::row(member.name.as_str().to_owned(), vec![text]));
        }
    }
    let lines = |id: &'static str, texts: Vec<String>| Block::row(words::text(id), texts);
    let plans = || records.safety_plans.iter();
    let people = plans().flat_map(|plan| &plan.people).map(|line| line.as_str().to_owned()).collect();
    let professionals =
        plans().flat_map(|plan| &plan.professionals).map(|line| line.as_str().to_owned()).collect();
    blocks.extend(lines("report.caregiver.people", people));
    blocks.extend(lines("report.caregiver.professionals", professionals));
    blocks.push(Block::Text(words::text("report.caregiver.danger")));
    blocks
}

fn number(contact: &CrisisContact, day: LogicalDate) -> String {
    let mut parts = vec![words::with("report.caregiver.number", "number", &contact.number.to_string())];
    parts.extend(
        contact
            .text
            .as_ref()
            .map(|text| words::with("report.caregiver.text_number", "number", &text.to_string())),
    );
    parts.extend(contact.hours.as_ref().map(|hours| hours.as_str().to_owned()));
    parts.extend(contact.language.as_ref().map(|language| language.as_str().to_owned()));
    if contact.needs_check(day) {
        parts.push(words::text("report.caregiver.check_number"));
    }
    parts.join(" · ")
}

fn dates(records: &Records, day: LogicalDate) -> Vec<Block> {
    let mut blocks = vec![];
    if let Some(plan) = plan_in_force(records, day) {
        blocks.extend(Block::row(words::text("report.caregiver.plan"), agreed(plan)));
    }
    let mut coming: Vec<_> = records
        .sessions
        .iter()
        .map(tidemark_model::Session::parts)
        .filter(|parts| parts.status == SessionStatus::Planned && day <= parts.logical_date)
        .collect();
    coming.sort_by_key(|parts| (parts.started.instant, parts.id));
    let coming = coming.into_iter().take(COMING).map(|parts| {
        let time = parts.started.local().format("%H:%M").to_string();
        let date = words::date(parts.logical_date);
        findings::say("report.caregiver.at", &[("date", &date), ("time", &time)], None)
    });
    blocks.extend(Block::row(words::text("report.caregiver.sessions"), coming.collect()));
    let review = plan_in_force(records, day).and_then(|plan| plan.review_on).filter(|on| day <= *on);
    let review = review.map(words::date).into_iter().collect();
    blocks.extend(Block::row(words::text("report.caregiver.plan_review"), review));
    let goals = open_goals(records, day)
        .filter_map(|goal| Some((goal.review_on.filter(|on| day <= *on)?, goal)))
        .map(|(on, goal)| format!("{}: {}", words::date(on), goal.text.as_str()));
    blocks.extend(Block::row(words::text("report.caregiver.goal_review"), goals.collect()));
    blocks
}

/// Style, length and how often, on one line.
fn agreed(plan: &SessionPlan) -> Vec<String> {
    let parts = [
        plan.modality.map(findings::style_name),
        plan.minutes.map(words::minutes),
        plan.frequency.map(findings::frequency_words),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { vec![] } else { vec![parts.join(" · ")] }
}

/// One sentence a measure over four weeks, as the report says it.
fn ratings(records: &Records, day: LogicalDate) -> Vec<Block> {
    let from = day.plus_days(1 - RATED_DAYS).unwrap_or(day);
    let Ok(period) = Period::new(from, day) else { return vec![] };
    let said = |trend: &findings::Trend| {
        let sentence = trend.sentences.first().filter(|_| trend.n > 0)?;
        Block::row(trend.measure.direction_label(), vec![sentence.text.clone()])
    };
    let mut rows: Vec<Block> = findings::trends(records, period).iter().filter_map(said).collect();
    if rows.is_empty() {
        rows.push(Block::Text(words::text("report.no_values")));
    }
    rows.extend([Block::Text(findings::text("limits.missing"))]);
    rows
}
