//! The book on disk, `reminders.json` beside the diary, in the form that Android writes too. Readable without the diary's key, so
//! it holds times, codes and random ids only.

import Foundation
import TidemarkLogic

/// The book on disk. One that cannot be understood is an empty book: `open.json` still has the clock times, and the open diary
/// has everything.
struct BookFile: Sendable {
    let file: URL

    /// None when it is there and cannot be read now, as on a locked phone: then nothing is planned anew.
    func read() -> Book? {
        switch readBounded(file, most: Self.longest) {
        case .missing, .foreign: return Book()
        case .notNow: return nil
        case .bytes(let bytes):
            guard let stands = try? JSONDecoder().decode(BookForm.self, from: bytes) else { return Book() }
            return stands.book ?? Book()
        }
    }

    /// False when it could not be written; the former one stays.
    func write(_ book: Book) -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            try writeWhole(encoder.encode(BookForm(book)) + Data("\n".utf8), to: file)
            return true
        } catch {
            return false
        }
    }

    private static let longest = 1024 * 1024
}

/// How a book is written down.
struct BookForm: Codable {
    static let format = "tidemark-reminders"
    static let version = 1

    private let format: String
    private let version: Int
    private let minReader: Int
    private let reminders: [ReminderForm]
    private let sessions: [SessionForm]
    private let rung: [String: RungForm]
    private let doneUntil: [String: Int64]
    private let running: RunningForm?

    init(_ book: Book) {
        format = Self.format
        version = Self.version
        minReader = Self.version
        reminders = book.reminders.map(ReminderForm.init)
        sessions = book.sessions.map(SessionForm.init)
        rung = book.rung.mapValues(RungForm.init)
        doneUntil = Dictionary(book.doneUntilMs.map { ($0.key.code, $0.value) }, uniquingKeysWith: { $1 })
        running = book.running.map { RunningForm(sessionId: $0.sessionId, startedMs: $0.startedMs) }
    }

    /// None when it is of another kind or made by a newer version.
    var book: Book? {
        guard format == Self.format, minReader <= Self.version else { return nil }
        let done = doneUntil.compactMap { code, until in kind(code).map { ($0, until) } }
        return Book(
            reminders: reminders.compactMap(\.reminder), sessions: sessions.map(\.session), rung: rung.mapValues(\.rung),
            doneUntilMs: Dictionary(done, uniquingKeysWith: { $1 }),
            running: running.map { RunningSession($0.sessionId, startedMs: $0.startedMs) })
    }

    enum CodingKeys: String, CodingKey {
        case format, version, reminders, sessions, rung, running
        case minReader = "min_reader"
        case doneUntil = "done_until"
    }
}

private struct ReminderForm: Codable {
    let key: String
    let kind: String
    let wallClockMin: Int?
    let days: [Int]?
    let elapsedMin: Int?
    let quietFromMin: Int?
    let quietToMin: Int?
    let snoozeMin: Int
    let isPrivate: Bool

    init(_ reminder: Reminder) {
        key = reminder.key
        kind = reminder.kind.code
        switch reminder.rings {
        case .atClock(let minute, let on): (wallClockMin, days, elapsedMin) = (minute, on.map(\.rawValue).sorted(), nil)
        case .afterSession(let minutes): (wallClockMin, days, elapsedMin) = (nil, nil, minutes)
        }
        quietFromMin = reminder.quiet?.fromMin
        quietToMin = reminder.quiet?.toMin
        snoozeMin = reminder.snoozeMin
        isPrivate = reminder.isPrivate
    }

    /// None for a kind or a time that this version does not know: it is not rung rather than rung as something else.
    var reminder: Reminder? {
        guard let known = TidemarkApp.kind(kind), let rings else { return nil }
        var quiet: QuietHours?
        if let quietFromMin, let quietToMin {
            guard daytime.contains(quietFromMin), daytime.contains(quietToMin) else { return nil }
            quiet = QuietHours(fromMin: quietFromMin, toMin: quietToMin)
        }
        return Reminder(key: key, kind: known, rings: rings, quiet: quiet, snoozeMin: snoozeMin, isPrivate: isPrivate)
    }

    private var rings: Rings? {
        if let elapsedMin { return .afterSession(minutes: elapsedMin) }
        guard let wallClockMin, daytime.contains(wallClockMin), let days else { return nil }
        return .atClock(minute: wallClockMin, days: Set(days.compactMap(Weekday.init)))
    }

    enum CodingKeys: String, CodingKey {
        case key, kind, days
        case wallClockMin = "wall_clock_min"
        case elapsedMin = "elapsed_min"
        case quietFromMin = "quiet_from_min"
        case quietToMin = "quiet_to_min"
        case snoozeMin = "snooze_min"
        case isPrivate = "private"
    }
}

private struct SessionForm: Codable {
    let sessionId: String
    let endedMs: Int64
    let rated: [String]

    init(_ session: EndedSession) {
        sessionId = session.sessionId
        endedMs = session.endedMs
        rated = session.rated.map(\.code).sorted()
    }

    var session: EndedSession { EndedSession(sessionId: sessionId, endedMs: endedMs, rated: Set(rated.compactMap(kind))) }

    enum CodingKeys: String, CodingKey {
        case rated
        case sessionId = "session_id"
        case endedMs = "ended_ms"
    }
}

private struct RungForm: Codable {
    let lastMs: Int64?
    let next: DueForm?
    let snoozed: DueForm?

    init(_ rung: Rung) {
        lastMs = rung.lastMs
        next = rung.next.map(DueForm.init)
        snoozed = rung.snoozed.map(DueForm.init)
    }

    var rung: Rung { Rung(lastMs: lastMs, next: next?.due, snoozed: snoozed?.due) }

    enum CodingKeys: String, CodingKey {
        case next, snoozed
        case lastMs = "last_ms"
    }
}

private struct DueForm: Codable {
    let atMs: Int64
    let sessionId: String?

    init(_ due: Due) {
        atMs = due.atMs
        sessionId = due.sessionId
    }

    var due: Due { Due(atMs, sessionId: sessionId) }

    enum CodingKeys: String, CodingKey {
        case atMs = "at_ms"
        case sessionId = "session_id"
    }
}

private struct RunningForm: Codable {
    let sessionId: String
    let startedMs: Int64

    enum CodingKeys: String, CodingKey {
        case sessionId = "session_id"
        case startedMs = "started_ms"
    }
}

/// The kind of a code; none for a code of a newer version.
private func kind(_ code: String) -> ReminderKind? { ReminderKind.allCases.first { $0.code == code } }

private let daytime = 0..<24 * 60
