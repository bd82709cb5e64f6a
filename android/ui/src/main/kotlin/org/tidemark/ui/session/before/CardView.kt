package org.tidemark.ui.session.before

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.AreaUse
import org.tidemark.logic.session.SessionChoices
import org.tidemark.ui.session.MainButton
import org.tidemark.ui.session.area
import org.tidemark.ui.session.pressure
import org.tidemark.ui.session.style
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** The page that is shown to the massage therapist: large type, no number about how the person feels. */
@Composable
internal fun CardView(choices: SessionChoices, onClose: () -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(20.dp)) {
        if (choices.stopSignal.isNotBlank()) Stop(choices.stopSignal.trim())
        choices.style?.let { Said(strings.sessionStyle(), listOf(words.style(it))) }
        choices.pressure?.let { Said(strings.sessionPressure(), listOf(words.pressure(it))) }
        val (focus, avoid) = choices.areas.partition { it.wanted == AreaUse.FOCUS }
        if (focus.isNotEmpty()) Said(strings.sessionCardWork(), focus.map(words::area))
        if (avoid.isNotEmpty()) Said(strings.sessionCardLeave(), avoid.map(words::area))
        if (choices.comfortNeeds.isNotBlank()) Said(strings.sessionCardNeeds(), choices.comfortNeeds.trim().lines())
        if (choices.oils.isNotBlank()) Said(strings.sessionOils(), choices.oils.trim().lines())
        MainButton(strings.sessionCloseCard(), onClick = onClose)
    }
}

@Composable
private fun Said(label: String, lines: List<String>) {
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(2.dp)) {
        Text(label, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
        lines.forEach { Text(it, style = MaterialTheme.typography.headlineMedium) }
    }
}

/** What ends the session stands first and in a frame of its own. */
@Composable
private fun Stop(signal: String) {
    Surface(Modifier.fillMaxWidth(), color = MaterialTheme.colorScheme.primaryContainer, shape = MaterialTheme.shapes.large) {
        Column(Modifier.padding(16.dp)) {
            Text(strings.sessionCardStop(), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
            Text(signal, style = MaterialTheme.typography.headlineLarge, fontWeight = FontWeight.Bold)
        }
    }
}
