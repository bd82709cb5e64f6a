package org.tidemark.logic.session.detail

import org.tidemark.logic.Problem
import org.tidemark.logic.Question
import org.tidemark.logic.session.Session

/** What happened at a session that is told by hand. */
public sealed interface DetailEvent {
    public data object Shown : DetailEvent

    /** "Change" was tapped. */
    public data object ChangeAsked : DetailEvent

    /** The form as told so far; none goes back to looking. */
    public data class Filled(val form: Form?) : DetailEvent

    /** "Save"; [anyway] when it may overlap another session. */
    public data class SaveAsked(val anyway: Boolean = false) : DetailEvent

    /** "Delete" was tapped; done at the second time. */
    public data class DeleteAsked(val sure: Boolean) : DetailEvent

    public data object DeleteTakenBack : DetailEvent

    /** A session as it is on disk. */
    public data class Read(val session: Session) : DetailEvent

    /** A new one begins from here. */
    public data class Begun(val form: Form, val questions: List<Question>) : DetailEvent

    public data class Saved(val session: Session) : DetailEvent

    public data object Overlaps : DetailEvent

    public data object Deleted : DetailEvent

    public data class Refused(val problem: Problem) : DetailEvent
}

public sealed interface DetailEffect {
    public data class Read(val sessionId: String) : DetailEffect

    /** What a new one begins from: now, and the last session's choices. */
    public data object Begin : DetailEffect

    public data class Add(val form: Form, val questions: List<Question>, val anyway: Boolean) : DetailEffect

    public data class Change(val session: Session, val form: Form) : DetailEffect

    public data class Delete(val sessionId: String) : DetailEffect
}
