package org.tidemark.ui.report

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.heightIn
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.NoteToTick
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.report.ReportChoices
import org.tidemark.logic.report.ReportEvent
import org.tidemark.logic.report.ReportState
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.TARGET
import org.tidemark.ui.form.TickRow
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.dayAndYear
import org.tidemark.ui.words.strings

/** The notes of the report's days, each with a tick. Their words stand here only while the list is open. */
@Composable
internal fun NotesSection(state: ReportState, choices: ReportChoices, send: (ReportEvent) -> Unit) = Section(strings.reportSingleNotes()) {
    val (open, shown) = state.notes.open to state.notesShown
    Aside(strings.reportSingleNotesAbout())
    if (shown != null && shown.isNotEmpty()) {
        Told(strings.reportNotesTicked(shown.count { choices.hasNote(it.entry) }.toString(), shown.size))
    }
    state.notes.problem?.let { ProblemCard(it) { send(ReportEvent.NotesListed(true)) } }
    if (open) {
        when {
            shown == null -> if (state.notes.reading) Text(strings.reportReadingNotes())
            shown.isEmpty() -> Text(strings.reportNoNotes())
            else -> NoteRows(shown, choices, send)
        }
    }
    OutlinedButton({ send(ReportEvent.NotesListed(!open)) }, Modifier.heightIn(min = TARGET)) {
        Text(if (open) strings.reportCloseNotes() else strings.reportListNotes())
    }
}

@Composable
private fun NoteRows(notes: List<NoteToTick>, choices: ReportChoices, send: (ReportEvent) -> Unit) {
    val words = LocalWords.current
    FlowRow(horizontalArrangement = Arrangement.spacedBy(12.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        OutlinedButton({ send(ReportEvent.AllNotesTicked(true)) }, Modifier.heightIn(min = TARGET)) { Text(strings.reportTickAllNotes()) }
        OutlinedButton({ send(ReportEvent.AllNotesTicked(false)) }, Modifier.heightIn(min = TARGET)) { Text(strings.reportTickNoNote()) }
    }
    Column {
        notes.forEach { note ->
            val day = words.dayAndYear(LogicalDate(note.day))
            val text = if (note.ofSession) strings.reportNoteOfSession(day, note.firstWords) else strings.reportNoteOfDay(day, note.firstWords)
            TickRow(text, choices.hasNote(note.entry)) { send(ReportEvent.NoteTicked(note.entry, it)) }
        }
    }
}
