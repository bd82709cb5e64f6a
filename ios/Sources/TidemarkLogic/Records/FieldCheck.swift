//! What a form can say about a field before it is sent. The bounds are the core's, which decides again when it saves; this only
//! puts the words beside the field while the person still looks at it.

import TidemarkBindings

extension FieldRule {
    /// The rule that a text breaks; none when it breaks none.
    func broken(_ text: String) -> Broken? {
        guard let text = filled(text) else { return needed ? .needed : nil }
        return form.broken(text)
    }

    /// Whether a person has to fill the field. A required field with a usual value, such as today, is none: which those are is the
    /// core's to know and not told by the rule, and a form that insisted on them would ask more than the command line does.
    public var needed: Bool { required && !usual.contains(name) && !(name == "at" && form == .date) }
}

private let usual = ["started_on", "status", "start", "logical_date", "filled_by", "taken_at"]

extension FieldForm {
    fileprivate func broken(_ text: String) -> Broken? {
        switch self {
        case .text(let most): return text.unicodeScalars.count > Int(most) ? .tooLong(most: Int(most)) : nil
        case .whole(let min, let max):
            guard let number = Int64(text) else { return .noNumber }
            return number < Int64(min) || number > Int64(max) ? .outside(min: Int(min), max: Int(max)) : nil
        case .number: return isDecimal(text) ? nil : .noNumber
        case .date: return CivilDay(text) == nil ? .noDay : nil
        case .clock: return clockMinute(text) == nil ? .noTime : nil
        case .moment:
            let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if parts.first.flatMap({ CivilDay($0) }) == nil { return .noDay }
            return parts.dropFirst().first.flatMap(clockMinute) == nil ? .noTime : nil
        case .code, .items, .uuid, .word, .yesNo: return nil
        }
    }
}

/// Digits with a sign before them, and a point or a comma among them, or without.
private func isDecimal(_ text: String) -> Bool {
    text.wholeMatch(of: /[+-]?([0-9]+[.,]?[0-9]*|[.,][0-9]+)/) != nil
}

extension [FieldRule] {
    /// The field that a rule of the core is about. The library answers one sentence and no field of its own, so the field is read
    /// from where the sentence begins; a sentence that begins otherwise stands over the whole form.
    func field(of reason: String) -> String? {
        if let named = first(where: { reason.hasPrefix("\($0.name): ") || reason.hasPrefix("\($0.name) ") }) { return named.name }
        return spoken.first { words, field in reason.hasPrefix("\(words) ") && contains { $0.name == field } }?.field
    }
}

/// How the core calls fields in rules between two of them.
private let spoken: [(words: String, field: String)] = [
    ("the last day of a medicine", "stop"),
    ("the end of an event", "end"),
    ("a visit", "questions"),
    ("total", "total"),
    ("items", "items"),
]
