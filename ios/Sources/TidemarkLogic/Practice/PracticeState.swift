//! Writing down a practice: minutes if they matter, a day, and the kind, whose tap saves. Nothing is counted or scored.

import TidemarkBindings

/// The quick entry of a practice, and what was written down last.
public struct PracticeState: Hashable, Sendable, Copied {
    /// The day it is for the person; empty until it was read.
    public internal(set) var today = ""
    /// The day it is written for.
    public internal(set) var day = ""
    /// How long, minutes; none is no length and no zero.
    public internal(set) var minutes: Int?
    /// The kinds, by their codes, in the order to show.
    public internal(set) var kinds: [String] = []
    /// What was written down last, the latest first; none until it was read.
    public internal(set) var recent: [Done]?
    /// The kind that is on its way to the disk, or did not get there.
    public internal(set) var kind: String?
    public internal(set) var working = false
    /// What "Undo" takes back; until the next one.
    public internal(set) var saved: Saved?
    /// Whether what stands in the field is no day.
    public internal(set) var noDay = false
    /// Why it was not saved, not read or not taken back.
    public internal(set) var problem: Problem?

    public init() {}

    /// A practice of the diary.
    public struct Done: Hashable, Sendable {
        public let id: String
        public let day: String
        public let kind: String
        public let minutes: Int?
    }

    /// The last one, on disk since `at`.
    public struct Saved: Hashable, Sendable {
        public let id: String
        public let kind: String
        public let at: Moment
    }
}

/// The lengths to choose from, minutes; any other stands in the form of the list.
public let minuteSteps = [5, 10, 15, 20, 30, 45, 60, 90]

public enum PracticeEvent: Hashable, Sendable {
    case shown

    /// A length was tapped; none takes it away.
    case minutesChosen(Int?)
    case dayTyped(String)

    /// A kind was tapped: it is saved as it stands.
    case kindTapped(String)
    case undone
    case read(today: String, kinds: [String], recent: [PracticeState.Done])
    case notRead(Problem)
    case written(PracticeState.Saved)
    case notWritten(Problem)
    case takenBack
    case notTakenBack(Problem)
}

public enum PracticeEffect: Hashable, Sendable {
    case read
    case write(kind: String, day: String, minutes: Int?)
    case takeBack(id: String)
}
