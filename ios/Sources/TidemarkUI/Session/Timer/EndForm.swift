//! How a session ends when the clock or the person says otherwise.

import SwiftUI
import TidemarkLogic

/// How a session ends when the clock or the person says otherwise: its real length, and why it was stopped.
struct EndForm: View {
    private let end: End
    private let state: TimerState
    private let send: Send<TimerEvent>
    @Environment(\.words) private var words

    init(_ end: End, _ state: TimerState, _ send: @escaping Send<TimerEvent>) {
        self.end = end
        self.state = state
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Section(end.early ? strings.sessionStopHeading() : strings.sessionLengthHeading()) {
            if end.early { Field(strings.sessionStopReason(), end.reason) { tell(reason: $0, minutes: end.minutes) } }
            if end.asksLength {
                // Asked although the person said nothing: then the clock is why.
                if state.elapsedMin == nil { Aside(strings.sessionLengthWhy()) }
                Field(strings.sessionLengthField(), end.minutes, keyboard: .numberPad) { tell(reason: end.reason, minutes: $0) }
            }
        }
        if let problem = state.problem { ProblemCard(problem) }
        FirstDeed(end.early ? strings.sessionStopSave() : strings.sessionLengthSave(), enabled: end.canFinish && !state.working) { send(.ended) }
        Deed(strings.sessionBackToTimer(), wide: false) { send(.endTold(nil)) }
    }

    private func tell(reason: String, minutes: String) {
        send(.endTold(End(early: end.early, reason: reason, asksLength: end.asksLength, minutes: minutes)))
    }
}
