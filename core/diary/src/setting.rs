//! Choices about the diary itself, each with its name, its values and what it is when nothing was chosen.

use std::collections::BTreeMap;

use tidemark_model::{Invalid, RegionCode, Rollover};

use crate::{Diary, DiaryError, Paper};

/// The choices in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// When the person's day ends; entries made before a change stay where they are.
    pub rollover: Rollover,
    /// Whether ratings before a session stay hidden until those after it are stored.
    pub hide_before: bool,
    /// Sheet of the report.
    pub paper: Paper,
    /// Region for crisis contacts, when chosen.
    pub region: Option<RegionCode>,
    /// Whether notifications say nothing private.
    pub private_notifications: bool,
}

/// Names of the settings with what each takes.
pub const SETTINGS: [(&str, &str); 5] = [
    ("rollover", "when the day ends: 00:00 to 12:00 in half hours"),
    ("hide_before", "ratings before a session stay hidden until those after it: true or false"),
    ("paper", "sheet of the report: a4 or letter"),
    ("region", "region for crisis contacts: two capital letters, such as IE, or nothing"),
    ("private_notifications", "notifications say nothing private: true or false"),
];

impl Settings {
    /// Each setting by name, as text.
    #[must_use]
    pub fn named(&self) -> BTreeMap<&'static str, String> {
        BTreeMap::from([
            ("rollover", self.rollover.to_string()),
            ("hide_before", self.hide_before.to_string()),
            ("paper", if self.paper == Paper::A4 { "a4" } else { "letter" }.to_owned()),
            ("region", self.region.map(|region| region.to_string()).unwrap_or_default()),
            ("private_notifications", self.private_notifications.to_string()),
        ])
    }
}

impl Diary {
    /// The choices in force.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn settings(&self) -> Result<Settings, DiaryError> {
        let stored = self.store.settings()?;
        let get = |name: &str| stored.get(name).map(String::as_str);
        Ok(Settings {
            rollover: self.rollover(),
            hide_before: get("hide_before") != Some("false"),
            paper: if get("paper") == Some("letter") { Paper::Letter } else { Paper::A4 },
            region: get("region").and_then(|text| text.parse().ok()),
            private_notifications: get("private_notifications") != Some("false"),
        })
    }

    /// Makes a choice by name.
    ///
    /// # Errors
    /// [`DiaryError::Invalid`] for an unknown name or a value it does not take; then nothing was changed.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), DiaryError> {
        let takes = SETTINGS.iter().find(|(known, _)| *known == name).map(|(_, takes)| *takes);
        let Some(takes) = takes else {
            let names: Vec<&str> = SETTINGS.iter().map(|(name, _)| *name).collect();
            return Err(Invalid::Code { field: "a setting", allowed: names.join(", ") }.into());
        };
        let fits = match name {
            "rollover" => {
                let rollover: Rollover = value.parse()?;
                self.store.set_rollover(rollover)?;
                self.about.rollover = rollover;
                return Ok(());
            }
            "paper" => matches!(value, "a4" | "letter"),
            "region" => value.is_empty() || value.parse::<RegionCode>().is_ok(),
            _ => matches!(value, "true" | "false"),
        };
        if !fits {
            return Err(Invalid::InField {
                field: name.to_owned(),
                rule: Box::new(Invalid::Field { field: "it", allowed: takes }),
            }
            .into());
        }
        Ok(self.store.set_setting(name, value)?)
    }
}
