package org.tidemark.ui.intake

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.intake.IntakeEvent
import org.tidemark.logic.intake.IntakePart
import org.tidemark.logic.intake.IntakeRead
import org.tidemark.logic.intake.IntakeState
import org.tidemark.logic.intake.IntakeVersion
import org.tidemark.logic.intake.intakeFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.LineButton
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.SavedLine
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.SwitchRow
import org.tidemark.ui.form.TickRow
import org.tidemark.ui.sheet.SheetWays
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time
import org.tidemark.ui.words.written

/** The intake sheet in its shell; while its form is open, the way back leads to the sheet. */
@Composable
internal fun IntakeScreen(env: Env, go: Go, at: Navigation) {
    val intake = running(env, Place.Intake) { intakeFeature(env) }
    val inForm = Go(go.to, go.instead, { intake.send(IntakeEvent.Closed) }, go.tab)
    Shell(strings.intakeTitle(), if (intake.state.form == null) go else inForm, at.tab, canGoBack = true) { IntakeView(intake.state, intake.send, go) }
}

/** The newest version part by part, each with its tick; what leaves, and the ways out. It gives no answer whether massage suits. */
@Composable
public fun IntakeView(state: IntakeState, send: (IntakeEvent) -> Unit, go: Go) {
    val (read, form) = state.read to state.form
    if (read == null) {
        state.problem?.let { ProblemCard(it) { send(IntakeEvent.Shown) } } ?: Text(strings.appLoading())
        return
    }
    if (form != null) {
        IntakeForm(read, form, state.working, send)
        return
    }
    val (newest, words) = read.newest to LocalWords.current
    state.problem?.let { ProblemCard(it) }
    state.saved?.let { SavedLine(strings.intakeSaved(words.time(it.at)), state.working) { send(IntakeEvent.Undone) } }
    if (newest == null) {
        Text(strings.intakeEmpty(), style = MaterialTheme.typography.bodyLarge)
        FirstDeed(strings.intakeAdd()) { send(IntakeEvent.Changed) }
    } else {
        Newest(state, read, newest, send, go)
    }
    Aside(strings.intakeNoAnswer())
}

@Composable
private fun Newest(state: IntakeState, read: IntakeRead, newest: IntakeVersion, send: (IntakeEvent) -> Unit, go: Go) {
    val words = LocalWords.current
    Text(strings.intakeVersion(newest.number, words.written(newest.reviewedOn)), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
    FirstDeed(strings.intakeChange()) { send(IntakeEvent.Changed) }
    if (newest.reviewedOn != read.today) Deed(strings.intakeReviewed(), enabled = !state.working) { send(IntakeEvent.Reviewed) }
    Section(strings.intakeParts()) {
        Aside(strings.intakePartsAbout())
        Column { read.parts.forEach { Part(read, it, send) } }
    }
    Section(strings.intakePage()) {
        Column {
            TickRow(strings.intakeReverse(), state.reverse) { send(IntakeEvent.ReverseTicked(it)) }
            TickRow(strings.intakeSignatures(), state.signatures) { send(IntakeEvent.SignaturesTicked(it)) }
        }
    }
    Section(strings.intakeLeaves()) {
        Leaves(state, read)
        SheetWays(state.out, onLook = { go.to(Place.SheetPreview(state.page)) }) { send(IntakeEvent.Went(it)) }
    }
    Section(strings.intakeVersions()) {
        Text(strings.intakeVersionRow(newest.number, words.written(newest.reviewedOn)), style = MaterialTheme.typography.bodyLarge)
        Column { read.earlier.forEach { Earlier(it, read, open = it.id == state.openVersion, send) } }
    }
}

/** An earlier version: a tap opens what it said. */
@Composable
private fun Earlier(version: IntakeVersion, read: IntakeRead, open: Boolean, send: (IntakeEvent) -> Unit) {
    val words = LocalWords.current
    val row = strings.intakeVersionRow(version.number, words.written(version.reviewedOn))
    if (!open) {
        LineButton(row) { send(IntakeEvent.VersionOpened(version.id)) }
        return
    }
    Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
        Text(row, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
        val said = version.parts.filter { it.text.isNotEmpty() }
        if (said.isEmpty()) Aside(strings.intakeVersionEmpty())
        said.forEach { part ->
            val line = strings.intakeLeavesItem(words.strings.intakePart(part.field) ?: part.field, words.said(part, read.rules))
            Text(line, style = MaterialTheme.typography.bodyLarge)
        }
        LineButton(strings.intakeVersionClose()) { send(IntakeEvent.VersionOpened(null)) }
    }
}

@Composable
private fun Part(read: IntakeRead, part: IntakePart, send: (IntakeEvent) -> Unit) {
    val words = LocalWords.current
    val name = strings.intakePart(part.field) ?: part.field
    val said = words.said(part, read.rules).ifEmpty { strings.intakeNotWritten() }
    SwitchRow(name, part.ticked, about = said) { send(IntakeEvent.Ticked(part.field, it)) }
}

/** What stands on the page, in the words that stand there. */
@Composable
private fun Leaves(state: IntakeState, read: IntakeRead) = Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
    val words = LocalWords.current
    if (state.leaves.isEmpty()) Aside(strings.intakeLeavesNone())
    state.leaves.forEach { part ->
        val said = words.said(part, read.rules).ifEmpty { strings.intakeNotWritten() }
        Text(strings.reportItem(strings.intakeLeavesItem(words.strings.intakePart(part.field) ?: part.field, said)), style = MaterialTheme.typography.bodyLarge)
    }
    val others = listOfNotNull(
        strings.intakeLeavesPlan().takeIf { read.withPlan },
        strings.intakeLeavesChanges(),
        strings.intakeLeavesSessions().takeIf { state.reverse },
    )
    others.forEach { Text(strings.reportItem(it), style = MaterialTheme.typography.bodyLarge) }
}
