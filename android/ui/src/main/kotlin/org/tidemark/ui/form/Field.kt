package org.tidemark.ui.form

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.VisualTransformation
import androidx.compose.ui.unit.dp

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
