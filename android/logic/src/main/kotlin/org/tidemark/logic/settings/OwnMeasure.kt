package org.tidemark.logic.settings

import org.tidemark.bindings.Direction
import org.tidemark.bindings.Frame
import org.tidemark.bindings.MeasureDraft
import org.tidemark.bindings.MeasureUnit
import org.tidemark.logic.Problem

/** What the person typed for a measure of their own; it stays when it is refused. */
public data class OwnMeasure(
    val label: String = "",
    val low: String = "",
    val high: String = "",
    val direction: Direction = Direction.NEUTRAL,
    val saving: Boolean = false,
    val problem: Problem? = null,
    val scale: OwnScale = OwnScale.TEN,
    /** Typed lowest and highest number, of [OwnScale.OTHER]. */
    val lowest: String = "",
    val highest: String = "",
    /** Whether it is asked before and after sessions too. */
    val session: Boolean = false,
) {
    /** Lowest and highest number of its scale, in its unit; none while what was typed makes no scale. */
    val ends: Pair<Int, Int>?
        get() = when (scale) {
            OwnScale.TEN -> 0 to 10
            OwnScale.HUNDRED -> 0 to 100
            OwnScale.HOURS -> 0 to 24
            OwnScale.OTHER -> typedEnds()
        }

    val canSave: Boolean get() = label.isNotBlank() && ends != null && !saving

    private fun typedEnds(): Pair<Int, Int>? {
        val from = whole(lowest) ?: return null
        val to = whole(highest) ?: return null
        return (from to to).takeIf { to - from in 1..MOST_STEPS }
    }
}

/** The scales that a measure of one's own can have. */
public enum class OwnScale {
    /** 0 to 10. */
    TEN,

    /** 0 to 100. */
    HUNDRED,

    /** 0 to 24 hours by quarters: a length of time within the day, which no session has before and after it. */
    HOURS,

    /** Whole numbers between two that are typed. */
    OTHER,
}

/** A whole number with or without a sign; the longer minus of some keyboards is one too. */
private fun whole(text: String): Int? = text.trim().replace('−', '-').toIntOrNull()?.takeIf { it in -FARTHEST..FARTHEST }

private const val FARTHEST = 100_000
private const val MOST_STEPS = 1_000

internal fun OwnMeasure.withoutWhatHoursLack(): OwnMeasure = if (scale == OwnScale.HOURS) copy(session = false) else this

/** Asked each day about the day. Its name is made of its label, or numbered when no letter fits. */
internal fun OwnMeasure.draft(ends: Pair<Int, Int>, known: Int): MeasureDraft {
    val letters = label.lowercase().map { if (it in 'a'..'z' || it in '0'..'9') it else '_' }.joinToString("")
    // A name begins with a letter.
    val name = letters.trimStart { it !in 'a'..'z' }.trimEnd('_').take(MOST_OF_A_NAME)
    val hours = scale == OwnScale.HOURS
    return MeasureDraft(
        id = name.ifEmpty { "own_${known + 1}" },
        label = label.trim(),
        frame = Frame.DAY_OVERALL,
        unit = if (hours) MeasureUnit.HOUR else MeasureUnit.SCORE,
        direction = direction,
        minMilli = ends.first * 1_000L,
        maxMilli = ends.second * 1_000L,
        stepMilli = if (hours) 250 else 1_000,
        // The form asks for no meaning of hours; what was typed for another scale is none.
        anchorLow = low.trim().takeIf { it.isNotEmpty() && !hours },
        anchorHigh = high.trim().takeIf { it.isNotEmpty() && !hours },
        session = session,
    )
}

private const val MOST_OF_A_NAME = 40
