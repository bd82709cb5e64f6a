//! The pages of a report to look at before anything is sent: pictures, and beside each what it says, for a screen reader.

use std::sync::Arc;

use tidemark::{PagePreview, Spoken, SpokenKind};

use crate::report::choices;
use crate::{DiaryError, OpenDiary, ReportOptions};

/// The pages of a report, or of a page beside it, laid out once. Nothing is written and nothing has left.
#[derive(uniffi::Object)]
pub struct ReportPreview(PagePreview);

impl ReportPreview {
    pub(crate) const fn new(preview: PagePreview) -> Self {
        Self(preview)
    }
}

/// What is read out.
#[uniffi::remote(Enum)]
pub enum SpokenKind {
    /// A heading, for jumping from one to the next.
    Heading,
    /// A paragraph, a caption or an entry of a list.
    Text,
    /// A row of a table; its cells with commas between them.
    Row,
    /// A drawing: the words that stand for it.
    Figure,
}

/// One thing of a page, in reading order.
#[uniffi::remote(Record)]
pub struct Spoken {
    /// What it is.
    pub kind: SpokenKind,
    /// Its words.
    pub text: String,
}

#[uniffi::export]
impl OpenDiary {
    /// Lays a report out to be looked at.
    ///
    /// # Errors
    /// `StoreDamaged`, `Invalid`.
    pub fn preview_report(&self, options: &ReportOptions) -> Result<Arc<ReportPreview>, DiaryError> {
        self.with(|diary| {
            let choices = choices(diary, options)?;
            Ok(Arc::new(ReportPreview::new(diary.preview(&choices)?)))
        })
    }
}

#[uniffi::export]
impl ReportPreview {
    /// Number of pages, 1 or more.
    #[must_use]
    pub fn pages(&self) -> u32 {
        self.0.pages()
    }

    /// Page `page`, from 1, as a PNG file `width` pixels wide, 1 to 3,400.
    ///
    /// # Errors
    /// `Invalid` for another page or width.
    pub fn picture(&self, page: u32, width: u32) -> Result<Vec<u8>, DiaryError> {
        let picture = self.0.picture(page, width);
        picture.map(|picture| picture.png).map_err(|error| DiaryError::Invalid { reason: error.to_string() })
    }

    /// What page `page`, from 1, says, in reading order.
    ///
    /// # Errors
    /// `Invalid` for another page.
    pub fn spoken(&self, page: u32) -> Result<Vec<Spoken>, DiaryError> {
        self.0.spoken(page).map_err(|error| DiaryError::Invalid { reason: error.to_string() })
    }
}
