//! Right after a session: the same pads, then both sides; what was felt, what was not wanted, a note.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Right after a session.
public struct AfterView: View {
    private let state: AfterState
    private let send: Send<AfterEvent>
    private let go: Go
    private let now: @Sendable () -> Moment
    @Environment(\.words) private var words

    public init(_ state: AfterState, _ send: @escaping Send<AfterEvent>, _ go: Go, _ now: @escaping @Sendable () -> Moment) {
        self.state = state
        self.send = send
        self.go = go
        self.now = now
    }

    public var body: some View {
        if let session = state.session { told(session) } else { NotRead(state.problem) { send(.shown) } }
    }

    @ViewBuilder
    private func told(_ session: Session) -> some View {
        let strings = words.strings
        let sides = state.sides
        if let sides { SidesTable(sides, session.before) }
        Section(strings.sessionHowNow(), about: session.beforeHidden || session.before != nil && sides == nil ? strings.sessionHidden() : nil) {
            PhasePads(state.ratings, { send(.ofRating($0)) }, now)
            if state.canReveal {
                Deed(strings.sessionReveal(), wide: false) { send(.revealAsked) }
                Aside(strings.sessionRevealNote())
            }
        }
        Section(strings.sessionPressureFelt(), about: session.choices.pressure.map { strings.sessionAskedFor(pressure: words.pressure($0)) }) {
            // The one chosen again takes it back, as the rules do with the same step.
            PressurePad(strings.sessionPressureFelt(), state.told.pressureFelt) { step in
                if let step = step ?? state.told.pressureFelt { send(.pressureFelt(step)) }
            }
        }
        Section(strings.sessionUnwanted()) {
            UnwantedList(
                state.told.unwanted, open: state.openEffect, tap: { send(.effectTapped(kind: $0, at: now())) },
                strength: { send(.effectStrength(kind: $0, $1)) })
        }
        note(session)
        if let problem = state.problem { ProblemCard(problem) }
        distress
        FirstDeed(strings.sessionGoTomorrow()) {
            // A note that was typed and not saved goes along; what waits is written when the screen is gone, too.
            if state.written == .asRead, state.told != session.told { send(.toldAgain) }
            go.instead(.sessionTomorrow(sessionId: state.sessionId))
        }
    }

    private func note(_ session: Session) -> some View {
        Section(words.strings.sessionNote()) {
            Field(words.strings.sessionNote(), state.told.note, lines: 3, underHeading: true) { send(.noteTyped($0)) }
            if !state.writing, state.told.note != session.told.note { Deed(words.strings.sessionSaveNote(), wide: false) { send(.toldAgain) } }
            WrittenLine(state.written) { send(.toldAgain) }
        }
    }

    /// Offered quietly, never asked.
    @ViewBuilder
    private var distress: some View {
        if let distress = state.distress {
            DistressForm(distress, send, now)
        } else {
            if state.distressSaved { Told(words.strings.sessionDistressSaved(), result: true) }
            Deed(words.strings.sessionDistressOffer(), wide: false) { send(.distressTold(Distress())) }
        }
    }
}

extension AfterState {
    /// Whether what was told is on its way.
    fileprivate var writing: Bool {
        if case .writing = written { true } else { false }
    }
}
