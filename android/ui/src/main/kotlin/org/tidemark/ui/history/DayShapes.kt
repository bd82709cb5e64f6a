package org.tidemark.ui.history

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.size
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.DayMark

/** A disc, a half disc, a ring, or nothing: the shape says it, the colour is the same for all. */
@Composable
internal fun MarkShape(mark: DayMark, modifier: Modifier = Modifier, colour: Color = MaterialTheme.colorScheme.primary) {
    Canvas(modifier.size(SHAPE)) { mark(mark, colour) }
}

/** A full triangle for a session that took place, an open one for a planned session. */
@Composable
internal fun SessionShape(tookPlace: Boolean, modifier: Modifier = Modifier, colour: Color = MaterialTheme.colorScheme.tertiary) {
    Canvas(modifier.size(SHAPE)) { triangle(colour, tookPlace) }
}

/** A small open square for a visit, a practice, a questionnaire or a hard moment. */
@Composable
internal fun OtherShape(modifier: Modifier = Modifier, colour: Color = MaterialTheme.colorScheme.secondary) {
    Canvas(modifier.size(SHAPE)) {
        val pen = 1.5.dp.toPx()
        val edge = 2.dp.toPx()
        drawRect(colour, Offset(edge, edge), Size(size.width - 2 * edge, size.height - 2 * edge), style = Stroke(pen))
    }
}

private val SHAPE = 12.dp

/** The head of an arrow, towards the beginning of the line or its end. */
@Composable
internal fun Chevron(back: Boolean) {
    val colour = MaterialTheme.colorScheme.primary
    Canvas(Modifier.size(SHAPE)) {
        val left = back == (layoutDirection == LayoutDirection.Ltr)
        val (tip, end) = if (left) size.width * 0.25f to size.width * 0.75f else size.width * 0.75f to size.width * 0.25f
        val path = Path().apply {
            moveTo(end, 0f)
            lineTo(tip, size.height / 2)
            lineTo(end, size.height)
        }
        drawPath(path, colour, style = Stroke(2.dp.toPx()))
    }
}

private fun DrawScope.mark(mark: DayMark, colour: Color) {
    val pen = 1.5.dp.toPx()
    val radius = size.minDimension / 2 - pen / 2
    when (mark) {
        DayMark.FULL -> drawCircle(colour, size.minDimension / 2)
        DayMark.HALF -> {
            drawCircle(colour, radius, style = Stroke(pen))
            drawArc(colour, 90f, 180f, true, Offset(pen / 2, pen / 2), Size(2 * radius, 2 * radius))
        }
        DayMark.RING -> drawCircle(colour, radius, style = Stroke(pen))
        DayMark.BLANK -> {}
    }
}

private fun DrawScope.triangle(colour: Color, filled: Boolean) {
    val pen = 1.5.dp.toPx()
    val path = Path().apply {
        moveTo(size.width / 2, pen)
        lineTo(size.width - pen / 2, size.height - pen)
        lineTo(pen / 2, size.height - pen)
        close()
    }
    if (filled) drawPath(path, colour) else drawPath(path, colour, style = Stroke(pen))
}
