import Foundation
import Testing

@testable import TidemarkLogic

/// A reminder put off for one session is not lost when it rings for another in between.
@Suite("A reminder that was put off")
struct SnoozeTests {
    @Test("what was put off to later still rings then")
    func rings() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        let follow = Reminder(key: "follow", kind: .followUp, rings: .atClock(minute: 540, days: Set(Weekday.allCases)))
        // 24 November 2026, 09:00 in Berlin, and ten and thirty minutes later; `date -u -d 2026-11-24T08:00Z +%s` is 1795507200.
        let nine: Int64 = 1_795_507_200_000
        let (tenPast, half) = (nine + 600_000, nine + 1_800_000)
        let book = Book(
            reminders: [follow],
            rung: ["follow": Rung(lastMs: nine, next: Due(tenPast, sessionId: "b"), snoozed: Due(half, sessionId: "a"))])
        let rang = book.ring(nowMs: tenPast, zone: berlin)
        #expect(rang.rings.map(\.due) == [Due(tenPast, sessionId: "b")])
        #expect(rang.book.alarmMs == half)
        #expect(rang.book.ring(nowMs: half, zone: berlin).rings.map(\.due) == [Due(half, sessionId: "a")])
    }
}
