package org.tidemark.logic.session.after

import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.session.RatingEvent
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.ToStore
import org.tidemark.logic.session.Told

/** What happened right after a session. */
public sealed interface AfterEvent {
    public data object Shown : AfterEvent

    public data class OfRating(val event: RatingEvent) : AfterEvent

    /** "Show what I rated before" was tapped; that is written down. */
    public data object RevealAsked : AfterEvent

    /** A pressure felt was tapped; the same one again takes it back. */
    public data class PressureFelt(val step: Int) : AfterEvent

    public data class EffectTapped(val kind: String, val at: Moment) : AfterEvent

    /** How strong an unwanted effect was; none takes it back. */
    public data class EffectStrength(val kind: String, val strength: Int?) : AfterEvent

    public data class NoteTyped(val text: String) : AfterEvent

    /** "Save note", or "Try again". */
    public data object ToldAgain : AfterEvent

    /** The form about distress as it is being told; none puts it away. */
    public data class DistressTold(val distress: Distress?) : AfterEvent

    public data class DistressSaveAsked(val at: Moment) : AfterEvent

    public data class Read(val session: Session) : AfterEvent

    /** The ratings before are shown, before one after was given. */
    public data class Revealed(val session: Session) : AfterEvent

    public data class NotRead(val problem: Problem) : AfterEvent

    /** [told] is on disk since [at]; what is on the screen may have changed since it was sent. */
    public data class ToldWritten(val at: Moment, val told: Told) : AfterEvent

    public data class ToldRefused(val problem: Problem) : AfterEvent

    public data object DistressSaved : AfterEvent

    public data class DistressRefused(val problem: Problem) : AfterEvent
}

public sealed interface AfterEffect {
    public data class Read(val sessionId: String) : AfterEffect

    public data class Reveal(val sessionId: String) : AfterEffect

    public data class Rate(val sessionId: String, val rating: ToStore) : AfterEffect

    public data class Write(val sessionId: String, val told: Told) : AfterEffect

    public data class SaveDistress(val sessionId: String, val distress: Distress, val at: Moment) : AfterEffect
}
