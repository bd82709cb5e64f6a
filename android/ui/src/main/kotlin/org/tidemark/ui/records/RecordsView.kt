package org.tidemark.ui.records

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Button
import androidx.compose.material3.Card
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Kind
import org.tidemark.logic.Place
import org.tidemark.logic.records.RecordsEvent
import org.tidemark.logic.records.RecordsState
import org.tidemark.logic.records.Row
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.TARGET
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** The records of a kind, or the form over them. */
@Composable
public fun RecordsView(state: RecordsState, send: (RecordsEvent) -> Unit, go: Go) {
    val (form, rows) = state.form to state.rows
    when {
        rows == null && state.problem == null -> Text(strings.appLoading())
        rows == null -> state.problem?.let { ProblemCard(it) { send(RecordsEvent.Shown) } }
        form != null -> RecordFormView(state, form, send)
        else -> RecordsList(state, rows, send, go)
    }
}

@Composable
private fun RecordsList(state: RecordsState, rows: List<Row>, send: (RecordsEvent) -> Unit, go: Go) {
    state.problem?.let { ProblemCard(it) }
    LastActLine(state, send)
    if (state.offersHelp) {
        Card(Modifier.fillMaxWidth()) {
            Column(Modifier.padding(16.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
                Told(strings.recordsHelp())
                OutlinedButton({ go.to(Place.Safety) }, Modifier.heightIn(min = TARGET)) { Text(strings.recordsOpenHelp()) }
            }
        }
    }
    if (state.kind == Kind.MEDICATION_CHANGE && state.choices["medication_id"].isNullOrEmpty()) {
        Text(strings.recordsNoMedicine(), style = MaterialTheme.typography.bodyLarge)
        Button({ go.to(Place.Records("medication")) }, Modifier.heightIn(min = TARGET)) { Text(strings.recordsMedicines()) }
    } else {
        if (rows.isEmpty()) Text(strings.empty(state.kind), style = MaterialTheme.typography.bodyLarge)
        Button({ send(RecordsEvent.Added) }, Modifier.heightIn(min = TARGET)) { Text(strings.recordsAdd()) }
    }
    rows.forEach { row -> RowCard(state, row) { send(RecordsEvent.Opened(row.record.id)) } }
}

/** What is on disk now, and the way back. */
@Composable
private fun LastActLine(state: RecordsState, send: (RecordsEvent) -> Unit) {
    val act = state.undo ?: return
    val time = LocalWords.current.time(act.at)
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp), itemVerticalAlignment = Alignment.CenterVertically) {
        Told(if (act.removed) strings.recordsDeleted(time) else strings.recordsSaved(time))
        TextButton({ send(RecordsEvent.Undone) }, Modifier.heightIn(min = TARGET), enabled = !state.working) { Text(strings.appUndo()) }
    }
}

@Composable
private fun RowCard(state: RecordsState, row: Row, onOpen: () -> Unit) {
    val words = LocalWords.current
    Card(onOpen, Modifier.fillMaxWidth().heightIn(min = 56.dp)) {
        Column(Modifier.padding(horizontal = 16.dp, vertical = 12.dp), verticalArrangement = Arrangement.spacedBy(2.dp)) {
            Text(words.head(state, row), style = MaterialTheme.typography.titleMedium)
            words.lines(state, row).forEach { Aside(it) }
        }
    }
}

/** The field that names an entry, and those beside it in the list. Everything else is in the form. */
private val shownFields: Map<Kind, List<String>> = mapOf(
    Kind.MEDICATION to listOf("name", "strength", "dose", "times", "start", "stop"),
    Kind.MEDICATION_CHANGE to listOf("medication_id", "kind", "at", "from", "to"),
    Kind.GOAL to listOf("text", "status", "review_on"),
    Kind.EVENT to listOf("label", "kind", "start", "end"),
    Kind.VISIT to listOf("with", "kind", "at", "questions"),
    Kind.PRACTICE to listOf("kind", "logical_date", "minutes"),
    Kind.INSTRUMENT_RESULT to listOf("instrument", "total", "taken_at"),
    Kind.CARE_TEAM_MEMBER to listOf("name", "role", "contact"),
    Kind.THERAPIST to listOf("name", "practice", "contact"),
)

private fun Words.fields(state: RecordsState, row: Row): List<Pair<String, String>> {
    val names = shownFields[state.kind] ?: state.rules.map { it.name }.take(3)
    return names.mapNotNull { name ->
        val rule = state.rules.firstOrNull { it.name == name } ?: return@mapNotNull null
        row.shown[name]?.let { strings.label(state.kind, rule) to value(state.kind, rule, it, state.choices[name]) }
    }
}

private fun Words.head(state: RecordsState, row: Row): String = fields(state, row).firstOrNull()?.second ?: strings.appNotSet()

private fun Words.lines(state: RecordsState, row: Row): List<String> =
    fields(state, row).drop(1).map { (label, value) -> strings.recordsLabelled(label, value) }
