package org.tidemark.ui.imports

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.ImportPreview
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.imports.ImportsEvent
import org.tidemark.logic.imports.ImportsState
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.TickRow
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings

/** What is in the file, what would become of it, and what has to be said before it can be added. */
@Composable
internal fun LookView(state: ImportsState, preview: ImportPreview, send: (ImportsEvent) -> Unit) {
    Section(strings.importFound()) {
        Text(strings.recognised(preview.format, preview.file), style = MaterialTheme.typography.bodyLarge)
        Counts(state, preview, send)
    }
    if (preview.names.isNotEmpty()) NamesSection(state, preview.names, send)
    preview.zoneId?.let { ZoneSection(state, it, send) }
    // While words wait, the rows with them are among those that cannot be taken: they are asked about, not told.
    if (preview.rejected > 0u && state.waiting.isEmpty() && !state.stale) RejectedSection(state, preview, send)
    if (preview.choices.isNotEmpty()) {
        Section(strings.importNoticed()) { preview.choices.take(ROWS_SHOWN).forEach { Aside(it) } }
    }
    Adding(state, preview, send)
}

@Composable
private fun Counts(state: ImportsState, preview: ImportPreview, send: (ImportsEvent) -> Unit) {
    val words = LocalWords.current
    val counts = preview.counts
    Card(Modifier.fillMaxWidth()) {
        Column(Modifier.padding(16.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
            val days = preview.period?.let { strings.importPeriod(words.date(LogicalDate(it.from)), words.date(LogicalDate(it.to))) }
            Text(days ?: strings.importNoEntries(), style = MaterialTheme.typography.bodyLarge)
            Text(strings.importNew(counts.new.toInt()), style = MaterialTheme.typography.bodyLarge)
            if (counts.same > 0u) Text(strings.importSame(counts.same.toInt()), style = MaterialTheme.typography.bodyLarge)
            if (counts.deleted > 0u) Text(strings.importDeleted(counts.deleted.toInt()), style = MaterialTheme.typography.bodyLarge)
            if (counts.restored > 0u) Text(strings.importRestored(counts.restored.toInt()), style = MaterialTheme.typography.bodyLarge)
            if (preview.newMeasures.isNotEmpty()) Aside(strings.importNewMeasures(preview.newMeasures.joinToString(", ")))
            if (preview.emptyRows > 0u) Aside(strings.importEmptyRows(preview.emptyRows.toInt()))
            if (preview.leftOutRows > 0u) Aside(strings.importLeftOutRows(preview.leftOutRows.toInt()))
        }
    }
    if (counts.deleted + counts.restored > 0u) {
        TickRow(strings.importRestore(), state.choices.restoreDeleted) { send(ImportsEvent.RestoreTicked(it)) }
    }
}

@Composable
private fun ZoneSection(state: ImportsState, zone: String, send: (ImportsEvent) -> Unit) = Section(strings.importZone()) {
    Text(strings.importZoneAbout(zone), style = MaterialTheme.typography.bodyLarge)
    Field(strings.importZoneField(), state.said.zone, { send(ImportsEvent.ZoneTyped(it)) }, strings.importZoneHint())
    state.zones.forEach { Deed(it) { send(ImportsEvent.ZoneTyped(it)) } }
}

@Composable
private fun RejectedSection(state: ImportsState, preview: ImportPreview, send: (ImportsEvent) -> Unit) = Section(strings.importRejected(preview.rejected.toInt())) {
    val shown = preview.rejectedRows.take(ROWS_SHOWN)
    shown.forEach { Text(strings.row(it), style = MaterialTheme.typography.bodyMedium) }
    if (preview.rejectedRows.size > shown.size) Aside(strings.importMoreRows(preview.rejectedRows.size - shown.size))
    TickRow(strings.importSkip(preview.rejected.toInt()), state.choices.skipRejected) { send(ImportsEvent.SkipTicked(it)) }
    Deed(strings.importStop()) { send(ImportsEvent.Left) }
}

private const val ROWS_SHOWN = 10

/** The button that adds, or what has to happen before it. */
@Composable
private fun Adding(state: ImportsState, preview: ImportPreview, send: (ImportsEvent) -> Unit) {
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        when {
            state.waiting.isNotEmpty() -> Told(strings.importWaiting(state.waiting.size))
            state.stale -> {
                Told(strings.importStale())
                FirstDeed(strings.importLookAgain()) { send(ImportsEvent.LookAsked) }
            }
            !state.adds -> Told(strings.importNothingNew())
            else -> {
                val counts = preview.counts
                FirstDeed(strings.importAdd((counts.new + counts.restored).toInt()), enabled = state.canApply) { send(ImportsEvent.ApplyAsked) }
                Aside(strings.importAddAbout())
            }
        }
        if (state.mapping != null) Deed(strings.importBackToColumns()) { send(ImportsEvent.ColumnsAsked) }
        Deed(strings.importAnother()) { send(ImportsEvent.FileAsked) }
    }
}
