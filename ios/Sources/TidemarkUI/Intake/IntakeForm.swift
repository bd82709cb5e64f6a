//! The parts of the intake sheet while they are written.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The parts of the sheet while they are written; saving makes a new version.
struct IntakeForm: View {
    private let read: IntakeRead
    private let form: RecordForm
    private let working: Bool
    private let send: Send<IntakeEvent>
    @Environment(\.words) private var words

    init(_ read: IntakeRead, _ form: RecordForm, working: Bool, _ send: @escaping Send<IntakeEvent>) {
        self.read = read
        self.form = form
        self.working = working
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Heading(strings.intakeForm())
        Aside(strings.intakeFormHint())
        ForEach(read.rules, id: \.name) { rule in part(rule) }
        if let problem = form.problem { ProblemCard(problem) }
        if !form.broken.isEmpty {
            let fields = read.rules.map(\.name).filter { form.broken[$0] != nil }.map { words.intakePart($0) }
            Told(strings.recordsNotSaved(fields: fields.joined(separator: ", ")), wrong: true)
        }
        SaveOrCancel(strings.appSave(), working: working, submit: { send(.submitted) }, close: { send(.closed) })
    }

    @ViewBuilder
    private func part(_ rule: FieldRule) -> some View {
        let (strings, name) = (words.strings, rule.name)
        let (label, text) = (words.intakePart(name), form.texts[name] ?? "")
        let broken = form.broken[name].map { words.rule($0) }
        let put: @MainActor (String) -> Void = { send(.typed(field: name, $0)) }
        switch name {
        case "history": Field(label, text, hint: strings.intakeHistoryHint(), broken: broken, lines: 2, put)
        case "allergies": Labelled(label, broken: broken) { AllergyFields(text, put) }
        case "areas":
            Labelled(label, broken: broken) {
                AreasEditor(text.split(separator: "\n").compactMap { areaOf(String($0)) }) { put($0.map(\.item).joined(separator: "\n")) }
            }
        case "pressure":
            Labelled(label, broken: broken) {
                let steps = (1...5).map { ("\($0)", words.sentence(words.pressure($0))) }
                Choices(label, steps + [("", strings.appNotSet())], chosen: text, put)
            }
        case "medicines": medicines(label, text, broken, put)
        default: field(rule, label, text, broken, put)
        }
    }

    @ViewBuilder
    private func medicines(_ label: String, _ text: String, _ broken: String?, _ put: @escaping @MainActor (String) -> Void) -> some View {
        let ticked = text.split(separator: "\n").map(String.init)
        Labelled(label, hint: read.medicines.isEmpty ? words.strings.intakeNoMedicines() : nil, broken: broken) {
            Ticks(label, read.medicines.map { ($0.id, $0.name) }, ticked: { ticked.contains($0) }) { id, on in
                put(read.medicines.map(\.id).filter { $0 == id ? on : ticked.contains($0) }.joined(separator: "\n"))
            }
        }
    }

    @ViewBuilder
    private func field(
        _ rule: FieldRule, _ label: String, _ text: String, _ broken: String?, _ put: @escaping @MainActor (String) -> Void
    ) -> some View {
        switch rule.form {
        case .code(let allowed):
            Labelled(label, broken: broken) {
                Choices(label, allowed.map { ($0, words.intakeAnswer($0)) } + [("", words.strings.appNotSet())], chosen: text, put)
            }
        case .items: Field(label, text, hint: words.strings.recordsOneALine(), broken: broken, lines: 2, put)
        default: Field(label, text, broken: broken, lines: rule.name == "concerns" ? 3 : 1, put)
        }
    }
}

/// A tick for each kind of allergy, and words where one is ticked.
private struct AllergyFields: View {
    private let text: String
    private let put: @MainActor (String) -> Void
    @Environment(\.words) private var words

    init(_ text: String, _ put: @escaping @MainActor (String) -> Void) {
        self.text = text
        self.put = put
    }

    var body: some View {
        let allergies = Allergies(text)
        ForEach(Allergies.kinds, id: \.self) { kind in
            let (said, name) = (allergies.words[kind], words.sentence(words.allergy(kind)))
            TickRow(name, ticked: said != nil) { on in change(kind, on ? "" : nil) }
            if let said { AllergyWords(words.strings.intakeAllergyWordsOf(kind: name), said) { change(kind, $0) } }
        }
    }

    private func change(_ kind: String, _ said: String?) {
        var allergies = Allergies(text)
        allergies.words[kind] = said
        put(allergies.text)
    }
}

/// The words beside a kind. The form holds whole items; a space or a line that was just typed stands in the field alone.
private struct AllergyWords: View {
    private let label: String
    private let put: @MainActor (String) -> Void
    @State private var typed: String
    @Environment(\.words) private var words

    init(_ label: String, _ said: String, _ put: @escaping @MainActor (String) -> Void) {
        self.label = label
        self.put = put
        _typed = State(initialValue: said)
    }

    var body: some View {
        Field(label, typed, hint: words.strings.intakeAllergyWords(), lines: 2) {
            typed = $0
            put($0)
        }
    }
}
