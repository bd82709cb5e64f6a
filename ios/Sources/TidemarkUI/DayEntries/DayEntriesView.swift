//! Every entry of one day. The date stands in the title and over the list, because what is changed here is about that day.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Every entry of one day.
public struct DayEntriesView: View {
    private let state: DayEntriesState
    private let send: Send<DayEntriesEvent>
    private let go: Go
    private let now: @Sendable () -> Moment
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    public init(_ state: DayEntriesState, _ send: @escaping Send<DayEntriesEvent>, _ go: Go, _ now: @escaping @Sendable () -> Moment) {
        self.state = state
        self.send = send
        self.go = go
        self.now = now
    }

    public var body: some View {
        if let page = state.page {
            if let problem = state.problem { ProblemCard(problem) { send(.shown) } }
            day(page)
        } else {
            NotRead(state.problem) { send(.shown) }
        }
    }

    @ViewBuilder
    private func day(_ page: DayPage) -> some View {
        let strings = words.strings
        let full = words.fullDay(state.date)
        Heading(state.date == page.today ? full : strings.entriesAboutOtherDay(day: full))
        if !state.adding, state.open == nil, !state.placed(page) { StatusLine(state, send) }
        if page.entries.isEmpty { Text(strings.entriesNone()).font(.body).foregroundStyle(inks.onSurface.colour) }
        ForEach(page.entries, id: \.id) { EntryCard($0, page, state, send, go, now) }
        if state.date.iso <= page.today.iso {
            if state.adding {
                NewEntry(page, state, send, now)
            } else {
                FirstDeed(strings.entriesAdd(), enabled: state.free) { send(.addTapped) }
            }
        }
    }
}

extension DayEntriesState {
    /// Whether the line about what is on disk stands in the card of its entry.
    fileprivate func placed(_ page: DayPage) -> Bool {
        guard case .saved = line else { return false }
        return page.entries.contains { $0.id == undo }
    }
}

/// The pads of a new entry: each number saves itself, as on Today, but for the day of the screen.
private struct NewEntry: View {
    private let page: DayPage
    private let state: DayEntriesState
    private let send: Send<DayEntriesEvent>
    private let now: @Sendable () -> Moment
    @Environment(\.words) private var words

    init(_ page: DayPage, _ state: DayEntriesState, _ send: @escaping Send<DayEntriesEvent>, _ now: @escaping @Sendable () -> Moment) {
        self.page = page
        self.state = state
        self.send = send
        self.now = now
    }

    var body: some View {
        let strings = words.strings
        Section(strings.entriesAdding(date: words.date(state.date))) {
            ForEach(page.daily.compactMap { page.question($0.name) }, id: \.measure) { question in
                if state.open?.measure == question.measure {
                    Card { RatingPad(question, state.shown) { send(.rated($0, at: now())) } }
                } else {
                    let rated = page.rated(question.measure).map { strings.entriesAlreadyRated(value: words.shown(question, $0)) }
                    ValueRow(
                        question.label, rated, act: strings.ratingRate(),
                        spoken: [question.label, rated, strings.ratingRate()].compactMap { $0 }.joined(separator: ", ")
                    ) { send(.padOpened(.add(question.measure))) }
                }
            }
            StatusLine(state, send)
            if state.attempt == nil { Deed(strings.entriesAddDone(), wide: false) { send(.padClosed) } }
        }
    }
}

/// What is on disk, spoken when it changes; "Saved" only when everything shown is. Undo stays until the next act.
struct StatusLine: View {
    private let state: DayEntriesState
    private let send: Send<DayEntriesEvent>
    @Environment(\.words) private var words

    init(_ state: DayEntriesState, _ send: @escaping Send<DayEntriesEvent>) {
        self.state = state
        self.send = send
    }

    var body: some View {
        if state.line != .none || state.undo != nil {
            Flow(spacing: 16) {
                if let text { Told(text) }
                if case .notSaved = state.line { Deed(words.strings.appTryAgain(), wide: false) { send(.triedAgain) } }
                if state.undo != nil, state.free { WayOut(words.strings.appUndo()) { send(.undoTapped) } }
            }
        }
    }

    private var text: String? {
        let strings = words.strings
        return switch state.line {
        case .none: nil
        case .saving: strings.entriesSaving()
        case .saved(let at): strings.entriesSaved(time: words.time(at))
        case .notSaved(.storageFull): strings.problemNumberKept()
        case .notSaved(let problem): words.problem(problem)
        case .deleted: strings.entriesDeleted()
        case .undone: strings.entriesUndone()
        }
    }
}
