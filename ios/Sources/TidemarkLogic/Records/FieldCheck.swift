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

private let usual = ["started_on", "status", "start", "logical_date", "filled_by", "taken_at", "since", "reviewed_on"]

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

extension RecordForm {
    /// What each field of a form breaks, as far as a form can say.
    func brokenBy(_ rules: [FieldRule]) -> [String: Broken] {
        var broken: [String: Broken] = [:]
        for rule in rules { broken[rule.name] = rule.broken(texts[rule.name] ?? "") }
        return broken
    }

    /// What is written of a form: all that stands in a new one, else what was changed. In the order of the rules, so that both
    /// phones write the same lines of history.
    func typed(_ rules: [FieldRule]) -> [RecordsEffect.Typed] {
        rules.compactMap { rule in
            let text = texts[rule.name].flatMap(filled) ?? ""
            let before = before[rule.name].flatMap(filled) ?? ""
            let changed = id == nil ? !text.isEmpty : text != before
            return changed ? RecordsEffect.Typed(field: rule.name, text: text, form: rule.form) : nil
        }
    }

    /// The form after the library refused it: the rule stands at its field, or the problem over the form.
    func refused(_ problem: Problem, _ rules: [FieldRule]) -> RecordForm {
        copy {
            if case .notTaken(let reason) = problem, let field = rules.field(of: reason) {
                $0.broken[field] = .rule(reason: reason)
            } else {
                $0.problem = problem
            }
        }
    }
}

/// How the core calls fields in rules between two of them.
private let spoken: [(words: String, field: String)] = [
    ("the last day of a medicine", "stop"),
    ("the end of an event", "end"),
    ("a visit", "questions"),
    ("total", "total"),
    ("items", "items"),
    ("a frequency", "frequency"),
    ("a rule to keep apart", "keep_apart"),
    ("hours to keep apart", "keep_apart"),
    ("what it is and since when", "history"),
]
