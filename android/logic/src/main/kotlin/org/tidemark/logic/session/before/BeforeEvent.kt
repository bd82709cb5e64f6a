package org.tidemark.logic.session.before

import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Question
import org.tidemark.logic.session.Medicine
import org.tidemark.logic.session.PhaseRead
import org.tidemark.logic.session.RatingEvent
import org.tidemark.logic.session.SessionChoices
import org.tidemark.logic.session.ToStore

/** What happened before a session. */
public sealed interface BeforeEvent {
    public data object Shown : BeforeEvent

    public data class OfRating(val event: RatingEvent) : BeforeEvent

    /** A choice was opened, or none. */
    public data class Opened(val choice: Choice?) : BeforeEvent

    public data class Chosen(val choices: SessionChoices) : BeforeEvent

    /** A medicine gets a dose before [at], the moment of the tap. */
    public data class DoseAdded(val medicationId: String, val at: Moment) : BeforeEvent

    /** Its dose was [minutes] later, or earlier. */
    public data class DoseMoved(val medicationId: String, val minutes: Int, val at: Moment) : BeforeEvent

    public data class DoseRemoved(val medicationId: String) : BeforeEvent

    public data class CardShown(val on: Boolean) : BeforeEvent

    /** "It has already begun", that many minutes ago; none takes it back. */
    public data class Begun(val minutesAgo: Int?) : BeforeEvent

    public data class FromMemory(val yes: Boolean) : BeforeEvent

    /** "Start timer" was tapped. */
    public data object StartAsked : BeforeEvent

    /** "Already finished" was tapped. */
    public data object OverAlready : BeforeEvent

    /** "Keep for later" was tapped. */
    public data object KeepAsked : BeforeEvent

    public data object RemoveAsked : BeforeEvent

    public data class Read(val read: BeforeRead) : BeforeEvent

    /** A session is on disk, with these choices and perhaps one rating. */
    public data class Planned(val sessionId: String, val choices: SessionChoices, val rating: RatingEvent?) : BeforeEvent

    /** The session was not made, and the rating with it is on the screen only. */
    public data class NotPlanned(val rating: RatingEvent) : BeforeEvent

    public data class ChoicesStored(val choices: SessionChoices) : BeforeEvent

    /** What the plan keeps apart was read again. */
    public data class ApartRead(val apart: List<String>) : BeforeEvent

    public data class ApartNotRead(val problem: Problem) : BeforeEvent

    public data class Done(val left: Left) : BeforeEvent

    public data class Refused(val problem: Problem) : BeforeEvent
}

/** What the screen starts from. */
public data class BeforeRead(
    val sessionId: String?,
    val choices: SessionChoices,
    val stored: SessionChoices?,
    /** Its timer runs already. */
    val running: Boolean,
    val questions: List<Question>,
    val found: PhaseRead?,
    val allergies: List<String>,
    val apart: List<String>,
    val medicines: List<Medicine>,
)

/** What is to be done in the world before a session. */
public sealed interface BeforeEffect {
    public data class Read(val sessionId: String?) : BeforeEffect

    /** Puts a session that has not started on disk, so that nothing given before it can be lost. */
    public data class Plan(val choices: SessionChoices, val questions: List<Question>, val rating: ToStore?) : BeforeEffect

    public data class Rate(val sessionId: String, val rating: ToStore) : BeforeEffect

    /** Stores [choices] where they differ from those that are [held]. */
    public data class StoreChoices(val sessionId: String, val choices: SessionChoices, val held: SessionChoices) : BeforeEffect

    /** Reads what is nearer to the session than the plan keeps apart. */
    public data class ReadApart(val sessionId: String) : BeforeEffect

    /** Starts the timer, [minutesAgo] in the past when the session has already begun. */
    public data class Start(val sessionId: String, val minutesAgo: Int) : BeforeEffect

    /** Starts the timer of a session that is not on disk yet. */
    public data class StartNew(val choices: SessionChoices) : BeforeEffect

    public data class Remove(val sessionId: String) : BeforeEffect
}
