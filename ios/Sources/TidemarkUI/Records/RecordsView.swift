//! The records of a kind, or the form over them.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The records of a kind, or the form over them.
public struct RecordsView: View {
    private let state: RecordsState
    private let send: Send<RecordsEvent>
    private let go: Go
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    public init(_ state: RecordsState, _ send: @escaping Send<RecordsEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        if let rows = state.rows {
            if let form = state.form { RecordFormView(state, form, send) } else { list(rows) }
        } else {
            NotRead(state.problem) { send(.shown) }
        }
    }

    @ViewBuilder
    private func list(_ rows: [RecordsState.Row]) -> some View {
        let strings = words.strings
        if let problem = state.problem { ProblemCard(problem) }
        if let act = state.undo { lastAct(act) }
        if state.offersHelp {
            Card {
                Told(strings.recordsHelp())
                Deed(strings.recordsOpenHelp(), wide: false) { go.to(.safety) }
            }
        }
        if state.kind == .medicationChange, state.choices["medication_id"]?.isEmpty != false {
            Text(strings.recordsNoMedicine()).font(.body).foregroundStyle(inks.onSurface.colour)
            FirstDeed(strings.recordsMedicines()) { go.to(.records(kind: Kind.medication.code)) }
        } else {
            if rows.isEmpty { Text(strings.empty(state.kind)).font(.body).foregroundStyle(inks.onSurface.colour) }
            FirstDeed(strings.recordsAdd()) { send(.added) }
        }
        ForEach(rows, id: \.record.id) { row in card(row) }
    }

    /// What is on disk now, and the way back.
    private func lastAct(_ act: LastAct) -> some View {
        let time = words.time(act.at)
        return Flow {
            Told(act.removed ? words.strings.recordsDeleted(time: time) : words.strings.recordsSaved(time: time), result: true)
            WayOut(words.strings.appUndo(), enabled: !state.working) { send(.undone) }
        }
    }

    private func card(_ row: RecordsState.Row) -> some View {
        let fields = words.fields(state, row)
        return Tap({ send(.opened(id: row.record.id)) }) {
            VStack(alignment: .leading, spacing: 2) {
                Text(fields.first?.value ?? words.strings.appNotSet()).font(.headline).foregroundStyle(inks.onSurface.colour)
                ForEach(Array(fields.dropFirst()), id: \.label) { Aside(words.strings.recordsLabelled(label: $0.label, value: $0.value)) }
            }
            .padding(12)
            .frame(maxWidth: .infinity, minHeight: 56, alignment: .leading)
            .background(inks.surfaceContainer.colour, in: RoundedRectangle(cornerRadius: 12))
        }
    }
}

/// The field that names an entry, and those beside it in the list. Everything else is in the form.
private let shownFields: [Kind: [String]] = [
    .medication: ["name", "strength", "dose", "times", "start", "stop"],
    .medicationChange: ["medication_id", "kind", "at", "from", "to"],
    .goal: ["text", "status", "review_on"],
    .event: ["label", "kind", "start", "end"],
    .visit: ["with", "kind", "at", "questions"],
    .practice: ["kind", "logical_date", "minutes"],
    .instrumentResult: ["instrument", "total", "taken_at"],
    .careTeamMember: ["name", "role", "contact"],
]

extension Words {
    /// What the list shows of a record, in order.
    fileprivate func fields(_ state: RecordsState, _ row: RecordsState.Row) -> [(label: String, value: String)] {
        let names = shownFields[state.kind] ?? state.rules.prefix(3).map(\.name)
        return names.compactMap { name in
            guard let rule = state.rules.first(where: { $0.name == name }), let text = row.shown[name] else { return nil }
            return (label: strings.label(state.kind, rule), value: value(state.kind, rule, text, state.choices[name]))
        }
    }
}
