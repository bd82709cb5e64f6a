//! Where the tables are read from: a folder, or a zip archive with the same files at its root or in one folder of it.
//!
//! Opens only names that this program chooses, never one that a file names, and reads no more than 64 MiB of each,
//! however small it is packed.

use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use ::zip::ZipArchive;
use ::zip::result::ZipError;

use super::package;
use crate::ImportError;
use crate::decode::MOST_BYTES;
use crate::error::Limit;

/// An opened folder or archive.
pub(super) struct Source {
    path: PathBuf,
    packed: Option<Packed>,
}

struct Packed {
    archive: ZipArchive<BufReader<File>>,
    /// What stands before each name: the folder that was packed, if one was.
    prefix: String,
}

impl Source {
    pub(super) fn open(path: &Path) -> Result<Self, ImportError> {
        let packed = if path.is_dir() { None } else { Some(Packed::open(path)?) };
        Ok(Self { path: path.to_owned(), packed })
    }

    /// The folder or archive, as it was named.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The bytes of a file, at most 64 MiB; [`std::io::ErrorKind::NotFound`] inside [`ImportError::Io`] when there is none.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Vec<u8>, ImportError> {
        let path = self.path.join(name);
        let io = |doing| move |source| ImportError::Io { doing, path, source };
        match &mut self.packed {
            None => match File::open(self.path.join(name)) {
                Ok(file) => bounded(file, name)?.map_err(io("reading")),
                Err(error) => Err(io("opening")(error)),
            },
            Some(packed) => match packed.archive.by_name(&format!("{}{name}", packed.prefix)) {
                Ok(file) => bounded(file, name)?.map_err(io("unpacking")),
                Err(error) => Err(io("unpacking")(error.into())),
            },
        }
    }
}

impl Packed {
    fn open(path: &Path) -> Result<Self, ImportError> {
        let file = fs::File::open(path).map_err(|source| ImportError::Io {
            doing: "opening",
            path: path.to_owned(),
            source,
        })?;
        let foreign = || ImportError::NoPackage { path: path.to_owned() };
        let archive = ZipArchive::new(BufReader::new(file)).map_err(|error| match error {
            ZipError::Io(source) => ImportError::Io { doing: "reading", path: path.to_owned(), source },
            _ => foreign(),
        })?;
        let prefix = archive
            .file_names()
            .filter_map(|name| Some(name.ok()?.strip_suffix(package::FILE)?.to_owned()))
            .filter(|prefix| prefix.is_empty() || prefix.ends_with('/'))
            .min_by_key(String::len)
            .ok_or_else(foreign)?;
        Ok(Self { archive, prefix })
    }
}

fn bounded(from: impl Read, name: &str) -> Result<std::io::Result<Vec<u8>>, ImportError> {
    let mut bytes = Vec::new();
    if let Err(error) = from.take(MOST_BYTES + 1).read_to_end(&mut bytes) {
        return Ok(Err(error));
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(ImportError::TooLarge { file: name.to_owned(), limit: Limit::Bytes });
    }
    Ok(Ok(bytes))
}
