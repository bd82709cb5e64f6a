package org.tidemark.ui.visit

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Button
import androidx.compose.material3.Card
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.DiaryRecord
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.visit.LONGEST_QUESTION
import org.tidemark.logic.visit.MOST_QUESTIONS
import org.tidemark.logic.visit.Prep
import org.tidemark.logic.visit.VisitPrepEvent
import org.tidemark.logic.visit.VisitPrepState
import org.tidemark.logic.visit.visitAt
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.TARGET
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.date
import org.tidemark.ui.words.day
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** The evening before a visit: questions, goals, how complete the records are, and the pages. */
@Composable
public fun VisitPrepView(state: VisitPrepState, send: (VisitPrepEvent) -> Unit, go: Go) {
    val prep = state.prep
    if (prep == null) {
        state.problem?.let { ProblemCard(it) { send(VisitPrepEvent.Shown) } } ?: Text(strings.appLoading())
        return
    }
    val visit = prep.visit
    if (visit == null) {
        Text(strings.visitNone(), style = MaterialTheme.typography.bodyLarge)
        Button({ go.to(Place.Records("visit")) }, Modifier.heightIn(min = TARGET)) { Text(strings.visitAdd()) }
    } else {
        FlowRow(
            Modifier.fillMaxWidth(),
            horizontalArrangement = Arrangement.spacedBy(16.dp),
            verticalArrangement = Arrangement.spacedBy(8.dp),
            itemVerticalAlignment = Alignment.CenterVertically,
        ) {
            Text(LocalWords.current.visit(visit), style = MaterialTheme.typography.titleMedium)
            OutlinedButton({ go.to(Place.Records("visit")) }, Modifier.heightIn(min = TARGET)) { Text(strings.visitChange()) }
        }
        Questions(state, prep, send)
    }
    Section(strings.visitGoals()) {
        if (prep.goals.isEmpty()) Aside(strings.visitNoGoals())
        prep.goals.forEach { Text(strings.reportItem(it), style = MaterialTheme.typography.bodyLarge) }
        OutlinedButton({ go.to(Place.Records("goal")) }, Modifier.heightIn(min = TARGET)) { Text(strings.visitOpenGoals()) }
    }
    Section(strings.visitQuality()) {
        val words = LocalWords.current
        Aside(strings.visitPeriod(words.date(LogicalDate(prep.period.from)), words.date(LogicalDate(prep.period.to))))
        prep.quality?.let { Text(it.text, style = MaterialTheme.typography.bodyLarge) }
    }
    Button({ go.to(Place.ReportPreview(prep.options)) }, Modifier.heightIn(min = TARGET)) { Text(strings.reportLook()) }
}

private fun Words.visit(visit: DiaryRecord): String {
    val at = visit.visitAt
    val day = visit.fields.firstOrNull { it.name == "logical_date" }?.text
    val with = visit.fields.firstOrNull { it.name == "with" }?.text
    val (date, time) = (day?.let { day(LogicalDate(it)) }).orEmpty() to at?.let { time(it) }.orEmpty()
    return if (with == null) strings.visitOn(date, time) else strings.visitOnWith(date, time, with)
}

@Composable
private fun Questions(state: VisitPrepState, prep: Prep, send: (VisitPrepEvent) -> Unit) = Section(strings.visitQuestions()) {
    Aside(strings.visitCount(prep.questions.size.toString(), MOST_QUESTIONS.toString()))
    if (prep.questions.isEmpty()) Text(strings.visitNoQuestions(), style = MaterialTheme.typography.bodyLarge)
    prep.questions.forEachIndexed { at, question -> if (state.draft.at != at) QuestionCard(at, question, state.working, send) }
    SavedLine(state, send)
    if (state.hasRoom || state.draft.at != null) QuestionField(state, send) else Text(strings.visitFull(), style = MaterialTheme.typography.bodyLarge)
}

@Composable
private fun QuestionCard(at: Int, question: String, working: Boolean, send: (VisitPrepEvent) -> Unit) {
    val number = (at + 1).toString()
    val (change, remove) = strings.visitChangeQuestionAt(number) to strings.visitRemoveQuestionAt(number)
    Card(Modifier.fillMaxWidth()) {
        Column(Modifier.padding(start = 16.dp, end = 8.dp, top = 12.dp, bottom = 4.dp)) {
            Text(strings.visitNumbered(number, question), style = MaterialTheme.typography.bodyLarge)
            FlowRow(horizontalArrangement = Arrangement.spacedBy(24.dp)) {
                TextButton({ send(VisitPrepEvent.ChangeAsked(at)) }, Modifier.target().semantics { contentDescription = change }, enabled = !working, contentPadding = none) {
                    Text(strings.visitChangeQuestion())
                }
                TextButton({ send(VisitPrepEvent.Removed(at)) }, Modifier.target().semantics { contentDescription = remove }, enabled = !working, contentPadding = none) {
                    Text(strings.visitRemoveQuestion())
                }
            }
        }
    }
}

/** The words of the buttons begin where the question does. */
private val none = PaddingValues(0.dp)

private fun Modifier.target(): Modifier = heightIn(min = TARGET).widthIn(min = TARGET)

@Composable
private fun SavedLine(state: VisitPrepState, send: (VisitPrepEvent) -> Unit) {
    state.problem?.let { ProblemCard(it) }
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp), itemVerticalAlignment = Alignment.CenterVertically) {
        state.saved?.let { Told(strings.visitSaved(LocalWords.current.time(it))) }
        if (state.undo) {
            TextButton({ send(VisitPrepEvent.Undone) }, Modifier.heightIn(min = TARGET), enabled = !state.working) { Text(strings.appUndo()) }
        }
    }
}

@Composable
private fun QuestionField(state: VisitPrepState, send: (VisitPrepEvent) -> Unit) {
    val draft = state.draft
    val (length, most) = draft.length.toString() to LONGEST_QUESTION.toString()
    Field(
        draft.at?.let { strings.visitQuestionAt((it + 1).toString()) } ?: strings.visitQuestion(),
        draft.text,
        { send(VisitPrepEvent.Typed(it)) },
        hint = strings.visitLength(length, most),
        broken = if (draft.tooLong) strings.visitTooLong(length, most) else null,
        lines = 2,
    )
    FlowRow(horizontalArrangement = Arrangement.spacedBy(12.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        val ready = draft.length > 0 && !draft.tooLong && !state.working
        Button({ send(VisitPrepEvent.Submitted) }, Modifier.heightIn(min = TARGET), enabled = ready) {
            Text(if (draft.at == null) strings.visitKeep() else strings.visitKeepChange())
        }
        if (draft.at != null) {
            OutlinedButton({ send(VisitPrepEvent.ChangeLeft) }, Modifier.heightIn(min = TARGET)) { Text(strings.visitLeaveChange()) }
        }
    }
}
