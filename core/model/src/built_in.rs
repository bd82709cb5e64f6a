//! What a new diary starts with, as data: measures, starter sets, crisis contacts and the questions to a massage therapist,
//! each listed in one file of `built_in/`.

use crate::{
    Anchors, ChecklistItem, CrisisContact, Direction, Frame, Invalid, Measure, MeasureId, MeasureParts,
    Milli, Scale, ShortText, Texts, Unit, Usage,
};

const TABLE: &str = include_str!("built_in/measures.csv");

/// Built-in measures in their order, version 1; the first four are asked in the daily check-in.
#[must_use]
pub fn measures() -> Vec<Measure> {
    // A row that could not be read would be missing here; the test below counts them.
    TABLE.lines().skip(1).zip(0..).filter_map(|(row, order)| measure(row, order).ok()).collect()
}

const SETS: &str = include_str!("built_in/starter_sets.csv");
const CONTACTS: &str = include_str!("built_in/crisis_contacts.csv");
const CHECKLIST: &str = include_str!("built_in/checklist.csv");

/// The question of each item of the checklist, in the order of the list.
#[must_use]
pub fn checklist() -> Vec<(ChecklistItem, &'static str)> {
    let question = |row: &'static str| {
        let (item, question) = row.split_once(',')?;
        Some((ChecklistItem::from_code(item).ok()?, question))
    };
    CHECKLIST.lines().skip(1).filter_map(question).collect()
}

/// Measures that a person may start with, in their own words; no condition is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StarterSet {
    /// Its name.
    pub id: &'static str,
    /// What the person reads.
    pub label: &'static str,
    /// Measures of the daily check-in, in their order.
    pub measures: Vec<MeasureId>,
}

/// The starter sets, in the order shown.
#[must_use]
pub fn starter_sets() -> Vec<StarterSet> {
    let set = |row: &'static str| {
        let mut cells = row.split(',');
        let (id, label) = (cells.next()?, cells.next()?);
        let measures = cells.next()?.split_whitespace().map(MeasureId::new).collect::<Result<_, _>>().ok()?;
        Some(StarterSet { id, label, measures })
    };
    SETS.lines().skip(1).filter_map(set).collect()
}

/// The crisis contacts that ship with the program, by region. A number without `verified_on` was not checked against two
/// sources; the screen says "check this number".
#[must_use]
pub fn crisis_contacts() -> Vec<CrisisContact> {
    CONTACTS.lines().skip(1).filter_map(|row| contact(row).ok()).collect()
}

fn contact(row: &str) -> Result<CrisisContact, Invalid> {
    let mut texts = Texts::default();
    let columns = CONTACTS.lines().next().unwrap_or_default();
    for (name, cell) in columns.split(',').zip(row.split(',')) {
        texts.set(name, Some(cell.to_owned()).filter(|cell| !cell.is_empty()));
    }
    texts.set("open", Some("true".to_owned()));
    CrisisContact::read(&texts)
}

fn measure(row: &str, order: u16) -> Result<Measure, Invalid> {
    let mut cells = row.split(',');
    let mut next = || cells.next().unwrap_or_default();
    let id = MeasureId::new(next())?;
    let label = ShortText::new("label", next())?;
    let frame = Frame::from_code(next())?;
    let mut number = || Milli::parse(next(), crate::DecimalMark::Point);
    let (min, max, step) = (number()?, number()?, number()?);
    let unit = Unit::from_code(next())?;
    let direction = Direction::from_code(next())?;
    let mut words = || ShortText::new("anchor", next()).ok();
    let anchors = Anchors { low: words(), high: words() };
    let usage = Usage { daily: next() == "yes", session: next() == "yes" };
    let active = next() == "yes";
    let scale = Scale::new(min, max, step)?;
    Measure::new(MeasureParts {
        id,
        version: 1,
        label,
        frame,
        scale,
        unit,
        direction,
        anchors,
        usage,
        order,
        active,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_a_measure() {
        let all = measures();
        assert_eq!(all.len(), 14);
        assert_eq!(all.len(), TABLE.lines().count() - 1);
        let daily: Vec<_> = all
            .iter()
            .filter(|m| m.parts().usage.daily && m.parts().active)
            .map(|m| m.id().as_str())
            .collect();
        assert_eq!(daily, ["stress", "mood", "energy", "sleep_quality"]);
        let sleep = all.iter().find(|m| m.id().as_str() == "sleep_duration").unwrap();
        assert_eq!(
            (sleep.scale().steps(), sleep.direction(), sleep.frame()),
            (96, Direction::Neutral, Frame::LastNight)
        );
    }

    #[test]
    fn every_starter_set_names_measures_that_exist() {
        let sets = starter_sets();
        assert_eq!(sets.len(), SETS.lines().count() - 1);
        assert_eq!(sets.len(), 5);
        let known = measures();
        for set in sets {
            assert!((3..=6).contains(&set.measures.len()), "{}", set.id);
            for id in &set.measures {
                assert!(known.iter().any(|m| m.id() == id), "{}: {id}", set.id);
            }
        }
    }

    #[test]
    fn every_item_of_the_checklist_has_its_question() {
        let items: Vec<ChecklistItem> = checklist().iter().map(|(item, _)| *item).collect();
        assert_eq!(items, ChecklistItem::ALL);
        assert_eq!(items.len(), 16);
        assert!(checklist().iter().all(|(_, question)| question.ends_with('?') && question.len() <= 70));
    }

    #[test]
    fn every_crisis_contact_is_read_and_none_claims_to_be_checked() {
        let contacts = crisis_contacts();
        assert_eq!(contacts.len(), CONTACTS.lines().count() - 1);
        let today = "2026-11-24".parse().unwrap();
        // Until two sources were compared, every number asks to be checked.
        assert!(contacts.iter().all(|contact| contact.region.is_some() && contact.needs_check(today)));
    }
}
