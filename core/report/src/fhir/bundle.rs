//! Bundle: the document as it is written, one resource a line, so that its size is no matter of memory.
//!
//! Its identifier follows from every byte of its resources: two documents with the same identifier say the same.

use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};
use tidemark_model::DerivedId;

use super::Context;
use super::resource_id::{ResourceId, Url};

/// Where the resources of a document go, in their order.
pub(super) struct Entries<'w> {
    out: &'w mut dyn Write,
    count: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a, R> {
    full_url: Url,
    resource: &'a R,
}

impl Entries<'_> {
    /// Adds a resource with its id.
    pub(super) fn add<R: Serialize>(&mut self, id: ResourceId, resource: &R) -> io::Result<()> {
        self.out.write_all(if self.count == 0 { b"\n" } else { b",\n" })?;
        self.count += 1;
        serde_json::to_writer(&mut *self.out, &Entry { full_url: Url(id), resource }).map_err(io::Error::from)
    }
}

/// Writes the document that `fill` fills, and returns the number of its resources. `fill` runs twice, for the identifier is
/// written before what it follows from.
pub(super) fn write(
    context: &Context,
    fill: impl Fn(&mut Entries<'_>) -> io::Result<()>,
    out: &mut dyn Write,
) -> io::Result<u64> {
    let mut digest = Sha256::new();
    digest.update(context.made_at.as_bytes());
    fill(&mut Entries { out: &mut io::BufWriter::new(Hashing(&mut digest)), count: 0 })?;
    let id = DerivedId::of_digest(digest.finalize().into());
    let sample = if context.is_sample {
        concat!(
            r#","security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActReason","#,
            r#""code":"HTEST","display":"test health data"}]"#
        )
    } else {
        ""
    };
    write!(
        out,
        r#"{BEGINNING}{sample}}},"identifier":{{"system":"urn:ietf:rfc:3986","value":"urn:uuid:{id}"}},"type":"document","timestamp":"{made_at}","entry":["#,
        made_at = context.made_at
    )?;
    let mut entries = Entries { out, count: 0 };
    fill(&mut entries)?;
    let count = entries.count;
    out.write_all(b"\n]}\n")?;
    Ok(count)
}

/// How every document begins, and no other file.
pub(super) const BEGINNING: &str = r#"{"resourceType":"Bundle","meta":{"source":"urn:tidemark:fhir:report""#;

struct Hashing<'d>(&'d mut Sha256);

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
