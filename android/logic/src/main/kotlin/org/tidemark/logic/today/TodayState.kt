package org.tidemark.logic.today

import org.tidemark.logic.Answer
import org.tidemark.logic.Around
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Question
import org.tidemark.logic.Stored

/** The Today screen. A view draws it and decides nothing. */
public data class TodayState(
    /** The day; none until it was read. */
    val date: LogicalDate? = null,
    /** What is asked, in order. */
    val questions: List<Question> = emptyList(),
    /** What stands around them: sessions, the way back after a long time. */
    val around: Around = Around(),
    /** What the person answered, on disk or not yet. */
    val entries: Map<MeasureId, Entry> = emptyMap(),
    /** The question whose pad is open. */
    val open: MeasureId? = null,
    /** What "Undo" would take back; stays until the next answer, not on a timer. */
    val undo: Undo? = null,
    /** Whether the next question opens by itself; off while a screen reader runs. */
    val advances: Boolean = true,
    /** Why the day could not be read, or an undo not done. */
    val problem: Problem? = null,
    /** A later day was read while an answer was still on its way; it is read again when nothing is. */
    val behind: Boolean = false,
) {
    /** The line under the pads. */
    val line: Line
        get() {
            val given = questions.mapNotNull { question -> entries[question.measure]?.let { question.measure to it.saving } }
            val failed = given.firstNotNullOfOrNull { (measure, saving) -> (saving as? Saving.NotSaved)?.let { Line.NotSaved(measure, it.problem) } }
            return when {
                failed != null -> failed
                given.isEmpty() -> Line.Empty
                given.any { (_, saving) -> saving !is Saving.Saved } -> Line.Saving
                else -> Line.Saved(given.mapNotNull { (_, saving) -> (saving as? Saving.Saved)?.at }.maxBy { it.epochMs })
            }
        }

    /** The first question without an answer after [measure], then from the top; none when all have one. */
    internal fun unansweredAfter(measure: MeasureId?): MeasureId? {
        val at = questions.indexOfFirst { it.measure == measure } + 1
        return (questions.drop(at) + questions.take(at)).map { it.measure }.firstOrNull { it !in entries }
    }

    internal val pending: Boolean get() = entries.values.any { it.saving !is Saving.Saved }

    internal fun with(measure: MeasureId, entry: Entry): TodayState = copy(entries = entries + (measure to entry))
}

/** An answer on the screen. [shown] is what the person chose last, [stored] what the disk holds; they may differ. */
public data class Entry(val shown: Answer, val ratedAt: Moment, val stored: Stored?, val saving: Saving)

/** How far an answer is on its way to the disk. */
public sealed interface Saving {
    /** On its way; an undo is offered when it arrives, if [undoable]. */
    public data class InFlight(val undoable: Boolean) : Saving

    /** On disk since [at]. */
    public data class Saved(val at: Moment) : Saving

    /** Not on disk; the number stays on the screen. */
    public data class NotSaved(val problem: Problem) : Saving

    /** Being taken back; [again] when the person has chosen anew meanwhile. */
    public data class Removing(val again: Boolean) : Saving
}

/** What would be taken back: the answer to [measure], to what it was [before], or to none at all. */
public data class Undo(val measure: MeasureId, val before: Stored?)

/** What the line under the pads says. */
public sealed interface Line {
    /** "Nothing yet today. Each number saves itself." */
    public data object Empty : Line

    /** Something is on its way. */
    public data object Saving : Line

    /** Everything shown is on disk; the last since [at]. */
    public data class Saved(val at: Moment) : Line

    /** The answer to [measure] is on the screen only. */
    public data class NotSaved(val measure: MeasureId, val problem: Problem) : Line
}
