//! What does the history look like? A month of entries as a calendar or as a list; a day leads to its entries.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

public struct HistoryView: View {
    private let state: HistoryState
    private let send: Send<HistoryEvent>
    private let go: Go

    @Environment(\.words) private var words

    public init(_ state: HistoryState, _ send: @escaping Send<HistoryEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        let strings = words.strings
        if let problem = state.problem { ProblemCard(problem) { send(.triedAgain) } }
        if let page = state.shown {
            MonthBar(page: page, send: send)
            if let before = page.before, before.empty > 0 {
                // The row opens the nearest of the empty months, so that a day of it can still be written about.
                WayOut(strings.historyEmptyBefore(months: before.empty)) { send(.monthChosen(page.month.plus(months: -1))) }
            }
            if state.asList {
                DayList(page: page) { go.to(.dayEntries(date: $0)) }
            } else {
                MonthGrid(page: page) { go.to(.dayEntries(date: $0)) }
            }
            if page.empty { Text(strings.historyEmpty()) }
            if let after = page.after, after.empty > 0 {
                WayOut(strings.historyEmptyAfter(months: after.empty)) { send(.monthChosen(page.month.plus(months: 1))) }
            }
            Deed(state.asList ? strings.historyShowCalendar() : strings.historyShowList()) { send(.listChosen(on: !state.asList)) }
            if !state.asList { Legend(page: page) }
        } else if state.problem == nil {
            Told(strings.appLoading())
        }
    }
}

/// The month with an arrow to either side, where something lies there.
private struct MonthBar: View {
    let page: MonthPage
    let send: Send<HistoryEvent>

    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    var body: some View {
        let strings = words.strings
        ViewThatFits(in: .horizontal) {
            HStack(spacing: 8) {
                arrow(page.before, "chevron.backward") { strings.historyMonthBefore(month: $0) }
                title.frame(maxWidth: .infinity)
                arrow(page.after, "chevron.forward") { strings.historyMonthAfter(month: $0) }
            }
            VStack(spacing: 8) {
                title
                HStack {
                    arrow(page.before, "chevron.backward") { strings.historyMonthBefore(month: $0) }
                    Spacer(minLength: 8)
                    arrow(page.after, "chevron.forward") { strings.historyMonthAfter(month: $0) }
                }
            }
        }
    }

    private var title: some View { Heading(words.month(page.month)) }

    @ViewBuilder
    private func arrow(_ to: Neighbour?, _ symbol: String, _ spoken: (String) -> String) -> some View {
        if let to {
            Tap({ send(.monthChosen(to.month)) }) {
                Image(systemName: symbol).frame(minWidth: 60).foregroundStyle(inks.primary.colour).accessibilityHidden(true)
            }
            .accessibilityLabel(spoken(words.month(to.month)))
        } else {
            Color.clear.frame(width: 60, height: target).accessibilityHidden(true)
        }
    }
}

/// What the shapes mean: only those that occur in the month.
private struct Legend: View {
    let page: MonthPage

    @Environment(\.words) private var words

    var body: some View {
        let marks = [DayMark.full, .half, .ring].filter { mark in page.days.contains { $0.mark == mark } }
        Flow(spacing: 12) {
            ForEach(marks, id: \.self) { mark in Sign(words.mark(mark)) { MarkShape(mark: mark) } }
            if page.days.contains(where: { $0.sessions > 0 }) { Sign(words.strings.historySessionMark()) { SessionShape(tookPlace: true) } }
            if page.days.contains(where: { $0.planned > 0 }) { Sign(words.strings.historyPlannedMark()) { SessionShape(tookPlace: false) } }
            if page.days.contains(where: { $0.others > 0 }) { Sign(words.strings.historyOtherMark()) { OtherShape() } }
        }
    }
}
