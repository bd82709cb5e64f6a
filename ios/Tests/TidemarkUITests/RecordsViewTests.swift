import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The views of records")
@MainActor
struct RecordsViewTests {
    private func screen(_ state: RecordsState, _ send: @escaping Send<RecordsEvent> = { _ in }, _ go: Go = .nowhere) -> Mounted {
        Mounted(RecordsView(state, send, go))
    }

    /// The screen over its rules, as the app runs it; what they would do in the world is left out.
    private final class Rules {
        var state: RecordsState
        var sent: [RecordsEvent] = []

        init(_ state: RecordsState) { self.state = state }
    }

    private struct Over: View {
        let rules: Rules

        var body: some View {
            RecordsView(
                rules.state,
                { event in
                    rules.sent.append(event)
                    rules.state = reduce(rules.state, event).state
                }, .nowhere)
        }
    }

    @Test("a tap on an entry opens it, and Add opens an empty form")
    func opens() {
        var sent: [RecordsEvent] = []
        let screen = screen(RecordsPreviews.filled, { sent.append($0) })
        screen.elements.first { $0.label.hasPrefix("Melatonin") }?.action?()
        #expect(screen.tap("Add"))
        #expect(screen.tap("Undo"))
        #expect(sent == [.opened(id: "b"), .added, .undone])
    }

    @Test("a form sends what is typed and ticked, and nothing by itself")
    func sends() {
        let rules = Rules(RecordsPreviews.form)
        let screen = Mounted(Over(rules: rules))
        _ = screen.tree
        #expect(rules.sent == [])
        #expect(screen.type("two", into: "Dose"))
        #expect(screen.tap("Sore"))
        #expect(screen.tap("Save"))
        #expect(rules.sent == [.typed(field: "dose", "two"), .typed(field: "touch_notes", "drowsy"), .submitted])
    }

    @Test("a rule stands at the field that breaks it and is read with it")
    func broken() {
        let elements = screen(RecordsPreviews.broken).elements
        let hints = elements.filter { $0.kind == "TextField" }.compactMap(\.hint)
        for wanted in [
            "This is needed.", "Write a day that exists as year-month-day, such as 2026-11-24.",
            "Not saved: the last day of a medicine takes its first day or a later one.",
        ] {
            #expect(hints.contains(wanted), "\(wanted)")
            #expect(elements.contains { $0.label == wanted }, "\(wanted)")
        }
        #expect(elements.contains { $0.label == "Not saved yet: Name, First day, Last day still to look at." })
        #expect(!elements.contains { $0.label.hasPrefix("Saved") })
    }

    @Test("a day and a time are two fields of one moment")
    func moment() {
        let rules = Rules(RecordsPreviews.visit)
        let screen = Mounted(Over(rules: rules))
        #expect(screen.elements.contains { $0.label == "Wed 25 Nov 2026" })
        #expect(screen.type("11:30", into: "When (needed), time"))
        #expect(screen.tap("Today"))
        #expect(screen.tap("Talking therapist"))
        #expect(
            rules.sent == [
                .typed(field: "at", "2026-11-25 11:30"), .typed(field: "at", "2026-11-24 11:30"), .typed(field: "kind", "talking_therapist"),
            ])
    }

    @Test("a change names its medicine, and without one the way to them is offered")
    func medicines() {
        var gone: [Place] = []
        #expect(screen(RecordsPreviews.change).elements.contains { $0.label.hasPrefix("Sertraline") })
        let none = RecordsPreviews.change.copy {
            $0.choices = ["medication_id": []]
            $0.rows = []
        }
        let screen = screen(none, { _ in }, Go(to: { gone.append($0) }))
        #expect(screen.elements.contains { $0.label == "Add a medicine first; a change belongs to one." })
        #expect(!screen.elements.contains { $0.label == "Add" })
        #expect(screen.tap("Medicines"))
        #expect(gone == [.records(kind: "medication")])
    }

    @Test("while something is on its way nothing is sent twice")
    func working() {
        let screen = screen(RecordsPreviews.form.copy { $0.working = true })
        for name in ["Save", "Cancel", "Delete"] { #expect(!screen.tap(name), "\(name)") }
    }

    @Test("the page with help is offered calmly, and only then")
    func help() {
        var gone: [Place] = []
        #expect(screen(RecordsPreviews.empty.copy { $0.offersHelp = true }, { _ in }, Go(to: { gone.append($0) })).tap("Open Help"))
        #expect(gone == [.safety])
        #expect(!screen(RecordsPreviews.empty).elements.contains { $0.label == "Open Help" })
    }
}
