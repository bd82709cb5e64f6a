//! Today: the open pad, a row for each other question, and the line that says what is on disk.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Today: the open pad, a row for each other question, and the line that says what is on disk.
public struct TodayView: View {
    private let state: TodayState
    private let send: Send<TodayEvent>
    private let go: Go
    private let now: @Sendable () -> Moment
    @Environment(\.words) private var words

    public init(_ state: TodayState, _ send: @escaping Send<TodayEvent>, _ go: Go, _ now: @escaping @Sendable () -> Moment) {
        self.state = state
        self.send = send
        self.go = go
        self.now = now
    }

    public var body: some View {
        if let date = state.date {
            Ends {
                Heading(words.day(date))
            } last: {
                Aside(words.strings.todayDayEnds(time: words.time(state.around.rolloverMin)))
            }
            AroundCards(state.around, go)
            if let problem = state.problem { ProblemCard(problem) { send(.shown) } }
            ForEach(state.questions, id: \.measure) { question in
                PadOrRow(
                    question, state.entries[question.measure]?.shown, open: state.open == question.measure,
                    give: { send(.rated(question.measure, $0, at: now())) }, ask: { send(.padOpened(question.measure)) })
                Divider()
            }
            SavedLine(state, send)
            WayOut(words.strings.todayAddPractice(), spoken: words.strings.todayAddPracticeSpoken()) { go.to(.practice) }
        } else {
            NotRead(state.problem) { send(.shown) }
        }
    }
}

/// What is on disk. Spoken when it changes; "Saved" only when everything shown is.
private struct SavedLine: View {
    private let state: TodayState
    private let send: Send<TodayEvent>
    @Environment(\.words) private var words

    init(_ state: TodayState, _ send: @escaping Send<TodayEvent>) {
        self.state = state
        self.send = send
    }

    var body: some View {
        let line = state.line
        VStack(alignment: .leading, spacing: 4) {
            Told(text(line))
            if case .notSaved(let measure, _) = line {
                Deed(words.strings.appTryAgain(), wide: false) { send(.triedAgain(measure)) }
            }
            if state.undo != nil { WayOut(words.strings.appUndo()) { send(.undone) } }
        }
    }

    private func text(_ line: TodayState.Line) -> String {
        switch line {
        case .empty: words.strings.todayEmpty()
        case .saving: words.strings.todaySaving()
        case .saved(let at): words.strings.todaySaved(time: words.time(at))
        case .notSaved(_, .storageFull): words.strings.problemNumberKept()
        case .notSaved(_, let problem): words.problem(problem)
        }
    }
}

/// Sessions of the day and the way back after a long time; nothing is counted.
private struct AroundCards: View {
    private let around: Around
    private let go: Go
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ around: Around, _ go: Go) {
        self.around = around
        self.go = go
    }

    var body: some View {
        let strings = words.strings
        if let id = around.running { WayCard(strings.todayRunning()) { go.to(.sessionTimer(sessionId: id)) } }
        if let id = around.morningAfter.first { WayCard(strings.todayMorningAfter()) { go.to(.sessionTomorrow(sessionId: id)) } }
        if let id = around.planned.first { WayCard(strings.todayPlanned()) { go.to(.sessionBefore(sessionId: id)) } }
        if let last = around.awaySince {
            Card {
                Text(strings.todayWelcomeBack(date: words.date(last))).font(.body).foregroundStyle(inks.onSurface.colour)
                Flow(spacing: 16) {
                    WayOut(strings.todayWhyPaused()) { go.to(.records(kind: "event")) }
                    WayOut(strings.todayLookBack()) { go.to(.history) }
                }
            }
        }
    }
}

/// A card that leads somewhere; the whole of it is the target.
struct WayCard: View {
    private let text: String
    private let act: @MainActor () -> Void
    @Environment(\.inks) private var inks

    init(_ text: String, _ act: @escaping @MainActor () -> Void) {
        self.text = text
        self.act = act
    }

    var body: some View {
        Tap(act) {
            Text(text)
                .font(.body)
                .multilineTextAlignment(.leading)
                .padding(12)
                .frame(maxWidth: .infinity, minHeight: target, alignment: .leading)
                .foregroundStyle(inks.onPrimaryContainer.colour)
                .background(inks.primaryContainer.colour, in: RoundedRectangle(cornerRadius: 12))
        }
    }
}
