package org.tidemark.ui.trends

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.EntryMode
import org.tidemark.bindings.Trend
import org.tidemark.bindings.TrendPoint
import org.tidemark.bindings.Week
import org.tidemark.logic.LogicalDate
import org.tidemark.ui.app.LineButton
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.date
import org.tidemark.ui.words.dayOfMonth
import org.tidemark.ui.words.strings

/** The chart's twin: the same values, the latest first. */
@Composable
internal fun TrendTable(trend: Trend, rows: Int, onMore: () -> Unit) {
    val words = LocalWords.current
    val weekly = trend.weeks.isNotEmpty()
    val head = with(words.strings) {
        if (weekly) listOf(trendsWeek(), trendsMiddle(), trendsQuartiles(), trendsCount()) else listOf(trendsDay(), trendsValue(), trendsWritten())
    }
    val lines: List<List<String>> =
        if (weekly) trend.weeks.asReversed().map { words.line(trend, it) } else trend.points.asReversed().map { words.line(trend, it) }
    Column(Modifier.fillMaxWidth()) {
        Line(head, FontWeight.Bold)
        lines.take(rows).forEach { line ->
            HorizontalDivider()
            Line(line, FontWeight.Normal)
        }
        if (lines.size > rows) LineButton(strings.trendsMoreRows(), onClick = onMore)
    }
}

/** A row reads as one; at large fonts its cells stand below one another. */
@Composable
private fun Line(cells: List<String>, weight: FontWeight) {
    val widths = if (cells.size == WEEK_WIDTHS.size) WEEK_WIDTHS else DAY_WIDTHS
    val row = Modifier.fillMaxWidth().padding(vertical = 8.dp).semantics(mergeDescendants = true) {}
    val style = MaterialTheme.typography.bodyMedium
    if (LocalDensity.current.fontScale > LARGEST_IN_COLUMNS) {
        FlowRow(row, horizontalArrangement = Arrangement.spacedBy(16.dp)) { cells.forEach { Text(it, style = style, fontWeight = weight) } }
    } else {
        Row(row, horizontalArrangement = Arrangement.spacedBy(8.dp)) {
            cells.forEachIndexed { at, cell -> Text(cell, Modifier.weight(widths[at]), style = style, fontWeight = weight) }
        }
    }
}

private const val LARGEST_IN_COLUMNS = 1.3f
private val DAY_WIDTHS = listOf(1.1f, 0.7f, 1.5f)
private val WEEK_WIDTHS = listOf(1.6f, 0.8f, 1.1f, 0.3f)

private fun Words.line(trend: Trend, point: TrendPoint): List<String> = listOf(
    date(LogicalDate(point.day)),
    value(trend.unit, point.value),
    listOfNotNull(written(point.mode), strings.trendsSignSquare().takeIf { point.proxy }).joinToString(", "),
)

private fun Words.line(trend: Trend, week: Week): List<String> = listOf(
    strings.trendsDates(dayOfMonth(LogicalDate(week.from)), date(LogicalDate(week.to))),
    value(trend.unit, week.median),
    strings.trendsRange(value(trend.unit, week.q1), value(trend.unit, week.q3)),
    week.n.toString(),
)

private fun Words.written(mode: EntryMode): String = when (mode) {
    EntryMode.Live -> strings.historyFull()
    is EntryMode.Late -> strings.historyHalf()
    is EntryMode.Backfill -> strings.historyRing()
    EntryMode.Imported -> strings.entriesImported()
}
