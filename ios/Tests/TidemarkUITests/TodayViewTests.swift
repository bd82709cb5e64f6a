import Accessibility
import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of Today")
@MainActor
struct TodayViewTests {
    private func screen(_ state: TodayState, _ send: @escaping Send<TodayEvent> = { _ in }) -> Mounted {
        Mounted(NavigationStack { Shell("Today", .nowhere) { TodayView(state, send, .nowhere, Sample.now) } })
    }

    @Test("a rating reads as its scale, its direction and that it is not rated")
    func reads() {
        let cells = screen(TodayPreviews.empty).elements.filter { $0.containers == ["Stress, 0 to 10, higher is worse, not rated"] }
        #expect(cells.map(\.label) == ["0 none at all", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10 the most I can imagine", "Skip"])
        #expect(cells.allSatisfy { $0.traits.contains(.isButton) && !$0.traits.contains(.isSelected) })
    }

    @Test("a tap on a number sends that number and nothing else")
    func sends() {
        var sent: [TodayEvent] = []
        let screen = screen(TodayPreviews.empty) { sent.append($0) }
        #expect(screen.tap("6"))
        #expect(screen.tap("Skip"))
        #expect(
            sent == [
                .rated(Sample.stress.measure, Sample.number(6), at: Sample.evening),
                .rated(Sample.stress.measure, .skipped, at: Sample.evening),
            ])
    }

    @Test("the line says saved only when it is, and a full disk keeps the number")
    func kept() {
        let elements = screen(TodayPreviews.full).elements
        #expect(elements.contains { $0.label == "Not saved yet: the phone is full. Your number is still on this screen." })
        #expect(
            elements.contains { $0.containers == ["Stress, 0 to 10, higher is worse, rated 6"] && $0.label == "6" && $0.traits.contains(.isSelected) }
        )
        #expect(!elements.contains { $0.label.hasPrefix("Saved") })
        #expect(screen(TodayPreviews.filled).elements.contains { $0.label == "Saved 21:04" })
    }

    @Test("hours are typed or stepped, and nothing is sent before Set")
    func hours() {
        var sent: [TodayEvent] = []
        let open = Sample.state(TodayPreviews.empty, reduce, .padOpened(Sample.hours.measure))
        let screen = screen(open) { sent.append($0) }
        #expect(!screen.tap("Set"))
        screen.tap("More Hours of sleep")
        screen.tap("More Hours of sleep")
        #expect(sent == [])
        #expect(screen.tap("Set"))
        screen.type("7,5", into: "Hours of sleep")
        #expect(screen.tap("Set"))
        screen.type("25", into: "Hours of sleep")
        #expect(!screen.tap("Set"))
        // From the middle of 0 to 24, which is 12, one quarter of an hour more.
        #expect(
            sent == [12_250, 7500].map { .rated(Sample.hours.measure, .recorded(milli: $0), at: Sample.evening) })
    }

    @Test("a row says what it holds and what a tap does")
    func rows() {
        let rows = screen(TodayPreviews.filled).elements.filter { $0.label.hasPrefix("Stress") || $0.label.hasPrefix("Hours") }
        #expect(
            rows.map(\.label) == [
                "Stress, 0 to 10, higher is worse, rated 6, change", "Hours of sleep, 0 h 00 to 24 h 00, neither end is better, not rated, rate",
            ])
    }

    @Test("what is on disk is said when it changes")
    func said() {
        Announced.texts = []
        @MainActor final class Shown { var state = TodayPreviews.empty }
        struct Screen: View {
            let shown: Shown
            var body: some View { TodayView(shown.state, { _ in }, .nowhere, Sample.now) }
        }
        let shown = Shown()
        let screen = Mounted(Screen(shown: shown))
        _ = screen.tree
        #expect(Announced.texts == [])
        shown.state = TodayPreviews.filled
        _ = screen.tree
        #expect(Announced.texts == ["Saved 21:04"])
    }

    @Test("at the largest letters the pad is a list with the words of its ends")
    func largest() {
        let node = rendered(TodayView(TodayPreviews.empty, { _ in }, .nowhere, Sample.now), in: .model { $0.dynamicTypeSize = .accessibility5 })
        #expect(node.all.contains { $0.kind == "Text" && $0.text == "10 the most I can imagine" && $0.has("lineLimit") })
    }
}
