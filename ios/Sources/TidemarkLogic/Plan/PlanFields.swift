//! Two fields of the plan as they are typed, in parts, and as the core writes them, in one line.

/// How often: a number and what it counts. Written `2 per week`, `1 per month` or `every 14 days`.
public struct Often: Hashable, Sendable {
    public var count = ""
    public var unit = Unit.everyDays

    public enum Unit: Hashable, Sendable, CaseIterable {
        case perWeek, perMonth, everyDays
    }

    public init(count: String = "", unit: Unit = .everyDays) {
        self.count = count
        self.unit = unit
    }

    /// What a text says; the unit the form begins with when it says none.
    public init(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 3, let first = words.first, let last = words.last, let middle = words.dropFirst().first else { return }
        switch (first, middle, last) {
        case (let count, "per", "week"): (self.count, unit) = (count, .perWeek)
        case (let count, "per", "month"): (self.count, unit) = (count, .perMonth)
        case ("every", let count, _): (self.count, unit) = (count, .everyDays)
        default: return
        }
    }

    /// As the core writes it; empty without a number.
    public var text: String {
        guard let count = filled(count) else { return "" }
        return switch unit {
        case .perWeek: "\(count) per week"
        case .perMonth: "\(count) per month"
        case .everyDays: "every \(count) days"
        }
    }
}

/// Hours that a session keeps from other things; a line a rule, `talking_therapy:4`.
public struct Apart: Hashable, Sendable {
    public var talkingTherapy = ""
    public var dose = ""

    public init(talkingTherapy: String = "", dose: String = "") {
        self.talkingTherapy = talkingTherapy
        self.dose = dose
    }

    public init(_ text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let from = parts.first, let hours = parts.last else { continue }
            if from == "talking_therapy" { talkingTherapy = hours }
            if from == "dose" { dose = hours }
        }
    }

    public var text: String {
        let rules = [("talking_therapy", filled(talkingTherapy)), ("dose", filled(dose))]
        return rules.compactMap { from, hours in hours.map { "\(from):\($0)" } }.joined(separator: "\n")
    }
}
