import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of the coming visit")
@MainActor
struct VisitPrepViewTests {
    private func screen(_ state: VisitPrepState, _ go: Go = .nowhere, _ send: @escaping Send<VisitPrepEvent> = { _ in }) -> Mounted {
        Mounted(NavigationStack { Shell("Next visit", .nowhere) { VisitPrepView(state, send, go) } })
    }

    @Test("a question is typed, added, changed and removed by its own button")
    func questions() {
        var sent: [VisitPrepEvent] = []
        let screen = screen(Sample.state(VisitPrepPreviews.filled, reduce, .typed("Why"))) { sent.append($0) }
        for tap in ["Add this question", "Change question 2", "Remove question 1"] { #expect(screen.tap(tap), "\(tap)") }
        #expect(screen.type("Why?", into: "A new question"))
        #expect(sent == [.submitted, .changeAsked(at: 1), .removed(at: 0), .typed("Why?")])
    }

    @Test("a question above two hundred characters cannot be added and says how long it is")
    func long() {
        let screen = screen(Sample.state(VisitPrepPreviews.filled, reduce, .typed(VisitPrepPreviews.long)))
        // 104 times "x " and a "y".
        #expect(screen.elements.contains { $0.label == "209 characters; at most 200 have room." })
        #expect(!screen.tap("Add this question"))
    }

    @Test("a question that is on its way is not sent again")
    func once() {
        let state = Sample.state(VisitPrepPreviews.filled, reduce, .typed("Why"), .submitted)
        #expect(state.working && !screen(state).tap("Add this question"))
    }

    @Test("five questions are the most")
    func five() {
        let labels = screen(VisitPrepPreviews.five).elements.map(\.label)
        #expect(labels.contains("5 of 5"))
        #expect(!labels.contains("Add this question"))
    }

    @Test("a full phone keeps the words and says nothing is saved")
    func full() {
        let state = Sample.state(VisitPrepPreviews.filled, reduce, .typed("Why"), .submitted, .notSaved(.storageFull))
        let elements = screen(state).elements
        #expect(elements.contains { $0.label == "A new question" && $0.value == "Why" })
        #expect(!elements.contains { $0.label.hasPrefix("Saved") })
        #expect(screen(VisitPrepPreviews.filled).elements.contains { $0.label == "Saved 21:04" })
    }

    private let options = ReportOptions(madeAt: Sample.evening, paper: .a4, period: Period(from: "2026-11-11", to: "2026-11-24"))

    @Test("without a visit the way to one is offered, and the pages can be looked at all the same")
    func none() {
        var gone: [Place] = []
        let state = VisitPrepPreviews.read(visit: nil, [])
        let screen = screen(state, Go(to: { gone.append($0) }))
        #expect(screen.tap("Add a visit"))
        #expect(screen.tap("Look at the pages"))
        #expect(gone == [.records(kind: "visit"), .reportPreview(options: options)])
    }

    @Test("the visit stands with its day, its time on its own wall clock, and with whom")
    func visit() {
        #expect(screen(VisitPrepPreviews.filled).elements.contains { $0.label == "Wed 25 Nov, 10:00, with Dr Weber" })
    }
}
