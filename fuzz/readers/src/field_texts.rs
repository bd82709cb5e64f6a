//! Any bytes as the text forms of a record's fields, as an import, the revision log or the command line gives them.

use tidemark_model::{Kind, Moment, Record, RecordedBy, Source, Stamp, Texts, record_fields};

/// The first byte picks the kind; the rest, split at NUL, is one text a field, an empty one being no text.
///
/// What is taken says the same again when it is read from what it says.
pub fn field_texts(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    let Some(kind) = Kind::ALL.get(usize::from(*first) % Kind::ALL.len()) else { return };
    let mut texts = Texts::default();
    for (field, text) in record_fields(*kind).iter().zip(bytes.split(|byte| *byte == 0)) {
        if let (Ok(text), false) = (std::str::from_utf8(text), text.is_empty()) {
            texts.set(field.name, Some(text.to_owned()));
        }
    }
    let Ok(recorded) = Moment::parse("2026-11-24T21:04Z") else { return };
    let stamp = Stamp::new(recorded, RecordedBy::Own, Source::Cli);
    if let Ok(record) = Record::from_texts(*kind, [7; 16], stamp.clone(), &texts) {
        let again = Record::from_texts(*kind, [7; 16], stamp, &record.texts());
        assert_eq!(again.as_ref(), Ok(&record), "a record is not read from its own text");
    }
}
