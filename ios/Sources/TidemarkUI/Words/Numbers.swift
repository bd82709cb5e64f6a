//! Numbers, hours and times of day, as `android/ui/words/Numbers.kt` writes them.

import Foundation
import TidemarkBindings
import TidemarkLogic

extension Words {
    /// A number given in thousandths, without zeros at its end: 7, 7.25 or 7,25.
    public func number(_ milli: Int64) -> String {
        // A decimal, not a float: thousandths are whole.
        (Decimal(milli) / 1000).formatted(.number.precision(.fractionLength(0...3)).grouping(.never).locale(locale))
    }

    /// A whole number, such as a count. Of another name: a literal would be taken for one, and never for thousandths.
    public func whole(_ whole: Int) -> String { number(Int64(whole) * 1000) }

    /// Time of day on the wall clock the moment was read from.
    public func time(_ moment: Moment) -> String { time(moment.clock.minutes) }

    /// Time of day, from minutes after midnight.
    public func time(_ minutes: Int) -> String {
        formatted(Date(timeIntervalSince1970: Double(minutes) * 60), hours24 ? "HH:mm" : "h:mm a")
    }

    /// Hours of sleep: 7 h 15.
    public func hours(_ milli: Int64) -> String {
        // Rounded as the core rounds it, so that a row and a sentence say the same.
        let minutes = (milli * 60 + 500) / 1000
        let rest = minutes % 60
        return strings.ratingHours(hours: "\(minutes / 60)", minutes: rest < 10 ? "0\(rest)" : "\(rest)")
    }
}

/// Day and time of day on a wall clock.
struct WallClock: Hashable, Sendable {
    let day: LogicalDate
    /// Minutes after midnight.
    let minutes: Int

    init(day: LogicalDate, minutes: Int) {
        self.day = day
        self.minutes = minutes
    }

    /// That of a moment an entry holds as text: ISO 8601 with offset. None for anything else.
    init?(_ iso: String) {
        guard let found = iso.firstMatch(of: /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/), let hours = Int(found.2), let minutes = Int(found.3)
        else { return nil }
        self.init(day: LogicalDate(String(found.1)), minutes: hours * 60 + minutes)
    }
}

extension Moment {
    /// The wall clock it was read from.
    var clock: WallClock { wallClock(epochMs: epochMs) }

    /// An instant on the wall clock of this moment.
    func wallClock(epochMs: Int64) -> WallClock {
        let local = epochMs + Int64(offsetS) * 1000
        let day = Int64((Double(local) / 86_400_000).rounded(.down))
        let minutes = (local - day * 86_400_000) / 60_000
        let date = Date(timeIntervalSince1970: Double(day) * 86_400)
        return WallClock(day: LogicalDate(Words.iso.string(from: date)), minutes: Int(minutes))
    }
}
