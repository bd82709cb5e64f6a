//! Writing what leaves the diary: the report as PDF and as FHIR document, the CSV folder. Whole files or none.

use std::fs::File;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;

use sha2::{Digest, Sha256};
use tidemark_exchange::ExportError;
use tidemark_exchange::csv::CsvOptions;
use tidemark_findings::{Included, facts};
use tidemark_model::{
    FileDigest, Instant, LocalTime, LogicalDate, Moment, Period, Records, ShareSection, ShortText, SomeOf,
    UtcOffset, ZoneName, zoned,
};
use tidemark_report::{Cover, FhirCover, Report, assemble, fhir, is_fhir_report, pdf};
use tidemark_store::{StoreError, replace_with, write_beside};

pub use tidemark_report::document::Paper;
pub use tidemark_report::{PagePreview, Picture, Spoken, SpokenKind};

use crate::notes::ticked_notes;
use crate::share_log::{digest, of_document, of_report, of_tables};
use crate::watch::{Progress, Watcher, nobody};
use crate::{Diary, DiaryError, Span};

/// Choices for a report.
#[derive(Clone, Debug)]
pub struct ReportOptions {
    /// Days it covers.
    pub period: Period,
    /// Day it is made.
    pub made_on: LogicalDate,
    /// Zone of that day, as printed.
    pub zone: String,
    /// Sheet.
    pub paper: Paper,
    /// Name to print; withheld when none.
    pub name: Option<ShortText>,
    /// What is ticked for this report alone.
    pub included: Included,
}

impl ReportOptions {
    /// What leaves with the report, section by section, the name among them where it is printed.
    #[must_use]
    pub fn leaves(&self) -> Vec<ShareSection> {
        let mut sections = self.included.sections();
        sections.extend(self.name.as_ref().map(|_| ShareSection::Name));
        sections
    }

    /// What leaves with the FHIR document: the same, and what only a document has.
    #[must_use]
    pub fn leaves_in_document(&self) -> Vec<ShareSection> {
        let mut sections = self.leaves();
        sections.extend(self.included.in_documents());
        sections
    }
}

/// What a report turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportWritten {
    /// Pages.
    pub pages: u32,
    /// Bytes.
    pub bytes: u64,
    /// Characters the font has no shape for, replaced on the page, with how often.
    pub replaced: Vec<(char, u32)>,
}

impl ReportWritten {
    pub(crate) fn of(made: &tidemark_report::PdfFile) -> Self {
        Self {
            pages: made.pages,
            bytes: u64::try_from(made.bytes.len()).unwrap_or(u64::MAX),
            replaced: made.replaced.iter().map(|r| (r.char, r.count)).collect(),
        }
    }
}

/// What a FHIR document turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FhirWritten {
    /// Resources.
    pub resources: u64,
    /// Bytes.
    pub bytes: u64,
}

impl Diary {
    /// Writes the clinician's report as a tagged PDF; the same diary and options give the same bytes. That it left is
    /// noted at `now`.
    ///
    /// # Errors
    /// [`DiaryError::OutputNotWritten`]; then no partial file is left and a file that was there stays.
    /// [`DiaryError::UnknownNote`], [`DiaryError::NotNoted`].
    pub fn write_pdf(
        &mut self,
        path: &Path,
        options: &ReportOptions,
        now: Moment,
    ) -> Result<ReportWritten, DiaryError> {
        self.write_pdf_watched(path, options, &mut nobody(), now)
    }

    /// As [`Self::write_pdf`], under a watcher who is told before each of four steps: reading, working out, drawing, writing.
    ///
    /// # Errors
    /// As [`Self::write_pdf`], and [`DiaryError::Cancelled`]; then no file was written.
    pub fn write_pdf_watched(
        &mut self,
        path: &Path,
        options: &ReportOptions,
        watch: &mut Watcher<'_>,
        now: Moment,
    ) -> Result<ReportWritten, DiaryError> {
        let mut begin = |done| match watch(Progress { done, total: 4 }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(DiaryError::Cancelled { doing: "making a report" }),
        };
        begin(0)?;
        let records = self.store.records(None)?;
        begin(1)?;
        let some = ticked_notes(&records, options)?;
        let report = self.report(&records, options);
        begin(2)?;
        let made = pdf(&report).map_err(|error| DiaryError::report(path, error))?;
        begin(3)?;
        write_output(path, &made.bytes)?;
        self.note_left(path, of_report(options, some, digest(&made.bytes)), None, now)?;
        Ok(ReportWritten::of(&made))
    }

