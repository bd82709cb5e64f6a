package org.tidemark.ui.rating

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Direction
import org.tidemark.bindings.MeasureUnit
import org.tidemark.logic.Answer
import org.tidemark.logic.Question
import org.tidemark.logic.cells
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.hours
import org.tidemark.ui.words.number

/**
 * Takes one rating. No value stands before the person chose one: where a slider starts pulls the answer. A scale of up to
 * eleven steps is a group of cells, laid out by width and font size; a longer one is a stepper with a typed number.
 */
@Composable
public fun RatingPad(question: Question, answer: Answer?, onAnswer: (Answer) -> Unit, modifier: Modifier = Modifier) {
    val words = LocalWords.current
    val spoken = words.spoken(question, answer)
    Column(modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        PadHead(question)
        val steps = question.cells
        if (steps == null) {
            Stepper(question, answer, onAnswer, Modifier.semantics { contentDescription = spoken })
        } else {
            val group = Modifier.selectableGroup().semantics { contentDescription = spoken }
            Cells(question, steps, answer, onAnswer, group)
        }
    }
}

@Composable
private fun PadHead(question: Question) {
    val words = LocalWords.current
    FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.SpaceBetween) {
        Text(question.label, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
        Text(words.direction(question.direction), style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
    }
    FlowRow(
        Modifier.fillMaxWidth(),
        horizontalArrangement = Arrangement.SpaceBetween,
        verticalArrangement = Arrangement.spacedBy(4.dp),
    ) {
        val style = MaterialTheme.typography.bodyMedium
        question.anchorLow?.let { Text(words.strings.ratingAnchor(words.value(question, question.minMilli), it), style = style) }
        question.anchorHigh?.let { Text(words.strings.ratingAnchor(words.value(question, question.maxMilli), it), style = style) }
    }
}

@Composable
private fun Cells(question: Question, steps: List<Long>, answer: Answer?, onAnswer: (Answer) -> Unit, modifier: Modifier) {
    BoxWithConstraints(modifier.fillMaxWidth()) {
        val layout = padLayout(maxWidth, LocalDensity.current.fontScale, steps.size)
        PadCells(layout, question, steps, answer, onAnswer)
    }
}

/** "Stress, 0 to 10, higher is worse, not rated". */
public fun Words.spoken(question: Question, answer: Answer?): String = strings.ratingScale(
    question.label,
    value(question, question.minMilli),
    value(question, question.maxMilli),
    direction(question.direction),
    state(question, answer),
)

/** What a higher number means. */
public fun Words.direction(direction: Direction): String = when (direction) {
    Direction.HIGHER_WORSE -> strings.ratingHigherWorse()
    Direction.HIGHER_BETTER -> strings.ratingHigherBetter()
    Direction.NEUTRAL -> strings.ratingNeutral()
}

/** An answer's number in its measure's unit; a skip in words. */
public fun Words.shown(question: Question, answer: Answer): String = when (answer) {
    is Answer.Recorded -> value(question, answer.milli)
    Answer.Skipped -> strings.ratingSkipped()
}

/** A number of a measure, in its unit. */
public fun Words.value(question: Question, milli: Long): String =
    if (question.unit == MeasureUnit.HOUR) hours(milli) else number(milli)

private fun Words.state(question: Question, answer: Answer?): String = when (answer) {
    null -> strings.ratingNotRated()
    is Answer.Recorded -> strings.ratingRated(value(question, answer.milli))
    Answer.Skipped -> strings.ratingSkipped()
}
