//! The same files in one zip archive, for sending.
//!
//! No time of writing and no system's rights are stored, so that the same records give the same bytes.

use std::io::{Cursor, Write as _};
use std::path::Path;

use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, ZipWriter};
use tidemark_model::Records;

use super::folder::{CsvOptions, Written, render};
use crate::ExportError;

/// The bytes of a zip archive that holds what [`super::write`] would write, at its root.
///
/// # Errors
/// [`ExportError::Dangling`], [`ExportError::Io`].
pub fn zip(records: &Records, options: &CsvOptions) -> Result<(Vec<u8>, Written), ExportError> {
    let (files, written) = render(records, *options)?;
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o600);
    for file in &files {
        archive
            .start_file(&*file.name, plain)
            .map_err(std::io::Error::from)
            .and_then(|()| archive.write_all(&file.bytes))
            .map_err(|source| failed(&file.name, source))?;
    }
    let bytes = archive.finish().map_err(|error| failed("the archive", error.into()))?;
    Ok((bytes.into_inner(), written))
}

fn failed(name: &str, source: std::io::Error) -> ExportError {
    ExportError::Io { doing: "packing", path: Path::new(name).to_owned(), source }
}
