//! The report as a tagged, archival PDF: PDF/A-2a and PDF/UA-1 in one file.
//!
//! Steps: texts are made printable ([`legible`]), page 1 and the later pages are laid out as a tree of tagged pieces
//! ([`summary`], [`flow`]), then header and footer follow, because "page x of y" needs y, and all is painted
//! ([`paint`]). Nothing reads a clock. The oracle for the standards is veraPDF; for the structure, `tests/`.

mod block;
mod calendar;
mod chart;
mod dumbbell;
mod flow;
mod frame;
mod ink;
mod legible;
mod page;
mod paint;
mod preview;
mod sheet;
mod summary;
mod table;
mod tags;
mod text;
mod timeline;
mod totals;
pub(crate) mod words;

#[cfg(test)]
mod tests;

use crate::{Report, ReportError};
pub use legible::Replaced;
pub use preview::{PagePreview, Picture, Spoken, SpokenKind, WIDEST};
pub use sheet::sheet_pdf;

/// A finished PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfFile {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters no font here has, in code point order; each was printed as □.
    pub replaced: Vec<Replaced>,
    /// Number of pages, at least 1.
    pub pages: u32,
}

/// Returns the report as a PDF; the same report gives the same bytes.
///
/// Texts that do not fit are shortened with "…" or counted with "+ n more" and printed in full from page 2; type never
/// shrinks. A text longer than 4,000 characters is cut.
///
/// # Errors
/// [`ReportError`] if the engine refuses the layout, which no content is known to cause.
///
/// # Example
/// ```
/// use chrono::NaiveDate;
/// use tidemark_report::document::{Header, Paper, Period, Report};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).ok_or("date");
/// let report = Report {
///     paper: Paper::A4,
///     header: Header {
///         title: "Diary report".into(),
///         person: None,
///         period: Period::new(day(1)?, day(23)?),
///         made_on: day(24)?,
///         zone: "Europe/Berlin".into(),
///     },
///     document_id: "7f3a".into(),
///     method_set: "methods 1".into(),
///     sample_label: None,
///     data: Default::default(),
///     questions: vec![],
///     goals: vec![],
///     panels: vec![],
///     questionnaires: vec![],
///     sessions: Default::default(),
///     changes: vec![],
///     limits: vec!["Entered by the person on their own phone.".into()],
///     left_out: vec![],
///     parts: vec![],
///     method_page: vec![],
/// };
/// let file = tidemark_report::pdf(&report)?;
/// assert!(file.bytes.starts_with(b"%PDF-1.7"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn pdf(report: &Report) -> Result<PdfFile, ReportError> {
    let mut setter = text::Setter::new()?;
    let (report, replaced) = legible::legible(report, &setter);
    let laid = lay_out(&report, &mut setter);
    let about = paint::About {
        paper: report.paper,
        title: &report.header.title,
        document_id: &report.document_id,
        made_on: report.header.made_on,
    };
    let bytes = paint::paint(&about, &laid, &setter)?;
    Ok(PdfFile { bytes, replaced, pages: u32::try_from(laid.pages).unwrap_or(u32::MAX) })
}

/// The finished layout, before it is painted.
struct Laid {
    root: Vec<tags::Element>,
    outline: Vec<flow::Entry>,
    pages: usize,
}

fn lay_out(report: &Report, setter: &mut text::Setter) -> Laid {
    let page_one = summary::summary(report, setter);
    let mut later = flow::Flow::new(1);
    later.continued(setter, &page_one.left_over, &report.parts);
    later.parts(setter, &report.parts);
    if !report.parts.is_empty() {
        later.new_page();
    }
    later.sections(setter, &report.method_page);
    let mut outline = page_one.outline;
    let mut root = vec![];
    let (elements, entries, pages) = later.finish();
    let frame = frame::Frame::of(report);
    root.push(frame::head(&frame, setter, pages));
    root.extend(page_one.elements);
    root.push(frame::foot(&frame, setter));
    root.extend(elements);
    root.push(frame::repeated(&frame, setter, pages));
    outline.extend(entries);
    Laid { root, outline, pages }
}
