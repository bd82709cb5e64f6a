package org.tidemark.logic.session.detail

import org.tidemark.bindings.Phase
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Answer
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Problem
import org.tidemark.logic.Question
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.SessionChoices
import org.tidemark.logic.session.before.Choice

/** A session that is over, or one that is added or changed by hand. */
public data class DetailState(
    /** None while a new one is added. */
    val sessionId: String? = null,
    /** As the diary holds it. */
    val session: Session? = null,
    /** What is being told of it; none while it is only looked at. */
    val form: Form? = null,
    /** What is rated around a new one. */
    val questions: List<Question> = emptyList(),
    val saving: Boolean = false,
    /** It shares time with another session; saved only when the person says so. */
    val overlaps: Boolean = false,
    /** "Delete" was tapped once. */
    val deleteAsked: Boolean = false,
    /** It was deleted; the screen is done. */
    val deleted: Boolean = false,
    /** Now on disk. */
    val saved: Boolean = false,
    val problem: Problem? = null,
)

/** A session as a form tells it; texts as typed. */
public data class Form(
    val status: SessionStatus = SessionStatus.HELD,
    /** Day of its start on the clock, `YYYY-MM-DD`. */
    val date: String,
    /** Time of its start, `hh:mm`. */
    val time: String,
    /** Its length in minutes. */
    val minutes: String,
    val choices: SessionChoices = SessionChoices(),
    val pressureFelt: Int? = null,
    val reason: String = "",
    val note: String = "",
    val ratings: Map<Phase, Map<MeasureId, Answer>> = emptyMap(),
    /** Whether the numbers are from memory; none until the person said so. */
    val fromMemory: Boolean? = null,
    /** The part whose editor is open. */
    val open: Choice? = null,
    /** The phase whose pads are open. */
    val rating: Phase? = null,
) {
    val tookPlace: Boolean get() = status == SessionStatus.HELD || status == SessionStatus.STOPPED_EARLY

    /** What keeps the form from being saved; none when nothing does. What the diary does not take, it says itself. */
    val lacks: Lack?
        get() = when {
            choices.style == null -> Lack.STYLE
            startMinute == null -> Lack.TIME
            tookPlace && length == null -> Lack.LENGTH
            ratings.values.any { it.isNotEmpty() } && fromMemory == null -> Lack.FROM_MEMORY
            else -> null
        }

    /** Minute of the day at its start, from what was typed: 9:05, 09.05 or 0905. */
    internal val startMinute: Int?
        get() {
            val (hours, minutes) = TIME.matchEntire(time.trim())?.destructured ?: return null
            return (hours.toInt() * 60 + minutes.toInt()).takeIf { hours.toInt() < 24 && minutes.toInt() < 60 }
        }

    internal val length: Int? get() = minutes.trim().toIntOrNull()?.takeIf { it in 1..UShort.MAX_VALUE.toInt() }
}

private val TIME = Regex("""(\d{1,2})[:.]?(\d{2})""")

/** What a form lacks. */
public enum class Lack { STYLE, TIME, LENGTH, FROM_MEMORY }
