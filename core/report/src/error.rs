//! What can go wrong between a report and its PDF. No text here carries a rating, a note or a name.

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
    /// The page size or the pair of standards is not accepted by the PDF engine.
    #[error("the pdf engine does not accept the page or its standards")]
    Setup,
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
