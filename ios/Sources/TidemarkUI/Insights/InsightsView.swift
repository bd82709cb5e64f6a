//! What do the cards of the week look like? At most three, as the core words them. With none there is nothing but what the core says
//! is still missing.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

public struct InsightsView: View {
    private let state: InsightsState
    private let send: Send<InsightsEvent>
    private let go: Go

    @Environment(\.words) private var words

    public init(_ state: InsightsState, _ send: @escaping Send<InsightsEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        if let problem = state.problem { ProblemCard(problem) { send(.shown) } }
        if let week = state.week {
            Aside(words.strings.insightsAbout())
            ForEach(week.cards, id: \.question) { card in InsightCard(card: card, state: state, send: send, go: go) }
            if week.cards.isEmpty {
                if week.waiting { Text(words.strings.insightsWaiting()) }
                if let next = week.next { Text(next.text) }
            }
        } else if state.problem == nil {
            Told(words.strings.appLoading())
        }
    }
}

private struct InsightCard: View {
    let card: TidemarkBindings.Card
    let state: InsightsState
    let send: Send<InsightsEvent>
    let go: Go

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        let name = card.question
        let open = state.opened.contains(name)
        let asked = state.asked[name]
        Card {
            Heading(card.sentence.text)
            // How many records of which days the sentence rests on. Its interval stands in it, rounded by the core.
            Aside(
                strings.insightsBased(
                    n: String(card.n), from: words.date(LogicalDate(card.period.from)), to: words.date(LogicalDate(card.period.to))))
            ForEach(Array(card.notes.enumerated()), id: \.offset) { _, note in Text(note.text).font(.subheadline) }
            if open { how }
            if let asked { Told(words.asked(asked)) }
            if let refused = state.refused[name] { RefusedView(why: refused, card: card, send: send, go: go) }
            if asked == nil {
                Text(strings.insightsWouldAsk(question: card.ask.text)).font(.subheadline)
                Deed(strings.insightsAsk(), enabled: state.busy == nil) { send(.askTapped(card: name)) }
            }
            if card.how != nil || card.method != nil {
                WayOut(open ? strings.insightsHideHow() : strings.insightsShowHow()) { send(.howShown(card: name, on: !open)) }
            }
            WayOut(strings.insightsNotUseful(), enabled: state.busy == nil) { send(.hideTapped(card: name)) }
        }
    }

    @ViewBuilder private var how: some View {
        if let how = card.how { Text(how.text).font(.subheadline) }
        if let method = card.method { Aside(words.strings.insightsMethod(name: method.name, variant: method.variant)) }
    }
}

private struct RefusedView: View {
    let why: InsightsState.NotDone
    let card: TidemarkBindings.Card
    let send: Send<InsightsEvent>
    let go: Go

    @Environment(\.words) private var words

    var body: some View {
        switch why {
        case .noComingVisit:
            Told(words.strings.insightsNoVisit())
            Deed(words.strings.insightsVisits()) { go.to(.records(kind: "visit")) }
        case .refused(let act, let problem):
            ProblemCard(problem) { send(act == .ask ? .askTapped(card: card.question) : .hideTapped(card: card.question)) }
        }
    }
}

extension Words {
    fileprivate func asked(_ asked: InsightsState.Asked) -> String {
        asked.visitOn.map { strings.insightsAsked(date: date($0)) } ?? strings.insightsAskedUndated()
    }
}
