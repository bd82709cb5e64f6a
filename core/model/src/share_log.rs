//! What left the diary as a file: what it was, which sections of which days, and how to know the file again. It says
//! nothing of what stands in the file, and nobody writes it by hand.

use std::fmt;
use std::str::FromStr;

use crate::code::coded;
use crate::content::content;
use crate::field::spelled;
use crate::{FieldKind, Invalid, ListItem, LogicalDate, ShortText};

/// A section that may leave the diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum ShareSection {
    Trends,
    Sessions,
    Questionnaires,
    Medicines,
    UnwantedEffects,
    Questions,
    Goals,
    Events,
    Practices,
    Plan,
    Notes,
    Distress,
    ItemScores,
    DailyTable,
    Name,
    Therapists,
    CareTeam,
    Intake,
    Reminders,
    Safety,
}

coded!(ShareSection, "a section", {
    Trends => "trends", Sessions => "sessions", Questionnaires => "questionnaires", Medicines => "medicines",
    UnwantedEffects => "unwanted_effects", Questions => "questions", Goals => "goals", Events => "events",
    Practices => "practices", Plan => "plan", Notes => "notes", Distress => "distress",
    ItemScores => "item_scores", DailyTable => "daily_table", Name => "name", Therapists => "therapists", CareTeam => "care_team",
    Intake => "intake", Reminders => "reminders", Safety => "safety",
});

/// A section that left. Of notes that were ticked one by one it says how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeftSection {
    /// Which.
    pub section: ShareSection,
    /// How many of how many; none when all of it left.
    pub some: Option<SomeOf>,
}

/// Some of those there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SomeOf {
    /// How many.
    pub n: u32,
    /// Of how many, `n` or more.
    pub of: u32,
}

impl From<ShareSection> for LeftSection {
    fn from(section: ShareSection) -> Self {
        Self { section, some: None }
    }
}

/// `notes`, or `notes:2/5`.
impl ListItem for LeftSection {
    fn to_item(&self) -> String {
        let code = self.section.code();
        self.some.map_or_else(|| code.to_owned(), |some| format!("{code}:{}/{}", some.n, some.of))
    }

    fn from_item(text: &str) -> Result<Self, Invalid> {
        let Some((code, counts)) = text.split_once(':') else {
            return Ok(ShareSection::from_code(text)?.into());
        };
        let refused =
            Invalid::Field { field: "the notes that left", allowed: "how many of how many, as 2/5" };
        let (n, of) = counts.split_once('/').ok_or_else(|| refused.clone())?;
        let some = n.parse().ok().zip(of.parse().ok()).map(|(n, of)| SomeOf { n, of });
        let section = Self { section: ShareSection::from_code(code)?, some };
        // Only what is written is read: no sign, no leading zero, no more than there are.
        let written = section.to_item() == text && some.is_some_and(|some| some.n <= some.of);
        if written { Ok(section) } else { Err(refused) }
    }
}

/// What left the diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    /// The clinician's report.
    ReportPdf,
    /// The report as a FHIR document.
    ReportFhir,
    /// The report as plain text.
    ReportText,
    /// The tables as CSV.
    TablesCsv,
    /// The tables as JSON Lines.
    TablesJsonl,
    /// The intake sheet.
    IntakePdf,
    /// The questions to ask a massage therapist.
    QuestionsPdf,
    /// The page for a caregiver.
    CaregiverPdf,
    /// The whole diary, sealed.
    Backup,
}

coded!(Shared, "what", {
    ReportPdf => "report_pdf", ReportFhir => "report_fhir", ReportText => "report_text",
    TablesCsv => "tables_csv", TablesJsonl => "tables_jsonl", IntakePdf => "intake_pdf",
    QuestionsPdf => "questions_pdf", CaregiverPdf => "caregiver_pdf", Backup => "backup",
});

/// SHA-256 of a file; written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileDigest([u8; 32]);

impl FileDigest {
    /// Takes the digest.
    #[must_use]
    pub const fn new(sha256: [u8; 32]) -> Self {
        Self(sha256)
    }
}

impl fmt::Display for FileDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for FileDigest {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let refused = Invalid::Field { field: "a SHA-256", allowed: "64 hexadecimal digits" };
        if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(refused);
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            let digits = text.get(2 * at..2 * at + 2).unwrap_or_default();
            *byte = u8::from_str_radix(digits, 16).map_err(|_| refused.clone())?;
        }
        Ok(Self(bytes))
    }
}

spelled!(FileDigest, FieldKind::Word);

content! {
    /// One file that left the diary; when is when it was recorded.
    ShareLog(ShareLogId) {
        /// what left
        what: Shared,
        /// for whom, when said
        to @ "to_whom": Option<ShortText>,
        /// sections it holds; a backup holds everything
        sections: Vec<LeftSection>,
        /// first day it is about
        period_from: Option<LogicalDate>,
        /// last day it is about
        period_to: Option<LogicalDate>,
        /// SHA-256 of the file; of a folder, of its `datapackage.json`, which names those of the others
        sha256: FileDigest,
    }
}

impl ShareLog {
    /// Whether any of a section left.
    #[must_use]
    pub fn holds(&self, section: ShareSection) -> bool {
        self.sections.iter().any(|left| left.section == section)
    }

    fn rules(&self) -> Result<(), Invalid> {
        match (self.period_from, self.period_to) {
            (None, None) => Ok(()),
            (Some(from), Some(to)) if from <= to => Ok(()),
            _ => Err(Invalid::Field {
                field: "the days of a file",
                allowed: "a first and a later last one, or neither",
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_that_were_ticked_one_by_one_are_counted() {
        let left = LeftSection { section: ShareSection::Notes, some: Some(SomeOf { n: 2, of: 5 }) };
        assert_eq!(left.to_item(), "notes:2/5");
        assert_eq!(LeftSection::from_item("notes:2/5"), Ok(left));
        assert_eq!(LeftSection::from_item("item_scores"), Ok(ShareSection::ItemScores.into()));
        for wrong in
            ["notes:", "notes:2", "notes:6/5", "notes:+2/5", "notes:02/5", "notes:2/5/7", "pages:2/5", ""]
        {
            assert!(LeftSection::from_item(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_digest_is_written_as_sha256sum_writes_it() {
        // `printf abc | sha256sum`, FIPS 180-2.
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(text.parse::<FileDigest>().unwrap().to_string(), text);
        for wrong in ["", "ba78", &text.replace('b', "g"), &format!("{text}00"), &"é".repeat(32)] {
            assert!(wrong.parse::<FileDigest>().is_err(), "{wrong}");
        }
    }
}
