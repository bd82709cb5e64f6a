//! Which time of day does an app's text name? 24 hours or 12, with whatever spaces and dots the phone's language puts in.

use chrono::NaiveTime;

/// The time of day; none for anything that is no clock time.
pub(super) fn clock(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase();
    // Some languages write 21.05.
    let text = if text.contains(':') { text } else { text.replacen('.', ":", 1) };
    // No-break spaces, and `p. m.`, come from the phone's language.
    let packed: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    NaiveTime::parse_from_str(&packed, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(&packed, "%I:%M%p"))
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_clocks_are_read_and_nothing_else() {
        let read = |text| clock(text).map(|time| time.format("%H:%M").to_string());
        for (text, expected) in [
            ("21:35", "21:35"),
            ("7:05", "07:05"),
            ("8:30 pm", "20:30"),
            ("8:30\u{202f}PM", "20:30"),
            ("8:30 p. m.", "20:30"),
            ("12:05 am", "00:05"),
            ("12:30 pm", "12:30"),
            ("21.05", "21:05"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "25:00", "13:00 pm", "0:10 am", "12:60", "evening", "7", "1:2:3"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
