//! Diaries that tell a report, step by step: the records, their facts, the document, the file.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use tidemark::model::{LogicalDate, Moment, Period, Records, SeededEntropy, ShortText, Source};
use tidemark::{
    DataKey, Diary, Paper, Passphrase, ReportOptions, ReportWritten, SAMPLE_PASSPHRASE, Shell, Span,
};
use tidemark_findings::{Included, ReportFacts, facts};
use tidemark_report::{Cover, Report, assemble};

use super::room::Room;

/// A diary on disk with what is asked of it.
pub struct Told {
    folder: PathBuf,
    diary: RefCell<Diary>,
    options: ReportOptions,
}

impl Told {
    /// The made-up year of `tidemark demo`, over the days that its report covers.
    pub fn sample(folder: &Path) -> Self {
        let made = Diary::create_sample(folder, today(), 7, shell()).unwrap();
        let period = made.report_period(today()).unwrap();
        made.close().unwrap();
        let passphrase = Passphrase::new(SAMPLE_PASSPHRASE).unwrap();
        let key = Diary::key_from_passphrase(folder, &passphrase).unwrap();
        key.write_file(&folder.with_extension("key")).unwrap();
        Self::found(folder, period)
    }

    /// A diary of decades, over all of them.
    pub fn decades(folder: &Path, values: u32) -> Self {
        let made = Room::make(folder, values).open();
        let period = made.trends(&[], Span::default()).unwrap().period.unwrap();
        made.close().unwrap();
        Self::found(folder, period)
    }

    /// One that stands in a folder, with its key beside it.
    pub fn found(folder: &Path, period: Period) -> Self {
        let key = DataKey::read_file(&folder.with_extension("key")).unwrap();
        let diary = Diary::open_with_key(folder, &key, shell()).unwrap();
        // Everything that can be ticked.
        let options = ReportOptions {
            period,
            made_on: today(),
            zone: "Europe/Dublin".to_owned(),
            paper: Paper::A4,
            name: Some(ShortText::new("name", "Alex Łukasz Example").unwrap()),
            included: Included { distress: true, ..Included::default() },
        };
        Self { folder: folder.to_owned(), diary: RefCell::new(diary), options }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn period(&self) -> Period {
        self.options.period
    }

    pub fn records(&self) -> Records {
        self.diary.borrow().records(Span::default()).unwrap()
    }

    pub fn facts(&self, records: &Records) -> ReportFacts {
        facts(records, self.options.period, self.options.made_on, &self.options.included)
    }

    pub fn document(&self, facts: &ReportFacts) -> Report {
        let cover = Cover {
            paper: self.options.paper,
            person: self.options.name.as_ref().map(|name| name.as_str().to_owned()),
            made_on: self.options.made_on.date(),
            zone: self.options.zone.clone(),
            document_id: "0123456789ab".to_owned(),
            sample_label: Some("made up by a program".to_owned()),
        };
        assemble(facts, cover)
    }

    /// All of it, as a shell asks for it.
    pub fn write(&self) -> ReportWritten {
        let now = Moment::parse("2026-11-23T12:00Z").unwrap();
        self.diary.borrow_mut().write_pdf(&self.folder.with_extension("pdf"), &self.options, now).unwrap()
    }
}

fn today() -> LogicalDate {
    "2026-11-23".parse().unwrap()
}

/// Ids of its own for each process: several write into one diary.
fn shell() -> Shell {
    Shell { entropy: Box::new(SeededEntropy::new(u64::from(std::process::id()))), source: Source::App }
}
