//! What the list of sessions shows, the newest first.

import TidemarkBindings

/// How many sessions stand in the list at first, and how many more each time.
let sessionsPage = 30

/// The list of sessions, the newest first.
public struct SessionsState: Hashable, Sendable, Copied {
    /// None until they were read.
    public internal(set) var sessions: [SessionRow]?
    /// How many of them are shown.
    public internal(set) var shown = sessionsPage
    /// The one whose timer runs.
    public internal(set) var running: String?
    /// Sessions whose rating of the morning after can be given now.
    public internal(set) var morningAfter: [String] = []
    public internal(set) var sampleLabel: String?
    public internal(set) var problem: Problem?

    public init() {}
}

/// A session as a row of the list.
public struct SessionRow: Hashable, Sendable {
    public let id: String
    public let day: LogicalDate
    public let startedAt: Moment
    public let status: SessionStatus
    public let style: Modality
    /// The length it had, else the one agreed.
    public let minutes: Int?
    /// 1 (feather-light) to 5 (deep), as asked for.
    public let pressure: Int?
}

public enum SessionsEvent: Hashable, Sendable {
    /// The screen came to the front.
    case shown
    case moreAsked
    case read([SessionRow], Around)
    case notRead(Problem)
}

public enum SessionsEffect: Hashable, Sendable {
    case read
}
