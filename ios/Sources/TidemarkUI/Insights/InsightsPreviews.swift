//! The insights in each of their states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct InsightsPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", InsightsState())
            screen("Empty", week([]))
            screen("Next", week([], next: texts[0]))
            screen("Waiting", week([], waiting: true))
            Looks { screen($0, filled) }
            screen(
                "How",
                Sample.state(
                    filled, reduce, .howShown(card: after.question, on: true),
                    .onList(card: paused.question, InsightsState.Asked(visitOn: LogicalDate("2026-12-03")))))
            screen("No visit", Sample.state(filled, reduce, .actRefused(card: paused.question, .noComingVisit)))
            screen("Full", full)
            screen("Error", Sample.state(InsightsState(), reduce, .weekNotRead(.damaged)))
        }

        /// What the core says here.
        static let texts = [
            "Not enough yet: 4 more sessions rated before and after.",
            "Energy was about 0.9 points higher on the day after a session than on days like it (95 % interval 0.2 to 1.6; 14 sessions, 61 other days, 24 Aug – 22 Nov 2026).",
            "Resting, hoping for relief and choosing hard days can move these numbers.",
            "As of 22 Nov 2026.",
            "Energy looked different after sessions. Can we talk about it?",
            "The rating after each session is set against other days with the same rating the day before, and neighbouring days count as alike.",
            "2 of your last 5 sessions had a pause. Add this to your questions?",
            "2 of my last 5 sessions had a pause or a hard moment. Can we talk about it?",
            "days-after", "gls, lag 1",
        ]

        static let after = TidemarkBindings.Card(
            question: "days_after:energy", shown: .claim, sentence: said(1), notes: [said(2), said(3)], ask: said(4), how: said(5), n: 14,
            period: Period(from: "2026-08-24", to: "2026-11-22"), estimate: 0.9, interval: Interval(low: 0.2, high: 1.6, level: 0.95),
            method: Method(name: texts[8], variant: texts[9]))
        static let paused = TidemarkBindings.Card(
            question: "paused", shown: .count, sentence: said(6), notes: [said(3)], ask: said(7), how: nil, n: 5,
            period: Period(from: "2026-08-24", to: "2026-11-22"), estimate: nil, interval: nil, method: nil)
        static let filled = week([after, paused])
        static let full = Sample.state(filled, reduce, .actRefused(card: after.question, .refused(.hide, .storageFull)))

        private static func said(_ at: Int) -> Sentence { Sentence(id: "a", text: texts[at]) }

        static func week(_ cards: [TidemarkBindings.Card], waiting: Bool = false, next: String? = nil) -> InsightsState {
            let week = CardWeek(asOf: "2026-11-22", cards: cards, waiting: waiting, next: next.map { Sentence(id: "a", text: $0) })
            return Sample.state(InsightsState(), reduce, .weekRead(week, sampleLabel: nil))
        }

        static func screen(_ name: String, _ state: InsightsState) -> some View {
            Pictured(name, title: { $0.strings.insightsTitle() }) { InsightsView(state, { _ in }, .nowhere) }
        }
    }
#endif
