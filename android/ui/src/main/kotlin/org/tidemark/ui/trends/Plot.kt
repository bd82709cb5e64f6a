package org.tidemark.ui.trends

import androidx.compose.ui.geometry.Offset
import org.tidemark.bindings.LevelDay
import org.tidemark.bindings.MeasureUnit
import org.tidemark.bindings.Trend
import org.tidemark.bindings.TrendPoint
import kotlin.math.ceil
import kotlin.math.floor

/** The values a chart stands between. */
internal data class Axis(val low: Double, val high: Double)

/** The whole scale of a score. Hours stand between the whole hours around what was given, within the scale: 0 to 24 would hide a night. */
internal fun axis(trend: Trend): Axis {
    val values = trend.points.map { it.value }
    if (trend.unit != MeasureUnit.HOUR || values.isEmpty()) return Axis(trend.scaleMin, trend.scaleMax)
    return Axis(maxOf(trend.scaleMin, floor(values.min()) - 1), minOf(trend.scaleMax, ceil(values.max()) + 1))
}

/** Where days and values lie in a rectangle of [width] by [height] pixels; time runs from the start of the line. */
internal class Plot(
    private val axis: Axis,
    private val firstDay: Int,
    lastDay: Int,
    private val width: Float,
    val height: Float,
    private val rightToLeft: Boolean,
) {
    /** Width of one day. */
    val dayWidth: Float = width / (lastDay - firstDay + 1)

    /** Middle of a day. */
    fun x(day: Double): Float {
        val from = ((day - firstDay + 0.5) * dayWidth).toFloat()
        return if (rightToLeft) width - from else from
    }

    fun x(day: Int): Float = x(day.toDouble())

    fun y(value: Double): Float = (height * (1 - (value - axis.low) / (axis.high - axis.low))).toFloat()

    fun at(point: TrendPoint): Offset = Offset(x(point.dayNumber), y(point.value))
}

/** Values further apart than this many days are not joined; the report draws the same. */
private const val JOINED_DAYS = 2

/** The points in runs that a line joins: it is broken where days are missing. */
internal fun runs(points: List<TrendPoint>): List<List<TrendPoint>> =
    broken(points) { one, next -> next.dayNumber - one.dayNumber > JOINED_DAYS }

/** The level in runs: not drawn over a gap, whatever a model says about its days. */
internal fun levelRuns(trend: Trend, days: List<LevelDay>): List<List<LevelDay>> {
    val known = days.filter { day -> trend.gaps.none { day.dayNumber in it.fromNumber..it.toNumber } }
    return broken(known) { one, next -> next.dayNumber - one.dayNumber > 1 }
}

private fun <T> broken(items: List<T>, between: (T, T) -> Boolean): List<List<T>> {
    val runs = mutableListOf<MutableList<T>>()
    for (item in items) {
        val last = runs.lastOrNull()
        if (last == null || between(last.last(), item)) runs += mutableListOf(item) else last += item
    }
    return runs
}
