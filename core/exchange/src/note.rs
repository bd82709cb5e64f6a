//! Which note do the words of a foreign file make? Tabs and other control characters become spaces, line breaks stay.

use tidemark_model::{Invalid, Note};

/// The note; none when no word is there.
pub(crate) fn note(text: &str) -> Result<Option<Note>, Invalid> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let plain: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    if plain.trim().is_empty() {
        return Ok(None);
    }
    Note::new("note", &plain).map(Some)
}
