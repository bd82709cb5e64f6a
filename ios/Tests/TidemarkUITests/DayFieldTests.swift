import SwiftUI
import Testing

@testable import TidemarkUI

@Suite("Fields for a day")
@MainActor
struct DayFieldTests {
    private final class Held {
        var text: String

        init(_ text: String) { self.text = text }
    }

    private struct OneDay: View {
        let held: Held
        var today = "2026-11-24"

        var body: some View { DayField("First day", held.text, today: today) { held.text = $0 } }
    }

    private struct OneMoment: View {
        let held: Held

        var body: some View { MomentField("When", held.text, today: "2026-11-24") { held.text = $0 } }
    }

    private let name = "First day: choose in a calendar"

    /// A phone in that zone, which counts its years from another beginning.
    private func phone(_ zone: String) throws -> EnvironmentValues {
        let zone = try #require(TimeZone(identifier: zone))
        return .model {
            $0.timeZone = zone
            $0.calendar = Calendar(identifier: .buddhist)
        }
    }

    private func shown(_ screen: Mounted) -> String? { screen.elements.first { $0.kind == "DatePicker" }?.value }

    @Test("the day taken is the day tapped, in whatever zone", arguments: ["America/Los_Angeles", "Pacific/Kiritimati", "UTC"])
    func taken(zone: String) throws {
        let held = Held(" 2026-11-03 ")
        let screen = Mounted(OneDay(held: held), in: try phone(zone))
        #expect(screen.tap(name))
        #expect(shown(screen) == "2026-11-03")
        for day in ["2026-11-01", "2026-03-29", "2028-02-29"] {
            #expect(screen.type(day, into: name))
            #expect(shown(screen) == day)
            // Nothing is taken by being looked at.
            #expect(held.text == " 2026-11-03 ")
        }
        #expect(screen.tap("Take this day"))
        #expect(held.text == "2028-02-29")
        #expect(shown(screen) == nil)
        #expect(screen.elements.contains { $0.label == "Tue 29 Feb 2028" })
    }

    @Test("a calendar that is left takes nothing, and typing stays as it was")
    func left() throws {
        let held = Held("2026-11-03")
        let screen = Mounted(OneDay(held: held), in: try phone("America/Los_Angeles"))
        #expect(screen.tap(name))
        #expect(screen.type("2026-11-01", into: name))
        #expect(screen.tap("Cancel"))
        #expect(held.text == "2026-11-03")
        #expect(screen.type("2026-11-05", into: "First day"))
        #expect(screen.tap(name))
        #expect(shown(screen) == "2026-11-05")
        #expect(screen.tap("Today"))
        #expect(held.text == "2026-11-24")
        #expect(shown(screen) == nil)
    }

    @Test("it stands on today while no day is typed, and there is none without a day to stand on")
    func begins() throws {
        let screen = Mounted(OneDay(held: Held("2026-11-")), in: try phone("America/Los_Angeles"))
        #expect(screen.tap(name))
        #expect(shown(screen) == "2026-11-24")
        #expect(!Mounted(OneDay(held: Held(""), today: "")).tap(name))
    }

    @Test("the day of a moment is taken beside its time")
    func moment() throws {
        let held = Held("2026-11-25 10:00")
        let screen = Mounted(OneMoment(held: held), in: try phone("America/Los_Angeles"))
        for (day, wanted) in [("2026-11-30", "2026-11-30 10:00"), ("2026-12-01", "2026-12-01 10:00")] {
            #expect(screen.tap("When: choose in a calendar"))
            #expect(screen.type(day, into: "When: choose in a calendar"))
            #expect(screen.tap("Take this day"))
            #expect(held.text == wanted)
        }
        held.text = ""
        #expect(screen.tap("When: choose in a calendar"))
        #expect(screen.tap("Take this day"))
        #expect(held.text == "2026-11-24")
    }
}
