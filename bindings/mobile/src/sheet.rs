//! The pages beside the report: the intake sheet, the page for a caregiver, the questions to ask first.

use std::path::Path;
use std::sync::Arc;

use tidemark::model::{self, ShortText, logical_date};
use tidemark::{Diary, Paper};

use crate::moment::zone_printed;
use crate::{DiaryError, Moment, OpenDiary, ReportPreview};

/// A page beside the report.
#[derive(Clone, uniffi::Enum)]
pub enum Sheet {
    /// The newest version of the intake sheet, as far as it is ticked.
    Intake {
        /// The last three sessions, on the reverse.
        reverse: bool,
        /// Two lines to sign on.
        signatures: bool,
    },
    /// The page for a caregiver.
    Caregiver {
        /// For whom: the id of a member of the care team; for nobody in particular when none.
        reader_id: Option<String>,
        /// Name to print, 1 to 80 characters; withheld when none.
        name: Option<String>,
        /// Where the measures are lately.
        ratings: bool,
    },
    /// The questions to ask first.
    Questions {
        /// The massage therapist whose checklist leaves out what was asked; a blank list when none.
        therapist_id: Option<String>,
    },
}

/// What a page turned out to be.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SheetWritten {
    /// Pages, 1 or more.
    pub pages: u32,
    /// Size of the file, in bytes.
    pub bytes: u64,
}

#[uniffi::export]
impl OpenDiary {
    /// Writes a page as a tagged PDF to `path`, whole or not at all. That it left is noted; what stands on it is not.
    ///
    /// # Errors
    /// `Refused` without an intake sheet, `UnknownRecord`, `OutputNotWritten`, `StorageFull`, `Invalid`; then no partial file is
    /// left and a file that was there stays. `NotNoted` when it was written.
    pub fn write_sheet(
        &self,
        path: &str,
        sheet: Sheet,
        paper: Paper,
        made_at: &Moment,
    ) -> Result<SheetWritten, DiaryError> {
        let made_at: model::Moment = made_at.try_into()?;
        self.with(|diary| {
            let options = options(diary, paper, made_at)?;
            let path = Path::new(path);
            let written = match sheet {
                Sheet::Intake { reverse, signatures } => {
                    let page = tidemark::IntakePage { reverse, signatures };
                    diary.write_intake_page(path, page, &options, made_at)?
                }
                Sheet::Caregiver { reader_id, name, ratings } => diary.write_caregiver_page(
                    path,
                    &caregiver(reader_id, name, ratings)?,
                    &options,
                    made_at,
                )?,
                Sheet::Questions { therapist_id } => {
                    diary.write_questions_page(path, therapist_id.as_deref(), &options, made_at)?
                }
            };
            Ok(SheetWritten { pages: written.pages, bytes: written.bytes })
        })
    }

    /// Lays a page out to be looked at: what `write_sheet` would write. Nothing is written and nothing has left.
    ///
    /// # Errors
    /// `Refused` without an intake sheet, `UnknownRecord`, `Invalid`, `StoreDamaged`.
    pub fn preview_sheet(
        &self,
        sheet: Sheet,
        paper: Paper,
        made_at: &Moment,
    ) -> Result<Arc<ReportPreview>, DiaryError> {
        let made_at: model::Moment = made_at.try_into()?;
        self.with(|diary| {
            let options = options(diary, paper, made_at)?;
            let preview = match sheet {
                Sheet::Intake { reverse, signatures } => {
                    diary.preview_intake_page(tidemark::IntakePage { reverse, signatures }, &options)?
                }
                Sheet::Caregiver { reader_id, name, ratings } => {
                    diary.preview_caregiver_page(&caregiver(reader_id, name, ratings)?, &options)?
                }
                Sheet::Questions { therapist_id } => {
                    diary.preview_questions_page(therapist_id.as_deref(), &options)?
                }
            };
            Ok(Arc::new(ReportPreview::new(preview)))
        })
    }
}

fn options(
    diary: &Diary,
    paper: Paper,
    made_at: model::Moment,
) -> Result<tidemark::SheetOptions, DiaryError> {
    let made_on = logical_date(made_at, diary.rollover())?;
    Ok(tidemark::SheetOptions { made_on, zone: zone_printed(made_at), paper })
}

fn caregiver(
    reader: Option<String>,
    name: Option<String>,
    ratings: bool,
) -> Result<tidemark::CaregiverPage, DiaryError> {
    let name = name.as_deref().map(|text| ShortText::new("name", text)).transpose()?;
    Ok(tidemark::CaregiverPage { reader, name, ratings })
}
