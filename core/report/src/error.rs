//! What can go wrong between a report and its pages. No text here carries a rating, a note or a name.

/// Why no PDF was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// The fonts inside the program could not be read; the build is broken, not the diary.
    #[error("a font inside the program could not be read")]
    Font,
    /// The PDF engine refused the finished layout.
    #[error("the pdf could not be written: {}", reason(source))]
    Pdf {
        /// What the engine said.
        source: krilla::error::KrillaError,
    },
    /// The copy with a password could not be made.
    #[error("the locked copy could not be made")]
    Locked {
        /// What the library said.
        source: Box<lopdf::Error>,
    },
    /// The page size or the pair of standards is not accepted by the PDF engine.
    #[error("the pdf engine does not accept the page or its standards")]
    Setup,
    /// A page that the report does not have.
    #[error("there is no page {page}; the report has {pages}")]
    NoSuchPage {
        /// The page asked for, from 1.
        page: u32,
        /// Pages of the report.
        pages: u32,
    },
    /// A picture without width, or wider than memory should hold.
    #[error("a picture of a page is 1 to {widest} pixels wide")]
    Width {
        /// Widest picture in pixels.
        widest: u32,
    },
    /// The picture could not be encoded.
    #[error("the picture of a page could not be made")]
    Picture {
        /// What the encoder said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// Names the rule that was broken, not the text that broke it: the engine's own list quotes the text.
fn reason(source: &krilla::error::KrillaError) -> &'static str {
    use krilla::error::KrillaError as K;
    match source {
        K::Font(..) => "font",
        K::Validation(..) => "a rule of the standard is not met",
        K::Limit(..) => "a limit of the format is passed",
        _ => "structure",
    }
}
