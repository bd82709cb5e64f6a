package org.tidemark.ui.form

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Switch
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp

/** A line with a switch; the whole line is the target. [spoken] is its name where the text alone would not say what is switched. */
@Composable
public fun SwitchRow(text: String, on: Boolean, spoken: String? = null, about: String? = null, onSwitch: (Boolean) -> Unit) {
    val name = if (spoken == null) Modifier else Modifier.semantics { contentDescription = spoken }
    Row(
        Modifier.fillMaxWidth().heightIn(min = TARGET).then(name).toggleable(on, role = Role.Switch, onValueChange = onSwitch).padding(vertical = 4.dp),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(12.dp),
    ) {
        Column(Modifier.weight(1f)) {
            Text(text, style = MaterialTheme.typography.bodyLarge)
            if (about != null) Aside(about)
        }
        Switch(on, onCheckedChange = null)
    }
}
