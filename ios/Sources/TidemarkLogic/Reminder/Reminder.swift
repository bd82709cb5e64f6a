//! What a reminder is, as much of it as the phone may know without the diary's key: codes, times and random ids, no words.

/// What a reminder is for, by the codes of the core.
public enum ReminderKind: Hashable, Sendable, CaseIterable {
    case checkIn, before, after, followUp, aftercare, instrument, planReview, visitEve, backup
}

extension ReminderKind: Coded {
    public var code: String {
        switch self {
        case .checkIn: "check_in"
        case .before: "before"
        case .after: "after"
        case .followUp: "follow_up"
        case .aftercare: "aftercare"
        case .instrument: "instrument"
        case .planReview: "plan_review"
        case .visitEve: "visit_eve"
        case .backup: "backup"
        }
    }
}

/// A day of the week by its number in ISO 8601, Monday first.
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Weekday: Coded {
    public var code: String {
        switch self {
        case .monday: "mon"
        case .tuesday: "tue"
        case .wednesday: "wed"
        case .thursday: "thu"
        case .friday: "fri"
        case .saturday: "sat"
        case .sunday: "sun"
        }
    }
}

/// When a reminder rings.
public enum Rings: Hashable, Sendable {
    /// At a time of the local clock, in minutes after midnight, 0 to 1439; follows the clock through changes and travel.
    case atClock(minute: Int, days: Set<Weekday>)

    /// True hours after the end of each session, in minutes; no clock change alters them.
    case afterSession(minutes: Int)

    var isAtClock: Bool {
        if case .atClock = self { true } else { false }
    }
}

/// Hours of the local clock in which nothing rings, from `fromMin` up to but not including `toMin`, over midnight when it is less.
public struct QuietHours: Hashable, Sendable {
    public let fromMin: Int
    public let toMin: Int

    public init(fromMin: Int, toMin: Int) {
        self.fromMin = fromMin
        self.toMin = toMin
    }
}

/// One reminder.
public struct Reminder: Hashable, Sendable {
    public static let usualSnoozeMin = 30

    /// Names it among the others; the id of its record, or for one that is only known from `open.json` its kind, time and days.
    public let key: String
    public let kind: ReminderKind
    public let rings: Rings
    public let quiet: QuietHours?
    /// Minutes until it comes again when put off.
    public let snoozeMin: Int
    /// Whether the notification says nothing about what it is for.
    public let isPrivate: Bool

    public init(
        key: String, kind: ReminderKind, rings: Rings, quiet: QuietHours? = nil, snoozeMin: Int = usualSnoozeMin,
        isPrivate: Bool = true
    ) {
        self.key = key
        self.kind = kind
        self.rings = rings
        self.quiet = quiet
        self.snoozeMin = snoozeMin
        self.isPrivate = isPrivate
    }
}

/// A session that took place, for reminders that count from its end; `rated` names the kinds whose ratings are in already.
public struct EndedSession: Hashable, Sendable {
    public let sessionId: String
    public let endedMs: Int64
    public let rated: Set<ReminderKind>

    public init(sessionId: String, endedMs: Int64, rated: Set<ReminderKind> = []) {
        self.sessionId = sessionId
        self.endedMs = endedMs
        self.rated = rated
    }
}

/// A time at which a reminder is to ring; `sessionId` when it counts from a session.
public struct Due: Hashable, Sendable {
    public let atMs: Int64
    public let sessionId: String?

    public init(_ atMs: Int64, sessionId: String? = nil) {
        self.atMs = atMs
        self.sessionId = sessionId
    }
}
