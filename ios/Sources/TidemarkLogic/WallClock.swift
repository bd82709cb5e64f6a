//! What the clock on the wall shows, and at which instant it shows something. Zones and instants are arguments; the rules of the
//! zones are Foundation's, the calendar is `CivilDay`. Which day an entry belongs to is not decided here but by the core.

import Foundation
import TidemarkBindings

/// When a clock shows a day and minute.
enum ShownAt: Equatable, Sendable {
    /// Then, in milliseconds; the first time when the clock was put back and shows it twice.
    case once(Int64)

    /// Never: the clock leaps over it at `leapMs`. As many seconds after the leap as it lies after it on the clock is `afterMs`.
    case never(leapMs: Int64, afterMs: Int64)
}

extension TimeZone {
    /// Seconds that the clock is ahead of UTC at an instant.
    func offsetS(atMs ms: Int64) -> Int { secondsFromGMT(for: Date(timeIntervalSince1970: Double(ms) / 1000)) }

    /// The day and minute that the clock shows at an instant.
    func shows(atMs ms: Int64) -> (day: CivilDay, minute: Int) { wall(ms, offsetS(atMs: ms)) }

    /// When the clock shows a minute of a day, 0 to 1439.
    // Foundation's `Calendar` answers a skipped time by a policy, and never with the moment of the leap.
    func instant(_ day: CivilDay, minute: Int) -> ShownAt {
        let asUtc = (Int64(day.number) * 1440 + Int64(minute)) * minuteMs
        // No clock is further than 18 hours from UTC, so both lie on their side of a change near that minute.
        let (before, after) = (offsetS(atMs: asUtc - dayMs), offsetS(atMs: asUtc + dayMs))
        func at(_ offset: Int) -> Int64 { asUtc - Int64(offset) * 1000 }
        // The one with the larger offset is the earlier instant.
        for offset in [max(before, after), min(before, after)] where offsetS(atMs: at(offset)) == offset {
            return .once(at(offset))
        }
        return .never(leapMs: change(asUtc - dayMs, asUtc + dayMs), afterMs: at(before))
    }

    /// The first instant with another offset than at `from`, which differs from that at `to`.
    private func change(_ from: Int64, _ to: Int64) -> Int64 {
        let old = offsetS(atMs: from)
        // In whole seconds, as zones change.
        var (same, other) = (from / 1000, to / 1000)
        while other - same > 1 {
            let middle = same + (other - same) / 2
            if offsetS(atMs: middle * 1000) == old { same = middle } else { other = middle }
        }
        return other * 1000
    }
}

extension Moment {
    /// The day and minute on its own clock.
    var wall: (day: CivilDay, minute: Int) { TidemarkLogic.wall(epochMs, Int(offsetS)) }

    /// Its zone; none when it names none, or one that this machine does not know.
    var zone: TimeZone? { zoneId.flatMap { TimeZone(identifier: $0) } }

    /// Another instant on the same clock, which may have another offset by then.
    func at(_ ms: Int64) -> Moment {
        Moment(epochMs: ms, offsetS: zone.map { Int32($0.offsetS(atMs: ms)) } ?? offsetS, zoneId: zoneId)
    }
}

/// Minutes after midnight of `hh:mm`; none when it is no time of the day.
func clockMinute(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { 48 <= $0 && $0 <= 57 } }),
        let hours = parts.first.flatMap({ Int($0) }), let minutes = parts.last.flatMap({ Int($0) }), hours < 24, minutes < 60
    else { return nil }
    return hours * 60 + minutes
}

/// Minutes after midnight as `hh:mm`.
func clockText(_ minute: Int) -> String {
    let (hours, minutes) = minute.quotientAndRemainder(dividingBy: 60)
    return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
}

let minuteMs: Int64 = 60_000
let dayMs = 24 * 60 * minuteMs

private func wall(_ ms: Int64, _ offsetS: Int) -> (day: CivilDay, minute: Int) {
    let local = ms + Int64(offsetS) * 1000
    let within = ((local % dayMs) + dayMs) % dayMs
    return (CivilDay(number: Int((local - within) / dayMs)), Int(within / minuteMs))
}
