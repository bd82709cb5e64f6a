//! What the Settings screen shows. Every choice shown is the one on disk; one that was refused stays what it was.

import TidemarkBindings

/// The Settings screen.
public struct SettingsState: Hashable, Sendable, Copied {
    public internal(set) var chosen: Settings?
    public internal(set) var measures: [Measure] = []
    public internal(set) var sets: [StarterSet] = []
    /// Regions with a table of contacts.
    public internal(set) var regions: [String] = []
    public internal(set) var reminders: [ReminderRow] = []
    /// The reminder whose days and quiet hours are open, by its id.
    public internal(set) var openReminder: String?
    /// What holds reminders back on this phone.
    public internal(set) var blocked: Blocked?
    public internal(set) var lock = Lock.off
    /// The form of a measure of one's own, while it is open.
    public internal(set) var own: OwnMeasure?
    /// Whether erasing asks for its word.
    public internal(set) var erasing: Erasing?
    public internal(set) var notice: Notice?
    /// Why the last choice was not kept, or the screen not read.
    public internal(set) var problem: Problem?

    public init() {}
}

extension SettingsState {
    /// Whether the key asks for the person's finger, face or code.
    public enum Lock: Hashable, Sendable {
        case off, on

        /// Off until the recovery words were written down: a lock that cannot be opened loses everything.
        case wordsFirst
    }

    /// The form that erases everything.
    public struct Erasing: Hashable, Sendable, Copied {
        public internal(set) var typed = ""
        public internal(set) var wrong = false
        public internal(set) var problem: Problem?
    }

    /// What came of the last wish.
    public enum Notice: Hashable, Sendable {
        case saved, exported, notExported, lockNotTaken
    }
}

/// A reminder as a row.
public struct ReminderRow: Hashable, Sendable {
    public let id: String
    /// Code of what it reminds of, such as `check_in`.
    public let kind: String
    /// Minutes after midnight; none for one that counts from a session.
    public let clockMin: Int?
    /// Codes of the days it comes on, Monday first; none for one that counts from a session.
    public let days: [String]
    public let quiet: QuietHours?
    public let active: Bool
    public let last: Moment?
    public let next: Moment?
}

/// Quiet hours as they begin: the night.
public let usualQuiet = QuietHours(fromMin: 22 * 60, toMin: 7 * 60)
