//! Arithmetic of calendar days in the Gregorian calendar, for the edges of charts and months. Which day an entry belongs to is
//! the core's to say; no clock and no zone stands here.

/// A day of the calendar as its number, days since 1970-01-01.
struct CivilDay: Hashable, Comparable, Sendable {
    let number: Int

    init(number: Int) { self.number = number }

    /// From `YYYY-MM-DD`; none when there is no such day.
    init?(_ iso: String) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard iso.utf8.count == 10, let month = YearMonth(String(iso.prefix(7))), let last = parts.last, last.utf8.count == 2,
            last.utf8.allSatisfy({ 48 <= $0 && $0 <= 57 }), let day = Int(last), 1 <= day, day <= month.length
        else { return nil }
        number = month.firstDay + day - 1
    }

    static func < (one: CivilDay, other: CivilDay) -> Bool { one.number < other.number }

    func minus(days: Int) -> CivilDay { CivilDay(number: number - days) }

    /// The Monday of its week; 1970-01-01 was a Thursday.
    var monday: CivilDay {
        let after = (number + 3) % 7
        return minus(days: after < 0 ? after + 7 : after)
    }

    /// `YYYY-MM-DD`, for years 1 to 9999.
    var iso: String {
        // A first guess of the month from the mean length, never more than a few off.
        var month = YearMonth(year: 1970, month: 1).plus(months: Int((Double(number) / 30.436875).rounded(.down)))
        while month.firstDay > number { month = month.plus(months: -1) }
        while month.firstDay + month.length <= number { month = month.plus(months: 1) }
        return "\(month.iso)-\(padded(number - month.firstDay + 1, 2))"
    }
}

extension LogicalDate {
    /// From days since 1970-01-01, as the points of a trend have it.
    public init(number: Int) { self.init(CivilDay(number: number).iso) }

    /// Days since 1970-01-01; none for what is no day.
    public var number: Int? { CivilDay(iso)?.number }
}

/// A month of a year, `YYYY-MM`.
public struct YearMonth: Hashable, Comparable, Sendable {
    public let year: Int
    public let month: Int

    init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// From `YYYY-MM`; none when there is no such month.
    public init?(_ iso: String) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard iso.utf8.count == 7, parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { 48 <= $0 && $0 <= 57 } }),
            let first = parts.first, first.utf8.count == 4, let last = parts.last, let year = Int(first), let month = Int(last),
            1 <= month, month <= 12
        else { return nil }
        self.init(year: year, month: month)
    }

    public static func < (one: YearMonth, other: YearMonth) -> Bool { one.ordinal < other.ordinal }

    public var iso: String { "\(padded(year, 4))-\(padded(month, 2))" }

    /// So many months later; earlier when below zero.
    public func plus(months: Int) -> YearMonth {
        let ordinal = ordinal + months
        let year = ordinal >= 0 ? ordinal / 12 : (ordinal - 11) / 12
        return YearMonth(year: year, month: ordinal - year * 12 + 1)
    }

    /// How many days it has.
    var length: Int { plus(months: 1).firstDay - firstDay }

    /// Number of its first day. Years begin in March here, so that a leap day is the last of one.
    /// Source: H. Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`.
    var firstDay: Int {
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private var ordinal: Int { year * 12 + month - 1 }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
