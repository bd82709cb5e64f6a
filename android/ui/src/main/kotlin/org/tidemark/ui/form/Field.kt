package org.tidemark.ui.form

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.VisualTransformation
import androidx.compose.ui.unit.dp
import org.tidemark.logic.LogicalDate
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.dayAndYear
import org.tidemark.ui.words.strings
import java.time.LocalDate

/** The label over a field, what stands in it, and under it a hint or the rule it breaks. The label never shrinks into the frame. */
@Composable
public fun Field(
    label: String,
    text: String,
    onText: (String) -> Unit,
    hint: String? = null,
    broken: String? = null,
    lines: Int = 1,
    keyboard: KeyboardType = KeyboardType.Text,
    hidden: VisualTransformation = VisualTransformation.None,
) {
    Labelled(label, hint, broken) {
        Input(label, text, onText, Modifier.fillMaxWidth(), broken, lines, keyboard, hidden)
    }
}

/** A label and its control, with what is to be said under it. */
@Composable
public fun Labelled(label: String, hint: String? = null, broken: String? = null, control: @Composable () -> Unit) {
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        Text(label, style = MaterialTheme.typography.bodyLarge)
        control()
        if (broken != null) {
            Text(
                broken,
                Modifier.semantics { liveRegion = LiveRegionMode.Polite },
                style = MaterialTheme.typography.bodyMedium,
                color = MaterialTheme.colorScheme.error,
            )
        } else if (hint != null) {
            Aside(hint)
        }
    }
}

@Composable
private fun Input(
    name: String,
    text: String,
    onText: (String) -> Unit,
    modifier: Modifier,
    broken: String?,
    lines: Int = 1,
    keyboard: KeyboardType = KeyboardType.Text,
    hidden: VisualTransformation = VisualTransformation.None,
) {
    OutlinedTextField(
        value = text,
        onValueChange = onText,
        modifier = modifier.heightIn(min = 56.dp).semantics {
            contentDescription = name
            if (broken != null) error(broken)
        },
        isError = broken != null,
        singleLine = lines == 1,
        minLines = lines,
        keyboardOptions = KeyboardOptions(keyboardType = keyboard),
        visualTransformation = hidden,
    )
}

/** A day, typed or taken from a calendar; under it the same day in words, so that a slip is seen. */
@Composable
public fun DayField(label: String, text: String, onText: (String) -> Unit, today: String, broken: String? = null) {
    Labelled(label, dayInWords(text) ?: strings.recordsDayFormat(), broken) {
        BesideCalendar(label, text, today, onText) {
            Input(label, text, onText, wide(DAY), broken)
            if (text != today) TextButton({ onText(today) }, Modifier.heightIn(min = TARGET)) { Text(strings.recordsToday()) }
        }
    }
}

/** A day and a time of the clock, typed as `YYYY-MM-DD hh:mm`; the day may be taken from a calendar. */
@Composable
public fun MomentField(label: String, text: String, onText: (String) -> Unit, today: String, broken: String? = null) {
    val (day, time) = text.substringBefore(' ') to text.substringAfter(' ', "")
    // A time alone keeps its place: without the space it would be read back as the day.
    fun put(day: String, time: String) = onText(if (day.isBlank() && time.isBlank()) "" else if (time.isEmpty()) day else "$day $time")
    Labelled(label, dayInWords(day) ?: "${strings.recordsDayFormat()}. ${strings.recordsTimeFormat()}", broken) {
        BesideCalendar(label, day, today, { put(it, time) }) {
            Input(strings.recordsDayOf(label), day, { put(it, time) }, wide(DAY), broken)
            Input(strings.recordsTimeOf(label), time, { put(day, it) }, wide(TIME), broken)
            if (day != today) TextButton({ put(today, time) }, Modifier.heightIn(min = TARGET)) { Text(strings.recordsToday()) }
        }
    }
}

/** Letters of a day and of a time. */
private const val DAY = 10
private const val TIME = 5

/** As wide as so many letters are in the font of the phone, so that no day is cut at large fonts. */
@Composable
private fun wide(letters: Int): Modifier = Modifier.width((letters * LETTER * LocalDensity.current.fontScale + FRAME).dp)

private const val LETTER = 11
private const val FRAME = 36

@Composable
private fun dayInWords(text: String): String? {
    val day = typedDay(text) ?: return null
    return LocalWords.current.dayAndYear(LogicalDate(day.toString()))
}

/** The day that a field holds; none while it is not one. */
internal fun typedDay(text: String): LocalDate? = runCatching { LocalDate.parse(text.trim()) }.getOrNull()
