//! What happens at a session that is told by hand, and what is to be done for it.

import TidemarkBindings

/// What happened at a session that is told by hand.
public enum DetailEvent: Hashable, Sendable {
    case shown

    /// "Change" was tapped.
    case changeAsked

    /// The form as told so far; none goes back to looking.
    case filled(DetailState.Form?)

    /// "Save"; `anyway` when it may overlap another session.
    case saveAsked(anyway: Bool = false)

    /// "Delete" was tapped; done at the second time.
    case deleteAsked(sure: Bool)
    case deleteTakenBack

    /// A session as it is on disk.
    case read(Session)

    /// A new one begins from here.
    case begun(DetailState.Form, [Question])
    case saved(Session)
    case overlaps
    case deleted
    case refused(Problem)
}

public enum DetailEffect: Hashable, Sendable {
    case read(sessionId: String)

    /// What a new one begins from: now, and the last session's choices.
    case begin
    case add(DetailState.Form, [Question], anyway: Bool)
    case change(Session, DetailState.Form)
    case delete(sessionId: String)
}
