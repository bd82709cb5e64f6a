package org.tidemark.ui.report

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Button
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.PasswordVisualTransformation
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.TableOptions
import org.tidemark.logic.report.PasswordProblem
import org.tidemark.logic.report.ShareEvent
import org.tidemark.logic.report.ShareForm
import org.tidemark.logic.report.ShareProblem
import org.tidemark.logic.report.ShareState
import org.tidemark.logic.report.Way
import org.tidemark.logic.report.ways
import org.tidemark.strings.Strings
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.ChoiceRow
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.TARGET
import org.tidemark.ui.form.TickRow
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.problem
import org.tidemark.ui.words.strings

/** The ways out: the form of the file, what leaves in it, and the buttons that send it. */
@Composable
public fun ShareView(state: ShareState, send: (ShareEvent) -> Unit) {
    Section(strings.reportForm()) {
        val name = strings.reportForm()
        Column(Modifier.fillMaxWidth().selectableGroup().semantics { contentDescription = name }) {
            ShareForm.entries.forEach { form ->
                ChoiceRow(strings.form(form), strings.about(form), form == state.form) { send(ShareEvent.FormChosen(form)) }
            }
        }
    }
    if (state.form == ShareForm.LOCKED_PDF) PasswordFields(state, send)
    Section(strings.reportLeaves()) {
        if (state.form == ShareForm.TABLES) TableTicks(state.tables) { send(ShareEvent.TablesTicked(it)) }
        else state.leaves[state.form]?.let { LeavingList(it, state.options) }
    }
    Outcome(state)
    WayButtons(state.form.ways, !state.working && state.passwordProblem == null) { send(ShareEvent.Went(it)) }
}

/** A button for each way out, the likeliest first. */
@Composable
internal fun WayButtons(ways: List<Way>, ready: Boolean, onWay: (Way) -> Unit) {
    FlowRow(horizontalArrangement = Arrangement.spacedBy(12.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        ways.forEachIndexed { at, way ->
            if (at == 0) {
                Button({ onWay(way) }, Modifier.heightIn(min = TARGET), enabled = ready) { Text(strings.way(way)) }
            } else {
                OutlinedButton({ onWay(way) }, Modifier.heightIn(min = TARGET), enabled = ready) { Text(strings.way(way)) }
            }
        }
    }
}

@Composable
private fun PasswordFields(state: ShareState, send: (ShareEvent) -> Unit) {
    val hidden = PasswordVisualTransformation()
    val short = state.passwordProblem == PasswordProblem.TOO_SHORT
    Field(
        strings.reportPassword(), state.password, { send(ShareEvent.PasswordTyped(it)) },
        hint = strings.reportPasswordShort(),
        broken = strings.reportPasswordShort().takeIf { short && state.password.isNotEmpty() },
        keyboard = KeyboardType.Password, hidden = hidden,
    )
    val differs = state.password != state.repeated
    Field(
        strings.reportPasswordAgain(), state.repeated, { send(ShareEvent.PasswordRepeated(it)) },
        broken = strings.reportPasswordDiffers().takeIf { differs && state.repeated.isNotEmpty() },
        keyboard = KeyboardType.Password, hidden = hidden,
    )
}

@Composable
private fun TableTicks(tables: TableOptions, onTick: (TableOptions) -> Unit) {
    Text(strings.reportTablesHold(), style = MaterialTheme.typography.bodyLarge)
    Column {
        TickRow(strings.reportNotes(), tables.notes) { onTick(tables.copy(notes = it)) }
        TickRow(strings.reportTickDistress(), tables.distress) { onTick(tables.copy(distress = it)) }
        TickRow(strings.reportTickTherapists(), tables.therapists) { onTick(tables.copy(therapists = it)) }
        TickRow(strings.reportTickCareTeam(), tables.careTeam) { onTick(tables.copy(careTeam = it)) }
        TickRow(strings.reportTickIntake(), tables.intake) { onTick(tables.copy(intake = it)) }
        TickRow(strings.reportTickReminders(), tables.reminders) { onTick(tables.copy(reminders = it)) }
        TickRow(strings.reportTickSafety(), tables.safety) { onTick(tables.copy(safety = it)) }
    }
    Aside(strings.reportLeavesNothingYet())
}

/** What came of the last way out; said only when it is so. */
@Composable
private fun Outcome(state: ShareState) {
    val words = LocalWords.current
    when {
        state.working -> Told(strings.reportMaking())
        state.problem != null -> state.problem?.let { Notice(words.told(it), wrong = true) }
        state.sent != null -> state.sent?.let { Notice(words.told(it.way, it.bytes, it.noted), wrong = false) }
    }
}

@Composable
internal fun Notice(text: String, wrong: Boolean) {
    val colours = MaterialTheme.colorScheme
    Card(
        Modifier.fillMaxWidth(),
        colors = CardDefaults.cardColors(
            containerColor = if (wrong) colours.errorContainer else colours.secondaryContainer,
            contentColor = if (wrong) colours.onErrorContainer else colours.onSecondaryContainer,
        ),
    ) { Told(text, Modifier.padding(16.dp)) }
}

/** What is said of a file that was handed over. */
internal fun Words.told(way: Way, bytes: Long, noted: Boolean): String {
    val size = strings.reportKilobytes(((bytes + BYTES - 1) / BYTES).toString())
    val went = when (way) {
        Way.SHARE -> strings.reportSent(size)
        Way.SAVE_AS -> strings.reportStored(size)
        Way.PRINT -> strings.reportPrinted()
        Way.COPY -> strings.reportCopied()
    }
    return if (noted) went else "$went ${strings.reportNotNoted()}"
}

private const val BYTES = 1000L

/** Why nothing was handed over. */
internal fun Words.told(wrong: ShareProblem): String = when (wrong) {
    is ShareProblem.NotWritten -> strings.reportNotWritten(problem(wrong.problem))
    is ShareProblem.NotListed -> problem(wrong.problem)
    ShareProblem.WrongSize -> strings.reportWrongSize()
    is ShareProblem.NotTaken -> when (wrong.way) {
        Way.SHARE, Way.COPY -> strings.reportNotShared()
        Way.SAVE_AS -> strings.reportNotStored()
        Way.PRINT -> strings.reportNotPrinted()
    }
}

private fun Strings.form(form: ShareForm): String = when (form) {
    ShareForm.PDF -> reportPdf()
    ShareForm.LOCKED_PDF -> reportLockedPdf()
    ShareForm.TABLES -> reportTables()
    ShareForm.FHIR -> reportFhir()
    ShareForm.TEXT -> reportText()
}

private fun Strings.about(form: ShareForm): String = when (form) {
    ShareForm.PDF -> reportPdfAbout()
    ShareForm.LOCKED_PDF -> reportLockedPdfAbout()
    ShareForm.TABLES -> reportTablesAbout()
    ShareForm.FHIR -> reportFhirAbout()
    ShareForm.TEXT -> reportTextAbout()
}

private fun Strings.way(way: Way): String = when (way) {
    Way.SHARE -> reportSend()
    Way.SAVE_AS -> reportSaveAs()
    Way.PRINT -> reportPrint()
    Way.COPY -> reportCopy()
}
