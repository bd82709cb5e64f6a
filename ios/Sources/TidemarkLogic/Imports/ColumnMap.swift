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
        let dayAlone = written(quoted(day.name), format)
        var moment = dayAlone
        if let time, let clock = time.format { moment = written("[\(quoted(day.name)), \(quoted(time.name))]", "\(format) \(clock)") }
        if withTime(format) {
            lines.append("time = \(dayAlone)")
        } else if time == nil || hasSessions {
            // The time is when the session began. What is of the day is of the day: a row without a session may have no time.
            lines.append("date = \(dayAlone)")
        } else {
            lines.append("time = \(moment)")
        }
        if let note = named(.note) { lines.append("note = \(note)") }
        if let minutes = named(.length) { lines += session(moment, minutes) }
        // A measure stands once, whichever of its columns the table has.
        var seen: Set<String> = []
        for (_, values) in valued where seen.insert(values.id).inserted {
            lines += measure(values.id, valued.filter { $0.values.id == values.id })
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func named(_ use: ColumnUse) -> String? { columns.first { $0.use == use }.map { quoted($0.name) } }

    private func session(_ started: String, _ minutes: String) -> [String] {
        var lines = ["", "[session]", "started = \(started)", "minutes = \(minutes)"]
        if let style = named(.style) { lines.append("modality = \(style)") }
        if let pressure = named(.pressure) { lines.append("pressure = \(pressure)") }
        for (key, about) in [("before", About.before), ("after", .after)] {
            let rated = valued.filter { $0.values.about == about }.map { "\($0.values.id) = \($0.name)" }
            if !rated.isEmpty { lines.append("\(key) = { \(rated.joined(separator: ", ")) }") }
        }
        return lines
    }

    /// A column with numbers, by its name as TOML writes it.
    private typealias Valued = (name: String, values: ColumnUse.Values)

    private var valued: [Valued] {
        columns.compactMap { column in column.use.values.map { (name: quoted(column.name), values: $0) } }
    }

    /// The part of a measure; one that the diary has needs none for what is rated around a session.
    private func measure(_ id: String, _ columns: [Valued]) -> [String] {
        let ofDay = columns.first { $0.values.about == .day }.map { ["column = \($0.name)"] } ?? []
        let made = columns.first { $0.values.measureId == nil }?.values.definition ?? []
        return ofDay.isEmpty && made.isEmpty ? [] : ["", "[[measure]]", "id = \(quoted(id))"] + ofDay + made
    }
}

private func written(_ column: String, _ format: String) -> String { "{ column = \(column), format = \(quoted(format)) }" }

extension ColumnUse.Values {
    /// What the core has to know of a new measure.
    fileprivate var definition: [String] {
        guard let direction else { return [] }
        func number(_ text: String) -> String { quoted(typedMilli(text).map(plain) ?? "") }
        return [
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
