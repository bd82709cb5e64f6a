//! What a person said of the columns, as the core reads it: `docs/formats.md`.

import TidemarkBindings

extension Mapping {
    /// The column map of the core: `docs/formats.md`; none while it has no day.
    var toml: String? {
        guard let day, let format = day.format else { return nil }
        var lines = [
            "format = \"columns\"",
            "delimiter = \(delimiter == "\t" ? "\"tab\"" : quoted(String(delimiter)))",
            "decimal = \"\(comma ? "," : ".")\"",
            "missing = [\(missing.split(separator: " ").map { quoted(String($0)) }.joined(separator: ", "))]",
        ]
        if let time, let clock = time.format {
            lines.append("time = { column = [\(quoted(day.name)), \(quoted(time.name))], format = \(quoted("\(format) \(clock)")) }")
        } else {
            lines.append("\(withTime(format) ? "time" : "date") = { column = \(quoted(day.name)), format = \(quoted(format)) }")
        }
        if let note = columns.first(where: { $0.use == .note }) { lines.append("note = \(quoted(note.name))") }
        for column in columns {
            if let values = column.use.values { lines += values.lines(column.name) }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension ColumnUse.Values {
    fileprivate func lines(_ column: String) -> [String] {
        let named = ["", "[[measure]]", "id = \(quoted(id))", "column = \(quoted(column))"]
        guard measureId == nil, let direction else { return named }
        func number(_ text: String) -> String { quoted(typedMilli(text).map(plain) ?? "") }
        return named + [
            "label = \(quoted(filled(label) ?? ""))",
            "min = \(number(range.lowest))",
            "max = \(number(range.highest))",
            "step = \(number(range.step))",
            "direction = \(quoted(direction.inFiles))",
        ]
    }
}

extension Direction {
    /// Its name in the diary's files.
    var inFiles: String {
        switch self {
        case .higherBetter: "higher_better"
        case .higherWorse: "higher_worse"
        case .neutral: "neutral"
        }
    }
}

/// A text as TOML writes it.
private func quoted(_ text: String) -> String {
    var written = "\""
    for letter in text.unicodeScalars {
        switch letter {
        case "\"", "\\": written += "\\" + String(letter)
        case _ where letter.value < 32 || letter.value == 127:
            let digits = String(letter.value, radix: 16)
            written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: written.unicodeScalars.append(letter)
        }
    }
    return written + "\""
}
