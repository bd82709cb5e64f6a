//! The fixed words of the document, beside those of the page. A document is not translated, so they are not in the catalogue.
//!
//! All other text arrives in the report or in the records. A test holds these words against those a report never uses.

use tidemark_findings::date;
use tidemark_model::{Approach, Area, EntryMode, FilledBy, Frame, LogicalDate, Phase, Side};

pub(super) const SKIPPED: &str = "asked, not answered";
pub(super) const RECALLED: &str = "from memory";
pub(super) const OUT_OF_WINDOW: &str = "outside its time window";
pub(super) const DOCUMENT: &str = "Report of a self-recorded diary";
pub(super) const HOW_TO_READ: &str = "How to read this document";
pub(super) const NOTES: &str = "Notes in own words";
pub(super) const NOTE: &str = "Note";
pub(super) const DISTRESS: &str = "Distress events";
pub(super) const DISTRESS_EVENT: &str = "Distress event";
pub(super) const SESSION: &str = "Massage session";
pub(super) const APP: &str = "Tidemark";
pub(super) const APP_KIND: &str = "Diary program";
pub(super) const HELPER: &str = "Somebody who wrote on the person's behalf; no name was recorded";
pub(super) const PROVENANCE: &str = "Recorded by the person; put together by the diary program";
pub(super) const CLINICIAN: &str = "A clinician";
pub(super) const SOMEBODY_ELSE: &str = "Somebody else";
pub(super) const BELOW: &str = "What was recorded follows below, one entry each.";
pub(super) const PERSON: &str = "The person who keeps the diary";

/// `24 Nov 2026`.
pub(super) fn day(day: LogicalDate) -> String {
    date(day)
}

/// What stretch of time a value is about.
pub(super) const fn frame(frame: Frame) -> &'static str {
    match frame {
        Frame::DayOverall => "about the day",
        Frame::RightNow => "about that moment",
        Frame::LastNight => "about the night before",
        Frame::PastWeeks => "about the past weeks",
    }
}

/// When it was written.
pub(super) const fn mode(mode: EntryMode) -> &'static str {
    match mode {
        EntryMode::Live => "written on the day",
        EntryMode::Late { .. } => "written within the next day",
        EntryMode::Backfill { .. } => "written later",
        EntryMode::Imported => "read from a file",
    }
}

/// When around a session.
pub(super) const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "before the session",
        Phase::After => "after the session",
        Phase::FollowUp => "the morning after the session",
    }
}

/// Who filled a questionnaire in.
pub(super) const fn filled_by(by: FilledBy) -> &'static str {
    match by {
        FilledBy::Own => "filled in by the person",
        FilledBy::Helped => "filled in with help",
        FilledBy::Clinician => "filled in by a clinician",
        FilledBy::Other => "filled in by somebody else",
    }
}

/// An approach that goes with any style.
pub(super) const fn approach(approach: Approach) -> &'static str {
    match approach {
        Approach::TraumaInformed => "trauma-informed",
        Approach::RestorativePacing => "restorative pacing",
    }
}

/// `left shoulder`; no side for both, or the middle.
pub(super) fn area(area: Area) -> String {
    let region = area.region.code().replace('_', " ");
    match area.side {
        Side::Left | Side::Right => format!("{} {region}", area.side.code()),
        Side::Both => region,
    }
}
