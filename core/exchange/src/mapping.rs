//! How was a file read, where its format left that open? Kept with the import, so that it can be read the same way again.
//!
//! Only the person's diary holds this text: answers and column maps name what somebody measured.

use serde::{Deserialize, Serialize};
use tidemark_model::ZoneName;

/// What was said about a file besides the file itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Zone in which times that name none were read.
    pub zone: Option<ZoneName>,
    /// Answers about names of the file, as they were given: `super=5`.
    pub answers: Vec<String>,
    /// The column map, as it was given.
    pub map: Option<String>,
}

/// Its form as JSON; what is not there is left out.
#[derive(Serialize, Deserialize)]
struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    answers: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    map: Option<String>,
}

impl Mapping {
    /// Its text, a JSON object; none when nothing was said.
    #[must_use]
    pub fn to_text(&self) -> Option<String> {
        if *self == Self::default() {
            return None;
        }
        let zone = self.zone.map(|zone| zone.name().to_owned());
        serde_json::to_string(&Written { zone, answers: self.answers.clone(), map: self.map.clone() }).ok()
    }

    /// Reads what [`Self::to_text`] wrote; what cannot be read is as if nothing had been said.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let Ok(Written { zone, answers, map }) = serde_json::from_str(text) else { return Self::default() };
        Self { zone: zone.and_then(|name| ZoneName::new(&name).ok()), answers, map }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_read_again_as_it_was_said() {
        assert_eq!(Mapping::default().to_text(), None);
        let zone = Some(ZoneName::new("Europe/Dublin").unwrap());
        let said = Mapping { zone, answers: vec!["so \"good=5".into()], map: Some("a = 1\n".into()) };
        let text = said.to_text().unwrap();
        assert_eq!(text, r#"{"zone":"Europe/Dublin","answers":["so \"good=5"],"map":"a = 1\n"}"#);
        assert_eq!(Mapping::from_text(&text), said);
        let zone = Mapping { zone, ..Mapping::default() };
        assert_eq!(zone.to_text().as_deref(), Some(r#"{"zone":"Europe/Dublin"}"#));
        assert_eq!(Mapping::from_text(r#"{"zone":"Europe/Dublin"}"#), zone);
        assert_eq!(Mapping::from_text("{"), Mapping::default());
    }
}
