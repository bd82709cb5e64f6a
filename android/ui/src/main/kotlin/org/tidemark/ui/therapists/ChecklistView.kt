package org.tidemark.ui.therapists

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Button
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Sheet
import org.tidemark.logic.Place
import org.tidemark.logic.session.code
import org.tidemark.logic.therapists.AnswerDraft
import org.tidemark.logic.therapists.ChecklistEvent
import org.tidemark.logic.therapists.ChecklistHow
import org.tidemark.logic.therapists.ChecklistState
import org.tidemark.logic.therapists.ChecklistStatus
import org.tidemark.logic.therapists.ItemAnswer
import org.tidemark.logic.therapists.LONGEST_FIT
import org.tidemark.logic.therapists.Therapist
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.DayField
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.Labelled
import org.tidemark.ui.form.SavedLine
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.TARGET
import org.tidemark.ui.records.broken
import org.tidemark.ui.session.Editor
import org.tidemark.ui.session.ValueRow
import org.tidemark.ui.sheet.SheetWays
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** The sixteen things to ask one massage therapist, each with its answer; one is open at a time. */
@Composable
public fun ChecklistView(state: ChecklistState, send: (ChecklistEvent) -> Unit, go: Go) {
    val therapist = state.therapist
    if (therapist == null) {
        state.problem?.let { ProblemCard(it) { send(ChecklistEvent.Shown) } } ?: Text(strings.appLoading())
        return
    }
    val words = LocalWords.current
    Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
        Text(strings.called(therapist), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
        Text(strings.asked(therapist), style = MaterialTheme.typography.bodyLarge)
        words.credential(therapist)?.let { Aside(it) }
        Aside(strings.therapistsNoGrade())
    }
    state.problem?.let { ProblemCard(it) }
    state.saved?.let { SavedLine(strings.therapistsSaved(words.time(it)), state.working) { send(ChecklistEvent.Undone) } }
    Items(state, therapist, send)
    Fit(state, therapist, send)
    Section(strings.therapistsPage()) {
        Aside(strings.therapistsPageOpen())
        SheetWays(state.out, onLook = { go.to(Place.SheetPreview(Sheet.Questions(therapist.id))) }) { send(ChecklistEvent.Went(it)) }
    }
    Deed(strings.therapistsToIntake()) { go.to(Place.Intake) }
}

@Composable
private fun Items(state: ChecklistState, therapist: Therapist, send: (ChecklistEvent) -> Unit) = Column(Modifier.fillMaxWidth()) {
    therapist.answers.forEach { answer ->
        val draft = state.draft?.takeIf { it.before.item == answer.item }
        if (draft == null) Item(answer) { send(ChecklistEvent.Opened(answer.item)) } else ItemForm(state, draft, send)
        HorizontalDivider()
    }
}

@Composable
private fun Item(answer: ItemAnswer, onOpen: () -> Unit) {
    val words = LocalWords.current
    val (name, stands) = strings.item(answer.item) to words.stands(answer)
    val said = if (answer.note.isEmpty()) stands else "$stands\n${answer.note}"
    ValueRow(name, said, strings.sessionChange(name), onOpen)
}

@Composable
private fun ItemForm(state: ChecklistState, draft: AnswerDraft, send: (ChecklistEvent) -> Unit) = Editor(Modifier.padding(vertical = 8.dp)) {
    val words = LocalWords.current
    Text(strings.item(draft.before.item), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
    Aside(draft.before.question)
    Labelled(strings.therapistsHowStands()) {
        Choices(strings.therapistsHowStands(), ChecklistStatus.entries.map { it to words.strings.status(it) }, draft.status) { send(ChecklistEvent.StatusChosen(it)) }
    }
    if (draft.status == ChecklistStatus.NOT_ASKED) {
        if (draft.before.status != ChecklistStatus.NOT_ASKED) Aside(strings.therapistsBlankNote())
    } else {
        DayField(strings.therapistsDay(), draft.on, { send(ChecklistEvent.DayTyped(it)) }, state.today, draft.brokenDay?.let { words.strings.broken(it) })
        if (draft.on.isEmpty() && draft.status.asked) Aside(strings.therapistsDayHint())
        Labelled(strings.therapistsHow()) {
            val ways = listOf("" to strings.appNotSet()) + ChecklistHow.entries.map { it.code to words.strings.how(it) }
            Choices(strings.therapistsHow(), ways, draft.how?.code.orEmpty()) { chosen -> send(ChecklistEvent.HowChosen(ChecklistHow.entries.firstOrNull { it.code == chosen })) }
        }
        Field(strings.therapistsNote(), draft.note, { send(ChecklistEvent.NoteTyped(it)) }, broken = draft.brokenNote?.let { words.strings.broken(it) })
    }
    FlowRow(horizontalArrangement = Arrangement.spacedBy(12.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Button({ send(ChecklistEvent.Submitted) }, Modifier.heightIn(min = TARGET), enabled = !state.working) { Text(strings.appSave()) }
        OutlinedButton({ send(ChecklistEvent.Closed) }, Modifier.heightIn(min = TARGET), enabled = !state.working) { Text(strings.appCancel()) }
    }
}

/** How the first talk or visit fitted, in free words. */
@Composable
private fun Fit(state: ChecklistState, therapist: Therapist, send: (ChecklistEvent) -> Unit) = Section(strings.therapistsFit()) {
    Field(
        strings.therapistsFitField(),
        state.fit ?: therapist.fit,
        { send(ChecklistEvent.FitTyped(it)) },
        broken = if (state.fitTooLong) strings.recordsTooLong(LONGEST_FIT) else null,
        lines = 3,
    )
    if (state.fitTouched) {
        Button({ send(ChecklistEvent.FitSubmitted) }, Modifier.heightIn(min = TARGET), enabled = !state.working && !state.fitTooLong) { Text(strings.therapistsSaveFit()) }
    }
}
