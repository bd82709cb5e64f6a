//! The imports of before, each with its way back.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The imports of before.
struct PastImports: View {
    private let state: ImportsState
    private let now: @Sendable () -> Moment
    private let send: Send<ImportsEvent>
    @Environment(\.words) private var words

    init(_ state: ImportsState, _ now: @escaping @Sendable () -> Moment, _ send: @escaping Send<ImportsEvent>) {
        self.state = state
        self.now = now
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Section(strings.importPast()) {
            if let problem = state.problem {
                // What is asked about has its own buttons.
                if state.undo == nil { ProblemCard(problem) { send(.shown) } } else { ProblemCard(problem) }
            }
            if let undone = state.undone {
                Told(strings.importUndone(n: Int(undone.removed)))
                let kept = Int(undone.edited + undone.withThem)
                if kept > 0 { Told(strings.importUndoneKept(n: kept)) }
            }
            if let past = state.past {
                if past.isEmpty { Aside(strings.importNone()) }
                ForEach(past, id: \.batchId) { PastCard($0, state.undo, words.line($0, now()), send) }
            } else if state.problem == nil {
                Told(strings.appLoading())
            }
        }
    }
}

private struct PastCard: View {
    private let past: AppliedImport
    private let undo: ImportsState.Undo?
    private let line: String
    private let send: Send<ImportsEvent>
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ past: AppliedImport, _ undo: ImportsState.Undo?, _ line: String, _ send: @escaping Send<ImportsEvent>) {
        self.past = past
        self.undo = undo
        self.line = line
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Card {
            Text(line).font(.headline).foregroundStyle(inks.onSurface.colour)
            Aside(strings.importPastAdded(n: Int(past.counts.new)))
            if past.rejected > 0 { Aside(strings.importPastRejected(n: Int(past.rejected))) }
            if past.undone {
                Aside(strings.importPastUndone())
            } else if let undo, undo.batch.batchId == past.batchId {
                question(undo)
            } else {
                WayOut(strings.importUndo(), spoken: strings.importUndoOf(which: line), enabled: undo?.working != true) {
                    send(.undoAsked(batchId: past.batchId))
                }
            }
        }
    }

    /// Asked before anything is taken out, and again when entries were edited since.
    @ViewBuilder
    private func question(_ undo: ImportsState.Undo) -> some View {
        let strings = words.strings
        if undo.working {
            Told(strings.importUndoing())
        } else {
            if let edited = undo.edited {
                Told(strings.importUndoEdited(n: Int(edited.edited)))
                if edited.withThem > 0 { Aside(strings.importUndoWith(n: Int(edited.withThem))) }
            } else {
                Told(strings.importUndoQuestion(n: Int(past.counts.new)))
            }
            Deed(undo.edited == nil ? strings.importUndoYes() : strings.importUndoKeep()) { send(.undoConfirmed) }
            Deed(strings.importUndoNo()) { send(.undoLeft) }
        }
    }
}
