//! The time after a session: what helps, and how the night and the body felt.

import TidemarkBindings

/// When the phone reminds, unless the person sets it otherwise.
public let remindedAt = "08:30"

/// The time after a session.
public struct TomorrowState: Hashable, Sendable, Copied {
    public let sessionId: String
    /// None until it was read.
    public internal(set) var session: Session?
    public internal(set) var ratings = PhaseRatings(.followUp)
    /// Whether the ratings can be given now; the core says so.
    public internal(set) var asks = false
    public internal(set) var told = Told()
    public internal(set) var written = Written.asRead
    /// The unwanted effect whose strength is asked.
    public internal(set) var openEffect: String?
    /// When the phone reminds of the rating, `hh:mm`; none while it does not.
    public internal(set) var reminder: String?
    public internal(set) var problem: Problem?

    public init(_ sessionId: String) { self.sessionId = sessionId }

    /// The pads stand here while the rating can be given, and when it was.
    public var showsPads: Bool { asks || !ratings.given.isEmpty }
}

public enum TomorrowEvent: Hashable, Sendable {
    case shown
    case ofRating(RatingEvent)

    /// Something that helps was ticked, or unticked, at `at`.
    case careTapped(item: String, at: Moment)
    case effectTapped(kind: String, at: Moment)
    case effectStrength(kind: String, Int?)

    /// "Try again" was tapped.
    case toldAgain

    /// "Remind me" was tapped.
    case reminderAsked
    case read(Session, asks: Bool, reminder: String?)
    case toldWritten(at: Moment)
    case toldRefused(Problem)
    case reminderSet(clock: String)
    case refused(Problem)
}

public enum TomorrowEffect: Hashable, Sendable {
    case read(sessionId: String)
    case rate(sessionId: String, ToStore)
    case write(sessionId: String, Told)

    /// Has the phone remind of the morning after at `remindedAt`.
    case setReminder
}
