//! The total of a questionnaire, and its numbered items when given. No question text ships; a total is a number, no
//! judgement.

use std::fmt;
use std::str::FromStr;

use crate::code::coded;
use crate::content::content;
use crate::field::{bounded, spelled};
use crate::{FieldKind, Invalid, LogicalDate, Moment, ShortText};

/// A questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Instrument {
    /// Patient Health Questionnaire, 9 items of 0 to 3.
    Phq9,
    /// Generalised Anxiety Disorder scale, 7 items of 0 to 3.
    Gad7,
    /// PTSD Checklist for DSM-5, 20 items of 0 to 4.
    Pcl5,
    /// Insomnia Severity Index, total alone, 0 to 28.
    Isi,
    /// Perceived Stress Scale, total alone, 0 to 40.
    Pss10,
}

coded!(Instrument, "instrument", {
    Phq9 => "phq_9", Gad7 => "gad_7", Pcl5 => "pcl_5", Isi => "isi", Pss10 => "pss_10",
});

impl Instrument {
    /// Highest total.
    #[must_use]
    pub const fn most(self) -> u16 {
        match self {
            Self::Phq9 => 27,
            Self::Gad7 => 21,
            Self::Pcl5 => 80,
            Self::Isi => 28,
            Self::Pss10 => 40,
        }
    }

    /// How many items may be given, and the highest score of one; none for those kept as totals.
    #[must_use]
    pub const fn items(self) -> Option<(u8, u8)> {
        match self {
            Self::Phq9 => Some((9, 3)),
            Self::Gad7 => Some((7, 3)),
            Self::Pcl5 => Some((20, 4)),
            Self::Isi | Self::Pss10 => None,
        }
    }
}

/// Who filled a questionnaire in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilledBy {
    /// The person.
    Own,
    /// The person, with somebody's help.
    Helped,
    /// A clinician who asked.
    Clinician,
    /// Somebody else.
    Other,
}

coded!(FilledBy, "filled_by", { Own => "self", Helped => "helped", Clinician => "clinician", Other => "other" });

bounded! {
    /// A total, 0 to 80.
    Total(u16) 0..=80, "a total", "0 to 80"
}

/// The score of one numbered item; written `9:0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemScore {
    /// Which item, from 1.
    pub number: u8,
    /// Its score, 0 to 4.
    pub score: u8,
}

impl fmt::Display for ItemScore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.number, self.score)
    }
}

impl FromStr for ItemScore {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let parts =
            text.split_once(':').and_then(|(n, s)| Some((n.trim().parse().ok()?, s.trim().parse().ok()?)));
        let refused = Invalid::Field { field: "an item", allowed: "its number and score, such as 9:0" };
        parts.map(|(number, score)| Self { number, score }).ok_or(refused)
    }
}

spelled!(ItemScore, FieldKind::Word);

content! {
    /// One result of a questionnaire.
    InstrumentResult(InstrumentResultId) {
        /// which questionnaire
        instrument: Instrument,
        /// its version or language, when it matters
        version: Option<ShortText>,
        /// when it was filled in
        taken_at: Moment,
        /// the day it belongs to
        logical_date: LogicalDate,
        /// the total
        total: Total,
        /// scores of numbered items, number and score with ':' between
        items: Vec<ItemScore>,
        /// who filled it in
        filled_by: FilledBy,
        /// where
        place: Option<ShortText>,
    }
}

impl InstrumentResult {
    fn rules(&self) -> Result<(), Invalid> {
        let (total, most) = (self.total.get(), self.instrument.most());
        if total > most {
            return Err(Invalid::TotalOutOfRange { total, most });
        }
        if self.items.is_empty() {
            return Ok(());
        }
        let Some((count, highest)) = self.instrument.items() else {
            return Err(Invalid::Field {
                field: "items",
                allowed: "none for this questionnaire, only its total",
            });
        };
        let mut numbers: Vec<u8> = self.items.iter().map(|item| item.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let known = self.items.iter().all(|item| (1..=count).contains(&item.number) && item.score <= highest);
        if !known || numbers.len() != self.items.len() {
            return Err(Invalid::Field { field: "items", allowed: "each item once, within its scores" });
        }
        let sum: u16 = self.items.iter().map(|item| u16::from(item.score)).sum();
        let complete = self.items.len() == usize::from(count);
        // A part of the items can be below the total, never above it.
        if (complete && sum != total) || sum > total {
            return Err(Invalid::SumMismatch { sum, total });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(instrument: Instrument, total: u16, items: &str) -> Result<(), Invalid> {
        let items = if items.is_empty() { Ok(vec![]) } else { crate::FieldValue::from_text(items) };
        InstrumentResult {
            instrument,
            version: None,
            taken_at: Moment::parse("2026-11-24T10:00Z").unwrap(),
            logical_date: "2026-11-24".parse().unwrap(),
            total: Total::new(total).unwrap(),
            items: items.unwrap(),
            filled_by: FilledBy::Own,
            place: None,
        }
        .rules()
    }

    // Ranges: Kroenke 2001 (PHQ-9), Spitzer 2006 (GAD-7), Weathers 2013 (PCL-5), Morin 1993 (ISI), Cohen 1983 (PSS-10).
    #[test]
    fn each_total_has_its_own_range() {
        for (instrument, most) in [
            (Instrument::Phq9, 27),
            (Instrument::Gad7, 21),
            (Instrument::Pcl5, 80),
            (Instrument::Isi, 28),
            (Instrument::Pss10, 40),
        ] {
            assert_eq!(result(instrument, most, ""), Ok(()));
            if most < 80 {
                let refused = Err(Invalid::TotalOutOfRange { total: most + 1, most });
                assert_eq!(result(instrument, most + 1, ""), refused);
            }
        }
    }

    #[test]
    fn all_items_add_up_to_the_total_and_both_numbers_are_said() {
        let items = "1:1 | 2:1 | 3:2 | 4:0 | 5:3 | 6:2 | 7:3";
        assert_eq!(result(Instrument::Gad7, 12, items), Ok(()));
        let wrong = result(Instrument::Gad7, 14, items).unwrap_err();
        assert_eq!(wrong.to_string(), "items add up to 12, total says 14");
        assert_eq!(result(Instrument::Gad7, 14, "1:3 | 2:1"), Ok(()));
        assert!(result(Instrument::Gad7, 2, "1:3").is_err());
        assert!(result(Instrument::Gad7, 14, "8:1").is_err());
        assert!(result(Instrument::Gad7, 14, "1:4").is_err());
        assert!(result(Instrument::Gad7, 14, "1:1 | 1:1").is_err());
        assert!(result(Instrument::Isi, 14, "1:1").is_err());
    }
}
