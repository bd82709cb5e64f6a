import Testing

@testable import TidemarkLogic

@Suite("Days and months of the calendar")
struct CivilDayTests {
    // `date -u -d DAY +%s` divided by 86400.
    @Test(
        "a day is its number and back",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2000-03-01", 11017), ("2026-11-24", 20781),
            ("1900-02-28", -25509), ("1900-03-01", -25508), ("2199-12-31", 84005), ("2100-03-01", 47541),
        ])
    func numbered(iso: String, number: Int) {
        #expect(CivilDay(iso)?.number == number)
        #expect(CivilDay(number: number).iso == iso)
    }

    @Test(
        "what is no day is none",
        arguments: [
            "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "2026-11-00", "2026-11-2", "26-11-24", "2026-11-+2", "", "x",
        ])
    func refused(text: String) { #expect(CivilDay(text) == nil) }

    // `date -u -d '2026-11-24 - 89 days' +%F`.
    @Test("days before cross months and years")
    func before() {
        #expect(CivilDay("2026-11-24")?.minus(days: 89).iso == "2026-08-27")
        #expect(CivilDay("2026-11-24")?.minus(days: 364).iso == "2025-11-25")
    }

    // `date -u -d 2026-11-24 +%a` says Tue.
    @Test(
        "a week begins on its Monday",
        arguments: [
            ("2026-11-23", "2026-11-23"), ("2026-11-24", "2026-11-23"), ("2026-11-29", "2026-11-23"), ("1970-01-01", "1969-12-29"),
            ("1969-12-28", "1969-12-22"), ("2027-01-01", "2026-12-28"),
        ])
    func week(day: String, monday: String) { #expect(CivilDay(day)?.monday.iso == monday) }

    @Test("months count across years")
    func months() {
        #expect(YearMonth("2026-01")?.plus(months: -1).iso == "2025-12")
        #expect(YearMonth("2026-12")?.plus(months: 1).iso == "2027-01")
        #expect(YearMonth("2026-11")?.plus(months: -4).iso == "2026-07")
        #expect(YearMonth("2026-1") == nil)
    }
}
