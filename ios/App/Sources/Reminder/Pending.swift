//! Which notifications wait in the system's list, given a book. The app does not run when one is due, so many are planned ahead;
//! when each reminder rings is the book's to say.

import Foundation
import TidemarkLogic

/// A ring that is still to come.
struct Pending: Equatable, Sendable {
    /// The system keeps no more of one app's.
    static let most = 64

    let reminder: Reminder
    let due: Due
    /// Whether it was put off: then it comes at an instant, also when its reminder goes by the clock.
    let again: Bool
}

extension Book {
    /// The next rings of all reminders, the earliest first. What is done already rings no more.
    func pending(nowMs: Int64, zone: TimeZone, most: Int = Pending.most) -> [Pending] {
        let all = reminders.flatMap { reminder in
            let known = rung[reminder.key] ?? Rung()
            let again = known.snoozed.flatMap { $0.atMs > nowMs ? $0 : nil }
            // Not only after now: a clock put back over a ring does not ring it again.
            let dues = reminder.dues(after: max(nowMs, known.lastMs ?? nowMs), zone: zone, sessions: sessions, most: most)
            // As in `Book.ring`: a ring takes one that was put off along; one that is about another session still comes.
            let apart = again.flatMap { one in
                dues.contains { $0.atMs <= one.atMs && $0.sessionId == one.sessionId && !isDone(reminder.kind, $0) } ? nil : one
            }
            return dues.map { Pending(reminder: reminder, due: $0, again: false) }
                + [apart].compactMap { $0 }.map { Pending(reminder: reminder, due: $0, again: true) }
        }
        let due = all.filter { !isDone($0.reminder.kind, $0.due) }
        return Array(due.sorted { ($0.due.atMs, $0.reminder.key) < ($1.due.atMs, $1.reminder.key) }.prefix(most))
    }

    private func isDone(_ kind: ReminderKind, _ due: Due) -> Bool {
        due.atMs < doneUntilMs[kind] ?? 0 || sessions.contains { $0.sessionId == due.sessionId && $0.rated.contains(kind) }
    }
}

extension Reminder {
    /// Its next rings, one after another: two more than are kept, for those of a day that is done already.
    fileprivate func dues(after: Int64, zone: TimeZone, sessions: [EndedSession], most: Int) -> [Due] {
        var dues: [Due] = []
        var after = after
        while dues.count < most + 2, let next = nextDue(afterMs: after, zone: zone, sessions: sessions) {
            dues.append(next)
            after = next.atMs
        }
        return dues
    }
}

extension Pending {
    /// As the system is to show it. Over a locked screen the system shows its own words where previews are off.
    func notice(zone: TimeZone, title: String, text: (_ reminder: Reminder) -> String) -> Notice {
        Notice(
            id: "\(reminder.key) \(due.atMs)", title: title, text: text(reminder), place: due.place(reminder.kind).word ?? "today",
            key: reminder.key, sessionId: due.sessionId, time: time(zone))
    }

    private func time(_ zone: TimeZone) -> NoticeTime {
        guard !again, case .atClock = reminder.rings else { return .instant(ms: due.atMs) }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let at = Date(timeIntervalSince1970: Double(due.atMs) / 1000)
        return .clock(calendar.dateComponents([.year, .month, .day, .hour, .minute], from: at))
    }
}
