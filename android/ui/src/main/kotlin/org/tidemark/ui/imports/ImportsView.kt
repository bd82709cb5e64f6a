package org.tidemark.ui.imports

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Moment
import org.tidemark.logic.Progress
import org.tidemark.logic.imports.ImportsEvent
import org.tidemark.logic.imports.ImportsState
import org.tidemark.logic.imports.Refused
import org.tidemark.logic.imports.Step
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** File, columns if nobody knows them, counts, and only then the button that adds; under the first step the imports of before. */
@Composable
public fun ImportsView(state: ImportsState, send: (ImportsEvent) -> Unit, now: () -> Moment) {
    state.refused?.let { RefusedCard(it) }
    when (state.step) {
        Step.FILE -> FileStep(state, send)
        Step.READING -> Told(strings.importReading())
        Step.COLUMNS -> state.mapping?.let { ColumnsView(it, state.file?.name.orEmpty(), send) }
        Step.LOOK -> state.found?.let { LookView(state, it.preview, send) }
        Step.APPLYING -> Applying(state, send)
        Step.DONE -> DoneStep(state, send)
    }
    if (state.step == Step.FILE || state.step == Step.DONE) PastImports(state, send, now)
}

@Composable
private fun FileStep(state: ImportsState, send: (ImportsEvent) -> Unit) = Section(strings.importFile()) {
    Text(strings.importFileAbout(), style = MaterialTheme.typography.bodyLarge)
    FirstDeed(strings.importChoose(), enabled = state.undo?.working != true) { send(ImportsEvent.FileAsked) }
}

@Composable
private fun Applying(state: ImportsState, send: (ImportsEvent) -> Unit) {
    Told(strings.importAdding())
    state.progress?.let { Text(progress(it), style = MaterialTheme.typography.bodyLarge) }
    if (state.breaking) Told(strings.importBreaking()) else Deed(strings.importBreakOff()) { send(ImportsEvent.BreakOffAsked) }
}

@Composable
private fun progress(progress: Progress): String = strings.importProgress(progress.done.toString(), progress.total.toString())

@Composable
private fun DoneStep(state: ImportsState, send: (ImportsEvent) -> Unit) {
    val done = state.done ?: return
    Section(strings.importDone((done.new + done.restored).toInt())) {
        Aside(strings.importDoneAbout())
        Deed(strings.importAnother()) { send(ImportsEvent.FileAsked) }
    }
}

/** Why it did not go on, with what is safe; spoken when it appears. */
@Composable
private fun RefusedCard(refused: Refused) {
    if (refused is Refused.Other) {
        ProblemCard(refused.problem)
        return
    }
    Card(
        Modifier.fillMaxWidth(),
        colors = CardDefaults.cardColors(
            containerColor = MaterialTheme.colorScheme.errorContainer,
            contentColor = MaterialTheme.colorScheme.onErrorContainer,
        ),
    ) {
        Text(
            LocalWords.current.refused(refused),
            Modifier.padding(12.dp).semantics { liveRegion = LiveRegionMode.Polite },
            style = MaterialTheme.typography.bodyLarge,
        )
    }
}
