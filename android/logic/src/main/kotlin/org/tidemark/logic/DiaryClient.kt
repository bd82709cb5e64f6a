package org.tidemark.logic

/** Name of a measure, such as `stress`. */
@JvmInline
public value class MeasureId(public val name: String)

/** Id of a check-in. */
@JvmInline
public value class CheckInId(public val text: String)

/** A day as the core decided it, `YYYY-MM-DD`; never computed here. */
@JvmInline
public value class LogicalDate(public val iso: String)

/** A point in time and the wall clock it was read from: [offsetS] seconds ahead of UTC. */
public data class Moment(val epochMs: Long, val offsetS: Int, val zoneId: String?)

/** What the person did with a question. */
public sealed interface Answer {
    /** Gave a number, in thousandths of the measure's unit. */
    public data class Recorded(val milli: Long) : Answer

    /** Chose not to; never a zero. */
    public data object Skipped : Answer
}

/** What a higher number means; printed on each pad. */
public enum class Direction { HIGHER_BETTER, HIGHER_WORSE, NEUTRAL }

/** A question of the day with the grid of its pad; [minMilli], [maxMilli] and [stepMilli] in thousandths of its unit. */
public data class Question(
    val measure: MeasureId,
    val label: String,
    val direction: Direction,
    val minMilli: Long,
    val maxMilli: Long,
    val stepMilli: Long,
    val anchorLow: String?,
    val anchorHigh: String?,
)

/** An answer that is on disk. */
public data class Stored(val checkIn: CheckInId, val answer: Answer, val recordedAt: Moment)

/** A day as the diary holds it. */
public data class Day(val date: LogicalDate, val questions: List<Question>, val answers: Map<MeasureId, Stored>)

/** What came of a call: a value, or the next step for the person. */
public sealed interface Reply<out T> {
    public data class Done<out T>(val value: T) : Reply<T>

    public data class Refused(val problem: Problem) : Reply<Nothing>
}

/**
 * All that the screens ask of a diary, as functions: [live] over the bindings, a fake in tests. Each call touches the disk
 * and belongs off the main thread; it is on disk when it answers [Reply.Done].
 */
public class DiaryClient(
    /** The day it is at a moment. */
    public val today: (now: Moment) -> Reply<Day>,
    /** Saves one answer about the moment it was given. */
    public val save: (measure: MeasureId, answer: Answer, ratedAt: Moment, now: Moment) -> Reply<Stored>,
    /** Changes one answer of a check-in. */
    public val change: (checkIn: CheckInId, measure: MeasureId, answer: Answer, now: Moment) -> Reply<Stored>,
    /** Takes a check-in back. */
    public val remove: (checkIn: CheckInId, now: Moment) -> Reply<Unit>,
) {
    public companion object
}
