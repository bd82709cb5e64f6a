package org.tidemark.ui.form

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.heightIn
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.ui.words.strings

/** What is on disk now, and the way back. */
@Composable
internal fun SavedLine(text: String, working: Boolean, onUndo: () -> Unit) {
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp), itemVerticalAlignment = Alignment.CenterVertically) {
        Told(text)
        TextButton(onUndo, Modifier.heightIn(min = TARGET), enabled = !working) { Text(strings.appUndo()) }
    }
}
