//! The pages beside the report, written whole or not at all: the intake sheet, the page for a caregiver, the questions to ask
//! first. That one left is noted; what stands on it is not.

use std::path::Path;

use tidemark_model::{
    CareTeamMember, IntakeField, IntakeSheet, Kind, LogicalDate, Moment, Record, RecordId, Recorded,
    ShareLog, ShareSection, Shared, ShortText, ValueId,
};
use tidemark_report::sheet::{
    CaregiverChoices, IntakeChoices, QuestionChoices, Sheet, SheetCover, caregiver_page, intake_sheet,
    questions_sheet,
};
use tidemark_report::{PagePreview, PdfFile, sheet_pdf};

use crate::share_log::digest;
use crate::{Diary, DiaryError, Paper, ReportWritten, write_output};

/// Choices for every page beside the report.
#[derive(Clone, Debug)]
pub struct SheetOptions {
    /// Day it is made.
    pub made_on: LogicalDate,
    /// Zone of that day, as printed.
    pub zone: String,
    /// Paper.
    pub paper: Paper,
}

/// Choices for the page of the intake sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntakePage {
    /// The last three sessions, on the reverse.
    pub reverse: bool,
    /// Two lines to sign on.
    pub signatures: bool,
}

/// Choices for the page for a caregiver.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaregiverPage {
    /// For whom: a member of the care team, by an id, an ending of it, or `last`.
    pub reader: Option<String>,
    /// Name to print; withheld without.
    pub name: Option<ShortText>,
    /// Where the measures are lately; also when the reader's own ticks hold the trends.
    pub ratings: bool,
}

/// A page, and what would be noted of it if it left.
struct Made {
    sheet: Sheet,
    what: Shared,
    to: Option<ShortText>,
    sections: Vec<ShareSection>,
}

impl Made {
    /// Each section with whether it stands on the page.
    fn of(sheet: Sheet, what: Shared, to: Option<ShortText>, sections: &[(bool, ShareSection)]) -> Self {
        let sections = sections.iter().filter(|(there, _)| *there).map(|(_, section)| *section).collect();
        Self { sheet, what, to, sections }
    }
}

fn preview(made: &Made) -> Result<PagePreview, DiaryError> {
    PagePreview::of_sheet(&made.sheet).map_err(|e| DiaryError::report(Path::new("the preview"), e))
}

impl Diary {
    /// Writes the newest version of the intake sheet as a tagged PDF, as far as it is ticked; the same diary and options give the
    /// same bytes. That it left is noted at `now`.
    ///
    /// # Errors
    /// [`DiaryError::NoIntakeSheet`]. [`DiaryError::OutputNotWritten`]; then no partial file is left and a file
    /// that was there stays. [`DiaryError::NotNoted`].
    pub fn write_intake_page(
        &mut self,
        path: &Path,
        page: IntakePage,
        options: &SheetOptions,
        now: Moment,
    ) -> Result<ReportWritten, DiaryError> {
        self.write_sheet(path, self.intake_page(page, options)?, now)
    }

    /// The same page to be looked at; nothing is written and nothing has left.
    ///
    /// # Errors
    /// [`DiaryError::NoIntakeSheet`].
    pub fn preview_intake_page(
        &self,
        page: IntakePage,
        options: &SheetOptions,
    ) -> Result<PagePreview, DiaryError> {
        preview(&self.intake_page(page, options)?)
    }

    fn intake_page(&self, page: IntakePage, options: &SheetOptions) -> Result<Made, DiaryError> {
        use ShareSection::{Intake, Medicines, Name, Plan, Sessions, UnwantedEffects};
        let records = self.store.records(None)?;
        let choices = IntakeChoices { reverse: page.reverse, signatures: page.signatures };
        let newest: &Recorded<IntakeSheet> = records.intake_sheets.last().ok_or(DiaryError::NoIntakeSheet)?;
        let ticked = newest.ticked();
        let plan = records.session_plans.iter().any(|plan| plan.since <= options.made_on);
        let sections = [
            (true, Intake),
            (ticked.name.is_some(), Name),
            (newest.shares(IntakeField::Medicines) && !ticked.medicines.is_empty(), Medicines),
            (plan, Plan),
            (page.reverse, Sessions),
            (page.reverse, UnwantedEffects),
        ];
        let sheet = intake_sheet(&records, choices, self.cover(options)).ok_or(DiaryError::NoIntakeSheet)?;
        Ok(Made::of(sheet, Shared::IntakePdf, None, &sections))
    }

    /// Writes the page for a caregiver as a tagged PDF: goals, what helps, whom to call, the next dates; ratings only when they
    /// are ticked. That it left is noted at `now`, with the reader's name.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`] for a reader who is not of the care team; otherwise as [`Self::write_intake_page`].
    pub fn write_caregiver_page(
        &mut self,
        path: &Path,
        page: &CaregiverPage,
        options: &SheetOptions,
        now: Moment,
    ) -> Result<ReportWritten, DiaryError> {
        self.write_sheet(path, self.caregiver_page(page, options)?, now)
    }

