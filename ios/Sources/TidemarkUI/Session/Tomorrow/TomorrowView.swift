//! The time after a session: what helps, a reminder, and the morning after.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The time after a session.
public struct TomorrowView: View {
    private let state: TomorrowState
    private let send: Send<TomorrowEvent>
    private let go: Go
    private let now: @Sendable () -> Moment
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    public init(_ state: TomorrowState, _ send: @escaping Send<TomorrowEvent>, _ go: Go, _ now: @escaping @Sendable () -> Moment) {
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
        Text(([session.choices.style.map { words.style($0) }].compactMap { $0 } + [words.start(session.startedAt)]).joined(separator: " · "))
            .font(.body)
            .foregroundStyle(inks.onSurface.colour)
        // In the morning the ratings come first, on the evening the care does.
        if state.showsPads { Section(strings.sessionFollowUp()) { PhasePads(state.ratings, { send(.ofRating($0)) }, now) } }
        Section(strings.sessionCare()) {
            Ticks(strings.sessionCare(), careItems.map { ($0, words.care($0)) }, ticked: done) { item, _ in send(.careTapped(item: item, at: now())) }
        }
        Section(strings.sessionUnwantedSince()) {
            UnwantedList(
                state.told.unwanted, open: state.openEffect, tap: { send(.effectTapped(kind: $0, at: now())) },
                strength: { send(.effectStrength(kind: $0, $1)) })
        }
        WrittenLine(state.written) { send(.toldAgain) }
        if !state.showsPads { Section(strings.sessionFollowUp(), about: strings.sessionFollowUpWhen()) { reminder } }
        if let problem = state.problem { ProblemCard(problem) }
        FirstDeed(strings.appDone()) { go.back() }
    }

    private func done(_ item: String) -> Bool { state.told.aftercare.contains { $0.item == item && $0.doneAt != nil } }

    @ViewBuilder
    private var reminder: some View {
        if let set = state.reminder {
            Told(words.strings.sessionReminded(time: words.clock(set)), result: true)
        } else {
            Deed(words.strings.sessionRemind(time: words.clock(remindedAt)), wide: false) { send(.reminderAsked) }
        }
    }
}

extension Words {
    /// A clock time of the diary, `hh:mm`, as the phone writes times.
    func clock(_ text: String) -> String {
        let parts = text.split(separator: ":").map { Int($0) ?? 0 } + [0, 0]
        return time(parts[0] * 60 + parts[1])
    }
}
