//! Days and months, as `android/ui/words` writes them: the same order of day, month and year in every language, names in its own.

import Foundation
import TidemarkBindings
import TidemarkLogic

extension Words {
    /// A day with its weekday: Tue 24 Nov.
    public func day(_ date: LogicalDate) -> String { written(date, "EEE d MMM") }

    /// A day with its year: 24 Nov 2026.
    public func date(_ date: LogicalDate) -> String {
        guard let found = date.noon else { return date.iso }
        let format = formatter
        format.dateStyle = .medium
        format.timeStyle = .none
        return format.string(from: found)
    }

    /// A day with its weekday and year: Tue 24 Nov 2026.
    public func dayAndYear(_ date: LogicalDate) -> String { written(date, "EEE d MMM yyyy") }

    /// A day in full: Tuesday 24 November 2026.
    public func fullDay(_ date: LogicalDate) -> String { written(date, "EEEE d MMMM yyyy") }

    /// A day without its year: 16 Nov.
    public func dayOfMonth(_ date: LogicalDate) -> String { written(date, "d MMM") }

    /// The day on the wall clock the moment was read from: 24 Nov 2026.
    public func date(_ moment: Moment) -> String { date(moment.clock.day) }

    /// The day of a moment on its own wall clock: Tue 24 Nov.
    public func dayOf(_ moment: Moment) -> String { day(moment.clock.day) }

    /// The day of an instant, on the wall clock of `now`, with its year: 24 Nov 2026.
    public func dateOf(_ epochMs: Int64, _ now: Moment) -> String { date(now.wallClock(epochMs: epochMs).day) }

    /// A typed day, in UTC; none while it is no day.
    func typed(_ day: String) -> Date? { LogicalDate(day.trimmingCharacters(in: .whitespaces)).noon }

    /// A month with its year: November 2026.
    public func month(_ month: YearMonth) -> String { written(LogicalDate("\(month.iso)-01"), "LLLL yyyy") }

    /// Weekdays from the first one of the locale, each as one letter and in full.
    public func weekdays() -> [(short: String, full: String)] {
        let format = formatter
        let names = zip(format.veryShortStandaloneWeekdaySymbols, format.standaloneWeekdaySymbols).map { (short: $0, full: $1) }
        return Array(names.dropFirst(firstWeekday) + names.prefix(firstWeekday))
    }

    /// A day of the week as it stands before a date: Mon.
    func short(_ weekday: Weekday) -> String {
        // Sunday is the first of these, whatever the locale begins with.
        formatter.shortStandaloneWeekdaySymbols.dropFirst(weekday.rawValue % 7).first ?? weekday.code
    }

    /// Places left of a month's first day in a row of seven.
    public func placesBefore(_ month: YearMonth) -> Int {
        guard let first = LogicalDate("\(month.iso)-01").noon else { return 0 }
        return (Self.calendar.component(.weekday, from: first) - 1 - firstWeekday + 7) % 7
    }

    /// Days from Sunday to the first day of the week.
    private var firstWeekday: Int { calendar.firstWeekday - 1 }

    /// The Gregorian calendar in UTC; its weeks begin where the locale says.
    var calendar: Calendar {
        var calendar = Self.calendar
        calendar.locale = locale
        return calendar
    }

    private func written(_ date: LogicalDate, _ pattern: String) -> String {
        date.noon.map { formatted($0, pattern) } ?? date.iso
    }

    /// An instant of UTC by a pattern, in the language of the locale.
    func formatted(_ date: Date, _ pattern: String) -> String {
        let format = formatter
        format.dateFormat = pattern
        return format.string(from: date)
    }

    private var formatter: DateFormatter {
        let format = DateFormatter()
        format.locale = locale
        format.calendar = Self.calendar
        format.timeZone = Self.utc
        return format
    }

    static let utc = TimeZone(secondsFromGMT: 0) ?? .gmt

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = utc
        return calendar
    }()

    /// Reads and writes `YYYY-MM-DD`, and takes nothing else.
    static var iso: DateFormatter {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.calendar = calendar
        format.timeZone = utc
        format.isLenient = false
        format.dateFormat = "yyyy-MM-dd"
        return format
    }
}

extension LogicalDate {
    /// The day in UTC; none when there is no such day.
    var noon: Date? {
        guard iso.utf8.count == 10 else { return nil }
        return Words.iso.date(from: iso)
    }
}
