package org.tidemark.ui.form

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.ui.words.strings

/** Minutes in one step. */
private const val STEP = 30
private const val DAY = 24 * 60

/**
 * A time of day that is moved by half hours within [range], at whose ends a button is off; without one it goes round midnight. A
 * button is off beside the time that is [taken] too. Nothing is dragged. [of] names what is moved to a screen reader; [text] is left
 * out where it stands nearby.
 */
@Composable
public fun ClockSteps(of: String, text: String?, minutes: Int, range: IntRange? = null, taken: Int? = null, onMinutes: (Int) -> Unit) {
    val strings = strings
    FlowRow(
        Modifier.fillMaxWidth(),
        horizontalArrangement = Arrangement.spacedBy(12.dp),
        verticalArrangement = Arrangement.spacedBy(4.dp),
        itemVerticalAlignment = Alignment.CenterVertically,
    ) {
        if (text != null) Text(text, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, style = MaterialTheme.typography.titleMedium)
        val (earlier, later) = listOf(minutes - STEP, minutes + STEP).map { if (range == null) it.mod(DAY) else it }
        fun takes(to: Int) = (range == null || to in range) && to != taken
        Step(strings.settingsEarlier(), strings.settingsEarlierOf(of), takes(earlier)) { onMinutes(earlier) }
        Step(strings.settingsLater(), strings.settingsLaterOf(of), takes(later)) { onMinutes(later) }
    }
}

@Composable
private fun Step(text: String, spoken: String, enabled: Boolean, onClick: () -> Unit) {
    OutlinedButton(onClick, Modifier.heightIn(min = TARGET).semantics { contentDescription = spoken }, enabled = enabled) { Text(text) }
}
