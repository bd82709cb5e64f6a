//! Days and times as a form of a session types them. What was typed is a time of the phone's clock, wherever the phone is.

import Foundation
import TidemarkBindings

/// The date on the wall clock of a moment, `YYYY-MM-DD`.
func wallDate(_ moment: Moment) -> String { moment.wall.day.iso }

/// The time on the wall clock of a moment, `hh:mm`.
func wallTime(_ moment: Moment) -> String { clockText(moment.wall.minute) }

/// The date so many days later; the same text when it is no date.
public func dateMoved(_ date: String, days: Int) -> String { CivilDay(date)?.minus(days: -days).iso ?? date }

/// When the wall clock of `like`'s zone shows that date and minute of the day. A time the clock leaps over is the one after; of one
/// that comes twice it is the first.
func moment(_ date: String, minute: Int, like: Moment) throws -> Moment {
    guard let day = CivilDay(date) else { throw DiaryError.Invalid(reason: "a day is written YYYY-MM-DD") }
    // A zone that this machine does not know still has the offset of now.
    guard let zone = like.zone else {
        let local = (Int64(day.number) * 1440 + Int64(minute)) * minuteMs
        return Moment(epochMs: local - Int64(like.offsetS) * 1000, offsetS: like.offsetS, zoneId: like.zoneId)
    }
    return switch zone.instant(day, minute: minute) {
    case .once(let at), .never(_, afterMs: let at): like.at(at)
    }
}
