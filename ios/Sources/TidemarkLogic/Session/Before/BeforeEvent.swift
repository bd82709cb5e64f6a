//! What happens before a session, and what is to be done for it.

import TidemarkBindings

/// What happened before a session.
public enum BeforeEvent: Hashable, Sendable {
    case shown
    case ofRating(RatingEvent)

    /// A choice was opened, or none.
    case opened(BeforeState.Choice?)
    case chosen(SessionChoices)

    /// A medicine gets its last dose before now, `at`.
    case doseAdded(medicationId: String, at: Moment)

    /// Its dose was so many minutes later, earlier below zero; `at` is now, the start of the session.
    case doseMoved(medicationId: String, minutes: Int, at: Moment)
    case doseRemoved(medicationId: String)
    case cardShown(on: Bool)

    /// "It has already begun", that many minutes ago; none takes it back.
    case begun(minutesAgo: Int?)
    case fromMemory(Bool)

    /// "Start timer" was tapped.
    case startAsked

    /// "Already finished" was tapped.
    case overAlready

    /// "Keep for later" was tapped.
    case keepAsked
    case removeAsked
    case read(BeforeRead)

    /// A session is on disk, with these choices and perhaps one rating.
    case planned(sessionId: String, SessionChoices, RatingEvent?)

    /// The session was not made, and the rating with it is on the screen only.
    case notPlanned(RatingEvent)
    case choicesStored(SessionChoices)

    /// What the plan keeps apart was read again.
    case apartRead([String])
    case apartNotRead(Problem)
    case done(BeforeState.Left)
    case refused(Problem)
}

/// What the screen starts from.
public struct BeforeRead: Hashable, Sendable {
    public let sessionId: String?
    public let choices: SessionChoices
    public let stored: SessionChoices?
    /// Its timer runs already.
    public let running: Bool
    public let apart: [String]
    public let questions: [Question]
    public let found: PhaseRead?
    public let allergies: [String]
    public var medicines: [Medicine] = []
}

/// What is to be done in the world before a session.
public enum BeforeEffect: Hashable, Sendable {
    case read(sessionId: String?)

    /// Puts a session that has not started on disk, so that nothing given before it can be lost.
    case plan(SessionChoices, [Question], ToStore?)
    case rate(sessionId: String, ToStore)

    /// Stores choices where they differ from those that are held.
    case storeChoices(sessionId: String, SessionChoices, held: SessionChoices)

    /// Reads what is nearer to the session than the plan keeps apart.
    case readApart(sessionId: String)

    /// Starts the timer, so many minutes in the past when the session has already begun.
    case start(sessionId: String, minutesAgo: Int)

    /// Starts the timer of a session that is not on disk yet.
    case startNew(SessionChoices)
    case remove(sessionId: String)
}
