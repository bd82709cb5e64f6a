//! A session before it starts. Nothing given here waits for the start to be on disk.

import TidemarkBindings

/// A session before it starts.
public struct BeforeState: Hashable, Sendable, Copied {
    /// The session on disk; none until the first rating, or the start, put it there.
    public internal(set) var sessionId: String?
    /// What is agreed; begins with the last session. None until it was read.
    public internal(set) var choices: SessionChoices?
    /// What the disk holds of them.
    public internal(set) var stored: SessionChoices?
    public internal(set) var ratings = PhaseRatings(.before)
    /// What is being chosen.
    public internal(set) var open: Choice?
    /// The page for the massage therapist is shown.
    public internal(set) var card = false
    /// It began that many minutes ago, as the person says; none: it begins with the timer.
    public internal(set) var begunMin: Int?
    /// Ratings are about the start, from memory.
    public internal(set) var fromMemory = false
    /// What is nearer to the session than the plan keeps apart, a sentence each; none while it is not on disk.
    public internal(set) var apart: [String] = []
    /// What the person noted on the intake sheet: codes with words, `oil:lavender`.
    public internal(set) var allergies: [String] = []
    /// Medicines in use that day, and those that a dose names.
    public internal(set) var medicines: [Medicine] = []
    /// Choices or the start are on their way.
    public internal(set) var working = false
    /// What is to follow once everything given is on disk.
    public internal(set) var asked: Asked?
    /// What became of it; the screen is done.
    public internal(set) var left: Left?
    public internal(set) var problem: Problem?

    public init(_ sessionId: String? = nil) { self.sessionId = sessionId }

    /// Started needs a style; everything else can stay open.
    public var canStart: Bool { choices?.style != nil && !working && asked == nil }

    /// Whether there is anything to say about doses.
    public var asksDoses: Bool { !medicines.isEmpty || choices?.doses.isEmpty == false }
}

extension BeforeState {
    /// What is chosen before a session.
    public enum Choice: String, Hashable, Sendable, CaseIterable {
        case style, pressure, minutes, areas, needs, oils, doses, begin
    }

    /// How the person wants to leave the screen.
    public enum Asked: Hashable, Sendable {
        case start, keep
    }

    /// How the screen was left.
    public enum Left: Hashable, Sendable {
        case started(sessionId: String)

        /// The session is over already; its length and ratings are told afterwards.
        case over(sessionId: String?)

        /// The session was taken out of the diary.
        case removed

        /// Kept for later.
        case kept
    }
}