    /// The pages of the report as pictures and words, to be looked at before anything is sent. Makes no file and is not
    /// noted: nothing has left.
    ///
    /// # Errors
    /// [`DiaryError::Damaged`] and what else reading the diary may give.
    pub fn preview(&self, options: &ReportOptions) -> Result<PagePreview, DiaryError> {
        let records = self.store.records(None)?;
        ticked_notes(&records, options)?;
        PagePreview::of(&self.report(&records, options))
            .map_err(|e| DiaryError::report(Path::new("the preview"), e))
    }

    /// The report as a PDF that is to be written to `path`, and how many notes it holds where they are ticked one by one.
    pub(crate) fn report_pdf(
        &self,
        path: &Path,
        options: &ReportOptions,
    ) -> Result<(tidemark_report::PdfFile, Option<SomeOf>), DiaryError> {
        let records = self.store.records(None)?;
        let some = ticked_notes(&records, options)?;
        let made = pdf(&self.report(&records, options)).map_err(|error| DiaryError::report(path, error))?;
        Ok((made, some))
    }

    fn report(&self, records: &Records, options: &ReportOptions) -> Report {
        let facts = facts(records, options.period, options.made_on, &options.included);
        let cover = Cover {
            paper: options.paper,
            person: options.name.as_ref().map(|name| name.as_str().to_owned()),
            made_on: options.made_on.date(),
            zone: options.zone.clone(),
            document_id: document_id(&facts),
            sample_label: self.sample_label().map(str::to_owned),
        };
        assemble(&facts, cover)
    }

    /// Writes the report as a FHIR R4 document, with the records of the period; the same diary and options give the same
    /// bytes. What `options` do not include is in no resource. That it left is noted at `now`.
    ///
    /// # Errors
    /// [`DiaryError::OutputNotWritten`] also when a file is there that is no former document; then no partial file is left and
    /// a file that was there stays. [`DiaryError::StorageFull`], [`DiaryError::NotNoted`].
    pub fn write_fhir(
        &mut self,
        path: &Path,
        options: &ReportOptions,
        now: Moment,
    ) -> Result<FhirWritten, DiaryError> {
        refuse_stranger(path)?;
        let records = self.store.records(None)?;
        let some = ticked_notes(&records, options)?;
        let report = self.report(&records, options);
        let cover = FhirCover {
            period: options.period,
            made_on: options.made_on,
            made_at: start_of(options.made_on, &options.zone)?,
            diary: self.about.created_at.millis().to_be_bytes().to_vec(),
            version: env!("CARGO_PKG_VERSION"),
            ticked: options.included.clone(),
        };
        let written = replace_with(path, |file: &mut File| {
            let mut out = io::BufWriter::new(Counting { out: file, bytes: 0, digest: Sha256::new() });
            let resources =
                fhir(&report, &records, &cover, &mut out).and_then(|made| out.flush().map(|()| made));
            let resources = resources.map_err(Trouble::Io)?;
            let through = out.get_ref();
            let sha256 = FileDigest::new(through.digest.clone().finalize().into());
            Ok((FhirWritten { resources, bytes: through.bytes }, sha256))
        });
        let (written, sha256) = written.map_err(|trouble: Trouble| trouble.with(path))?;
        self.note_left(path, of_document(options, some, sha256), None, now)?;
        Ok(written)
    }

