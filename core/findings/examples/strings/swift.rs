//! The Swift struct that the views take their words from: a function a text, so that a missing or spare argument does not
//! compile.

use std::fmt::Write as _;

use tidemark_findings::Message;

use crate::{Texts, arguments, camel};

const HEAD: &str = "/// What stands in a place of a text.
public enum Given: Hashable, Sendable {
    case text(String)
    /// Chooses the form of the text too.
    case count(Int)

    /// As it stands in an English text.
    public var english: String {
        switch self {
        case .text(let text): text
        case .count(let count): String(count)
        }
    }
}

/// Words of the screens. What is given answers the text of an id in the language in use, with its arguments in the order of
/// their places, given the English one.
public struct Strings: Sendable {
    private let say: @Sendable (_ id: String, _ english: String, _ given: [(name: String, value: Given)]) -> String

    public init(
        _ say: @escaping @Sendable (_ id: String, _ english: String, _ given: [(name: String, value: Given)]) -> String = Strings.english
    ) {
        self.say = say
    }

    /// The English text with its arguments filled in.
    @Sendable public static func english(_ id: String, _ english: String, _ given: [(name: String, value: Given)]) -> String {
        var said = \"\"
        var rest = Substring(english)
        // From the left, once: what is filled in is not looked at again.
        while let open = rest.firstIndex(of: \"{\"), let close = rest[open...].firstIndex(of: \"}\") {
            let name = rest[rest.index(after: open)..<close]
            said += rest[..<open]
            said += given.first { $0.name == name }?.value.english ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return said + rest
    }

    /// A name that stands alone, such as that of a style, by its id in the catalogue; none when there is no such id.
    public func named(_ id: String) -> String? { Self.names[id].map { say(id, $0, []) } }

";

pub(crate) fn source(texts: &Texts) -> String {
    let mut made = HEAD.to_owned();
    for (id, message) in &texts.screens {
        made.push_str(&function(id, message));
    }
    made.push_str("    private static let names: [String: String] = [\n");
    for (id, text) in &texts.names {
        _ = writeln!(made, "        {}: {},", quoted(id), quoted(text));
    }
    made.push_str("    ]\n}\n");
    made
}

fn function(id: &str, message: &Message) -> String {
    let arguments = arguments(message);
    let counts = |name: &str| message.count.as_deref() == Some(name);
    let taken: Vec<String> = arguments
        .iter()
        .map(|name| format!("{}: {}", name_of(name), if counts(name) { "Int" } else { "String" }))
        .collect();
    let said = match (&message.text, &message.count) {
        (None, Some(count)) => {
            let form = |text: Option<&String>| quoted(text.map_or("", String::as_str));
            format!(
                "{} == 1 ? {} : {}",
                name_of(count),
                form(message.one.as_ref()),
                form(message.other.as_ref())
            )
        }
        (text, _) => quoted(text.as_deref().unwrap_or_default()),
    };
    let given: Vec<String> = arguments
        .iter()
        .map(|name| {
            let kind = if counts(name) { "count" } else { "text" };
            format!("({}, .{kind}({}))", quoted(name), name_of(name))
        })
        .collect();
    format!(
        "    /// {}\n    public func {}({}) -> String {{\n        say({}, {said}, [{}])\n    }}\n\n",
        message.note.replace('\n', " "),
        camel(id),
        taken.join(", "),
        quoted(id),
        given.join(", ")
    )
}

/// A name in Swift; a word of the language in backticks.
fn name_of(name: &str) -> String {
    let name = camel(name);
    match name.as_str() {
        "in" | "is" | "as" | "for" | "if" | "else" | "do" | "try" | "let" | "var" | "func" | "case"
        | "switch" | "default" | "where" | "while" | "repeat" | "return" | "throw" | "class" | "struct"
        | "enum" | "extension" | "protocol" | "import" | "init" | "self" | "super" | "static"
        | "operator" | "internal" | "public" | "private" | "true" | "false" | "nil" | "any" | "break"
        | "continue" | "defer" | "guard" | "catch" => format!("`{name}`"),
        _ => name,
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> Message {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn a_text_is_a_function_of_its_arguments() {
        let plain = function("today.saved_at", &message("text = 'Saved {time}'\nnote = 'The line'"));
        assert_eq!(
            plain,
            "    /// The line\n    public func todaySavedAt(time: String) -> String {\n        \
             say(\"today.saved_at\", \"Saved {time}\", [(\"time\", .text(time))])\n    }\n\n"
        );
        let plural =
            function("a.b", &message("one = '{n} day'\nother = '{n} days'\ncount = 'n'\nnote = 'n'"));
        assert!(plain.lines().count() == 5 && plural.contains("func aB(n: Int) -> String"), "{plural}");
        assert!(
            plural.contains(r#"say("a.b", n == 1 ? "{n} day" : "{n} days", [("n", .count(n))])"#),
            "{plural}"
        );
    }

    #[test]
    fn a_text_cannot_end_its_string_or_take_a_value_of_swift() {
        assert_eq!(quoted("a \"b\" \\(c) \\ d\n"), r#""a \"b\" \\(c) \\ d\n""#);
    }

    #[test]
    fn an_argument_may_be_a_word_of_swift() {
        let said = function("a.b", &message("text = '{in} {has_room}'\nnote = 'n'"));
        assert!(said.contains("func aB(`in`: String, hasRoom: String)"), "{said}");
        assert!(said.contains(r#"[("in", .text(`in`)), ("has_room", .text(hasRoom))]"#), "{said}");
    }
}
