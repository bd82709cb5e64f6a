package org.tidemark.ui.session

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Button
import androidx.compose.material3.Card
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp

/** A heading and what belongs under it. */
@Composable
internal fun Section(title: String, about: String? = null, content: @Composable ColumnScope.() -> Unit) {
    Column(Modifier.fillMaxWidth().padding(top = 12.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Text(title, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium, fontWeight = FontWeight.Bold)
        if (about != null) Text(about, style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
        content()
    }
}

/** Buttons or choices beside each other, in as many rows as they need. */
@Composable
internal fun Side(content: @Composable () -> Unit) {
    FlowRow(
        Modifier.fillMaxWidth(),
        horizontalArrangement = Arrangement.spacedBy(8.dp),
        verticalArrangement = Arrangement.spacedBy(8.dp),
        itemVerticalAlignment = Alignment.CenterVertically,
    ) { content() }
}

/** One of several, of which one is chosen. */
@Composable
internal fun <T> OneOf(all: List<T>, chosen: T?, name: @Composable (T) -> String, label: String, onChoose: (T) -> Unit) {
    FlowRow(
        Modifier.fillMaxWidth().selectableGroup().semantics { contentDescription = label },
        horizontalArrangement = Arrangement.spacedBy(8.dp),
        verticalArrangement = Arrangement.spacedBy(8.dp),
    ) {
        all.forEach { one ->
            val on = one == chosen
            Face(name(one), on, Modifier.selectable(on, role = Role.RadioButton) { onChoose(one) })
        }
    }
}

/** Several, each on or off. */
@Composable
internal fun <T> AnyOf(all: List<T>, chosen: (T) -> Boolean, name: @Composable (T) -> String, onTap: (T) -> Unit) {
    Side {
        all.forEach { one ->
            val on = chosen(one)
            // A tick beside the colour, for whoever does not see it.
            Face(if (on) "✓ ${name(one)}" else name(one), on, Modifier.toggleable(on, role = Role.Checkbox) { onTap(one) })
        }
    }
}

/** Chosen is said by a frame and weight as well as by colour. */
@Composable
private fun Face(text: String, chosen: Boolean, act: Modifier) {
    val colours = MaterialTheme.colorScheme
    Surface(
        modifier = Modifier.heightIn(min = 48.dp).widthIn(min = 48.dp).then(act),
        shape = RoundedCornerShape(10.dp),
        color = if (chosen) colours.primary else colours.surfaceContainerLowest,
        contentColor = if (chosen) colours.onPrimary else colours.onSurface,
        border = BorderStroke(if (chosen) 2.dp else 1.dp, if (chosen) colours.onSurface else colours.outline),
    ) {
        Box(Modifier.heightIn(min = 48.dp).padding(horizontal = 16.dp, vertical = 8.dp), contentAlignment = Alignment.Center) {
            Text(
                text,
                textAlign = TextAlign.Center,
                style = MaterialTheme.typography.bodyLarge,
                fontWeight = if (chosen) FontWeight.Bold else FontWeight.Normal,
            )
        }
    }
}

/** A label with its value; opens the editor of it. */
@Composable
internal fun ValueRow(label: String, value: String, act: String, onOpen: () -> Unit) {
    Box(
        Modifier.fillMaxWidth().heightIn(min = 56.dp).clickable(role = Role.Button, onClickLabel = act, onClick = onOpen).padding(vertical = 8.dp),
        contentAlignment = Alignment.CenterStart,
    ) { LabelAndValue(label, value, below = '\n' in value, MaterialTheme.colorScheme.onSurface, MaterialTheme.colorScheme.primary) }
}

/** A label and its value beside each other, or [below]; what does not fit stands below too. */
@Composable
internal fun LabelAndValue(label: String, value: String, below: Boolean, labelColour: Color, valueColour: Color) {
    val style = MaterialTheme.typography.bodyLarge
    if (below) {
        Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(2.dp)) {
            Text(label, color = labelColour, style = style)
            Text(value, color = valueColour, style = style)
        }
    } else {
        FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.SpaceBetween) {
            Text(label, Modifier.padding(end = 16.dp), color = labelColour, style = style)
            Text(value, color = valueColour, style = style)
        }
    }
}

/** An editor in the place of its row. */
@Composable
internal fun Editor(modifier: Modifier = Modifier, content: @Composable ColumnScope.() -> Unit) {
    Card(modifier.fillMaxWidth()) {
        Column(Modifier.fillMaxWidth().padding(12.dp), verticalArrangement = Arrangement.spacedBy(12.dp), content = content)
    }
}

/** A field with its label above, where it cannot be cut; a heading may say the same, then the label is only spoken. */
@Composable
internal fun Field(label: String, text: String, lines: Int = 1, underHeading: Boolean = false, onText: (String) -> Unit) {
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        if (!underHeading) Text(label, style = MaterialTheme.typography.bodyMedium)
        OutlinedTextField(
            value = text,
            onValueChange = onText,
            modifier = Modifier.fillMaxWidth().heightIn(min = 56.dp).semantics { contentDescription = label },
            singleLine = lines == 1,
            minLines = lines,
        )
    }
}

/** The one thing to do next. */
@Composable
internal fun MainButton(text: String, enabled: Boolean = true, onClick: () -> Unit) {
    Button(onClick, Modifier.fillMaxWidth().heightIn(min = 56.dp), enabled = enabled, shape = RoundedCornerShape(14.dp)) {
        Text(text, textAlign = TextAlign.Center, style = MaterialTheme.typography.titleMedium)
    }
}

/** Something that can be done too. */
@Composable
internal fun SideButton(text: String, modifier: Modifier = Modifier, onClick: () -> Unit) {
    OutlinedButton(onClick, modifier.heightIn(min = 48.dp), shape = RoundedCornerShape(14.dp)) { Text(text, textAlign = TextAlign.Center) }
}

/** Two beside each other; one below the other when letters are large. */
@Composable
internal fun <T> Pairs(all: List<T>, face: @Composable (T, Modifier) -> Unit) {
    val places = if (LocalDensity.current.fontScale > 1.3f) 1 else 2
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        all.chunked(places).forEach { row ->
            Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(8.dp)) {
                row.forEach { face(it, Modifier.weight(1f)) }
                repeat(places - row.size) { Box(Modifier.weight(1f)) }
            }
        }
    }
}
