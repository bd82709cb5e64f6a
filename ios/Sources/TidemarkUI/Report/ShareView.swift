//! Which ways out does a report have? The form of the file, what leaves in it, and the buttons that send it.

import SwiftUI
import TidemarkBindings
import TidemarkLogic
import TidemarkStrings

public struct ShareView: View {
    private let state: ShareState
    private let send: Send<ShareEvent>

    @Environment(\.words) private var words

    public init(_ state: ShareState, _ send: @escaping Send<ShareEvent>) {
        self.state = state
        self.send = send
    }

    public var body: some View {
        let strings = words.strings
        Section(strings.reportForm()) {
            ForEach(ShareForm.allCases, id: \.self) { form in
                ChoiceRow(strings.form(form), about: strings.about(form), chosen: form == state.form) { send(.formChosen(form)) }
            }
        }
        if state.form == .lockedPdf { PasswordFields(state: state, send: send) }
        Section(strings.reportLeaves()) {
            if state.form == .tables {
                TableTicks(tables: state.tables) { send(.tablesTicked($0)) }
            } else if let leaves = state.leaves[state.form] {
                LeavingList(leaves: leaves, of: state.options)
            }
        }
        outcome
        ForEach(Array(state.form.ways.enumerated()), id: \.offset) { at, way in
            let ready = !state.working && state.passwordProblem == nil
            if at == 0 {
                FirstDeed(strings.way(way), enabled: ready) { send(.went(way)) }
            } else {
                Deed(strings.way(way), enabled: ready) { send(.went(way)) }
            }
        }
    }

    /// What came of the last way out; said only when it is so.
    @ViewBuilder private var outcome: some View {
        if state.working {
            Told(words.strings.reportMaking())
        } else if let problem = state.problem {
            Notice(words.told(problem), wrong: true)
        } else if let sent = state.sent {
            Notice(words.told(sent.way, bytes: sent.bytes, noted: sent.noted))
        }
    }
}

private struct PasswordFields: View {
    let state: ShareState
    let send: Send<ShareEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        let short = state.passwordProblem == .tooShort && !state.password.isEmpty
        Field(
            strings.reportPassword(), state.password, hint: strings.reportPasswordShort(),
            broken: short ? strings.reportPasswordShort() : nil, hidden: true
        ) { send(.passwordTyped($0)) }
        let differs = state.password != state.repeated && !state.repeated.isEmpty
        Field(strings.reportPasswordAgain(), state.repeated, broken: differs ? strings.reportPasswordDiffers() : nil, hidden: true) {
            send(.passwordRepeated($0))
        }
    }
}

private struct TableTicks: View {
    let tables: TableOptions
    let onTick: @MainActor (TableOptions) -> Void

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Text(strings.reportTablesHold())
        TickRow(strings.reportNotes(), ticked: tables.notes) { onTick(tables.with(notes: $0)) }
        TickRow(strings.reportTickDistress(), ticked: tables.distress) { onTick(tables.with(distress: $0)) }
        TickRow(strings.reportTickTherapists(), ticked: tables.therapists) { onTick(tables.with(therapists: $0)) }
        TickRow(strings.reportTickCareTeam(), ticked: tables.careTeam) { onTick(tables.with(careTeam: $0)) }
        TickRow(strings.reportTickIntake(), ticked: tables.intake) { onTick(tables.with(intake: $0)) }
        TickRow(strings.reportTickReminders(), ticked: tables.reminders) { onTick(tables.with(reminders: $0)) }
        TickRow(strings.reportTickSafety(), ticked: tables.safety) { onTick(tables.with(safety: $0)) }
        Aside(strings.reportLeavesNothingYet())
    }
}

extension TableOptions {
    /// The same ticks but for the one that is named. The library's record has no setters.
    fileprivate func with(
        notes: Bool? = nil, distress: Bool? = nil, therapists: Bool? = nil, careTeam: Bool? = nil, intake: Bool? = nil,
        reminders: Bool? = nil, safety: Bool? = nil
    ) -> TableOptions {
        TableOptions(
            jsonLines: jsonLines, notes: notes ?? self.notes, distress: distress ?? self.distress, reminders: reminders ?? self.reminders,
            safety: safety ?? self.safety, therapists: therapists ?? self.therapists, careTeam: careTeam ?? self.careTeam,
            intake: intake ?? self.intake)
    }
}

extension Words {
    /// What is said of a file that was handed over.
    func told(_ way: ShareState.Way, bytes: Int64, noted: Bool) -> String {
        let size = strings.reportKilobytes(kilobytes: String((bytes + 999) / 1000))
        let went =
            switch way {
            case .share: strings.reportSent(size: size)
            case .saveAs: strings.reportStored(size: size)
            case .print: strings.reportPrinted()
            case .copy: strings.reportCopied()
            }
        return noted ? went : "\(went) \(strings.reportNotNoted())"
    }

    /// Why nothing was handed over.
    func told(_ wrong: ShareProblem) -> String {
        switch wrong {
        case .notWritten(let problem): strings.reportNotWritten(problem: self.problem(problem))
        case .notListed(let problem): self.problem(problem)
        case .wrongSize: strings.reportWrongSize()
        case .notTaken(let way):
            switch way {
            case .share, .copy: strings.reportNotShared()
            case .saveAs: strings.reportNotStored()
            case .print: strings.reportNotPrinted()
            }
        }
    }
}

extension Strings {
    fileprivate func form(_ form: ShareForm) -> String {
        switch form {
        case .pdf: reportPdf()
        case .lockedPdf: reportLockedPdf()
        case .tables: reportTables()
        case .fhir: reportFhir()
        case .text: reportText()
        }
    }

    fileprivate func about(_ form: ShareForm) -> String {
        switch form {
        case .pdf: reportPdfAbout()
        case .lockedPdf: reportLockedPdfAbout()
        case .tables: reportTablesAbout()
        case .fhir: reportFhirAbout()
        case .text: reportTextAbout()
        }
    }

    func way(_ way: ShareState.Way) -> String {
        switch way {
        case .share: reportSend()
        case .saveAs: reportSaveAs()
        case .print: reportPrint()
        case .copy: reportCopy()
        }
    }
}
