//! JSON as cases and screen scripts are written and answered. Numbers with a fraction are read, and never written.

import Foundation

/// JSON as the cases write it: sorted keys, no spaces, decimals as text with six places.
public indirect enum JSON: Decodable, Equatable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    /// A number with a fraction; scripts give them, answers do not.
    case fraction(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let int = try? value.decode(Int64.self) {
            self = .int(int)
        } else if let fraction = try? value.decode(Double.self) {
            self = .fraction(fraction)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    public static func maybe(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

    public static func count(_ number: some BinaryInteger) -> JSON { .int(Int64(number)) }

    public static func decimal(_ number: Double?) -> JSON {
        guard let number else { return .null }
        let text = String(format: "%.6f", number)
        return .text(text == "-0.000000" ? "0.000000" : text)
    }

    public static func texts(_ items: [String]) -> JSON { .list(items.map(JSON.text)) }

    /// The value under a name; null where there is none.
    public subscript(name: String) -> JSON {
        guard case .object(let fields) = self else { return .null }
        return fields[name] ?? .null
    }

    public var items: [JSON] {
        if case .list(let items) = self { items } else { [] }
    }

    public var fields: [String: JSON] {
        if case .object(let fields) = self { fields } else { [:] }
    }

    public var string: String? {
        if case .text(let text) = self { text } else { nil }
    }

    public var number: Int64? {
        if case .int(let number) = self { number } else { nil }
    }

    public var flag: Bool { self == .bool(true) }

    public var line: String {
        switch self {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .int(let int): String(int)
        case .fraction(let fraction): String(fraction)
        case .text(let text): quoted(text)
        case .list(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
        case .object(let fields):
            "{" + fields.sorted { $0.key < $1.key }.map { quoted($0.key) + ":" + $0.value.line }.joined(separator: ",") + "}"
        }
    }

    /// Whether an answer is what was wanted: of an object the named keys, of a list every item.
    public func isHeld(by got: JSON) -> Bool {
        switch (self, got) {
        case (.object(let wanted), .object(let got)):
            wanted.allSatisfy { name, value in got[name].map(value.isHeld) ?? false }
        case (.list(let wanted), .list(let got)):
            wanted.count == got.count && zip(wanted, got).allSatisfy { $0.isHeld(by: $1) }
        default: self == got
        }
    }
}

private func quoted(_ text: String) -> String {
    var made = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": made += "\\\""
        case "\\": made += "\\\\"
        case "\n": made += "\\n"
        case "\r": made += "\\r"
        case "\t": made += "\\t"
        case "\u{0}"..<" ": made += String(format: "\\u%04x", scalar.value)
        default: made.unicodeScalars.append(scalar)
        }
    }
    return made + "\""
}
