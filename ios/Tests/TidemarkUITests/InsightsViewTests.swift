import SwiftUI
import Testing

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of the insights")
@MainActor
struct InsightsViewTests {
    private func screen(_ state: InsightsState, _ go: Go = .nowhere, _ send: @escaping Send<InsightsEvent> = { _ in }) -> Mounted {
        Mounted(NavigationStack { Shell("Insights", .nowhere) { InsightsView(state, send, go) } })
    }

    @Test("a card says the sentence of the core with its records, days and Sunday")
    func says() {
        let elements = screen(InsightsPreviews.filled).elements
        #expect(elements.contains { $0.label == InsightsPreviews.after.sentence.text && $0.traits.contains(.isHeader) })
        for text in ["n 14, 24 Aug 2026 to 22 Nov 2026", "As of 22 Nov 2026.", InsightsPreviews.texts[2]] {
            #expect(elements.contains { $0.label == text }, "\(text)")
        }
    }

    @Test("taps name the card they are on")
    func taps() throws {
        var sent: [InsightsEvent] = []
        let screen = screen(InsightsPreviews.filled) { sent.append($0) }
        // A count has no way of working out, so there is one such button.
        #expect(screen.elements.filter { $0.label == "How this was worked out" }.count == 1)
        #expect(screen.tap("How this was worked out"))
        let asks = screen.elements.filter { $0.label == "Add to my questions" }
        try #require(asks.count == 2)
        asks[1].action?()
        #expect(screen.tap("Not useful: hide for 90 days"))
        #expect(sent == [.howShown(card: "days_after:energy", on: true), .askTapped(card: "paused"), .hideTapped(card: "days_after:energy")])
    }

    @Test("what is on the list is said and cannot be asked again")
    func asked() {
        let state = Sample.state(
            InsightsPreviews.filled, reduce, .howShown(card: "days_after:energy", on: true),
            .onList(card: "paused", InsightsState.Asked(visitOn: LogicalDate("2026-12-03"))))
        let labels = screen(state).elements.map(\.label)
        #expect(labels.contains("On your questions for the visit of 3 Dec 2026."))
        #expect(labels.filter { $0 == "Add to my questions" }.count == 1)
        #expect(labels.contains("Method: days-after, gls, lag 1"))
        #expect(labels.contains("Close how it was worked out"))
    }

    @Test("what was not done says so, and the way out of it is a tap")
    func refused() {
        var sent: [InsightsEvent] = []
        var gone: [Place] = []
        let none = Sample.state(InsightsPreviews.filled, reduce, .actRefused(card: "paused", .noComingVisit))
        #expect(screen(none, Go(to: { gone.append($0) })).tap("My visits"))
        #expect(gone == [.records(kind: "visit")])
        #expect(screen(InsightsPreviews.full) { sent.append($0) }.tap("Try again"))
        #expect(sent == [.hideTapped(card: "days_after:energy")])
    }

    @Test("without a card there is what the core says is missing, and nothing made up")
    func empty() {
        let said = screen(InsightsPreviews.week([], next: InsightsPreviews.texts[0])).elements.map(\.label)
        #expect(said.contains("Not enough yet: 4 more sessions rated before and after."))
        #expect(screen(InsightsPreviews.week([], waiting: true)).elements.contains { $0.label == "No cards today." })
        #expect(screen(InsightsPreviews.week([])).elements.map(\.label).filter { $0 != "Insights" && $0 != "Help" }.count == 1)
    }
}
