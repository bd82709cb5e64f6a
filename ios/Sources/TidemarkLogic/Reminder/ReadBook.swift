//! The book as the open diary has it, and what is left of it while the diary is locked.

import Foundation
import TidemarkBindings

/// The book as the open diary has it, with what rang so far taken over from `before`.
///
/// Throws what the calls of the diary throw; then `before` stays in force.
public func readBook(_ diary: any OpenDiaryProtocol, before: Book, now: Moment, zone: TimeZone) throws -> Book {
    let today = try diary.today(now: now)
    let allPrivate = try diary.settings().privateNotifications
    let reminders = try diary.records(kind: .reminder, span: Span()).compactMap { try $0.reminder(allPrivate: allPrivate) }
    let span = Span(from: CivilDay(today.day)?.minus(days: longestAfterSession).iso)
    let sessions = try diary.records(kind: .session, span: span)
    var rated: [String: Set<ReminderKind>] = [:]
    for rating in try diary.records(kind: .sessionRating, span: span) where !rating.deleted {
        // Phases of ratings have the codes of their reminders: `after`, `follow_up`.
        if let session = rating.text("session_id"), let kind: ReminderKind = coded(rating.text("phase")) {
            rated[session, default: []].insert(kind)
        }
    }
    let ended = try sessions.compactMap { try $0.ended(rated[$0.id] ?? []) }
    let running = try sessions.first { $0.id == today.runningSessionId }.flatMap { try $0.running() }
    return before.copy {
        $0.reminders = reminders
        $0.sessions = ended
        $0.doneUntilMs = done(today, now, zone)
        $0.running = running
    }.armed(nowMs: now.epochMs, zone: zone)
}

extension Book {
    /// The book while the diary is locked. `open.json` decides which clock times there are, because the core writes it with every
    /// change; what the phone kept adds quiet hours and how often to come again. A time that the phone did not know rings in private
    /// words.
    public func reconciled(_ open: [ReminderTime]) -> Book {
        var known = reminders.filter(\.rings.isAtClock)
        let times = open.compactMap { time -> Reminder? in
            guard let kind: ReminderKind = coded(time.kind) else { return nil }
            let minute = Int(time.wallClockMin)
            let rings = Rings.atClock(minute: minute, days: Set(time.days.compactMap { Weekday(rawValue: Int($0)) }))
            if let at = known.firstIndex(where: { $0.kind == kind && $0.rings == rings }) { return known.remove(at: at) }
            let days = time.days.map { String($0) }.joined()
            return Reminder(key: "\(kind.code) \(minute) \(days)", kind: kind, rings: rings)
        }
        return copy { $0.reminders = times + reminders.filter { !$0.rings.isAtClock } }
    }
}

/// What needs no reminder, and until when: the check-in once everything asked is answered, until the person's day ends.
private func done(_ today: Today, _ now: Moment, _ zone: TimeZone) -> [ReminderKind: Int64] {
    guard let day = CivilDay(today.day), !today.asked.isEmpty, today.answers.count >= today.asked.count else { return [:] }
    let ends = ringMs(day.minus(days: -1), Int(today.rolloverMin), zone)
    return ends > now.epochMs ? [.checkIn: ends] : [:]
}

extension DiaryRecord {
    /// A reminder from its record; none when it is off, of a kind that this version does not know, or without a time.
    fileprivate func reminder(allPrivate: Bool) throws -> Reminder? {
        // A kind of a newer version is not rung rather than rung as something else.
        guard !deleted, text("active") != "false", let kind: ReminderKind = coded(text("kind")) else { return nil }
        let rings: Rings
        if let minute = text("wall_clock").flatMap(clockMinute) {
            rings = .atClock(minute: minute, days: Set(try days()))
        } else if let minutes = text("elapsed_min").flatMap({ Int($0) }) {
            rings = .afterSession(minutes: minutes)
        } else {
            return nil
        }
        return Reminder(
            key: id, kind: kind, rings: rings, quiet: quiet,
            snoozeMin: text("snooze_min").flatMap { Int($0) } ?? Reminder.usualSnoozeMin,
            isPrivate: allPrivate || text("wording") != "plain")
    }

    fileprivate func ended(_ rated: Set<ReminderKind>) throws -> EndedSession? {
        guard !deleted, let ended = text("ended_at") else { return nil }
        return EndedSession(sessionId: id, endedMs: try momentFromText(text: ended).epochMs, rated: rated)
    }

    fileprivate func running() throws -> RunningSession? {
        guard let started = text("timer_started_at") ?? text("started_at") else { return nil }
        return RunningSession(sessionId: id, startedMs: try momentFromText(text: started).epochMs)
    }

    /// The days it rings on, Monday first; every day when none is named.
    func days() throws -> [Weekday] {
        guard let text = text("days") else { return Weekday.allCases }
        let named = try items(text)
        return Weekday.allCases.filter { named.contains($0.code) }
    }

    /// When it does not ring.
    var quiet: QuietHours? {
        guard let from = text("quiet_from").flatMap(clockMinute), let to = text("quiet_to").flatMap(clockMinute) else { return nil }
        return QuietHours(fromMin: from, toMin: to)
    }
}

// A reminder comes at most 14 days after a session (`elapsed_min`); a day more for the way days are counted.
private let longestAfterSession = 15
