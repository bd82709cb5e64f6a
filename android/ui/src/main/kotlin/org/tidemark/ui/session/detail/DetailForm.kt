package org.tidemark.ui.session.detail

import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Phase
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Answer
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Question
import org.tidemark.logic.session.before.Choice
import org.tidemark.logic.session.detail.DetailEvent
import org.tidemark.logic.session.detail.DetailState
import org.tidemark.logic.session.detail.Form
import org.tidemark.logic.session.detail.Lack
import org.tidemark.logic.session.detail.dateMoved
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.rating.RatingPad
import org.tidemark.ui.session.ChoicesForm
import org.tidemark.ui.session.Field
import org.tidemark.ui.session.MainButton
import org.tidemark.ui.session.OneOf
import org.tidemark.ui.session.PressurePad
import org.tidemark.ui.session.Section
import org.tidemark.ui.session.Side
import org.tidemark.ui.session.SideButton
import org.tidemark.ui.session.Spoken
import org.tidemark.ui.session.ValueRow
import org.tidemark.ui.session.capital
import org.tidemark.ui.session.status
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings

private val asked = listOf(Choice.STYLE, Choice.PRESSURE, Choice.MINUTES, Choice.AREAS, Choice.NEEDS, Choice.OILS)

/** A session told by hand. Nothing is on disk before "Save"; what was typed stays when it is refused. */
@Composable
internal fun DetailForm(form: Form, state: DetailState, send: (DetailEvent) -> Unit, go: Go) {
    val words = LocalWords.current
    val fill = { told: Form -> send(DetailEvent.Filled(told)) }
    Section(strings.sessionBecame()) {
        OneOf(SessionStatus.entries, form.status, { words.status(it).capital(words.locale) }, strings.sessionBecame()) { fill(form.copy(status = it)) }
    }
    Section(strings.sessionDay()) {
        Text(words.date(LogicalDate(form.date)), style = MaterialTheme.typography.headlineSmall)
        val earlier = strings.sessionDayEarlier()
        val later = strings.sessionDayLater()
        Side {
            SideButton(earlier) { fill(form.copy(date = dateMoved(form.date, -1))) }
            SideButton(later) { fill(form.copy(date = dateMoved(form.date, 1))) }
        }
        Field(strings.sessionTimeField(), form.time) { fill(form.copy(time = it)) }
        if (form.tookPlace) Field(strings.sessionLengthField(), form.minutes) { fill(form.copy(minutes = it)) }
        if (!form.tookPlace) Field(strings.sessionReason(), form.reason) { fill(form.copy(reason = it)) }
    }
    Section(strings.sessionAgreed()) {
        // The length of one that took place is told above; of another one only the length agreed is known.
        val parts = asked.filter { it != Choice.MINUTES || !form.tookPlace }
        ChoicesForm(form.choices, form.open, parts, { fill(form.copy(open = it)) }) {
            fill(form.copy(choices = it))
        }
    }
    if (form.tookPlace) {
        Section(strings.sessionPressureFelt()) {
            PressurePad(form.pressureFelt, strings.sessionPressureFelt()) { fill(form.copy(pressureFelt = it)) }
        }
        if (state.session == null) Around(form, state.questions, fill)
    }
    Section(strings.sessionNote()) {
        Field(strings.sessionNote(), form.note, lines = 3, underHeading = true) { fill(form.copy(note = it)) }
    }
    SaveOrWhyNot(form, state, send, go)
}

@Composable
private fun SaveOrWhyNot(form: Form, state: DetailState, send: (DetailEvent) -> Unit, go: Go) {
    state.problem?.let { ProblemCard(it) }
    val lack = form.lacks
    if (state.overlaps) {
        Section(strings.sessionOverlaps()) {
            SideButton(strings.sessionSaveAnyway()) { send(DetailEvent.SaveAsked(anyway = true)) }
        }
    } else {
        MainButton(strings.appSave(), lack == null && !state.saving) { send(DetailEvent.SaveAsked()) }
    }
    if (lack != null) Spoken(LocalWords.current.lack(lack))
    // A form over a session goes back to it, a new one to where the person came from.
    SideButton(strings.appCancel()) { if (state.session == null) go.back() else send(DetailEvent.Filled(null)) }
}

/** Pads of a phase, opened one at a time; only for a new session, since one on disk is rated on its own screens. */
@Composable
private fun Around(form: Form, questions: List<Question>, fill: (Form) -> Unit) {
    Section(strings.sessionRatings()) {
        PhaseOf(Phase.BEFORE, strings.sessionRatingsBefore(), form, questions, fill)
        PhaseOf(Phase.AFTER, strings.sessionRatingsAfter(), form, questions, fill)
        if (form.ratings.values.any { it.isNotEmpty() }) {
            Text(strings.sessionMemoryAsk(), style = MaterialTheme.typography.bodyLarge)
            OneOf(
                listOf(true, false),
                form.fromMemory,
                { if (it) strings.sessionMemoryYes() else strings.sessionMemoryNo() },
                strings.sessionMemoryAsk(),
            ) { fill(form.copy(fromMemory = it)) }
        }
    }
}

@Composable
private fun PhaseOf(phase: Phase, label: String, form: Form, questions: List<Question>, fill: (Form) -> Unit) {
    val given = form.ratings[phase].orEmpty()
    val open = form.rating == phase
    ValueRow(label, strings.sessionGivenOf(given.size.toString(), questions.size.toString()), strings.sessionChange(label)) {
        fill(form.copy(rating = phase.takeIf { !open }))
    }
    if (!open) return
    questions.forEach { question ->
        Card {
            RatingPad(question, given[question.measure], { fill(form.rated(phase, question.measure, it)) }, Modifier.padding(12.dp))
        }
    }
}

private fun Form.rated(phase: Phase, measure: MeasureId, answer: Answer): Form =
    copy(ratings = ratings + (phase to ratings[phase].orEmpty() + (measure to answer)))

private fun Words.lack(lack: Lack): String = when (lack) {
    Lack.STYLE -> strings.sessionLackStyle()
    Lack.TIME -> strings.sessionLackTime()
    Lack.LENGTH -> strings.sessionLackLength()
    Lack.FROM_MEMORY -> strings.sessionLackMemory()
}
