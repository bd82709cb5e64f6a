//! The same texts as Android resources, for what the system shows itself (the app's name, reminders, settings) and for
//! translators. Arguments become numbered places in the order they appear.

use std::fmt::Write as _;

use crate::{Texts, arguments};

pub(crate) fn resources(texts: &Texts) -> String {
    let mut made = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<resources>\n".to_owned();
    for (id, message) in &texts.screens {
        let arguments = arguments(message);
        let name = id.replace('.', "_");
        let placed = |text: &str| {
            let mut text = text.replace('%', "%%");
            if arguments.is_empty() {
                text = text.replace("%%", "%");
            }
            for (place, argument) in arguments.iter().enumerate() {
                text = text.replace(&format!("{{{argument}}}"), &format!("%{}$s", place + 1));
            }
            escaped(&text)
        };
        _ = writeln!(made, "    <!-- {} -->", message.note.replace("--", "–"));
        // A text that shows a per cent sign and takes no argument is no format.
        let plain = if arguments.is_empty() { " formatted=\"false\"" } else { "" };
        match (&message.text, &message.one, &message.other) {
            (Some(text), _, _) => {
                _ = writeln!(made, "    <string name=\"{name}\"{plain}>{}</string>", placed(text));
            }
            (None, one, other) => {
                _ = writeln!(made, "    <plurals name=\"{name}\">");
                for (quantity, text) in [("one", one), ("other", other)] {
                    let text = placed(text.as_deref().unwrap_or_default());
                    _ = writeln!(made, "        <item quantity=\"{quantity}\">{text}</item>");
                }
                made.push_str("    </plurals>\n");
            }
        }
    }
    made.push_str("</resources>\n");
    made
}

/// What the resource format gives a meaning of its own is escaped; quotes and leading marks among it.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('&', "&amp;").replace('<', "&lt;").replace('\n', "\\n");
    let text = text.replace('\'', "\\'").replace('"', "\\\"");
    match text.chars().next() {
        Some('@' | '?') => format!("\\{text}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rules of <https://developer.android.com/guide/topics/resources/string-resource#FormattingAndStyling>.
    #[test]
    fn what_the_format_gives_a_meaning_is_escaped() {
        assert_eq!(escaped("@home isn't <b> & \"c\""), "\\@home isn\\'t &lt;b> &amp; \\\"c\\\"");
    }
}
