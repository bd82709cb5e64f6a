package org.tidemark.ui.trends

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.text.drawText
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Trend
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.trends.Marker
import org.tidemark.logic.trends.MarkerKind
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings
import java.time.LocalDate
import kotlin.math.abs

private val PLOT_HEIGHT = 150.dp
private val LANE_HEIGHT = 12.dp

@Composable
internal fun inks(): Inks {
    val colours = MaterialTheme.colorScheme
    return Inks(
        mark = colours.primary,
        line = colours.outline,
        band = colours.primaryContainer,
        level = colours.secondary,
        grid = colours.outlineVariant,
        ground = colours.surface,
    )
}

/** The chart of one measure. Nothing is computed here: points, gaps, weeks and level come from the core. [spoken] is what it says. */
@Composable
internal fun TrendChart(trend: Trend, markers: List<Marker>, spoken: String) {
    val words = LocalWords.current
    val axis = axis(trend)
    Column(Modifier.fillMaxWidth().semantics(mergeDescendants = true) { contentDescription = spoken }) {
        Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(6.dp)) {
            Column(Modifier.height(PLOT_HEIGHT), verticalArrangement = Arrangement.SpaceBetween, horizontalAlignment = Alignment.End) {
                listOf(axis.high, (axis.high + axis.low) / 2, axis.low).forEach { Small(words.plain(it)) }
            }
            Drawn(trend, markers, axis, Modifier.weight(1f))
        }
        Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.SpaceBetween) {
            Small(words.date(LogicalDate(trend.period.from)))
            Small(words.date(LogicalDate(trend.period.to)))
        }
    }
}

@Composable
private fun Small(text: String) {
    Text(text, style = MaterialTheme.typography.labelMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
}

@Composable
private fun Drawn(trend: Trend, markers: List<Marker>, axis: Axis, modifier: Modifier) {
    val inks = inks()
    val letter = MaterialTheme.colorScheme.tertiary
    val measurer = rememberTextMeasurer()
    val style = MaterialTheme.typography.labelMedium.copy(color = letter)
    val letters = mapOf(
        MarkerKind.MEDICINE to measurer.measure(strings.trendsMedicineLetter(), style),
        MarkerKind.EVENT to measurer.measure(strings.trendsEventLetter(), style),
    )
    val (sessions, others) = markers.partition { it.kind == MarkerKind.SESSION }
    val letterHeight = with(LocalDensity.current) { letters.values.maxOf { it.size.height }.toDp() }
    val sessionLane = if (sessions.isEmpty()) 0.dp else LANE_HEIGHT
    val otherLane = if (others.isEmpty()) 0.dp else letterHeight
    Canvas(modifier.height(PLOT_HEIGHT + sessionLane + otherLane)) {
        val days = number(trend.period.from) to number(trend.period.to)
        val plot = Plot(axis, days.first, days.second, size.width, PLOT_HEIGHT.toPx(), layoutDirection == LayoutDirection.Rtl)
        values(trend, plot, inks)
        sessions(sessions, plot, inks)
        letters(others, plot, letters, PLOT_HEIGHT.toPx() + sessionLane.toPx(), inks)
    }
}

private fun number(day: String): Int = Math.toIntExact(LocalDate.parse(day).toEpochDay())

/** A triangle for each session under the axis; of those that would lie on one another, the first. */
private fun DrawScope.sessions(markers: List<Marker>, plot: Plot, inks: Inks) {
    val top = plot.height + 3.dp.toPx()
    apart(markers.map { plot.x(it.dayNumber) }, 3.dp.toPx()).forEach { triangle(it, top, inks.level) }
}

private fun DrawScope.letters(markers: List<Marker>, plot: Plot, letters: Map<MarkerKind, TextLayoutResult>, top: Float, inks: Inks) {
    for ((kind, text) in letters) {
        val own = markers.filter { it.kind == kind }
        // An event that lasted has a line along its days.
        own.filter { it.lastDay != null }.forEach { mark ->
            val ends = listOf(mark.dayNumber - 0.5, mark.lastDayNumber + 0.5).map { plot.x(it).coerceIn(0f, size.width) }
            drawLine(inks.level, Offset(ends.min(), top), Offset(ends.max(), top), 2.dp.toPx())
        }
        val width = text.size.width.toFloat()
        apart(own.map { plot.x(it.dayNumber).coerceIn(width / 2, size.width - width / 2) }, width).forEach {
            drawText(text, topLeft = Offset(it - width / 2, top))
        }
    }
}

/** Those of [places] that are at least [least] from the one before. */
private fun apart(places: List<Float>, least: Float): List<Float> {
    val kept = mutableListOf<Float>()
    for (place in places) if (kept.isEmpty() || abs(place - kept.last()) >= least) kept += place
    return kept
}
