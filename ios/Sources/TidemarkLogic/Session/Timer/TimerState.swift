//! A session while it runs. The start is on disk, so the time shown outlives the app.

import TidemarkBindings

/// A session while it runs.
public struct TimerState: Hashable, Sendable, Copied {
    public let sessionId: String
    /// None until it was read.
    public internal(set) var session: Session?
    /// The clock, as it was looked at last.
    public internal(set) var now: Moment?
    /// What was asked for last and is on disk.
    public internal(set) var noted: MomentKind?
    /// What is on its way, or did not get through.
    public internal(set) var sending: MomentKind?
    /// How the end is being told.
    public internal(set) var end: End?
    /// What the person wrote down for when it is too much.
    public internal(set) var grounding: [String] = []
    public internal(set) var working = false
    /// It is over and on disk; the screen is done.
    public internal(set) var over = false
    public internal(set) var problem: Problem?

    public init(_ sessionId: String) { self.sessionId = sessionId }

    /// Whole minutes by the clock since the start; none when the clock was put back behind it.
    public var elapsedMin: Int? {
        guard let start = session?.timerStartedAt, let now, now.epochMs >= start.epochMs else { return nil }
        return Int((now.epochMs - start.epochMs) / 60_000)
    }

    /// A pause has begun and not ended.
    public var paused: Bool {
        guard let session, session.timerStartedAt != nil, let last = session.pauses.last else { return false }
        return last.toMin == nil
    }

    /// The session is not running any more, or not yet.
    var elsewhere: Bool { session.map { $0.timerStartedAt == nil && $0.status != .planned } ?? false }
}

/// The end as it is being told.
public struct End: Hashable, Sendable, Copied {
    /// Stopped before its time.
    public let early: Bool
    public let reason: String
    /// The real length is asked, because the clock was moved or the person says so.
    public internal(set) var asksLength: Bool
    /// Its real length in minutes, as typed.
    public let minutes: String

    public init(early: Bool, reason: String = "", asksLength: Bool = false, minutes: String = "") {
        self.early = early
        self.reason = reason
        self.asksLength = asksLength
        self.minutes = minutes
    }

    /// What was typed, none when it is no number.
    public var length: UInt16? { filled(minutes).flatMap { UInt16($0) }.flatMap { $0 > 0 ? $0 : nil } }

    public var canFinish: Bool { !asksLength || length != nil }
}

public enum TimerEvent: Hashable, Sendable {
    case shown

    /// Time went on.
    case ticked(Moment)

    /// A button for the massage therapist, the pause, or going on.
    case asked(MomentKind)

    /// "Try again" was tapped: what was asked for is sent again, or the session read.
    case triedAgain

    /// "Finish" was tapped.
    case finishAsked

    /// "Stop early" was tapped.
    case stopAsked

    /// The end as told so far; none goes back to the timer.
    case endTold(End?)

    /// The end is told; write it down.
    case ended
    case read(Session, grounding: [String], now: Moment)
    case noted(MomentKind, Session)
    case finished
    case refused(Problem)

    /// The diary did not take the end: the clock gives no length that a session can have.
    case lengthAsked(Problem)
}

public enum TimerEffect: Hashable, Sendable {
    case read(sessionId: String)
    case note(sessionId: String, MomentKind)
    case finish(sessionId: String, End)
}
