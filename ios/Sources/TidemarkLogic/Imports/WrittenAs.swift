//! The ways to write days and times that a table may have, and whether a text is written so.

/// A way to write days or times, as the core names it, with 24 November 2026, 21:04 written so.
public struct WrittenAs: Hashable, Sendable {
    public let code: String
    public let example: String

    init(_ code: String, _ example: String) {
        self.code = code
        self.example = example
    }
}

/// The ways to write a day, or a day with its time in one column.
public let dayFormats = [
    WrittenAs("%Y-%m-%d", "2026-11-24"),
    WrittenAs("%d/%m/%Y", "24/11/2026"),
    WrittenAs("%m/%d/%Y", "11/24/2026"),
    WrittenAs("%d.%m.%Y", "24.11.2026"),
    WrittenAs("%d-%m-%Y", "24-11-2026"),
    WrittenAs("%Y/%m/%d", "2026/11/24"),
    WrittenAs("%Y-%m-%d %H:%M", "2026-11-24 21:04"),
    WrittenAs("%Y-%m-%d %H:%M:%S", "2026-11-24 21:04:00"),
    WrittenAs("%Y-%m-%dT%H:%M:%S", "2026-11-24T21:04:00"),
    WrittenAs("%Y-%m-%dT%H:%M:%S%:z", "2026-11-24T21:04:00+01:00"),
    WrittenAs("%d/%m/%Y %H:%M", "24/11/2026 21:04"),
    WrittenAs("%m/%d/%Y %I:%M %p", "11/24/2026 09:04 PM"),
    WrittenAs("%d.%m.%Y %H:%M", "24.11.2026 21:04"),
]

/// The ways to write a time beside its day.
public let timeFormats = [
    WrittenAs("%H:%M", "21:04"),
    WrittenAs("%H:%M:%S", "21:04:00"),
    WrittenAs("%I:%M %p", "09:04 PM"),
]

/// Whether a day written so has its time with it.
func withTime(_ code: String) -> Bool { code.contains("%M") }

extension [WrittenAs] {
    /// The one way in which `sample` can be written; none when no way fits, or more than one: then the person says it.
    public func only(for sample: String) -> String? {
        let fitting = filter { fits($0.code, filled(sample) ?? "") }
        return fitting.count == 1 ? fitting.first?.code : nil
    }
}

/// Whether a text can be written so: its numbers in their bounds, everything else as it stands.
func fits(_ code: String, _ text: String) -> Bool {
    var (code, rest) = (Substring(code), Substring(text))
    while let letter = code.popFirst() {
        if letter != "%" {
            guard rest.popFirst() == letter else { return false }
            continue
        }
        let length: Int?
        switch code.popFirst() {
        case "Y": length = digits(rest, 4...4, 1...9999)
        case "d": length = digits(rest, 1...2, 1...31)
        case "m": length = digits(rest, 1...2, 1...12)
        case "H": length = digits(rest, 1...2, 0...23)
        case "I": length = digits(rest, 1...2, 1...12)
        case "M", "S": length = digits(rest, 2...2, 0...59)
        case "p": length = ["am", "pm"].contains(rest.prefix(2).lowercased()) ? 2 : nil
        default:
            // `%:z`, the one name of two letters.
            _ = code.popFirst()
            length = offset(rest)
        }
        guard let length else { return false }
        rest.removeFirst(length)
    }
    return rest.isEmpty
}

/// How many digits stand at the beginning, when they make a number in its bounds.
private func digits(_ text: Substring, _ count: ClosedRange<Int>, _ bounds: ClosedRange<Int>) -> Int? {
    let found = text.prefix(count.upperBound).prefix { "0" <= $0 && $0 <= "9" && $0.utf8.count == 1 }
    guard count.contains(found.count), let number = Int(found), bounds.contains(number) else { return nil }
    return found.count
}

/// The length of `+01:00`.
private func offset(_ text: Substring) -> Int? {
    text.prefix(6).wholeMatch(of: /[+-][0-9]{2}:[0-9]{2}/) == nil ? nil : 6
}
