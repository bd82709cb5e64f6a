//! What happens right after a session, and what is to be done for it.

import TidemarkBindings

/// What happened right after a session.
public enum AfterEvent: Hashable, Sendable {
    case shown
    case ofRating(RatingEvent)

    /// "Show what I rated before" was tapped; that is written down.
    case revealAsked

    /// A pressure felt was tapped; the same one again takes it back.
    case pressureFelt(Int)
    case effectTapped(kind: String, at: Moment)

    /// How strong an unwanted effect was; none takes it back.
    case effectStrength(kind: String, Int?)
    case noteTyped(String)

    /// "Save note", or "Try again".
    case toldAgain

    /// The form about distress as it is being told; none puts it away.
    case distressTold(Distress?)
    case distressSaveAsked(at: Moment)
    case read(Session)

    /// The ratings before are shown, before one after was given.
    case revealed(Session)
    case notRead(Problem)

    /// What was told is on disk since a moment; what is on the screen may have changed since it was sent.
    case toldWritten(at: Moment, Told)
    case toldRefused(Problem)
    case distressSaved
    case distressRefused(Problem)
}

public enum AfterEffect: Hashable, Sendable {
    case read(sessionId: String)
    case reveal(sessionId: String)
    case rate(sessionId: String, ToStore)
    case write(sessionId: String, Told)
    case saveDistress(sessionId: String, Distress, at: Moment)
}
