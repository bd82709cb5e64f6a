//! A session that is over: what it was, what was rated, what can still be said of it.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// A session that is over, or one that is added or changed by hand.
public struct DetailView: View {
    private let state: DetailState
    private let send: Send<DetailEvent>
    private let go: Go
    @Environment(\.words) private var words

    public init(_ state: DetailState, _ send: @escaping Send<DetailEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        if state.deleted {
            Section(words.strings.sessionGone())
            FirstDeed(words.strings.appDone()) { go.back() }
        } else if let form = state.form {
            DetailForm(form, state, send, go)
        } else if let session = state.session {
            if state.saved { Told(words.strings.sessionSaved(), result: true) }
            SessionFacts(session)
            if let problem = state.problem { ProblemCard(problem) }
            acts(session)
        } else {
            NotRead(state.problem) { send(.shown) }
        }
    }

    @ViewBuilder
    private func acts(_ session: Session) -> some View {
        let strings = words.strings
        let over = session.status == .held || session.status == .stoppedEarly
        if over, session.after == nil { FirstDeed(strings.sessionRateAfter()) { go.to(.sessionAfter(sessionId: session.id)) } }
        Flow {
            if over { Deed(strings.sessionTomorrowTitle(), wide: false) { go.to(.sessionTomorrow(sessionId: session.id)) } }
            Deed(strings.sessionChangeButton(), wide: false) { send(.changeAsked) }
            if !state.deleteAsked { Deed(strings.sessionDelete(), wide: false) { send(.deleteAsked(sure: false)) } }
        }
        if state.deleteAsked {
            Section(strings.sessionDeleteAsk()) {
                Flow {
                    Deed(strings.sessionDelete(), wide: false) { send(.deleteAsked(sure: true)) }
                    Deed(strings.sessionDeleteKeep(), wide: false) { send(.deleteTakenBack) }
                }
            }
        }
    }
}
