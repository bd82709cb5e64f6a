//! One record in its fields. Each is asked as the core says what it may hold.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// One record in its fields.
struct RecordFormView: View {
    private let state: RecordsState
    private let form: RecordForm
    private let send: Send<RecordsEvent>
    @Environment(\.words) private var words

    init(_ state: RecordsState, _ form: RecordForm, _ send: @escaping Send<RecordsEvent>) {
        self.state = state
        self.form = form
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Heading(form.id == nil ? strings.recordsNew() : strings.recordsChange())
        ForEach(state.rules, id: \.name) { rule in
            if state.kind == .instrumentResult, rule.name == "items" {
                Scores(form, send)
            } else {
                RecordField(state, form, rule) { send(.typed(field: rule.name, $0)) }
            }
        }
        if form.id != nil, form.touched { Field(strings.recordsWhyChanged(), form.reason) { send(.reasoned($0)) } }
        if let problem = form.problem { ProblemCard(problem) }
        if !form.broken.isEmpty { Told(strings.recordsNotSaved(fields: broken), wrong: true) }
        Flow {
            Deed(strings.appSave(), enabled: !state.working, wide: false) { send(.submitted) }
            Deed(strings.appCancel(), enabled: !state.working, wide: false) { send(.closed) }
        }
        if form.id != nil {
            Divider()
            Flow(spacing: 16) {
                if form.history == nil { WayOut(strings.recordsHistory()) { send(.historyAsked) } }
                WayOut(strings.appDelete(), enabled: !state.working) { send(.deleted) }
            }
            if let history = form.history { HistoryOf(state, history) }
        }
    }

    private var broken: String {
        state.rules.filter { form.broken[$0.name] != nil }.map { words.strings.label(state.kind, $0) }.joined(separator: ", ")
    }
}

/// A field above so many characters is a place for sentences.
private let longFrom: UInt32 = 200

/// One field, as its rule asks for it.
private struct RecordField: View {
    private let state: RecordsState
    private let form: RecordForm
    private let rule: FieldRule
    private let put: @MainActor (String) -> Void
    @Environment(\.words) private var words

    init(_ state: RecordsState, _ form: RecordForm, _ rule: FieldRule, _ put: @escaping @MainActor (String) -> Void) {
        self.state = state
        self.form = form
        self.rule = rule
        self.put = put
    }

    private var text: String { form.texts[rule.name] ?? "" }

    private var broken: String? { form.broken[rule.name].map { words.strings.broken($0) } }

    private var label: String {
        let plain = words.strings.label(state.kind, rule)
        return rule.needed ? words.strings.recordsNeededField(label: plain) : plain
    }

    var body: some View {
        let strings = words.strings
        switch rule.form {
        case .text(let most): Field(label, text, broken: broken, lines: most > longFrom ? 3 : 1, put)
        case .whole(let min, let max):
            // The total of a questionnaire is held to that questionnaire's own range.
            let most = rule.name == "total" ? form.questionnaire?.most : nil
            let range = most.map { strings.recordsTotalHint(most: "\($0)") } ?? strings.recordsOutside(min: "\(min)", max: "\(max)")
            Field(label, text, hint: range, broken: broken, keyboard: .numberPad, put)
        case .number: Field(label, text, broken: broken, keyboard: .decimalPad, put)
        case .date: DayField(label, text, today: state.today, broken: broken, put)
        case .moment: MomentField(label, text, today: state.today, broken: broken, put)
        case .clock: Field(label, text, hint: strings.recordsTimeFormat(), broken: broken, keyboard: .numbersAndPunctuation, put)
        case .code(let allowed): oneOf(allowed.map { ($0, strings.code(state.kind, rule.name, $0)) })
        case .yesNo: oneOf([("true", strings.recordsYes()), ("false", strings.recordsNo())])
        case .items: listOf
        case .uuid, .word:
            if let choices = state.choices[rule.name] {
                oneOf(choices.map { ($0.id, $0.name) })
            } else {
                Field(label, text, broken: broken, put)
            }
        }
    }

    private func oneOf(_ of: [(String, String)]) -> some View {
        let all = rule.required ? of : of + [("", words.strings.appNotSet())]
        return Labelled(label, broken: broken) { Choices(label, all, chosen: text, put) }
    }

    @ViewBuilder
    private var listOf: some View {
        if let codes = codesOf(rule.name) {
            let lines = Set(text.split(whereSeparator: \.isNewline).map(String.init))
            Labelled(label, broken: broken) {
                Ticks(label, codes.map { ($0, words.strings.code(state.kind, rule.name, $0)) }, ticked: { lines.contains($0) }) { code, on in
                    put(codes.filter { $0 == code ? on : lines.contains($0) }.joined(separator: "\n"))
                }
            }
        } else {
            Field(label, text, hint: words.strings.hint(state.kind, rule.name), broken: broken, lines: 2, put)
        }
    }
}

/// What a record said before, the latest change first.
private struct HistoryOf: View {
    private let state: RecordsState
    private let history: [Revision]
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ state: RecordsState, _ history: [Revision]) {
        self.state = state
        self.history = history
    }

    var body: some View {
        Section(words.strings.recordsChanges(), about: history.isEmpty ? words.strings.recordsNoHistory() : nil) {
            ForEach(Array(history.reversed()), id: \.self) { change in
                VStack(alignment: .leading, spacing: 2) {
                    Text(words.change(state, change)).font(.subheadline).foregroundStyle(inks.onSurface.colour)
                    if let reason = change.reason { Aside(words.strings.recordsBecause(reason: reason)) }
                }
            }
        }
    }
}

extension Words {
    fileprivate func change(_ state: RecordsState, _ change: Revision) -> String {
        let (date, time) = (date(change.changedAt), time(change.changedAt))
        if change.field == "deleted_at" {
            return change.new == nil ? strings.recordsRestoredAt(date: date, time: time) : strings.recordsRemovedAt(date: date, time: time)
        }
        let rule = state.rules.first { $0.name == change.field }
        func said(_ text: String?) -> String {
            guard let text else { return strings.appNotSet() }
            guard let rule else { return text }
            // A moment is kept with its zone; a form shows its day and minute.
            if rule.form == .moment { return text.prefix(16).replacingOccurrences(of: "T", with: " ") }
            return value(state.kind, rule, text, state.choices[rule.name])
        }
        return strings.recordsChanged(
            date: date, time: time, field: rule.map { strings.label(state.kind, $0) } ?? change.field, old: said(change.old), new: said(change.new))
    }
}
