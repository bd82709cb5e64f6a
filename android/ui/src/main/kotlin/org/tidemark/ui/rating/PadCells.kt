package org.tidemark.ui.rating

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Answer
import org.tidemark.logic.Question
import org.tidemark.ui.words.LocalWords

/** One cell: a number, or Skip. */
private data class Cell(val answer: Answer, val text: String)

@Composable
internal fun PadCells(layout: PadLayout, question: Question, steps: List<Long>, answer: Answer?, onAnswer: (Answer) -> Unit) {
    val words = LocalWords.current
    val numbers = steps.map { Cell(Answer.Recorded(it), words.value(question, it)) }
    val skip = Cell(Answer.Skipped, words.strings.ratingSkip())
    val choose = { cell: Cell -> onAnswer(cell.answer) }
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(BETWEEN)) {
        when (layout) {
            PadLayout.ROW -> {
                CellRow(numbers, answer, choose, places = numbers.size)
                CellRow(listOf(skip), answer, choose, places = 1)
            }
            PadLayout.GRID -> (numbers + skip).chunked(GRID_ROW).forEach { CellRow(it, answer, choose, places = GRID_ROW) }
            PadLayout.LIST -> {
                numbers.forEach { cell -> CellLine(cell.withWords(question, words.strings::ratingAnchor), cell.answer == answer) { choose(cell) } }
                CellLine(skip, answer == Answer.Skipped) { choose(skip) }
            }
        }
    }
}

/** The ends of a list carry their words in the line itself. */
private fun Cell.withWords(question: Question, join: (String, String) -> String): Cell {
    val milli = (answer as? Answer.Recorded)?.milli
    val end = when (milli) {
        question.minMilli -> question.anchorLow
        question.maxMilli -> question.anchorHigh
        else -> null
    }
    return if (end == null) this else copy(text = join(text, end))
}

@Composable
private fun CellRow(cells: List<Cell>, answer: Answer?, choose: (Cell) -> Unit, places: Int) {
    Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(BETWEEN)) {
        cells.forEach { cell -> CellFace(cell.text, cell.answer == answer, Modifier.weight(1f)) { choose(cell) } }
        repeat(places - cells.size) { Box(Modifier.weight(1f)) }
    }
}

@Composable
private fun CellLine(cell: Cell, chosen: Boolean, onClick: () -> Unit) {
    CellFace(cell.text, chosen, Modifier.fillMaxWidth(), TextAlign.Start, onClick)
}

/** Chosen is said by a frame and weight as well as by colour. */
@Composable
private fun CellFace(text: String, chosen: Boolean, modifier: Modifier, align: TextAlign = TextAlign.Center, onClick: () -> Unit) {
    val colours = MaterialTheme.colorScheme
    Surface(
        modifier = modifier.heightIn(min = TARGET).widthIn(min = TARGET).selectable(chosen, role = Role.RadioButton, onClick = onClick),
        shape = RoundedCornerShape(10.dp),
        color = if (chosen) colours.primary else colours.surfaceContainerLowest,
        contentColor = if (chosen) colours.onPrimary else colours.onSurface,
        border = BorderStroke(if (chosen) 2.dp else 1.dp, if (chosen) colours.onSurface else colours.outline),
    ) {
        Box(Modifier.padding(horizontal = if (align == TextAlign.Start) 16.dp else 2.dp, vertical = 8.dp), contentAlignment = if (align == TextAlign.Start) Alignment.CenterStart else Alignment.Center) {
            Text(
                text,
                textAlign = align,
                style = MaterialTheme.typography.titleMedium,
                fontWeight = if (chosen) FontWeight.Bold else FontWeight.Normal,
                maxLines = if (align == TextAlign.Start) 3 else 1,
            )
        }
    }
}
