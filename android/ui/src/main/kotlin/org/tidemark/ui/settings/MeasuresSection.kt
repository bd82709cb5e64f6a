package org.tidemark.ui.settings

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Measure
import org.tidemark.logic.settings.SettingsEvent
import org.tidemark.logic.settings.SettingsState
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.SwitchRow
import org.tidemark.ui.rating.direction
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.sentence
import org.tidemark.ui.words.strings

/** What is asked each day, one by one or as a set; what is not asked any more keeps everything that was rated. */
@Composable
internal fun MeasuresSection(state: SettingsState, send: (SettingsEvent) -> Unit) {
    Section(strings.settingsMeasures()) {
        state.measures.filter { it.active }.forEach { MeasureRow(it, send) }
        Deed(strings.settingsOwn()) { send(SettingsEvent.OwnAsked) }
        Archived(state.measures.filter { !it.active }, send)
    }
    Section(strings.settingsSets()) {
        val words = LocalWords.current
        Aside(strings.settingsSetsAbout())
        Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
            state.sets.forEach { set -> Deed(words.sentence(set.label)) { send(SettingsEvent.StarterSetChosen(set.id)) } }
        }
    }
}

@Composable
private fun MeasureRow(measure: Measure, send: (SettingsEvent) -> Unit) {
    val spoken = strings.settingsDaily(measure.label)
    SwitchRow(measure.label, measure.daily, spoken, LocalWords.current.direction(measure.direction)) {
        send(SettingsEvent.DailySwitched(measure, it))
    }
    if (!measure.daily) {
        Small(strings.settingsArchive(), strings.settingsArchiveOf(measure.label)) { send(SettingsEvent.ArchiveSwitched(measure, archived = true)) }
    }
}

@Composable
private fun Archived(measures: List<Measure>, send: (SettingsEvent) -> Unit) {
    if (measures.isEmpty()) return
    Aside(strings.settingsArchived())
    measures.forEach { measure ->
        FlowRow(
            Modifier.fillMaxWidth(),
            horizontalArrangement = Arrangement.SpaceBetween,
            itemVerticalAlignment = Alignment.CenterVertically,
        ) {
            Text(measure.label, style = MaterialTheme.typography.bodyLarge)
            Small(strings.settingsBringBack(), strings.settingsBringBackOf(measure.label)) {
                send(SettingsEvent.ArchiveSwitched(measure, archived = false))
            }
        }
    }
}

@Composable
private fun Small(text: String, spoken: String, onClick: () -> Unit) {
    TextButton(onClick, Modifier.heightIn(min = 48.dp).semantics { contentDescription = spoken }) { Text(text) }
}
