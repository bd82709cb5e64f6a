//! File, columns if nobody knows them, counts, and only then the button that adds; under the first step the imports of before.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// An import, step by step.
public struct ImportsView: View {
    private let state: ImportsState
    private let now: @Sendable () -> Moment
    private let send: Send<ImportsEvent>
    @Environment(\.words) private var words

    public init(_ state: ImportsState, _ now: @escaping @Sendable () -> Moment, _ send: @escaping Send<ImportsEvent>) {
        self.state = state
        self.now = now
        self.send = send
    }

    public var body: some View {
        if let refused = state.refused { ImportRefused(refused) }
        step
        if state.step == .file || state.step == .done { PastImports(state, now, send) }
    }

    @ViewBuilder
    private var step: some View {
        let strings = words.strings
        switch state.step {
        case .file:
            Section(strings.importFile(), about: strings.importFileAbout()) {
                FirstDeed(strings.importChoose(), enabled: state.undo?.working != true) { send(.fileAsked) }
            }
        case .reading: Told(strings.importReading())
        case .columns: if let mapping = state.mapping { ColumnsView(mapping, state.file?.name ?? "", send) }
        case .look: if let found = state.found { LookView(state, found, send) }
        case .applying: applying
        case .done: done
        }
    }

    @ViewBuilder
    private var applying: some View {
        let strings = words.strings
        Told(strings.importAdding())
        if let progress = state.progress { Told(strings.importProgress(done: "\(progress.done)", total: "\(progress.total)")) }
        if state.breaking {
            Told(strings.importBreaking())
        } else {
            Deed(strings.importBreakOff()) { send(.breakOffAsked) }
        }
    }

    @ViewBuilder
    private var done: some View {
        if let counts = state.done {
            let strings = words.strings
            Section(strings.importDone(n: Int(counts.new + counts.restored)), about: strings.importDoneAbout()) {
                Deed(strings.importAnother()) { send(.fileAsked) }
            }
        }
    }
}

/// Why it did not go on, with what is safe; spoken when it appears.
private struct ImportRefused: View {
    private let refused: ImportsState.Refused
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ refused: ImportsState.Refused) { self.refused = refused }

    var body: some View {
        if case .other(let problem) = refused {
            ProblemCard(problem)
        } else {
            let text = words.refused(refused)
            Text(text)
                .font(.body)
                .foregroundStyle(inks.onErrorContainer.colour)
                .spoken(text, atOnce: true)
                .padding(12)
                .frame(maxWidth: .infinity, alignment: .leading)
                .background(inks.errorContainer.colour, in: RoundedRectangle(cornerRadius: 12))
        }
    }
}
