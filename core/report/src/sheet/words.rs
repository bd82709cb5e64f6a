//! The fixed words of the sheets, and the names of codes in them, from the catalogue.

use tidemark_findings as findings;
use tidemark_model::{
    AllergyKind, Area, CareRole, LogicalDate, MomentKind, Permission, Pressure, PromptAnswer, Region,
    SessionMinutes, Side, TouchNote,
};

/// A fixed text.
pub(super) fn text(id: &'static str) -> String {
    findings::text(id)
}

/// A text with one argument.
pub(super) fn with(id: &'static str, name: &'static str, words: &str) -> String {
    findings::say(id, &[(name, words)], None)
}

/// `24 Nov 2026`.
pub(super) fn date(day: LogicalDate) -> String {
    findings::date(day)
}

/// `2 of 5, light`.
pub(super) fn pressure(pressure: Pressure) -> String {
    findings::pressure_words(pressure)
}

/// `60 minutes`.
pub(super) fn minutes(minutes: SessionMinutes) -> String {
    let n = u32::from(minutes.minutes());
    findings::say("report.sheet.minutes", &[("n", &n.to_string())], Some(n))
}

/// `left shoulder`.
pub(super) fn area(area: Area) -> String {
    let region = text(match area.region {
        Region::HeadFace => "report.sheet.region.head_face",
        Region::Jaw => "report.sheet.region.jaw",
        Region::Neck => "report.sheet.region.neck",
        Region::Shoulder => "report.sheet.region.shoulder",
        Region::UpperBack => "report.sheet.region.upper_back",
        Region::LowerBack => "report.sheet.region.lower_back",
        Region::Chest => "report.sheet.region.chest",
        Region::Abdomen => "report.sheet.region.abdomen",
        Region::Hip => "report.sheet.region.hip",
        Region::Arm => "report.sheet.region.arm",
        Region::Hand => "report.sheet.region.hand",
        Region::Thigh => "report.sheet.region.thigh",
        Region::LowerLeg => "report.sheet.region.lower_leg",
        Region::Foot => "report.sheet.region.foot",
    });
    match area.side {
        Side::Both => region,
        Side::Left => with("report.sheet.left", "region", &region),
        Side::Right => with("report.sheet.right", "region", &region),
    }
}

pub(super) fn allergy(kind: AllergyKind) -> String {
    text(match kind {
        AllergyKind::Scent => "report.sheet.allergy.scent",
        AllergyKind::Oil => "report.sheet.allergy.oil",
        AllergyKind::Latex => "report.sheet.allergy.latex",
        AllergyKind::Nut => "report.sheet.allergy.nut",
        AllergyKind::Other => "report.sheet.allergy.other",
    })
}

pub(super) fn answer(answer: PromptAnswer) -> String {
    text(match answer {
        PromptAnswer::Yes => "report.sheet.yes",
        PromptAnswer::No => "report.sheet.no",
        PromptAnswer::RatherNotSay => "report.sheet.rather_not_say",
    })
}

pub(super) fn permission(permission: Permission) -> String {
    text(match permission {
        Permission::Yes => "report.sheet.yes",
        Permission::No => "report.sheet.no",
        Permission::AskMe => "report.sheet.ask_me",
    })
}

pub(super) fn touch(note: TouchNote) -> String {
    text(match note {
        TouchNote::Drowsy => "report.sheet.touch.drowsy",
        TouchNote::Numb => "report.sheet.touch.numb",
        TouchNote::Bruises => "report.sheet.touch.bruises",
        TouchNote::Sore => "report.sheet.touch.sore",
        TouchNote::Other => "report.sheet.touch.other",
    })
}

/// What was asked for in a session; none for a pause, its end and a stop, which are nobody's to read unasked.
pub(super) fn moment(kind: MomentKind) -> Option<String> {
    Some(text(match kind {
        MomentKind::Lighter => "report.sheet.moment.lighter",
        MomentKind::Firmer => "report.sheet.moment.firmer",
        MomentKind::MoveArea => "report.sheet.moment.move_area",
        MomentKind::Temperature => "report.sheet.moment.temperature",
        MomentKind::Sound => "report.sheet.moment.sound",
        MomentKind::TalkLess => "report.sheet.moment.talk_less",
        MomentKind::Pause | MomentKind::Resume | MomentKind::Stop => return None,
    }))
}

pub(super) fn role(role: CareRole) -> String {
    text(match role {
        CareRole::PrimaryCare => "report.sheet.role.primary_care",
        CareRole::Psychiatrist => "report.sheet.role.psychiatrist",
        CareRole::TalkingTherapist => "report.sheet.role.talking_therapist",
        CareRole::MassageTherapist => "report.sheet.role.massage_therapist",
        CareRole::Physiotherapist => "report.sheet.role.physiotherapist",
        CareRole::Caregiver => "report.sheet.role.caregiver",
        CareRole::Other => "report.sheet.role.other",
    })
}
