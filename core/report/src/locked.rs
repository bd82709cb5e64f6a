//! A copy of a PDF that opens only with a password: AES-256, security handler revision 6 of PDF 2.0.
//!
//! The copy claims no PDF/A, which forbids encryption; its tags and its PDF/UA claim stay. Refuses a password that is quickly
//! guessed, or longer than the format reads. The key of the file is an argument's; the salts and initialisation vectors, which
//! are no secret, are drawn by the library from the operating system, so two copies never have the same bytes.
//!
//! The oracle is qpdf, in `tests/conformance/locked`.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{Aes256CryptFilter, CryptFilter};
use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions};
use tidemark_model::{Entropy, Invalid};
use zeroize::Zeroizing;

use crate::ReportError;

/// The password of a copy: 8 characters at least, 127 bytes of UTF-8 at most. Wiped when it is dropped.
pub struct CopyPassword(Zeroizing<String>);

impl CopyPassword {
    /// Fewest characters (Unicode scalar values).
    pub const FEWEST: usize = 8;
    /// Most bytes; the format cuts what is longer.
    pub const MOST_BYTES: usize = 127;

    /// Takes a password, without the line break that ends a file.
    ///
    /// # Errors
    /// [`Invalid::Field`] outside its length.
    pub fn new(text: &str) -> Result<Self, Invalid> {
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        if text.trim().chars().count() < Self::FEWEST || text.len() > Self::MOST_BYTES {
            return Err(Invalid::Field {
                field: "the password of a locked copy",
                allowed: "8 characters or more, since a shorter one is soon guessed by a program, and at most 127 bytes",
            });
        }
        Ok(Self(Zeroizing::new(text.to_owned())))
    }
}

impl fmt::Debug for CopyPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CopyPassword(…)")
    }
}

/// Returns the PDF as a file that the password opens, with a fresh key from `entropy`.
///
/// # Errors
/// [`ReportError::Locked`] for bytes that are no PDF of this crate, or a password with characters that the format forbids.
pub fn locked(
    pdf: &[u8],
    password: &CopyPassword,
    entropy: &mut dyn Entropy,
) -> Result<Vec<u8>, ReportError> {
    let refused = |source| ReportError::Locked { source: Box::new(source) };
    let mut document = Document::load_mem(pdf).map_err(refused)?;
    // Revision 6 is of PDF 2.0.
    "2.0".clone_into(&mut document.version);
    claim_no_archive(&mut document);
    let mut key = Zeroizing::new([0_u8; 32]);
    entropy.fill(key.as_mut());
    let filter: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    let name = b"StdCF".to_vec();
    let version = EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(name.clone(), filter)]),
        file_encryption_key: key.as_ref(),
        stream_filter: name.clone(),
        string_filter: name,
        // An owner without a password of its own would open the file to everybody.
        owner_password: &password.0,
        user_password: &password.0,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).map_err(refused)?;
    document.encrypt(&state).map_err(refused)?;
    let mut bytes = vec![];
    document.save_to(&mut bytes).map_err(|source| refused(lopdf::Error::IO(source)))?;
    Ok(bytes)
}

/// Takes the claim of PDF/A out of the metadata.
fn claim_no_archive(document: &mut Document) {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"Metadata") {
            let text = String::from_utf8_lossy(&stream.content).into_owned();
            let text = without(&without(&text, "pdfaid:part"), "pdfaid:conformance");
            stream.set_content(text.into_bytes());
        }
    }
}

/// A text of XML without an element that holds no other.
fn without(text: &str, element: &str) -> String {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let Some((before, rest)) = text.split_once(&open) else { return text.to_owned() };
    let Some((_, after)) = rest.split_once(&close) else { return text.to_owned() };
    format!("{before}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Paper;
    use crate::sheet::tests::{cover, planted};
    use crate::sheet::{IntakeChoices, intake_sheet};
    use crate::sheet_pdf;
    use tidemark_model::SeededEntropy;

    fn page() -> Vec<u8> {
        let sheet = intake_sheet(&planted("goals"), IntakeChoices::default(), cover(Paper::A4)).unwrap();
        sheet_pdf(&sheet).unwrap().bytes
    }

    fn copy(password: &str) -> Vec<u8> {
        locked(&page(), &CopyPassword::new(password).unwrap(), &mut SeededEntropy::new(7)).unwrap()
    }

    fn open(copy: &[u8], password: &str) -> lopdf::Result<Document> {
        Document::load_mem_with_options(copy, lopdf::LoadOptions::with_password(password))
    }

    fn text(document: &Document) -> String {
        document.extract_text(&[1]).unwrap()
    }

    #[test]
    fn the_right_password_opens_the_same_text_and_no_other_opens_it() {
        let plain = text(&Document::load_mem(&page()).unwrap());
        assert!(plain.contains("planted-goals"), "{plain}");
        let copy = copy("correct horse");
        let opened = open(&copy, "correct horse").unwrap();
        assert_eq!(text(&opened), plain);
        for wrong in ["", "correct hors", "correct horse ", "Correct horse"] {
            assert!(open(&copy, wrong).is_err(), "{wrong:?} opened it");
        }
    }

    #[test]
    fn nothing_of_the_page_or_of_its_metadata_stands_in_the_bytes_of_the_copy() {
        let (plain, copy) = (page(), copy("correct horse"));
        let has = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|part| part == word.as_bytes());
        for word in ["Intake sheet", "Boundaries", "<dc:title>", "Tidemark", "/StdCF"] {
            assert_eq!(has(&copy, word), word == "/StdCF", "{word}");
        }
        assert!(
            has(&plain, "Intake sheet") && has(&plain, "<dc:title>"),
            "else the search would find nothing"
        );
        assert!(!has(&copy, "correct horse"));
    }

    #[test]
    fn the_copy_claims_no_archive_and_keeps_its_tags() {
        let opened = open(&copy("correct horse"), "correct horse").unwrap();
        let metadata: Vec<String> = opened
            .objects
            .values()
            .filter_map(|object| object.as_stream().ok())
            .map(|stream| String::from_utf8_lossy(&stream.content).into_owned())
            .filter(|text| text.contains("<x:xmpmeta"))
            .collect();
        assert_eq!(metadata.len(), 1);
        assert!(!metadata[0].contains("<pdfaid:part>") && !metadata[0].contains("<pdfaid:conformance>"));
        assert!(metadata[0].contains("<pdfuaid:part>1</pdfuaid:part>"));
        assert!(opened.catalog().unwrap().has(b"StructTreeRoot"));
    }

    #[test]
    fn a_password_has_eight_characters_and_no_more_bytes_than_the_format_reads() {
        for wrong in ["", "1234567", "       8", "1234567\n", &"é".repeat(64)] {
            assert!(CopyPassword::new(wrong).is_err(), "{wrong:?}");
        }
        for right in ["12345678", "äöüßéñçø", "12345678\r\n", &"e".repeat(127)] {
            assert!(CopyPassword::new(right).is_ok(), "{right:?}");
        }
        assert_eq!(format!("{:?}", CopyPassword::new("correct horse").unwrap()), "CopyPassword(…)");
    }

    #[test]
    fn bytes_that_are_no_pdf_are_refused() {
        let password = CopyPassword::new("correct horse").unwrap();
        assert!(locked(b"no pdf", &password, &mut SeededEntropy::new(7)).is_err());
    }
}
