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
import org.tidemark.bindings.AppliedImport
import org.tidemark.logic.Moment
import org.tidemark.logic.imports.ImportsEvent
import org.tidemark.logic.imports.ImportsState
import org.tidemark.logic.imports.Undo
import org.tidemark.ui.app.LineButton
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** The imports of before, each with its way back. */
@Composable
internal fun PastImports(state: ImportsState, send: (ImportsEvent) -> Unit, now: () -> Moment) = Section(strings.importPast()) {
    state.problem?.let { problem -> ProblemCard(problem, if (state.undo == null) ({ send(ImportsEvent.Shown) }) else null) }
    state.undone?.let { undone ->
        Told(strings.importUndone(undone.removed.toInt()))
        val kept = (undone.edited + undone.withThem).toInt()
        if (kept > 0) Told(strings.importUndoneKept(kept))
    }
    val past = state.past
    when {
        past == null -> if (state.problem == null) Text(strings.appLoading())
        past.isEmpty() -> Aside(strings.importNone())
        else -> past.forEach { PastCard(it, state.undo, send, now) }
    }
}

@Composable
private fun PastCard(past: AppliedImport, undo: Undo?, send: (ImportsEvent) -> Unit, now: () -> Moment) = Card(Modifier.fillMaxWidth()) {
    Column(Modifier.padding(horizontal = 16.dp, vertical = 12.dp), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        val line = LocalWords.current.line(past, now())
        Text(line, style = MaterialTheme.typography.titleMedium)
        Aside(strings.importPastAdded(past.counts.new.toInt()))
        if (past.rejected > 0u) Aside(strings.importPastRejected(past.rejected.toInt()))
        when {
            past.undone -> Aside(strings.importPastUndone())
            undo?.batch?.batchId == past.batchId -> Question(undo, send)
            else -> LineButton(strings.importUndo(), strings.importUndoOf(line), enabled = undo?.working != true) { send(ImportsEvent.UndoAsked(past.batchId)) }
        }
    }
}

/** Asked before anything is taken out, and again when entries were edited since. */
@Composable
private fun Question(undo: Undo, send: (ImportsEvent) -> Unit) {
    val edited = undo.edited
    if (undo.working) {
        Told(strings.importUndoing())
        return
    }
    if (edited == null) {
        Told(strings.importUndoQuestion(undo.batch.counts.new.toInt()))
    } else {
        Told(strings.importUndoEdited(edited.edited.toInt()))
        if (edited.withThem > 0u) Aside(strings.importUndoWith(edited.withThem.toInt()))
    }
    Deed(if (edited == null) strings.importUndoYes() else strings.importUndoKeep()) { send(ImportsEvent.UndoConfirmed) }
    Deed(strings.importUndoNo()) { send(ImportsEvent.UndoLeft) }
}
