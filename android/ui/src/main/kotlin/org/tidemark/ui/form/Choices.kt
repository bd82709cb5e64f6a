package org.tidemark.ui.form

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
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
import androidx.compose.material3.Checkbox
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp

/** One of a few, side by side as they fit: chosen is said by frame and weight as well as by colour. */
@Composable
public fun <T> Choices(name: String, of: List<Pair<T, String>>, chosen: T?, onChoose: (T) -> Unit) {
    FlowRow(
        Modifier.fillMaxWidth().selectableGroup().semantics { contentDescription = name },
        horizontalArrangement = Arrangement.spacedBy(8.dp),
        verticalArrangement = Arrangement.spacedBy(8.dp),
    ) {
        of.forEach { (value, text) -> Face(text, value == chosen, Modifier.selectable(value == chosen, role = Role.RadioButton) { onChoose(value) }) }
    }
}

/** Several of a few, side by side as they fit. */
@Composable
public fun <T> Ticks(name: String, of: List<Pair<T, String>>, ticked: Set<T>, onTick: (T, Boolean) -> Unit) {
    FlowRow(
        Modifier.fillMaxWidth().semantics { contentDescription = name },
        horizontalArrangement = Arrangement.spacedBy(8.dp),
        verticalArrangement = Arrangement.spacedBy(8.dp),
    ) {
        of.forEach { (value, text) ->
            Face(text, value in ticked, Modifier.toggleable(value in ticked, role = Role.Checkbox) { onTick(value, it) })
        }
    }
}

@Composable
private fun Face(text: String, chosen: Boolean, modifier: Modifier) {
    val colours = MaterialTheme.colorScheme
    Surface(
        modifier = Modifier.heightIn(min = TARGET).widthIn(min = TARGET).then(modifier),
        shape = RoundedCornerShape(10.dp),
        color = if (chosen) colours.primary else colours.surfaceContainerLowest,
        contentColor = if (chosen) colours.onPrimary else colours.onSurface,
        border = BorderStroke(if (chosen) 2.dp else 1.dp, if (chosen) colours.onSurface else colours.outline),
    ) {
        Box(Modifier.padding(horizontal = 14.dp, vertical = 12.dp), contentAlignment = Alignment.Center) {
            Text(text, style = MaterialTheme.typography.bodyLarge, fontWeight = if (chosen) FontWeight.Bold else FontWeight.Normal)
        }
    }
}

/** A line with a box to tick; the whole line is the target. */
@Composable
public fun TickRow(text: String, ticked: Boolean, onTick: (Boolean) -> Unit) {
    Row(
        Modifier.fillMaxWidth().heightIn(min = TARGET).toggleable(ticked, role = Role.Checkbox, onValueChange = onTick),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(12.dp),
    ) {
        Checkbox(ticked, onCheckedChange = null)
        Text(text, Modifier.weight(1f), style = MaterialTheme.typography.bodyLarge)
    }
}

/** A line of a list of which one is chosen, with a sentence about it where there is one. */
@Composable
public fun ChoiceRow(text: String, about: String, chosen: Boolean, onChoose: () -> Unit) {
    Row(
        Modifier.fillMaxWidth().heightIn(min = TARGET).selectable(chosen, role = Role.RadioButton, onClick = onChoose).padding(vertical = 6.dp),
        horizontalArrangement = Arrangement.spacedBy(12.dp),
    ) {
        RadioButton(chosen, onClick = null)
        Column(Modifier.weight(1f)) {
            Text(text, style = MaterialTheme.typography.bodyLarge, fontWeight = if (chosen) FontWeight.Bold else FontWeight.Normal)
            if (about.isNotEmpty()) Aside(about)
        }
    }
}

internal val TARGET = 48.dp
