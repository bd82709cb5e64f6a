//! What the person wrote for hard hours, in their own words, and which parts of it may be read while the diary is locked.

use crate::code::coded;
use crate::content::content;
use crate::{Invalid, Line};

/// A part of a safety plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum SafetySection {
    Signs,
    WhatHelps,
    Places,
    People,
    Professionals,
    Reasons,
}

coded!(SafetySection, "open_sections", {
    Signs => "signs", WhatHelps => "what_helps", Places => "places", People => "people",
    Professionals => "professionals", Reasons => "reasons",
});

content! {
    /// A safety plan.
    SafetyPlan(SafetyPlanId) {
        /// my signs
        signs: Vec<Line>,
        /// what helps
        what_helps: Vec<Line>,
        /// places
        places: Vec<Line>,
        /// people
        people: Vec<Line>,
        /// professionals
        professionals: Vec<Line>,
        /// reasons
        reasons: Vec<Line>,
        /// parts that may be read while the diary is locked
        open_sections: Vec<SafetySection>,
    }
}

impl SafetyPlan {
    /// The lines of one part.
    #[must_use]
    pub fn section(&self, section: SafetySection) -> &[Line] {
        match section {
            SafetySection::Signs => &self.signs,
            SafetySection::WhatHelps => &self.what_helps,
            SafetySection::Places => &self.places,
            SafetySection::People => &self.people,
            SafetySection::Professionals => &self.professionals,
            SafetySection::Reasons => &self.reasons,
        }
    }

    fn rules(&self) -> Result<(), Invalid> {
        if SafetySection::ALL.iter().all(|section| self.section(*section).is_empty()) {
            return Err(Invalid::Field { field: "a safety plan", allowed: "at least one line" });
        }
        Ok(())
    }
}
