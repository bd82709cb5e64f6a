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

/** A point in time and the wall clock it was read from, as it crosses. */
public typealias Moment = org.tidemark.bindings.Moment

/** What the person did with a question. */
public sealed interface Answer {
    /** Gave a number, in thousandths of the measure's unit. */
    public data class Recorded(val milli: Long) : Answer

    /** Chose not to; never a zero. */
    public data object Skipped : Answer
}

/** What a higher number means; printed on each pad. */
public typealias Direction = org.tidemark.bindings.Direction

/** The number in thousandths as the library takes it; none is a skip. */
public fun Answer.milli(): Long? = when (this) {
    is Answer.Recorded -> milli
    Answer.Skipped -> null
}

/** What the library holds for an answer: none is a skip. */
public fun answer(milli: Long?): Answer = milli?.let { Answer.Recorded(it) } ?: Answer.Skipped
