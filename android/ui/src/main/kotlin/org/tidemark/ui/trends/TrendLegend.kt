package org.tidemark.ui.trends

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.LevelFigure
import org.tidemark.bindings.Trend
import org.tidemark.logic.trends.Marker
import org.tidemark.logic.trends.MarkerKind
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings
import kotlin.math.roundToInt

/** What the markers of a chart mean: only those that occur. */
@Composable
internal fun TrendLegend(trend: Trend, markers: List<Marker>) {
    val words = LocalWords.current.strings
    val inks = inks()
    val weekly = trend.weeks.isNotEmpty()
    val shapes = if (weekly) emptySet() else trend.points.map(::shape).toSet()
    FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(16.dp), verticalArrangement = Arrangement.spacedBy(6.dp)) {
        if (PointShape.DOT in shapes) Drawing(words.trendsSignDot()) { point(PointShape.DOT, center, SIGN.toPx(), inks) }
        if (PointShape.RING in shapes) Drawing(words.trendsSignRing()) { point(PointShape.RING, center, SIGN.toPx(), inks) }
        if (PointShape.SQUARE in shapes) Drawing(words.trendsSignSquare()) { point(PointShape.SQUARE, center, SIGN.toPx(), inks) }
        if (trend.weeks.any { it.n >= FEW_IN_WEEK }) {
            Drawing(words.trendsSignWeek()) {
                drawLine(inks.mark, Offset(center.x, 0f), Offset(center.x, size.height), 2.dp.toPx())
                point(PointShape.DOT, center, 3.dp.toPx(), inks)
            }
        }
        if (trend.weeks.any { it.n < FEW_IN_WEEK }) Drawing(words.trendsSignFew()) { point(PointShape.RING, center, 3.dp.toPx(), inks) }
        (trend.level as? LevelFigure.Drawn)?.let { drawn ->
            Drawing(words.trendsSignLevel((drawn.band.level * 100).roundToInt().toString())) {
                drawRect(inks.band)
                drawLine(inks.level, Offset(0f, center.y), Offset(size.width, center.y), 2.5.dp.toPx())
            }
        }
        if (trend.gaps.isNotEmpty()) Drawing(words.trendsSignGap()) { hatched(0f, size.width, size.height, inks) }
        if (markers.any { it.kind == MarkerKind.SESSION }) Drawing(words.trendsSignSession()) { triangle(center.x, center.y - 4.dp.toPx(), inks.level) }
        if (markers.any { it.kind == MarkerKind.MEDICINE }) Letter(strings.trendsMedicineLetter(), words.trendsSignMedicine())
        if (markers.any { it.kind == MarkerKind.EVENT }) Letter(strings.trendsEventLetter(), words.trendsSignEvent())
    }
}

private val SIGN = 4.dp

@Composable
private fun Drawing(text: String, draw: DrawScope.() -> Unit) {
    Sign(text) { Canvas(Modifier.size(18.dp, 12.dp)) { draw() } }
}

@Composable
private fun Letter(letter: String, text: String) {
    Sign(text) { Text(letter, Modifier.widthIn(min = 18.dp), textAlign = TextAlign.Center, style = MaterialTheme.typography.labelMedium, color = MaterialTheme.colorScheme.tertiary) }
}

@Composable
private fun Sign(text: String, shape: @Composable () -> Unit) {
    Row(horizontalArrangement = Arrangement.spacedBy(6.dp), verticalAlignment = Alignment.CenterVertically) {
        shape()
        Text(text, style = MaterialTheme.typography.bodySmall)
    }
}
