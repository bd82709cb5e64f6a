package org.tidemark.logic.session.before

import org.tidemark.bindings.Phase
import org.tidemark.logic.Problem
import org.tidemark.logic.session.Medicine
import org.tidemark.logic.session.PhaseRatings
import org.tidemark.logic.session.SessionChoices

/** A session before it starts. */
public data class BeforeState(
    /** The session on disk; none until the first rating, or the start, put it there. */
    val sessionId: String? = null,
    /** What is agreed; begins with the last session. None until it was read. */
    val choices: SessionChoices? = null,
    /** What the disk holds of them. */
    val stored: SessionChoices? = null,
    val ratings: PhaseRatings = PhaseRatings(Phase.BEFORE),
    /** What is being chosen. */
    val open: Choice? = null,
    /** The page for the massage therapist is shown. */
    val card: Boolean = false,
    /** It began that many minutes ago, as the person says; none: it begins with the timer. */
    val begunMin: Int? = null,
    /** Ratings are about the start, from memory. */
    val fromMemory: Boolean = false,
    /** What the person noted on the intake sheet: codes with words, `oil:lavender`. */
    val allergies: List<String> = emptyList(),
    /** What is nearer to the session than the plan keeps apart, a sentence each; none while it is not on disk. */
    val apart: List<String> = emptyList(),
    /** Medicines whose last dose can be noted. */
    val medicines: List<Medicine> = emptyList(),
    /** Choices or the start are on their way. */
    val working: Boolean = false,
    /** What is to follow once everything given is on disk. */
    val asked: Asked? = null,
    /** What became of it; the screen is done. */
    val left: Left? = null,
    val problem: Problem? = null,
) {
    /** Started needs a style; everything else can stay open. */
    val canStart: Boolean get() = choices?.style != null && !working && asked == null

    /** Whether there is anything to say about doses. */
    val asksDoses: Boolean get() = medicines.isNotEmpty() || choices?.doses.orEmpty().isNotEmpty()
}

/** What is chosen before a session. */
public enum class Choice { STYLE, PRESSURE, MINUTES, AREAS, NEEDS, OILS, DOSES, BEGIN }

/** How the person wants to leave the screen. */
public enum class Asked { START, KEEP }

/** How the screen was left. */
public sealed interface Left {
    public data class Started(val sessionId: String) : Left

    /** The session is over already; its length and ratings are told afterwards. */
    public data class Over(val sessionId: String?) : Left

    /** The session was taken out of the diary. */
    public data object Removed : Left

    /** Kept for later. */
    public data object Kept : Left
}