    /// The same page to be looked at; nothing is written and nothing has left.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`] for a reader who is not of the care team.
    pub fn preview_caregiver_page(
        &self,
        page: &CaregiverPage,
        options: &SheetOptions,
    ) -> Result<PagePreview, DiaryError> {
        preview(&self.caregiver_page(page, options)?)
    }

    fn caregiver_page(&self, page: &CaregiverPage, options: &SheetOptions) -> Result<Made, DiaryError> {
        use ShareSection::{CareTeam, Goals, Intake, Name, Plan, Safety, Trends};
        let records = self.store.records(None)?;
        let reader = page.reader.as_deref().map(|id| self.care_team_member(id)).transpose()?;
        let ratings = page.ratings || reader.as_ref().is_some_and(|reader| reader.share.contains(&Trends));
        let choices = CaregiverChoices {
            reader: reader.as_ref().map(|reader| reader.id),
            name: page.name.clone(),
            ratings,
        };
        let of_sheet =
            [IntakeField::EmergencyContact, IntakeField::OverwhelmedDo, IntakeField::OverwhelmedAvoid];
        let newest = records.intake_sheets.last();
        let intake = newest.is_some_and(|sheet| of_sheet.iter().any(|field| sheet.shares(*field)));
        let sections = [
            (intake, Intake),
            (true, Goals),
            (true, Safety),
            (true, CareTeam),
            (true, Plan),
            (page.name.is_some(), Name),
            (ratings, Trends),
        ];
        let sheet = caregiver_page(&records, &choices, self.cover(options));
        let to = reader.map(|reader| reader.name.clone());
        Ok(Made::of(sheet, Shared::CaregiverPdf, to, &sections))
    }

    /// Writes the questions to ask a massage therapist first as a tagged PDF: those not asked yet, or unsure, with the one that is
    /// named, or all sixteen. That they left is noted at `now`.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::AmbiguousRecord`] for the therapist; otherwise as
    /// [`Self::write_intake_page`].
    pub fn write_questions_page(
        &mut self,
        path: &Path,
        therapist: Option<&str>,
        options: &SheetOptions,
        now: Moment,
    ) -> Result<ReportWritten, DiaryError> {
        self.write_sheet(path, self.questions_page(therapist, options)?, now)
    }

    /// The same page to be looked at; nothing is written and nothing has left.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::AmbiguousRecord`] for the therapist.
    pub fn preview_questions_page(
        &self,
        therapist: Option<&str>,
        options: &SheetOptions,
    ) -> Result<PagePreview, DiaryError> {
        preview(&self.questions_page(therapist, options)?)
    }

    fn questions_page(&self, therapist: Option<&str>, options: &SheetOptions) -> Result<Made, DiaryError> {
        use ShareSection::{Intake, Therapists};
        let records = self.store.records(None)?;
        let therapist = therapist.map(|id| self.therapist(id)).transpose()?;
        let choices = QuestionChoices { therapist: therapist.as_ref().map(|therapist| therapist.id) };
        let sections = [(therapist.is_some(), Therapists), (!records.intake_sheets.is_empty(), Intake)];
        let sheet = questions_sheet(&records, choices, self.cover(options));
        Ok(Made::of(sheet, Shared::QuestionsPdf, None, &sections))
    }

    fn cover(&self, options: &SheetOptions) -> SheetCover {
        SheetCover {
            paper: options.paper,
            made_on: options.made_on,
            zone: options.zone.clone(),
            sample_label: self.sample_label().map(str::to_owned),
        }
    }

    fn write_sheet(&mut self, path: &Path, made: Made, now: Moment) -> Result<ReportWritten, DiaryError> {
        let file: PdfFile = sheet_pdf(&made.sheet).map_err(|error| DiaryError::report(path, error))?;
        write_output(path, &file.bytes)?;
        let left = ShareLog {
            what: made.what,
            to: made.to,
            sections: made.sections.into_iter().map(Into::into).collect(),
            period_from: None,
            period_to: None,
            sha256: digest(&file.bytes),
        };
        self.note_left(path, left, None, now)?;
        Ok(ReportWritten::of(&file))
    }

    fn care_team_member(&self, id: &str) -> Result<Recorded<CareTeamMember>, DiaryError> {
        let id = self.resolve(Kind::CareTeamMember, id)?;
        match self.present(Kind::CareTeamMember, id, &[])? {
            Record::CareTeamMember(member) => Ok(member),
            other => Err(DiaryError::UnknownRecord {
                kind: other.kind().code(),
                id: ValueId::from_bytes(id).to_string(),
            }),
        }
    }
}
