import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of a session that is told by hand")
@MainActor
struct DetailViewTests {
    private func screen(_ state: DetailState, _ send: @escaping Send<DetailEvent> = { _ in }, _ go: Go = .nowhere) -> Mounted {
        Mounted(DetailView(state, send, go))
    }

    private let form = DetailState.Form(date: "2026-11-20", time: "", minutes: "60").copy { $0.choices = Sample.agreed }

    @Test("what was rated stands by phase, and what was not says so")
    func rated() {
        let said = screen(DetailPreviews.filled).elements.map(\.label)
        for wanted in [
            "Shiatsu, held", "Stress, before 7   after 4", "Mood, before skipped", "Pain, not rated", "after: from memory", "Minute 10: Lighter",
            "No follow-up",
        ] { #expect(said.contains(wanted), "\(wanted)") }
    }

    @Test("last doses stand with the session, and nothing where there were none")
    func doses() {
        let said = screen(DetailPreviews.dosed).elements.map(\.label)
        #expect(said.contains("Last doses, Sertraline: 08:00\nMelatonin: 23 Nov 2026, 22:00"))
        #expect(!screen(DetailPreviews.filled).elements.contains { $0.label.hasPrefix("Last doses") })
    }

    @Test("hidden ratings stay hidden, and rating after is offered")
    func hidden() {
        var went: [Place] = []
        let screen = screen(DetailPreviews.detail(Sample.session(beforeHidden: true)), { _ in }, Go(to: { went.append($0) }))
        #expect(screen.elements.contains { $0.label == "Ratings before are hidden until those after are in." })
        #expect(screen.tap("Rate after the session"))
        #expect(went == [.sessionAfter(sessionId: "s")])
    }

    @Test("deleting takes two taps")
    func deleting() {
        var sent: [DetailEvent] = []
        #expect(screen(DetailPreviews.filled, { sent.append($0) }).tap("Delete"))
        let screen = screen(DetailPreviews.filled.copy { $0.deleteAsked = true }, { sent.append($0) })
        #expect(screen.tap("Keep it"))
        #expect(screen.tap("Delete"))
        #expect(sent == [.deleteAsked(sure: false), .deleteTakenBack, .deleteAsked(sure: true)])
    }

    @Test("a form says what it lacks and moves by a day")
    func lacks() {
        var sent: [DetailEvent] = []
        let screen = screen(DetailPreviews.adding.copy { $0.form = form }, { sent.append($0) })
        #expect(!screen.tap("Save"))
        #expect(screen.elements.contains { $0.label == "Type when it started, such as 10:30." })
        #expect(screen.tap("One day earlier"))
        #expect(screen.type("9:05", into: "Start, such as 10:30"))
        #expect(sent == [.filled(form.copy { $0.date = "2026-11-19" }), .filled(form.copy { $0.time = "9:05" })])
    }

    @Test("an overlap is saved only when the person says so")
    func overlap() {
        var sent: [DetailEvent] = []
        let screen = screen(DetailPreviews.adding.copy { $0.overlaps = true }, { sent.append($0) })
        #expect(!screen.elements.contains { $0.label == "Save" })
        #expect(screen.tap("Save all the same"))
        #expect(sent == [.saveAsked(anyway: true)])
    }
}
