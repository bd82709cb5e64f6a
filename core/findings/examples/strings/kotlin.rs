//! The Kotlin class that the views take their words from: a function a text, so that a missing or spare argument does not
//! compile.

use std::fmt::Write as _;

use tidemark_findings::Message;

use crate::{Texts, arguments, camel};

const HEAD: &str = "package org.tidemark.strings

/** Words of the screens. [say] answers the text of an id in the language in use, given the English one. */
public class Strings(private val say: (id: String, english: String) -> String = { _, english -> english }) {
    /** A name that stands alone, such as that of a style, by its id in the catalogue; none when there is no such id. */
    public fun named(id: String): String? = names[id]?.let { say(id, it) }

    /** From the left, once: what is filled in is not looked at again. */
    private fun fill(text: String, vararg given: Pair<String, String>): String {
        val values = given.toMap()
        return place.replace(text) { found -> values[found.groupValues[1]] ?: found.value }
    }

";

pub(crate) fn source(texts: &Texts) -> String {
    let mut made = HEAD.to_owned();
    for (id, message) in &texts.screens {
        made.push_str(&function(id, message));
    }
    made.push_str("    private companion object {\n        val place: Regex = Regex(\"\\\\{([^{}]+)\\\\}\")\n        val names: Map<String, String> = mapOf(\n");
    for (id, text) in &texts.names {
        _ = writeln!(made, "            {} to {},", quoted(id), quoted(text));
    }
    made.push_str("        )\n    }\n}\n");
    made
}

fn function(id: &str, message: &Message) -> String {
    let arguments = arguments(message);
    let kind = |name: &str| if message.count.as_deref() == Some(name) { "Int" } else { "String" };
    let taken: Vec<String> =
        arguments.iter().map(|name| format!("{}: {}", camel(name), kind(name))).collect();
    let said = match (&message.text, &message.count) {
        (None, Some(count)) => {
            let form = |name: &str, text: Option<&String>| {
                format!(
                    "say({}, {})",
                    quoted(&format!("{id}.{name}")),
                    quoted(text.map_or("", String::as_str))
                )
            };
            let (one, other) = (form("one", message.one.as_ref()), form("other", message.other.as_ref()));
            format!("if ({} == 1) {one} else {other}", camel(count))
        }
        (text, _) => format!("say({}, {})", quoted(id), quoted(text.as_deref().unwrap_or_default())),
    };
    let filled = if arguments.is_empty() {
        said
    } else {
        let value = |name: &str| match kind(name) {
            "Int" => format!("{}.toString()", camel(name)),
            _ => camel(name),
        };
        let given: Vec<String> =
            arguments.iter().map(|name| format!("{} to {}", quoted(name), value(name))).collect();
        format!("fill({said}, {})", given.join(", "))
    };
    let name = camel(id);
    format!(
        "    /** {} */\n    public fun {name}({}): String = {filled}\n\n",
        message.note.replace("*/", ""),
        taken.join(", ")
    )
}

fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('$', "\\$").replace('\n', "\\n");
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> Message {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn a_text_is_a_function_of_its_arguments() {
        let plain = function("today.saved_at", &message("text = 'Saved {time}'\nnote = 'n'"));
        assert!(plain.contains(
            r#"public fun todaySavedAt(time: String): String = fill(say("today.saved_at", "Saved {time}"), "time" to time)"#
        ));
        let plural = message("one = '{n} day'\nother = '{n} days'\ncount = 'n'\nnote = 'n'");
        assert!(function("a.b", &plural).contains("(n: Int): String = fill(if (n == 1) say(\"a.b.one\""));
    }

    #[test]
    fn a_text_cannot_end_its_string_or_take_a_variable_of_kotlin() {
        assert_eq!(quoted("a \"b\" $c \\ d\n"), r#""a \"b\" \$c \\ d\n""#);
    }
}
