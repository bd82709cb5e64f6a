//! The words of the file and what each stands for; those that wait for an answer come first.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The words of the file.
struct NamesSection: View {
    private let state: ImportsState
    private let found: ImportsState.Found
    private let send: Send<ImportsEvent>
    @Environment(\.words) private var words

    init(_ state: ImportsState, _ found: ImportsState.Found, _ send: @escaping Send<ImportsEvent>) {
        self.state = state
        self.found = found
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        let names = found.preview.names
        let asked = names.filter { $0.becomes == nil }
        Section(strings.importNames(), about: asked.isEmpty ? nil : strings.importNamesAbout()) {
            ForEach(Array((asked + names.filter { $0.becomes != nil }).enumerated()), id: \.offset) { at, name in
                if at > 0 { Divider() }
                NameRow(state, found.practices, name, send)
            }
        }
    }
}

private struct NameRow: View {
    private let state: ImportsState
    private let practices: [String]
    private let name: ImportName
    private let send: Send<ImportsEvent>
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ state: ImportsState, _ practices: [String], _ name: ImportName, _ send: @escaping Send<ImportsEvent>) {
        self.state = state
        self.practices = practices
        self.name = name
        self.send = send
    }

    private var given: String? { state.said.answers[name.name] }

    private var leaveOut: (String, String) { (skipAnswer, words.strings.importLeaveOut()) }

    var body: some View {
        let strings = words.strings
        VStack(alignment: .leading, spacing: 6) {
            Text(strings.importWord(name: name.name, rows: strings.importRows(n: Int(name.rows))))
                .font(.headline)
                .foregroundStyle(inks.onSurface.colour)
            answer
        }
        .frame(maxWidth: .infinity, alignment: .leading)
    }

    @ViewBuilder
    private var answer: some View {
        let strings = words.strings
        switch name.takesNow {
        case .mood: choices(strings.importMoodQuestion(), (1...5).map { ("\($0)", "\($0)") } + [leaveOut])
        case .practice: choices(strings.importPracticeQuestion(), practices.map { ($0, strings.practice($0)) } + [leaveOut])
        case .range:
            RangeFields(name.name, state.ranges[name.name] ?? RangeTyped()) { send(.rangeTyped(name: name.name, $0)) }
            leftOut(strings.importRangeQuestion())
        case .other:
            Field(
                strings.importAnswer(), given == skipAnswer ? "" : given ?? "", hint: strings.importOtherQuestion(takes: name.takes ?? "")
            ) { put($0.isEmpty ? nil : $0) }
            leftOut(strings.importAnswer())
        case nil: placed
        }
    }

    private func put(_ answer: String?) { send(.nameAnswered(name: name.name, answer)) }

    private func choices(_ question: String, _ of: [(String, String)]) -> some View {
        let asked = words.strings.importOf(field: question, name: name.name)
        return Labelled(nil, hint: question) { Choices(asked, of, chosen: given ?? already) { put($0) } }
    }

    /// The one choice beside a typed answer; a second tap takes it back.
    private func leftOut(_ question: String) -> some View {
        let asked = words.strings.importOf(field: question, name: name.name)
        return Labelled(nil, hint: question) { Choices(asked, [leaveOut], chosen: given) { put(given == skipAnswer ? nil : $0) } }
    }

    /// What it is without an answer.
    private var already: String? {
        switch name.becoming {
        case .mood(let number): "\(number)"
        case .practice(let kind): kind
        case .measure, .inNote, .leftOut, .asked: nil
        }
    }

    /// What has its place without a question; its numbers can still be left out.
    @ViewBuilder
    private var placed: some View {
        let strings = words.strings
        switch name.becoming {
        case .inNote: Aside(strings.importBecomesNote())
        case .measure(let text):
            Aside(strings.importBecomesMeasure(measure: text))
            keepOrNot
        default:
            Aside(strings.importBecomesLeftOut())
            keepOrNot
        }
    }

    private var keepOrNot: some View {
        let strings = words.strings
        return Choices(
            strings.importOf(field: strings.importKeep(), name: name.name), [(false, strings.importKeep()), (true, leaveOut.1)],
            chosen: given == skipAnswer
        ) { put($0 ? skipAnswer : nil) }
    }
}

/// Lowest, highest and the steps between.
struct RangeFields: View {
    private let of: String
    private let range: RangeTyped
    private let put: @MainActor (RangeTyped) -> Void
    @Environment(\.words) private var words

    init(_ of: String, _ range: RangeTyped, _ put: @escaping @MainActor (RangeTyped) -> Void) {
        self.of = of
        self.range = range
        self.put = put
    }

    var body: some View {
        let strings = words.strings
        Field(strings.importOf(field: strings.importLowest(), name: of), range.lowest, keyboard: .numbersAndPunctuation) {
            put(RangeTyped(lowest: $0, highest: range.highest, step: range.step))
        }
        Field(strings.importOf(field: strings.importHighest(), name: of), range.highest, keyboard: .numbersAndPunctuation) {
            put(RangeTyped(lowest: range.lowest, highest: $0, step: range.step))
        }
        Field(strings.importOf(field: strings.importStep(), name: of), range.step, keyboard: .decimalPad) {
            put(RangeTyped(lowest: range.lowest, highest: range.highest, step: $0))
        }
    }
}
