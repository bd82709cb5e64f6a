import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of the history")
@MainActor
struct HistoryViewTests {
    private func screen(_ state: HistoryState, _ go: Go = .nowhere, _ send: @escaping Send<HistoryEvent> = { _ in }) -> Mounted {
        Mounted(NavigationStack { Shell("History", .nowhere) { HistoryView(state, send, go) } })
    }

    private let list = Sample.state(HistoryPreviews.filled, reduce, .listChosen(on: true))

    @Test("each day is spoken in full")
    func spoken() {
        let labels = screen(HistoryPreviews.filled).elements.map(\.label)
        for day in [
            "Thursday 5 November 2026: written that day, 2 check-ins, 1 session", "Saturday 28 November 2026: 1 session planned",
            "Tuesday 24 November 2026: today, written that day, 1 check-in", "Sunday 8 November 2026: written later, 1 check-in",
            "Wednesday 4 November 2026: written the next day, 1 check-in", "Tuesday 3 November 2026: no entries",
            "Thursday 12 November 2026: written that day, 1 check-in, 1 other entry",
        ] { #expect(labels.contains(day), "\(day)") }
        #expect(labels.filter { $0.contains("November 2026:") }.count == 30)
    }

    @Test("a day leads to its entries, and a day to come does not")
    func opens() {
        var gone: [Place] = []
        let screen = screen(HistoryPreviews.filled, Go(to: { gone.append($0) }))
        #expect(screen.tap("Tuesday 3 November 2026: no entries"))
        #expect(!screen.tap("Friday 27 November 2026: no entries"))
        #expect(gone == [.dayEntries(date: LogicalDate("2026-11-03"))])
        #expect(screen.elements.contains { $0.label == "Friday 27 November 2026: no entries" && !$0.traits.contains(.isButton) })
    }

    @Test("the arrow goes to the next month with entries, and the row opens the empty ones between")
    func months() {
        var sent: [HistoryEvent] = []
        let screen = screen(HistoryPreviews.filled) { sent.append($0) }
        for tap in ["Month before: July 2026", "Before this: 3 months without entries", "Show as list"] { #expect(screen.tap(tap), "\(tap)") }
        #expect(
            sent == [
                .monthChosen(YearMonth(year: 2026, month: 7)), .monthChosen(YearMonth(year: 2026, month: 10)), .listChosen(on: true),
            ])
        // Nothing lies after the month, so nothing leads there.
        #expect(!screen.elements.contains { $0.label.contains("Month after") })
    }

    @Test("the list holds the same days as the grid")
    func listed() {
        let rows = screen(list).elements.filter { $0.label.contains("November 2026:") }
        // The 24 days that have come, and the 28th with its plan.
        #expect(rows.count == 25)
        #expect(rows.allSatisfy { $0.traits.contains(.isButton) })
        let texts = screen(list).tree.all.compactMap(\.text)
        #expect(texts.contains("Thu 5 Nov"))
        #expect(texts.filter { $0 == "written that day, 2 check-ins, 1 session" }.count == 2)
    }

    @Test("weeks begin as the locale has them")
    func weeks() throws {
        func first(_ words: Words) throws -> [String] {
            let node = rendered(HistoryView(HistoryPreviews.filled, { _ in }, .nowhere), in: .model { $0.words = words })
            let rows = node.all.filter { $0.kind == "HStack" && $0.children.count == 7 }
            return try rows.prefix(2).map { try #require($0.children.first).elements.first?.label ?? "" }
        }
        // British weeks begin on Monday: Sunday 1 November stands in the last column. American ones begin with it.
        let (british, american) = (try first(Words()), try first(Words(locale: Locale(identifier: "en_US"))))
        #expect(british == ["Monday", ""])
        #expect(american == ["Sunday", "Sunday 1 November 2026: written that day, 2 check-ins"])
    }

    @Test("the legend names the shapes that occur and no other")
    func legend() {
        let labels = screen(HistoryPreviews.filled).elements.map(\.label)
        for sign in ["written that day", "written the next day", "written later", "session", "session planned", "other entry"] {
            #expect(labels.contains(sign), "\(sign)")
        }
        let empty = screen(HistoryPreviews.read(HistoryPreviews.page(days: HistoryPreviews.blank, before: nil))).elements.map(\.label)
        #expect(!empty.contains("session") && empty.contains("No entries in this month."))
    }
}
