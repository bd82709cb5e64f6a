import Foundation
import Testing
import TidemarkBindings

@testable import TidemarkLogic

/// Wall clock times as moments; expected values from `TZ=Europe/Berlin date -d "2026-07-01 18:30" +%s`.
@Suite("Days and times as they are typed")
struct WallTests {
    private let berlin: TimeZone

    init() throws { berlin = try #require(TimeZone(identifier: "Europe/Berlin")) }

    @Test("a day in summer has the offset of summer")
    func summer() throws {
        let at = try moment("2026-07-01", minute: 18 * 60 + 30, like: evening)
        #expect(at == Moment(epochMs: 1_782_923_400_000, offsetS: 7200, zoneId: "Europe/Berlin"))
    }

    @Test("a time the clock leaps over is the one after, and the leap is known to the second")
    func leapt() throws {
        // 29 March 2026: at 02:00 it is 03:00 of summer time, so 02:30 is 03:30; the leap is at 01:00 of UTC.
        let at = try moment("2026-03-29", minute: 150, like: evening)
        #expect(at == Moment(epochMs: 1_774_747_800_000, offsetS: 7200, zoneId: "Europe/Berlin"))
        let day = try #require(CivilDay("2026-03-29"))
        #expect(berlin.instant(day, minute: 150) == .never(leapMs: 1_774_746_000_000, afterMs: 1_774_747_800_000))
        // The minutes at its edges are on the clock: 01:59, a minute before, and 03:00, the leap itself.
        #expect(berlin.instant(day, minute: 119) == .once(1_774_745_940_000))
        #expect(berlin.instant(day, minute: 180) == .once(1_774_746_000_000))
    }

    @Test("a time that comes twice is the first")
    func twice() throws {
        // 25 October 2026: at 03:00 of summer time it is 02:00. `TZ=Europe/Berlin date -d "2026-10-25 02:30 CEST" +%s`.
        let at = try moment("2026-10-25", minute: 150, like: evening)
        #expect(at == Moment(epochMs: 1_792_888_200_000, offsetS: 7200, zoneId: "Europe/Berlin"))
    }

    @Test("a day that a zone left out is the moment it went on")
    func leftOut() throws {
        // Samoa had no 30 December 2011: after 23:59:59 of the 29th came the 31st; `TZ=Pacific/Apia date -d @1325239200`.
        let apia = try #require(TimeZone(identifier: "Pacific/Apia"))
        let at = apia.instant(try #require(CivilDay("2011-12-30")), minute: 600)
        #expect(at == .never(leapMs: 1_325_239_200_000, afterMs: 1_325_275_200_000))
    }

    @Test("a zone nobody knows keeps the offset of now")
    func mars() throws {
        let mars = Moment(epochMs: evening.epochMs, offsetS: 3600, zoneId: "Mars/Olympus")
        // 18:30 at one hour ahead is 17:30 UTC.
        let at = try moment("2026-07-01", minute: 18 * 60 + 30, like: mars)
        #expect(at == Moment(epochMs: 1_782_927_000_000, offsetS: 3600, zoneId: "Mars/Olympus"))
        #expect(mars.at(0).offsetS == 3600)
    }

    @Test("what is shown is what was typed")
    func shown() throws {
        let at = try moment("2026-07-01", minute: 9 * 60 + 5, like: evening)
        #expect(wallDate(at) == "2026-07-01")
        #expect(wallTime(at) == "09:05")
        #expect(dateMoved("2026-07-01", days: -1) == "2026-06-30")
        // Half past four of the morning in Delhi, before 1970: 1969-12-31 23:00 UTC.
        let early = Moment(epochMs: -3_600_000, offsetS: 19_800, zoneId: nil)
        #expect([wallDate(early), wallTime(early)] == ["1970-01-01", "04:30"])
        #expect(wallDate(Moment(epochMs: -3_600_000, offsetS: 0, zoneId: nil)) == "1969-12-31")
    }

    @Test(
        "a time is read as people type it and never guessed",
        arguments: [
            ("9:05", 545), ("09.05", 545), ("0905", 545), (" 23:59 ", 1439), ("24:00", nil), ("9:60", nil), ("nine", nil),
            ("", nil), ("9", nil), ("٠٩:٠٥", nil),
        ] as [(String, Int?)])
    func typed(time: String, minute: Int?) {
        #expect(DetailState.Form(date: "2026-07-01", time: time, minutes: "").startMinute == minute)
    }

    @Test(
        "a time of the clock is four digits",
        arguments: [("00:00", 0), ("23:59", 1439), ("24:00", nil), ("9:05", nil), ("+9:05", nil), ("09:05:00", nil)] as [(String, Int?)])
    func clock(text: String, minute: Int?) {
        #expect(clockMinute(text) == minute)
        if let minute { #expect(clockText(minute) == text) }
    }
}
