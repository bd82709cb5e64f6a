//! What the phone keeps to remind while the diary is locked and after a start: codes, times and random ids. No word of the person
//! and no rating is in it.

import Foundation

/// What happened with one reminder so far.
public struct Rung: Hashable, Sendable, Copied {
    /// When it last rang; none when it never did.
    public internal(set) var lastMs: Int64?
    /// When it rings next, as the phone's alarm was set.
    public internal(set) var next: Due?
    /// When it comes again because the person put it off.
    public internal(set) var snoozed: Due?

    public init(lastMs: Int64? = nil, next: Due? = nil, snoozed: Due? = nil) {
        self.lastMs = lastMs
        self.next = next
        self.snoozed = snoozed
    }

    /// The next time it rings, put off or not.
    var earliest: Due? { [next, snoozed].compactMap { $0 }.min { $0.atMs < $1.atMs } }
}

/// A session whose timer runs.
public struct RunningSession: Hashable, Sendable {
    public let sessionId: String
    public let startedMs: Int64
}

/// The reminders there are, and what happened with each.
public struct Book: Hashable, Sendable, Copied {
    public internal(set) var reminders: [Reminder]
    /// Sessions that ended in the last weeks.
    public internal(set) var sessions: [EndedSession]
    /// By the key of the reminder.
    public internal(set) var rung: [String: Rung]
    /// Until when there is nothing to remind of, because it is done already.
    public internal(set) var doneUntilMs: [ReminderKind: Int64] = [:]
    public internal(set) var running: RunningSession?

    public init(reminders: [Reminder] = [], sessions: [EndedSession] = [], rung: [String: Rung] = [:]) {
        self.reminders = reminders
        self.sessions = sessions
        self.rung = rung
    }

    /// When the phone's one alarm is to be set; none when nothing is to ring.
    public var alarmMs: Int64? { rung.values.compactMap { $0.earliest?.atMs }.min() }
}

/// A notification to show.
public struct Ring: Hashable, Sendable {
    public let reminder: Reminder
    public let due: Due
}

/// What came of an alarm.
public struct Rang: Hashable, Sendable {
    public let book: Book
    public let rings: [Ring]
}

extension Book {
    /// The book with the next ring of each reminder, after a start, an update, a new time or zone, or a changed reminder. A ring that
    /// the phone slept through stays due, and `ring` decides whether it is still worth it.
    public func armed(nowMs: Int64, zone: TimeZone) -> Book {
        let armed = reminders.map { reminder in
            let known = rung[reminder.key] ?? Rung()
            // A last ring in the far future means that the clock was wrong then, and it would silence the reminder until that day.
            let last = known.lastMs.flatMap { $0 <= nowMs + dayMs ? $0 : nil }
            // Not only after now: a clock put back over a ring does not ring it again.
            let after = max(nowMs, last ?? nowMs)
            let next = slept(reminder, known.next, last, nowMs) ?? reminder.nextDue(afterMs: after, zone: zone, sessions: sessions)
            return (reminder.key, Rung(lastMs: last, next: next, snoozed: known.snoozed))
        }
        return copy { $0.rung = Dictionary(armed, uniquingKeysWith: { _, later in later }) }
    }

    /// The ring that is due and did not come, while it is still worth it.
    private func slept(_ reminder: Reminder, _ next: Due?, _ last: Int64?, _ nowMs: Int64) -> Due? {
        guard let due = next, due.atMs <= nowMs, due.atMs > last ?? 0, nowMs - due.atMs <= reminder.latestMs,
            !isDone(reminder.kind, due, nowMs)
        else { return nil }
        return due
    }

    /// Rings what is due: silent when `done` says so, and when it is too late to be of use.
    public func ring(
        nowMs: Int64, zone: TimeZone, done: (_ kind: ReminderKind, _ due: Due) -> Bool = { _, _ in false }
    ) -> Rang {
        var rings: [Ring] = []
        var after = rung
        for reminder in reminders {
            guard let known = rung[reminder.key], let due = known.earliest, due.atMs <= nowMs else { continue }
            let silent =
                nowMs - due.atMs > reminder.latestMs || isDone(reminder.kind, due, nowMs) || done(reminder.kind, due)
            if !silent { rings.append(Ring(reminder: reminder, due: due)) }
            // The time it was due, not now: a late ring must not push the next one out.
            let last = max(due.atMs, known.lastMs ?? 0)
            after[reminder.key] = Rung(
                lastMs: silent ? known.lastMs : last,
                next: reminder.nextDue(afterMs: max(nowMs, last), zone: zone, sessions: sessions),
                // A ring takes one that was put off along; one that is about another session still comes.
                snoozed: known.snoozed.flatMap { $0.atMs > nowMs && $0.sessionId != due.sessionId ? $0 : nil })
        }
        return Rang(book: copy { $0.rung = after }, rings: rings)
    }

    /// Puts a reminder off, as many minutes as it says; not into its quiet hours.
    public func snoozed(_ key: String, nowMs: Int64, zone: TimeZone, sessionId: String? = nil) -> Book {
        guard let reminder = reminders.first(where: { $0.key == key }) else { return self }
        let again = Due(reminder.quiet.moved(nowMs + Int64(reminder.snoozeMin) * minuteMs, zone), sessionId: sessionId)
        return copy { $0.rung[key] = (rung[key] ?? Rung()).copy { $0.snoozed = again } }
    }

    private func isDone(_ kind: ReminderKind, _ due: Due, _ nowMs: Int64) -> Bool {
        nowMs < doneUntilMs[kind] ?? 0 || sessions.contains { $0.sessionId == due.sessionId && $0.rated.contains(kind) }
    }
}

extension Reminder {
    /// How late a ring is still worth it: a time of the day three hours, what counts from a session twelve.
    fileprivate var latestMs: Int64 { rings.isAtClock ? 3 * hourMs : 12 * hourMs }
}

private let hourMs = 60 * minuteMs
