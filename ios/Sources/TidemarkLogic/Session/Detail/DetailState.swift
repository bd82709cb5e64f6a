//! What the screen of a session shows that is told by hand: one that is over, or one that is added.

import TidemarkBindings

/// A session that is over, or one that is added or changed by hand.
public struct DetailState: Hashable, Sendable, Copied {
    /// None while a new one is added.
    public internal(set) var sessionId: String?
    /// As the diary holds it.
    public internal(set) var session: Session?
    /// What is being told of it; none while it is only looked at.
    public internal(set) var form: Form?
    /// What is rated around a new one.
    public internal(set) var questions: [Question] = []
    public internal(set) var saving = false
    /// It shares time with another session; saved only when the person says so.
    public internal(set) var overlaps = false
    /// "Delete" was tapped once.
    public internal(set) var deleteAsked = false
    /// It was deleted; the screen is done.
    public internal(set) var deleted = false
    /// Now on disk.
    public internal(set) var saved = false
    public internal(set) var problem: Problem?

    public init(_ sessionId: String? = nil) { self.sessionId = sessionId }
}

extension DetailState {
    /// A session as a form tells it; texts as typed.
    public struct Form: Hashable, Sendable, Copied {
        public var status = SessionStatus.held
        /// Day of its start on the clock, `YYYY-MM-DD`.
        public var date: String
        /// Time of its start, `hh:mm`.
        public var time: String
        /// Its length in minutes.
        public var minutes: String
        public var choices = SessionChoices()
        public var pressureFelt: Int?
        public var reason = ""
        public var note = ""
        public var ratings: [Phase: [MeasureId: Answer]] = [:]
        /// Whether the numbers are from memory; none until the person said so.
        public var fromMemory: Bool?
        /// The part whose editor is open.
        public var open: BeforeState.Choice?
        /// The phase whose pads are open.
        public var rating: Phase?

        public init(date: String, time: String, minutes: String) {
            self.date = date
            self.time = time
            self.minutes = minutes
        }

        public var tookPlace: Bool { status == .held || status == .stoppedEarly }

        /// What keeps the form from being saved; none when nothing does. What the diary does not take, it says itself.
        public var lacks: Lack? {
            if choices.style == nil { return .style }
            if startMinute == nil { return .time }
            if tookPlace, length == nil { return .length }
            return fromMemory == nil && ratings.values.contains { !$0.isEmpty } ? .fromMemory : nil
        }

        /// Minute of the day at its start, from what was typed: 9:05, 09.05 or 0905.
        var startMinute: Int? {
            guard let found = filled(time)?.wholeMatch(of: /([0-9]{1,2})[:.]?([0-9]{2})/), let hours = Int(found.1),
                let minutes = Int(found.2), hours < 24, minutes < 60
            else { return nil }
            return hours * 60 + minutes
        }

        var length: Int? { filled(minutes).flatMap { UInt16($0) }.flatMap { $0 > 0 ? Int($0) : nil } }
    }

    /// What a form lacks.
    public enum Lack: Hashable, Sendable {
        case style, time, length, fromMemory
    }
}
