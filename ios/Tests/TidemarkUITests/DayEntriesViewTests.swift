import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of a day's entries")
@MainActor
struct DayEntriesViewTests {
    private func screen(_ state: DayEntriesState, _ send: @escaping Send<DayEntriesEvent> = { _ in }, _ go: Go = .nowhere) -> Mounted {
        Mounted(DayEntriesView(state, send, go, Sample.now))
    }

    @Test("the day that is changed is named, and values are spoken with what a tap does")
    func named() {
        let said = screen(DayEntriesPreviews.filled).elements.map(\.label)
        for wanted in [
            "Monday 23 November 2026. What you add or change here is about that day.", "Change Stress, now 4", "Change Mood, now skipped",
            "Check-in, 08:12", "written the next day, 24 Nov 2026", "Before: Stress 6, Mood 4",
        ] { #expect(said.contains(wanted), "\(wanted)") }
    }

    @Test("taps send what they say")
    func taps() {
        var sent: [DayEntriesEvent] = []
        var gone: [Place] = []
        let screen = screen(DayEntriesPreviews.filled, { sent.append($0) }, Go(to: { gone.append($0) }))
        for name in [
            "Change Stress, now 4", "Delete Check-in, 08:12", "Undo", "Show changes of Check-in, 08:12", "Open session", "Add an entry for this day",
        ] { #expect(screen.tap(name), "\(name)") }
        #expect(
            sent == [
                .padOpened(DayEntriesPreviews.toStress), .deleteTapped(.checkIn, id: "a"), .undoTapped, .changesShown(.checkIn, id: "a"), .addTapped,
            ])
        #expect(gone == [.sessionDetail(sessionId: "s")])
    }

    @Test("a pad shows what is on disk and sends the number tapped")
    func pad() {
        var sent: [DayEntriesEvent] = []
        let screen = screen(DayEntriesPreviews.pad, { sent.append($0) })
        #expect(screen.elements.contains { $0.containers == ["Stress, 0 to 10, higher is worse, rated 4"] })
        #expect(screen.tap("7"))
        #expect(screen.tap("Leave it as it is"))
        #expect(sent == [.rated(Sample.number(7), at: Sample.evening), .padClosed])
    }

    @Test("a number that is not on disk stays on its pad, and nothing says saved")
    func full() {
        var sent: [DayEntriesEvent] = []
        let screen = screen(DayEntriesPreviews.full, { sent.append($0) })
        let elements = screen.elements
        #expect(elements.contains { $0.containers == ["Stress, 0 to 10, higher is worse, rated 7"] })
        #expect(elements.contains { $0.label == "Not saved yet: the phone is full. Your number is still on this screen." })
        #expect(!elements.contains { $0.label.contains("Saved") })
        #expect(screen.tap("Try again"))
        #expect(sent == [.triedAgain])
    }

    @Test("a value on an earlier scale is shown and not changed")
    func older() {
        let state = DayEntriesPreviews.read([DayEntriesPreviews.morning]).copy {
            $0.page = $0.page.map {
                DayPage(
                    today: $0.today, entries: $0.entries, questions: $0.questions, versions: [Sample.stress.measure: 2, Sample.mood.measure: 2],
                    daily: $0.daily, sampleLabel: nil)
            }
        }
        let elements = screen(state).elements
        #expect(elements.contains { $0.label == "Stress, 4, on an earlier scale" })
        #expect(!elements.contains { $0.label.hasPrefix("Change ") })
    }

    @Test("the changes say what stood before")
    func changes() {
        let said = screen(DayEntriesPreviews.changes).elements.map(\.label)
        #expect(said.contains("24 Nov 2026 21:04: Stress was 6, then 4"))
        #expect(said.contains("24 Nov 2026 21:04: Mood was 5, then skipped"))
    }

    @Test("a day to come takes no entry")
    func coming() {
        let state = DayEntriesState(LogicalDate("2026-11-28")).copy { $0.page = DayEntriesPreviews.read([]).page }
        #expect(!screen(state).elements.contains { $0.label == "Add an entry for this day" })
    }
}