    /// Writes the tables of a span of days, as CSV or JSON Lines: to a zip archive where the name ends in `.zip`, else to a
    /// folder. An existing folder is replaced only when it is a former export. That they left is noted at `now`.
    ///
    /// # Errors
    /// [`DiaryError::OutputNotWritten`]; then nothing partial is left. [`DiaryError::NotNoted`].
    pub fn write_csv(
        &mut self,
        folder: &Path,
        span: Span,
        options: &CsvOptions,
        now: Moment,
    ) -> Result<Vec<(String, u64)>, DiaryError> {
        let records = self.records(span)?;
        if folder.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
            let (bytes, written) = tidemark_exchange::csv::zip(&records, options)
                .map_err(|error| DiaryError::export(folder, error))?;
            write_output(folder, &bytes)?;
            self.note_left(folder, of_tables(*options, span, digest(&bytes)), None, now)?;
            return Ok(written.files);
        }
        let written = tidemark_exchange::csv::write(&records, options, folder)
            .map_err(|error| DiaryError::export(folder, error))?;
        let sha256 = FileDigest::new(written.package_sha256);
        self.note_left(folder, of_tables(*options, span, sha256), None, now)?;
        Ok(written.files)
    }
}

/// Writes a file whole or not at all.
///
/// # Errors
/// [`DiaryError::OutputNotWritten`], [`DiaryError::StorageFull`].
pub fn write_output(path: &Path, bytes: &[u8]) -> Result<(), DiaryError> {
    Ok(write_beside(path, bytes)?)
}

/// Refuses a place that holds anything but a former FHIR document.
fn refuse_stranger(path: &Path) -> Result<(), DiaryError> {
    let refused = || DiaryError::export(path, ExportError::OutputExists { path: path.to_path_buf() });
    match std::fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(source) => {
            return Err(DiaryError::OutputNotWritten { path: path.to_path_buf(), source: Box::new(source) });
        }
        Ok(there) if !there.is_file() => return Err(refused()),
        Ok(_) => {}
    }
    let mut beginning = Vec::new();
    let read = File::open(path).and_then(|file| file.take(256).read_to_end(&mut beginning));
    if read.is_ok() && is_fhir_report(&beginning) { Ok(()) } else { Err(refused()) }
}

/// The moment at which a day begins in a zone; in UTC where the zone is not known. Of two such moments the earlier, and the
/// first one there is where a clock change takes midnight away.
fn start_of(day: LogicalDate, zone: &str) -> Result<Moment, DiaryError> {
    let midnight = day.date().and_time(chrono::NaiveTime::MIN);
    let Ok(zone) = ZoneName::new(zone) else {
        let instant = Instant::from_millis(midnight.and_utc().timestamp_millis())?;
        return Ok(Moment { instant, offset: UtcOffset::default(), zone: None });
    };
    Ok(match zoned(midnight, zone)? {
        LocalTime::Single(moment) => moment,
        LocalTime::Ambiguous { earlier, .. } => earlier,
        LocalTime::Skipped { shifted } => shifted,
    })
}

/// Counts what goes through it, and takes its SHA-256.
struct Counting<W> {
    out: W,
    bytes: u64,
    digest: Sha256,
}

impl<W: Write> Write for Counting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes += u64::try_from(written).unwrap_or(u64::MAX);
        self.digest.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// What can go wrong while a file is written bit by bit.
enum Trouble {
    Store(StoreError),
    Io(io::Error),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Trouble {
    fn with(self, path: &Path) -> DiaryError {
        match self {
            Self::Store(error) => error.into(),
            Self::Io(source) if source.kind() == io::ErrorKind::StorageFull => {
                DiaryError::StorageFull { doing: "writing" }
            }
            Self::Io(source) => {
                DiaryError::OutputNotWritten { path: path.to_path_buf(), source: Box::new(source) }
            }
        }
    }
}

/// Twelve hexadecimal digits of the SHA-256 of the facts shown: two reports with the same id say the same.
fn document_id(facts: &tidemark_findings::ReportFacts) -> String {
    // Digested as it is written: of decades it is ten megabytes that nobody reads.
    let through = Counting { out: io::sink(), bytes: 0, digest: Sha256::new() };
    let mut out = io::BufWriter::with_capacity(1 << 16, through);
    // Facts always have a form in JSON, and a sink takes all of it.
    let _ = serde_json::to_writer(&mut out, facts).map_err(io::Error::from).and_then(|()| out.flush());
    let digest = out.get_ref().digest.clone().finalize();
    let bytes: [u8; 8] = std::array::from_fn(|at| digest.get(at).copied().unwrap_or(0));
    format!("{:012x}", u64::from_be_bytes(bytes) >> 16)
}
