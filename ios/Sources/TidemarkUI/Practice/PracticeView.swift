//! Length and day if they matter, then the kind, whose tap saves; under it what was written down.

import SwiftUI
import TidemarkLogic

/// The quick entry of practices.
public struct PracticeView: View {
    private let state: PracticeState
    private let send: Send<PracticeEvent>
    private let go: Go
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    public init(_ state: PracticeState, _ send: @escaping Send<PracticeEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        if let recent = state.recent {
            entry
            Section(words.strings.practiceRecent()) {
                if recent.isEmpty { Told(words.strings.practiceNone()) }
                ForEach(recent, id: \.id) { Text(line($0)).font(.body).foregroundStyle(inks.onSurface.colour) }
                Deed(words.strings.practiceAll()) { go.to(.records(kind: "practice")) }
            }
        } else {
            NotRead(state.problem) { send(.shown) }
        }
    }

    @ViewBuilder
    private var entry: some View {
        let strings = words.strings
        Section(strings.practiceMinutes()) {
            let lengths: [(Int?, String)] = [(nil, strings.practiceMinutesNone())] + minuteSteps.map { ($0, "\($0)") }
            Choices(strings.practiceMinutes(), lengths, chosen: .some(state.minutes)) { send(.minutesChosen($0)) }
        }
        DayField(strings.practiceDay(), state.day, today: state.today, broken: state.noDay ? strings.practiceNoDay() : nil) {
            send(.dayTyped($0))
        }
        Section(strings.practiceKinds(), about: strings.practiceAbout()) {
            Flow {
                ForEach(state.kinds, id: \.self) { kind in
                    Deed(strings.practice(kind), enabled: !state.working, wide: false) { send(.kindTapped(kind)) }
                }
            }
            last
        }
    }

    /// What is on disk since the last tap, with its way back; or why it is not, with the way to try again.
    @ViewBuilder
    private var last: some View {
        let strings = words.strings
        if let problem = state.problem {
            if let kind = state.kind { ProblemCard(problem) { send(.kindTapped(kind)) } } else { ProblemCard(problem) }
        }
        if state.working, state.kind != nil { Told(strings.practiceSaving(), result: true) }
        if let saved = state.saved {
            SavedWithUndo(strings.practiceSaved(kind: strings.practice(saved.kind), time: words.time(saved.at)), working: state.working) {
                send(.undone)
            }
        }
    }

    private func line(_ done: PracticeState.Done) -> String {
        let (day, kind) = (words.day(LogicalDate(done.day)), words.strings.practice(done.kind))
        return done.minutes.map { words.strings.practiceLineMinutes(day: day, kind: kind, minutes: words.strings.sessionMinutes(n: $0)) }
            ?? words.strings.practiceLine(day: day, kind: kind)
    }
}
