package org.tidemark.ui.practice

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Button
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.practice.PracticeDone
import org.tidemark.logic.practice.PracticeEvent
import org.tidemark.logic.practice.PracticeState
import org.tidemark.logic.practice.minuteSteps
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.DayField
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.SavedLine
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.TARGET
import org.tidemark.ui.form.Told
import org.tidemark.ui.records.practiceKind
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.day
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** Length and day if they matter, then the kind, whose tap saves; under it what was written down. */
@Composable
public fun PracticeView(state: PracticeState, send: (PracticeEvent) -> Unit, go: Go) {
    val recent = state.recent
    if (recent == null) {
        state.problem?.let { ProblemCard(it) { send(PracticeEvent.Shown) } } ?: Text(strings.appLoading())
        return
    }
    Section(strings.practiceMinutes()) {
        val none = strings.practiceMinutesNone()
        Choices(strings.practiceMinutes(), listOf(null to none) + minuteSteps.map { it to it.toString() }, state.minutes) { send(PracticeEvent.MinutesChosen(it)) }
    }
    DayField(strings.practiceDay(), state.day, { send(PracticeEvent.DayTyped(it)) }, state.today, strings.practiceNoDay().takeIf { state.noDay })
    Section(strings.practiceKinds()) {
        Aside(strings.practiceAbout())
        Kinds(state, send)
        LastLine(state, send)
    }
    Section(strings.practiceRecent()) {
        val words = LocalWords.current
        if (recent.isEmpty()) Text(strings.practiceNone(), style = MaterialTheme.typography.bodyLarge)
        Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
            recent.forEach { Text(words.line(it), style = MaterialTheme.typography.bodyLarge) }
        }
        Deed(strings.practiceAll()) { go.to(Place.Records("practice")) }
    }
}

@Composable
private fun Kinds(state: PracticeState, send: (PracticeEvent) -> Unit) {
    val strings = strings
    FlowRow(
        Modifier.fillMaxWidth(),
        horizontalArrangement = Arrangement.spacedBy(8.dp),
        verticalArrangement = Arrangement.spacedBy(8.dp),
    ) {
        state.kinds.forEach { kind ->
            Button({ send(PracticeEvent.KindTapped(kind)) }, Modifier.heightIn(min = TARGET).widthIn(min = TARGET), enabled = !state.working) {
                Text(strings.practiceKind(kind), textAlign = TextAlign.Center)
            }
        }
    }
}

/** What is on disk since the last tap, with its way back; or why it is not, with the way to try again. */
@Composable
private fun LastLine(state: PracticeState, send: (PracticeEvent) -> Unit) {
    val words = LocalWords.current
    val (saved, kind) = state.saved to state.kind
    state.problem?.let { problem -> ProblemCard(problem, kind?.let { { send(PracticeEvent.KindTapped(it)) } }) }
    if (state.working && kind != null) Told(strings.practiceSaving())
    if (saved != null) {
        SavedLine(strings.practiceSaved(strings.practiceKind(saved.kind), words.time(saved.at)), state.working) { send(PracticeEvent.Undone) }
    }
}

private fun Words.line(done: PracticeDone): String {
    val (day, kind) = day(LogicalDate(done.day)) to strings.practiceKind(done.kind)
    return done.minutes?.let { strings.practiceLineMinutes(day, kind, strings.sessionMinutes(it)) } ?: strings.practiceLine(day, kind)
}
