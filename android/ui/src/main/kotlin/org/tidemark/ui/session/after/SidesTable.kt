package org.tidemark.ui.session.after

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Answer
import org.tidemark.logic.Question
import org.tidemark.logic.session.PhaseRead
import org.tidemark.logic.session.after.Side
import org.tidemark.ui.rating.direction
import org.tidemark.ui.rating.shown
import org.tidemark.ui.session.Section
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.strings

/** Two ratings of each measure side by side: numbers and the direction of the scale, no arrow, no colour, no praise. */
@Composable
internal fun SidesTable(sides: List<Side>, before: PhaseRead?) {
    val words = LocalWords.current
    val notes = listOfNotNull(
        strings.sessionRecalled().takeIf { before?.recalled == true },
        strings.sessionOutside().takeIf { before?.inWindow == false },
    )
    val about = if (notes.isEmpty()) null else "${strings.sessionBefore()}: ${notes.joinToString(", ")}"
    Section(strings.sessionSides(), about) {
        sides.forEach { side ->
            val (first, second) = words.answer(side.question, side.before) to words.answer(side.question, side.after)
            val spoken = strings.sessionSideLine(side.question.label, first, second)
            FlowRow(
                Modifier.fillMaxWidth().padding(vertical = 4.dp).clearAndSetSemantics { contentDescription = spoken },
                horizontalArrangement = Arrangement.SpaceBetween,
            ) {
                Text(side.question.label, Modifier.padding(end = 16.dp), style = MaterialTheme.typography.bodyLarge)
                Text(
                    "${strings.sessionBefore()} $first   ${strings.sessionAfter()} $second",
                    style = MaterialTheme.typography.bodyLarge,
                )
                Text(
                    words.direction(side.question.direction),
                    Modifier.fillMaxWidth(),
                    style = MaterialTheme.typography.bodyMedium,
                    color = MaterialTheme.colorScheme.onSurfaceVariant,
                )
            }
            HorizontalDivider()
        }
    }
}

internal fun Words.answer(question: Question, answer: Answer?): String = answer?.let { shown(question, it) } ?: strings.sessionNotRated()
