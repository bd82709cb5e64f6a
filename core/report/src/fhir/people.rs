//! Which people, and what of an intake sheet, go along? Each only when ticked; of the newest sheet only what is ticked in it.

use std::io;

use tidemark_model::{
    Allergy, CareTeamMember, HistoryItem, IntakeField, IntakeSheet, Recorded, Records, Stamp, Therapist,
};

use super::allergy_intolerance::{self, AllergyIntolerance};
use super::bundle::Entries;
use super::care_team::{CareTeam, is_professional};
use super::composition::Listed;
use super::condition::{self, Condition};
use super::practitioner::{self, Practitioner};
use super::related_person::RelatedPerson;
use super::resource_id::ResourceId;
use super::{Context, words};

/// The people of the document, and the sheet that something is taken from.
pub(super) struct People<'a> {
    pub(super) therapists: Vec<&'a Recorded<Therapist>>,
    pub(super) members: Vec<&'a Recorded<CareTeamMember>>,
    sheet: Option<&'a Recorded<IntakeSheet>>,
}

/// Something of a sheet, with its place there.
type Placed<'a, T> = (&'a Recorded<IntakeSheet>, usize, &'a T);

impl<'a> People<'a> {
    pub(super) fn of(context: &Context, records: &'a Records) -> Self {
        let ticked = &context.ticked;
        let there = |stamp: &Stamp| stamp.deleted_at.is_none();
        let therapists = records.therapists.iter().filter(|one| ticked.therapists && there(&one.stamp));
        let members = records.care_team_members.iter().filter(|one| ticked.care_team && there(&one.stamp));
        let sheets = records.intake_sheets.iter().filter(|one| ticked.intake && there(&one.stamp));
        let mut people = Self {
            therapists: therapists.collect(),
            members: members.collect(),
            sheet: sheets.max_by_key(|sheet| sheet.version),
        };
        people.therapists.sort_by_key(|one| (one.name.as_str(), one.id));
        people.members.sort_by_key(|one| (one.name.as_str(), one.id));
        people
    }

    /// Allergies of the sheet; none unless the sheet shares them.
    fn allergies(&self) -> impl Iterator<Item = Placed<'a, Allergy>> {
        let shared = self.sheet.filter(|sheet| sheet.shares(IntakeField::Allergies)).into_iter();
        shared.flat_map(|sheet| sheet.allergies.iter().enumerate().map(move |(at, one)| (sheet, at, one)))
    }

    /// What is in the history of the sheet; nothing unless the sheet shares it.
    fn history(&self) -> impl Iterator<Item = Placed<'a, HistoryItem>> {
        let shared = self.sheet.filter(|sheet| sheet.shares(IntakeField::History)).into_iter();
        shared.flat_map(|sheet| sheet.history.iter().enumerate().map(move |(at, one)| (sheet, at, one)))
    }

    pub(super) fn therapists_section(&self, context: &Context) -> Option<Listed> {
        context.ticked.therapists.then(|| Listed {
            ids: self.therapists.iter().map(|one| ResourceId::of(one.id)).collect(),
            lines: self.therapists.iter().map(|one| practitioner::line(one)).collect(),
        })
    }

    pub(super) fn care_team_section(&self, context: &Context) -> Option<Listed> {
        let professionals = self.members.iter().filter(|one| is_professional(one.role));
        let team = (!self.members.is_empty()).then_some(context.care_team);
        context.ticked.care_team.then(|| Listed {
            ids: team.into_iter().chain(professionals.map(|one| ResourceId::of(one.id))).collect(),
            lines: self.members.iter().map(|one| practitioner::member_line(one)).collect(),
        })
    }

    pub(super) fn intake_section(&self, context: &Context) -> Option<Listed> {
        if !context.ticked.intake {
            return None;
        }
        let mut section = Listed::default();
        for (sheet, place, allergy) in self.allergies() {
            section.ids.push(AllergyIntolerance::id_of(sheet, place));
            section.lines.push(format!("{}: {}", words::ALLERGY, allergy_intolerance::said(allergy)));
        }
        for (sheet, place, item) in self.history() {
            section.ids.push(Condition::id_of(sheet, place));
            section.lines.push(format!("{}: {}", words::HISTORY, condition::said(item)));
        }
        if let (Some(sheet), false) = (self.sheet, section.lines.is_empty()) {
            let head =
                format!("Version {}, gone through on {}", sheet.version, words::day(sheet.reviewed_on));
            section.lines.insert(0, head);
        }
        Some(section)
    }

    pub(super) fn fill(&self, context: &Context, to: &mut Entries<'_>) -> io::Result<()> {
        for therapist in &self.therapists {
            to.add(ResourceId::of(therapist.id), &Practitioner::of(therapist))?;
        }
        if !self.members.is_empty() {
            to.add(context.care_team, &CareTeam::of(context, &self.members))?;
        }
        for member in &self.members {
            let id = ResourceId::of(member.id);
            if is_professional(member.role) {
                to.add(id, &Practitioner::of_member(member))?;
            } else {
                to.add(id, &RelatedPerson::of_member(context, member))?;
            }
        }
        for (sheet, place, allergy) in self.allergies() {
            let id = AllergyIntolerance::id_of(sheet, place);
            to.add(id, &AllergyIntolerance::of(context, sheet, place, allergy))?;
        }
        for (sheet, place, item) in self.history() {
            to.add(Condition::id_of(sheet, place), &Condition::of(context, sheet, place, item))?;
        }
        Ok(())
    }

    /// Who wrote what goes along.
    pub(super) fn stamps(&self) -> impl Iterator<Item = &'a Stamp> {
        self.allergies().map(|(sheet, ..)| &sheet.stamp).chain(self.history().map(|(sheet, ..)| &sheet.stamp))
    }
}
