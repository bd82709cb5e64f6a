//! When a reminder rings next after a moment. Pure: the zone is an argument and nobody asks the time. Quiet hours move a ring to
//! their end, they never swallow it.

import Foundation

extension Reminder {
    public func nextDue(afterMs: Int64, zone: TimeZone, sessions: [EndedSession]) -> Due? {
        let due: [Due] =
            switch rings {
            case .atClock(let minute, let days): around(afterMs, minute, days, zone).map { Due($0) }
            case .afterSession(let minutes):
                sessions.filter { !$0.rated.contains(kind) }
                    .map { Due($0.endedMs + Int64(minutes) * minuteMs, sessionId: $0.sessionId) }
            }
        return due.map { Due(quiet.moved($0.atMs, zone), sessionId: $0.sessionId) }
            .filter { $0.atMs > afterMs }
            .min { $0.atMs < $1.atMs }
    }

    /// Rings of a week and a day before and after: the one before may have been moved past that moment by quiet hours.
    private func around(_ ms: Int64, _ minute: Int, _ days: Set<Weekday>, _ zone: TimeZone) -> [Int64] {
        let today = zone.shows(atMs: ms).day
        return (-1...8).map { today.minus(days: -$0) }
            .filter { day in day.weekday.map(days.contains) ?? false }
            .map { ringMs($0, minute, zone) }
    }
}

extension QuietHours? {
    /// The end of the quiet hours that a moment falls in; the moment itself outside them.
    func moved(_ atMs: Int64, _ zone: TimeZone) -> Int64 {
        guard let quiet = self, quiet.fromMin != quiet.toMin else { return atMs }
        let (day, minute) = zone.shows(atMs: atMs)
        let overMidnight = quiet.fromMin > quiet.toMin
        let within =
            overMidnight ? minute >= quiet.fromMin || minute < quiet.toMin : quiet.fromMin <= minute && minute < quiet.toMin
        if !within { return atMs }
        let ends = overMidnight && minute >= quiet.fromMin ? day.minus(days: -1) : day
        return ringMs(ends, quiet.toMin, zone)
    }
}

/// The instant of a local time. A time that the clock skips is the moment at which it jumps, so that nothing is lost; a time that
/// comes twice is the first, so that nothing rings twice.
func ringMs(_ day: CivilDay, _ minute: Int, _ zone: TimeZone) -> Int64 {
    switch zone.instant(day, minute: minute) {
    case .once(let at), .never(leapMs: let at, _): at
    }
}

extension CivilDay {
    // 1970-01-01, number 0, was a Thursday.
    fileprivate var weekday: Weekday? { Weekday(rawValue: ((number + 3) % 7 + 7) % 7 + 1) }
}
