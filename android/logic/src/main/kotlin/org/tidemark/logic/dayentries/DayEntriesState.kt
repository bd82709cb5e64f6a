package org.tidemark.logic.dayentries

import org.tidemark.bindings.Entry
import org.tidemark.bindings.EntryValue
import org.tidemark.bindings.Revision
import org.tidemark.logic.Answer
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Question
import kotlin.math.roundToLong

/** Every entry of one day, to read, change, delete, or add to. */
public data class DayEntriesState(
    val date: LogicalDate,
    /** What the diary holds; none until it was read. */
    val page: DayPage? = null,
    /** The pad that is open. */
    val open: Target? = null,
    /** A number that is on the screen and not on disk yet. */
    val attempt: Attempt? = null,
    /** What happened last. */
    val line: Line = Line.None,
    /** The record whose last act "Undo" would take back; stays until the next act, not on a timer. */
    val undo: String? = null,
    /** Entries whose changes are shown, oldest change first. */
    val changes: Map<String, List<Revision>> = emptyMap(),
    /** Whether a delete or an undo is on its way. */
    val busy: Boolean = false,
    /** What could not be read, deleted or taken back. */
    val problem: Problem? = null,
) {
    /** Whether a new entry is being made. */
    public val adding: Boolean get() = open is Target.Add

    /** Whether another pad may open, or an entry go: nothing may cost a number that is not on disk. */
    public val free: Boolean get() = attempt == null && !busy

    /** What the open pad shows. */
    public val shown: Answer?
        get() = attempt?.shown ?: (open as? Target.Change)?.let { page?.answer(it.checkIn, it.measure) }
}

/** A day as the diary holds it. */
public data class DayPage(
    /** The day of the person now, as the core decided it. */
    val today: LogicalDate,
    /** All entries, in time order. */
    val entries: List<Entry>,
    /** Every measure in its newest version. */
    val questions: List<Question>,
    /** Those versions, to know a value that is on an earlier scale. */
    val versions: Map<MeasureId, UInt>,
    /** What is asked each day, in order. */
    val daily: List<MeasureId>,
    /** The words every screen of a made-up diary shows. */
    val sampleLabel: String? = null,
) {
    public fun question(measure: String): Question? = questions.firstOrNull { it.measure.name == measure }

    /** Whether a value of a check-in can be changed here: it is on the scale that its pad would show. */
    public fun changes(value: EntryValue): Boolean = versions[MeasureId(value.measureId)] == value.measureVersion

    /** The answer of a check-in; none when it holds none. */
    public fun answer(checkIn: String, measure: MeasureId): Answer? =
        entries.firstOrNull { it.id == checkIn }?.values?.firstOrNull { it.measureId == measure.name }?.answer()

    /** What the day holds for a measure already, last first; check-ins only. */
    public fun rated(measure: MeasureId): Answer? =
        entries.flatMap { it.values }.lastOrNull { it.measureId == measure.name }?.answer()

    /** The first daily question after [measure] without an answer on the day; none when all have one. */
    internal fun unansweredAfter(measure: MeasureId?, alsoAnswered: MeasureId? = measure): MeasureId? {
        val at = daily.indexOf(measure) + 1
        return (daily.drop(at) + daily.take(at)).firstOrNull { it != alsoAnswered && rated(it) == null }
    }
}

/** A value in thousandths, or a skip; never a zero in place of none. */
public fun EntryValue.answer(): Answer = value?.let { Answer.Recorded((it * 1000).roundToLong()) } ?: Answer.Skipped

/** What a pad is about. */
public sealed interface Target {
    public val measure: MeasureId

    /** A value that is there. */
    public data class Change(val checkIn: String, override val measure: MeasureId) : Target

    /** A new entry for the day of the screen. */
    public data class Add(override val measure: MeasureId) : Target
}

/** An answer on its way to the disk. [shown] is what was tapped last, [sent] what is being written. */
public data class Attempt(
    val target: Target,
    val shown: Answer,
    val sent: Answer,
    /** When it was tapped first; trying again later does not move it. */
    val at: Moment,
    /** Why it is not on disk; none while it is on its way. */
    val refused: Problem? = null,
)

/** What the line at the end says. */
public sealed interface Line {
    public data object None : Line

    public data object Saving : Line

    /** Everything shown is on disk; the last since [at]. */
    public data class Saved(val at: Moment) : Line

    /** The number stands on the screen only. */
    public data class NotSaved(val problem: Problem) : Line

    public data object Deleted : Line

    public data object Undone : Line
}
