package org.tidemark.ui.trends

import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.clipRect
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.EntryMode
import org.tidemark.bindings.LevelDay
import org.tidemark.bindings.LevelFigure
import org.tidemark.bindings.Trend
import org.tidemark.bindings.TrendPoint
import org.tidemark.bindings.Week

/** Colours of a chart; which mark is which is said by its shape. */
internal data class Inks(val mark: Color, val line: Color, val band: Color, val level: Color, val grid: Color, val ground: Color)

/** Shape of a value. */
internal enum class PointShape { DOT, RING, SQUARE }

internal fun shape(point: TrendPoint): PointShape = when {
    point.proxy -> PointShape.SQUARE
    point.mode is EntryMode.Backfill || point.mode == EntryMode.Imported -> PointShape.RING
    else -> PointShape.DOT
}

/** Everything within the axes, from the back to the front. */
internal fun DrawScope.values(trend: Trend, plot: Plot, inks: Inks) {
    gaps(trend, plot, inks)
    grid(plot, inks)
    clipRect(0f, 0f, size.width, plot.height) {
        (trend.level as? LevelFigure.Drawn)?.let { drawn -> levelRuns(trend, drawn.band.days).forEach { level(it, plot, inks) } }
    }
    if (trend.weeks.isEmpty()) days(trend.points, plot, inks) else weeks(trend.weeks, plot, inks)
}

private fun DrawScope.grid(plot: Plot, inks: Inks) {
    for (part in 0..2) {
        val y = plot.height * part / 2
        drawLine(inks.grid, Offset(0f, y), Offset(size.width, y), 1.dp.toPx())
    }
}

/** Missing days are seen: hatched, not left to look like nothing. */
private fun DrawScope.gaps(trend: Trend, plot: Plot, inks: Inks) {
    for (gap in trend.gaps) {
        val sides = listOf(plot.x(gap.fromNumber - 0.5), plot.x(gap.toNumber + 0.5))
        hatched(sides.min(), sides.max(), plot.height, inks)
    }
}

internal fun DrawScope.hatched(left: Float, right: Float, height: Float, inks: Inks) {
    val step = 7.dp.toPx()
    clipRect(left, 0f, right, height) {
        var x = left - height
        while (x < right) {
            drawLine(inks.line, Offset(x, height), Offset(x + height, 0f), 1.dp.toPx())
            x += step
        }
    }
}

private fun DrawScope.level(run: List<LevelDay>, plot: Plot, inks: Inks) {
    val band = Path()
    run.forEachIndexed { at, day -> band.to(at == 0, plot.x(day.dayNumber), plot.y(day.low)) }
    run.asReversed().forEach { day -> band.lineTo(plot.x(day.dayNumber), plot.y(day.high)) }
    band.close()
    drawPath(band, inks.band)
    val line = Path()
    run.forEachIndexed { at, day -> line.to(at == 0, plot.x(day.dayNumber), plot.y(day.level)) }
    drawPath(line, inks.level, style = Stroke(2.5.dp.toPx()))
}

private fun Path.to(first: Boolean, x: Float, y: Float) = if (first) moveTo(x, y) else lineTo(x, y)

private fun DrawScope.days(points: List<TrendPoint>, plot: Plot, inks: Inks) {
    for (run in runs(points.filter { !it.proxy })) {
        run.zipWithNext { one, next -> drawLine(inks.line, plot.at(one), plot.at(next), 1.dp.toPx()) }
    }
    val radius = (plot.dayWidth * 0.45f).coerceIn(2.5.dp.toPx(), 4.dp.toPx())
    points.forEach { point(shape(it), plot.at(it), radius, inks) }
}

internal fun DrawScope.point(shape: PointShape, at: Offset, radius: Float, inks: Inks) {
    when (shape) {
        PointShape.DOT -> drawCircle(inks.mark, radius, at)
        PointShape.RING -> {
            drawCircle(inks.ground, radius, at)
            drawCircle(inks.mark, radius, at, style = Stroke(1.5.dp.toPx()))
        }
        PointShape.SQUARE -> drawRect(inks.mark, Offset(at.x - radius, at.y - radius), Size(2 * radius, 2 * radius))
    }
}

/** Fewer values in a week than this are a ring without a bar. */
internal const val FEW_IN_WEEK: UInt = 3u

/** A bar for the middle half of a week, a dot for its median. */
private fun DrawScope.weeks(weeks: List<Week>, plot: Plot, inks: Inks) {
    val radius = (plot.dayWidth * 2.6f).coerceIn(1.dp.toPx(), 3.dp.toPx())
    weeks.zipWithNext { one, next ->
        if (next.fromNumber - one.toNumber <= DAYS_BETWEEN_WEEKS) {
            drawLine(inks.line, Offset(plot.middle(one), plot.y(one.median)), Offset(plot.middle(next), plot.y(next.median)), 1.dp.toPx())
        }
    }
    for (week in weeks) week(week, Offset(plot.middle(week), plot.y(week.median)), plot.y(week.q3), plot.y(week.q1), radius, inks)
}

internal fun DrawScope.week(week: Week, at: Offset, top: Float, bottom: Float, radius: Float, inks: Inks) {
    if (week.n >= FEW_IN_WEEK) {
        drawLine(inks.mark, Offset(at.x, top), Offset(at.x, bottom), radius * 0.7f)
        point(PointShape.DOT, at, radius, inks)
    } else {
        point(PointShape.RING, at, radius, inks)
    }
}

/** Neighbouring weeks are joined, also where one of them is cut by the end of the period. */
private const val DAYS_BETWEEN_WEEKS = 3

private fun Plot.middle(week: Week): Float = x((week.fromNumber + week.toNumber) / 2.0)

/** A triangle with its tip at ([x], [top]). */
internal fun DrawScope.triangle(x: Float, top: Float, colour: Color) {
    val half = 4.dp.toPx()
    val path = Path().apply {
        moveTo(x, top)
        lineTo(x + half, top + 2 * half)
        lineTo(x - half, top + 2 * half)
        close()
    }
    drawPath(path, colour)
}
