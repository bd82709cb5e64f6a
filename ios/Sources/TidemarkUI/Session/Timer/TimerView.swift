//! A running session: the time, what is asked for, the pause, and its end.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// What can be asked for, in the order of its buttons.
private let asks: [MomentKind] = [.lighter, .firmer, .moveArea, .sound, .temperature, .talkLess]

/// A running session: the time, what is asked for, the pause, and its end.
public struct TimerView: View {
    private let state: TimerState
    private let send: Send<TimerEvent>
    private let go: Go
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    public init(_ state: TimerState, _ send: @escaping Send<TimerEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        if let session = state.session {
            if let end = state.end {
                EndForm(end, state, send)
            } else if state.paused {
                paused
            } else {
                running(session)
            }
        } else {
            NotRead(state.problem) { send(.shown) }
        }
    }

    @ViewBuilder
    private func running(_ session: Session) -> some View {
        let strings = words.strings
        Elapsed(session, state.elapsedMin)
        PauseButton { send(.asked(.pause)) }
        Section(strings.sessionTell()) {
            Pairs(asks.map { ($0.code, words.asked($0)) }) { code in
                if let kind = asks.first(where: { $0.code == code }) { send(.asked(kind)) }
            }
            if let noted = state.noted, asks.contains(noted) { Told(strings.sessionNoted(what: words.asked(noted)), result: true) }
        }
        if let problem = state.problem { ProblemCard(problem) { send(.triedAgain) } }
        FirstDeed(strings.sessionFinish(), enabled: !state.working) { send(.finishAsked) }
        Flow {
            Deed(strings.sessionStop(), wide: false) { send(.stopAsked) }
            // The person gives the length, whatever the clock says.
            Deed(strings.sessionOtherLength(), wide: false) { send(.endTold(End(early: false, asksLength: true))) }
        }
    }

    /// A pause: the person's own words, Help, going on, or stopping. Nothing counts.
    @ViewBuilder
    private var paused: some View {
        let strings = words.strings
        Section(strings.sessionPaused()) {
            if state.grounding.isEmpty {
                Told(strings.sessionNoGrounding())
            } else {
                Aside(strings.sessionGrounding())
                ForEach(state.grounding, id: \.self) { Text($0).font(.title2).foregroundStyle(inks.onSurface.colour) }
            }
        }
        if let problem = state.problem { ProblemCard(problem) { send(.triedAgain) } }
        FirstDeed(strings.sessionResume()) { send(.asked(.resume)) }
        Flow {
            Deed(strings.appHelp(), wide: false) { go.to(.safety) }
            Deed(strings.sessionStop(), wide: false) { send(.stopAsked) }
        }
    }
}

/// Two buttons beside each other as wide as the column; one below the other where letters are large.
private struct Pairs: View {
    private let all: [(String, String)]
    private let tap: @MainActor (String) -> Void
    @Environment(\.dynamicTypeSize) private var size

    init(_ all: [(String, String)], tap: @escaping @MainActor (String) -> Void) {
        self.all = all
        self.tap = tap
    }

    var body: some View {
        let places = size.isAccessibilitySize ? 1 : 2
        VStack(spacing: 8) {
            ForEach(Array(stride(from: 0, to: all.count, by: places)), id: \.self) { at in
                HStack(spacing: 8) {
                    ForEach(Array(all[at..<min(at + places, all.count)]), id: \.0) { code, text in Deed(text) { tap(code) } }
                }
            }
        }
    }
}

private struct Elapsed: View {
    private let session: Session
    private let passed: Int?
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ session: Session, _ passed: Int?) {
        self.session = session
        self.passed = passed
    }

    var body: some View {
        let strings = words.strings
        VStack(spacing: 4) {
            Text(text)
                .font(passed == nil ? .title2 : .largeTitle)
                .foregroundStyle(inks.onSurface.colour)
                .accessibilityAddTraits([.isHeader, .updatesFrequently])
            Text(
                ([session.choices.style.map { words.style($0) }].compactMap { $0 } + [strings.sessionStartedAt(time: words.time(session.startedAt))])
                    .joined(separator: " · ")
            )
            .font(.body)
            .foregroundStyle(inks.onSurface.colour)
            Aside(strings.sessionRunsWithout())
        }
        .multilineTextAlignment(.center)
        .frame(maxWidth: .infinity)
    }

    private var text: String {
        guard let passed else { return words.strings.sessionClockBack() }
        guard let planned = session.choices.minutes else { return words.strings.sessionElapsed(minutes: words.whole(passed)) }
        return words.strings.sessionElapsedOf(minutes: words.whole(passed), planned: words.whole(planned))
    }
}

/// The largest thing on the screen: it is found without reading.
private struct PauseButton: View {
    private let act: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ act: @escaping @MainActor () -> Void) { self.act = act }

    var body: some View {
        Tap(act) {
            Text(words.strings.sessionPause())
                .font(.title2)
                .multilineTextAlignment(.center)
                .padding(12)
                .frame(maxWidth: .infinity, minHeight: 96)
                .foregroundStyle(inks.onPrimaryContainer.colour)
                .background(inks.primaryContainer.colour, in: RoundedRectangle(cornerRadius: 20))
        }
    }
}
