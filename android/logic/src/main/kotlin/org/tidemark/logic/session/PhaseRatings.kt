package org.tidemark.logic.session

import org.tidemark.bindings.Phase
import org.tidemark.logic.Answer
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Question

/** The pads of one phase of a session. Each answer goes to disk by itself, one after another. */
public data class PhaseRatings(
    val phase: Phase,
    val questions: List<Question> = emptyList(),
    /** What the person answered, on disk or not yet. */
    val given: Map<MeasureId, Given> = emptyMap(),
    /** The question whose pad is open. */
    val open: MeasureId? = null,
    /** The next unanswered pad opens by itself; off while a screen reader runs. */
    val advances: Boolean = true,
    /** A rating lies outside its window: kept, and left out of figures about change. */
    val outOfWindow: Boolean = false,
) {
    /** The line under the pads. */
    val line: RatingLine
        get() {
            val refused = given.values.firstNotNullOfOrNull { (it.saving as? RatingSaving.NotSaved)?.problem }
            return when {
                refused != null -> RatingLine.NotSaved(refused)
                given.isEmpty() -> RatingLine.Empty
                given.values.any { it.saving !is RatingSaving.Saved } -> RatingLine.Saving
                else -> RatingLine.Saved
            }
        }

    /** Every question has an answer, a skip among them, and all are on disk. */
    val complete: Boolean get() = questions.isNotEmpty() && questions.all { given[it.measure]?.saving == RatingSaving.Saved }
}

/** An answer on the screen. [answer] is what the person chose last, [stored] what the disk holds. */
public data class Given(
    val answer: Answer,
    val ratedAt: Moment?,
    val recalled: Boolean,
    val stored: Answer?,
    val saving: RatingSaving,
)

/** How far an answer is on its way. */
public sealed interface RatingSaving {
    /** Sent when the one before has arrived. */
    public data object Waiting : RatingSaving

    public data object InFlight : RatingSaving

    public data object Saved : RatingSaving

    /** Not on disk; the number stays on the screen. */
    public data class NotSaved(val problem: Problem) : RatingSaving
}

/** What the line under the pads says. */
public sealed interface RatingLine {
    public data object Empty : RatingLine

    public data object Saving : RatingLine

    /** Everything shown is on disk. */
    public data object Saved : RatingLine

    public data class NotSaved(val problem: Problem) : RatingLine
}

/** What happens at the pads of a phase. */
public sealed interface RatingEvent {
    /** A number or "Skip" was tapped at [at]. */
    public data class Rated(val measure: MeasureId, val answer: Answer, val at: Moment) : RatingEvent

    public data class PadOpened(val measure: MeasureId) : RatingEvent

    /** "Try again" was tapped. */
    public data object TriedAgain : RatingEvent

    /** A screen reader was switched on or off. */
    public data class ScreenReader(val on: Boolean) : RatingEvent

    public data class Stored(val measure: MeasureId, val answer: Answer, val outOfWindow: Boolean) : RatingEvent

    public data class Refused(val measure: MeasureId, val problem: Problem) : RatingEvent
}

/** An answer to put on disk; [change] when the disk holds another one. */
public data class ToStore(val measure: MeasureId, val answer: Answer, val ratedAt: Moment?, val recalled: Boolean, val change: Boolean)

/** The pads with what the disk holds; an answer that is not on it stays. */
internal fun PhaseRatings.read(questions: List<Question>, found: PhaseRead?): PhaseRatings {
    val stored = found?.answers.orEmpty().mapValues { (_, answer) -> Given(answer, null, false, answer, RatingSaving.Saved) }
    val kept = given.filterValues { it.saving != RatingSaving.Saved }
    val read = copy(questions = questions, given = stored + kept, outOfWindow = found?.inWindow == false)
    return read.copy(open = open?.takeIf { asked -> questions.any { it.measure == asked } } ?: read.unansweredAfter(null))
}

/** [recalled] and [about] are what the screen knows of the moment: from memory it is another one than the tap's. */
internal fun PhaseRatings.after(event: RatingEvent, recalled: Boolean = false, about: Moment? = null): PhaseRatings = when (event) {
    is RatingEvent.PadOpened -> copy(open = event.measure)
    is RatingEvent.ScreenReader -> copy(advances = !event.on)
    is RatingEvent.Rated -> rated(event, recalled, about ?: event.at)
    RatingEvent.TriedAgain -> copy(
        given = given.mapValues { (_, it) -> if (it.saving is RatingSaving.NotSaved) it.copy(saving = RatingSaving.Waiting) else it },
    )
    is RatingEvent.Stored -> stored(event)
    is RatingEvent.Refused -> change(event.measure) { it.copy(saving = RatingSaving.NotSaved(event.problem)) }
}

/** The next answer to send, none while one is on its way. */
internal fun PhaseRatings.next(): Pair<PhaseRatings, ToStore?> {
    if (given.values.any { it.saving == RatingSaving.InFlight }) return this to null
    val (measure, found) = given.entries.firstOrNull { it.value.saving == RatingSaving.Waiting } ?: return this to null
    val sent = change(measure) { it.copy(saving = RatingSaving.InFlight) }
    return sent to ToStore(measure, found.answer, found.ratedAt, found.recalled, found.stored != null)
}

private fun PhaseRatings.rated(event: RatingEvent.Rated, recalled: Boolean, about: Moment): PhaseRatings {
    if (questions.none { it.measure == event.measure }) return this
    val old = given[event.measure] ?: return with(event.measure, Given(event.answer, about, recalled, null, RatingSaving.Waiting))
    val saving = when (old.saving) {
        RatingSaving.InFlight -> RatingSaving.InFlight
        RatingSaving.Saved -> if (event.answer == old.answer) RatingSaving.Saved else RatingSaving.Waiting
        else -> RatingSaving.Waiting
    }
    val fresh = if (old.stored == null && saving == RatingSaving.Waiting) old.copy(ratedAt = about, recalled = recalled) else old
    return with(event.measure, fresh.copy(answer = event.answer, saving = saving)).copy(open = event.measure)
}

private fun PhaseRatings.stored(event: RatingEvent.Stored): PhaseRatings {
    val arrived = change(event.measure) { found ->
        // A tap that came meanwhile is sent after it, so that the last one stays.
        val saving = if (found.answer == event.answer) RatingSaving.Saved else RatingSaving.Waiting
        found.copy(stored = event.answer, saving = saving)
    }.copy(outOfWindow = outOfWindow || event.outOfWindow)
    val closed = advances && open == event.measure && arrived.given[event.measure]?.saving == RatingSaving.Saved
    return if (closed) arrived.copy(open = arrived.unansweredAfter(event.measure)) else arrived
}

private fun PhaseRatings.unansweredAfter(measure: MeasureId?): MeasureId? {
    val at = questions.indexOfFirst { it.measure == measure } + 1
    return (questions.drop(at) + questions.take(at)).map { it.measure }.firstOrNull { it !in given }
}

private fun PhaseRatings.with(measure: MeasureId, entry: Given): PhaseRatings = copy(given = given + (measure to entry))

private fun PhaseRatings.change(measure: MeasureId, act: (Given) -> Given): PhaseRatings =
    given[measure]?.let { with(measure, act(it)) } ?: this
