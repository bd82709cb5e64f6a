package org.tidemark.ui.rating

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Button
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Answer
import org.tidemark.logic.Question
import org.tidemark.logic.stepped
import org.tidemark.logic.typed
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.number

/** For scales of more than eleven steps: one step down or up, or a typed number. Nothing is saved before "Set". */
@Composable
internal fun Stepper(question: Question, answer: Answer?, onAnswer: (Answer) -> Unit, modifier: Modifier) {
    val words = LocalWords.current
    val strings = words.strings
    val given = (answer as? Answer.Recorded)?.milli
    var text by remember(question.measure, given) { mutableStateOf(given?.let { words.number(it) } ?: "") }
    val number = question.typed(text)
    fun step(by: Int) {
        text = words.number(question.stepped(number, by))
    }
    FlowRow(modifier, horizontalArrangement = Arrangement.spacedBy(8.dp), itemVerticalAlignment = Alignment.CenterVertically) {
        OutlinedButton({ step(-1) }, Modifier.target().semantics { contentDescription = strings.ratingLess(question.label) }) { Text("−") }
        OutlinedTextField(
            value = text,
            onValueChange = { text = it },
            modifier = Modifier.widthIn(min = 96.dp, max = 140.dp).heightIn(min = TARGET).semantics { contentDescription = question.label },
            singleLine = true,
            isError = text.isNotBlank() && number == null,
            // Not every keyboard of numbers has a minus.
            keyboardOptions = KeyboardOptions(keyboardType = if (question.minMilli < 0) KeyboardType.Text else KeyboardType.Decimal),
        )
        OutlinedButton({ step(+1) }, Modifier.target().semantics { contentDescription = strings.ratingMore(question.label) }) { Text("+") }
        Button({ number?.let { onAnswer(Answer.Recorded(it)) } }, Modifier.target(), enabled = number != null) { Text(strings.ratingSet()) }
        TextButton({ onAnswer(Answer.Skipped) }, Modifier.target()) { Text(strings.ratingSkip()) }
    }
}

private fun Modifier.target(): Modifier = heightIn(min = TARGET).widthIn(min = TARGET)
