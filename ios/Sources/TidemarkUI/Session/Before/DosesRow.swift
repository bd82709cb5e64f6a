//! When medicines were last taken: a row, or its editor. A time is moved by half hours; nothing is dragged.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Minutes in one step.
private let step = 30

/// When medicines were last taken, or the form for it.
struct DosesRow: View {
    private let state: BeforeState
    private let choices: SessionChoices
    private let send: Send<BeforeEvent>
    private let now: @Sendable () -> Moment
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ state: BeforeState, _ choices: SessionChoices, _ send: @escaping Send<BeforeEvent>, _ now: @escaping @Sendable () -> Moment) {
        self.state = state
        self.choices = choices
        self.send = send
        self.now = now
    }

    var body: some View {
        let strings = words.strings
        let label = words.label(.doses)
        if state.open == .doses {
            Card {
                Heading(label)
                Aside(strings.sessionDosesAbout())
                ForEach(state.medicines, id: \.id) { medicine in
                    if let dose = choices.doses.first(where: { $0.medicationId == medicine.id }) {
                        taken(medicine, dose)
                    } else {
                        Deed(strings.sessionDoseAdd(medicine: medicine.name), wide: false) { send(.doseAdded(medicationId: medicine.id, at: now())) }
                    }
                }
                Deed(strings.sessionClose(), wide: false) { send(.opened(nil)) }
            }
        } else {
            ValueRow(
                label, words.doses(choices, state.medicines, now()) ?? strings.appNotSet(), hint: strings.sessionChange(what: label)
            ) { send(.opened(.doses)) }
        }
        Divider()
    }

    private func taken(_ medicine: Medicine, _ dose: Dose) -> some View {
        let strings = words.strings
        let said = words.dose(medicine, dose, now())
        return VStack(alignment: .leading, spacing: 8) {
            Text(said).font(.headline).foregroundStyle(inks.onSurface.colour).spoken(said)
            Flow {
                moves(strings.settingsEarlier(), strings.settingsEarlierOf(what: medicine.name), dose, -step)
                moves(strings.settingsLater(), strings.settingsLaterOf(what: medicine.name), dose, step)
                Deed(strings.sessionDoseRemove(medicine: medicine.name), wide: false) { send(.doseRemoved(medicationId: medicine.id)) }
            }
        }
    }

    private func moves(_ text: String, _ spoken: String, _ dose: Dose, _ minutes: Int) -> some View {
        Deed(text, spoken: spoken, enabled: choices.doses.moved(dose.medicationId, minutes: minutes, at: now()) != nil, wide: false) {
            send(.doseMoved(medicationId: dose.medicationId, minutes: minutes, at: now()))
        }
    }
}
