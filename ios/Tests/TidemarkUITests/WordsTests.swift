import Foundation
import Testing
import TidemarkBindings
import TidemarkLogic
import TidemarkStrings

@testable import TidemarkUI

@Suite("Numbers and dates")
struct WordsTests {
    private let english = Words()
    private let german = Words(locale: Locale(identifier: "de_DE"))
    private let american = Words(locale: Locale(identifier: "en_US"), hours24: false)

    @Test("hours are rounded to the minute and not cut")
    func hours() {
        // As the core words the same hours (its own test: 7.125 is 7 h 08; 6 h 20 comes from a file as 6.33).
        #expect([7125, 6330, 7250, 0].map { english.hours($0) } == ["7 h 08", "6 h 20", "7 h 15", "0 h 00"])
    }

    @Test("thousandths are written without zeros at their end, with the comma of the language")
    func numbers() {
        #expect([7000, 7250, 7125, 0, -500, 10_000, 1_234_000].map { english.number($0) } == ["7", "7.25", "7.125", "0", "-0.5", "10", "1234"])
        #expect(german.number(7250) == "7,25")
    }

    @Test("a time of day is that of the wall clock, to 24 or 12 hours")
    func times() {
        #expect(english.time(Sample.evening) == "21:04")
        #expect(english.time(0) == "00:00")
        #expect(american.time(Sample.evening) == "9:04 PM")
        #expect(american.time(5) == "12:05 AM")
    }

    @Test("days are written in one order, in the names of the language")
    func days() {
        let day = LogicalDate("2026-11-24")
        #expect(english.day(day) == "Tue 24 Nov")
        #expect(english.date(day) == "24 Nov 2026")
        #expect(english.dayAndYear(day) == "Tue 24 Nov 2026")
        #expect(english.fullDay(day) == "Tuesday 24 November 2026")
        #expect(english.dayOfMonth(LogicalDate("2026-11-16")) == "16 Nov")
        #expect(german.fullDay(day) == "Dienstag 24 November 2026")
        // What is no day stands as it is, rather than as another one.
        #expect(english.day(LogicalDate("2026-02-30")) == "2026-02-30")
    }

    @Test("the day of a moment is that of its own wall clock")
    func clocks() {
        // 23:30 UTC on 31 December is New Year in Berlin.
        let late = Moment(epochMs: 1_798_759_800_000, offsetS: 3600, zoneId: nil)
        #expect(english.date(late) == "1 Jan 2027")
        #expect(english.dateOf(1_798_759_800_000, Moment(epochMs: 0, offsetS: 0, zoneId: nil)) == "31 Dec 2026")
        #expect(WallClock("2026-11-24T21:04:00+01:00[Europe/Berlin]") == WallClock(day: LogicalDate("2026-11-24"), minutes: 1264))
        #expect(WallClock("yesterday") == nil)
    }

    @Test("a week begins where the locale says, and a month where it falls")
    func weeks() throws {
        let november = try #require(YearMonth("2026-11"))
        #expect(english.month(november) == "November 2026")
        #expect(english.weekdays().map(\.full).first == "Monday")
        #expect(american.weekdays().map(\.full).first == "Sunday")
        #expect(english.weekdays().map(\.short) == ["M", "T", "W", "T", "F", "S", "S"])
        // 1 November 2026 is a Sunday.
        #expect(english.placesBefore(november) == 6)
        #expect(american.placesBefore(november) == 0)
    }

    @Test("a day of the week is short in the language, and a typed day is that day in UTC")
    func weekdays() throws {
        #expect(Weekday.allCases.map { english.short($0) } == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
        #expect(german.short(.sunday) == "So")
        let day = try #require(english.typed(" 2026-11-24"))
        #expect(day.timeIntervalSince1970 == 1_795_478_400)
        #expect(Words.iso.string(from: day) == "2026-11-24")
        #expect(english.typed("2026-02-30") == nil)
    }

    @Test("what is filled into a text is not looked at again")
    func filled() {
        let said = Strings().ratingScale(label: "Sleep {low}", low: "0", high: "10", direction: "higher is better", state: "{high}")
        #expect(said == "Sleep {low}, 0 to 10, higher is better, {high}")
    }
}
