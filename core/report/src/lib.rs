//! What a clinician receives: one page that stands alone, and the pages behind it.
//!
//! [`document`] says what the report says, as plain owned data; [`sheet`] the same for the pages beside it. [`pdf`] and
//! [`sheet_pdf`] render them as tagged, archival PDFs. No
//! statistic is computed here: every number arrives in the document and is printed as it arrived.
//!
//! The crate refuses to read a clock, a locale or a font of the machine: the same [`Report`] gives the same bytes
//! everywhere. Its oracles are outside: veraPDF for PDF/A-2a and PDF/UA-1, and the structure tests in `tests/`.

#![forbid(unsafe_code)]

mod assemble;
// The samples name the crate as its callers do.
#[cfg(test)]
extern crate self as tidemark_report;

pub mod document;
mod error;
mod fhir;
mod locked;
mod pdf;
pub mod sheet;
mod text;

pub use assemble::{Cover, assemble};
pub use document::Report;
pub use error::ReportError;
pub use fhir::{FhirCover, fhir, is_fhir_report};
pub use locked::{CopyPassword, locked};
pub use pdf::{PagePreview, PdfFile, Picture, Replaced, Spoken, SpokenKind, WIDEST, pdf, sheet_pdf};
pub use text::{MOST_CHARACTERS, text};
