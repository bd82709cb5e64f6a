package org.tidemark.ui.today

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.Question
import org.tidemark.logic.today.Entry
import org.tidemark.logic.today.Line
import org.tidemark.logic.today.TodayEvent
import org.tidemark.logic.today.TodayState
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.LineButton
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.rating.HeardByRules
import org.tidemark.ui.rating.RatingPad
import org.tidemark.ui.rating.shown
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.date
import org.tidemark.ui.words.day
import org.tidemark.ui.words.problem
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** Today: the open pad, a row for each other question, and the line that says what is on disk. */
@Composable
public fun TodayView(state: TodayState, send: (TodayEvent) -> Unit, go: Go, now: () -> Moment) {
    val date = state.date
    HeardByRules(state.advances) { send(TodayEvent.ScreenReader(it)) }
    when {
        date == null && state.problem == null -> Text(strings.appLoading())
        date == null -> state.problem?.let { ProblemCard(it) { send(TodayEvent.Shown) } }
        else -> {
            val words = LocalWords.current
            FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.SpaceBetween) {
                Text(words.day(date), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
                Text(strings.todayDayEnds(words.time(state.around.rolloverMin)), style = MaterialTheme.typography.bodyMedium)
            }
            AroundCards(state, go)
            state.problem?.let { ProblemCard(it) { send(TodayEvent.Shown) } }
            state.questions.forEach { question -> QuestionRow(question, state, send, now) }
            SavedLine(state, send)
            LineButton(strings.todayAddPractice(), strings.todayAddPracticeSpoken()) { go.to(Place.Practice) }
        }
    }
}

@Composable
private fun QuestionRow(question: Question, state: TodayState, send: (TodayEvent) -> Unit, now: () -> Moment) {
    val entry = state.entries[question.measure]
    if (state.open == question.measure) {
        Card(Modifier.fillMaxWidth()) {
            RatingPad(question, entry?.shown, { send(TodayEvent.Rated(question.measure, it, now())) }, Modifier.padding(12.dp))
        }
    } else {
        ClosedRow(question, entry) { send(TodayEvent.PadOpened(question.measure)) }
    }
    HorizontalDivider()
}

@Composable
private fun ClosedRow(question: Question, entry: Entry?, onOpen: () -> Unit) {
    val words = LocalWords.current
    FlowRow(
        Modifier.fillMaxWidth().heightIn(min = 48.dp).clickable(role = Role.Button, onClick = onOpen).padding(vertical = 8.dp),
        horizontalArrangement = Arrangement.SpaceBetween,
        itemVerticalAlignment = Alignment.CenterVertically,
    ) {
        Text(question.label, style = MaterialTheme.typography.bodyLarge)
        val value = entry?.let { words.shown(question, it.shown) } ?: "–"
        val act = if (entry == null) strings.ratingRate() else strings.ratingChange()
        Text("$value   $act", style = MaterialTheme.typography.bodyLarge, color = MaterialTheme.colorScheme.primary)
    }
}

/** What is on disk. Spoken when it changes; "Saved" only when everything shown is. */
@Composable
private fun SavedLine(state: TodayState, send: (TodayEvent) -> Unit) {
    val words = LocalWords.current
    val line = state.line
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        val text = when (line) {
            Line.Empty -> strings.todayEmpty()
            Line.Saving -> strings.todaySaving()
            is Line.Saved -> strings.todaySaved(words.time(line.at))
            is Line.NotSaved -> if (line.problem == org.tidemark.logic.Problem.StorageFull) strings.problemNumberKept() else words.problem(line.problem)
        }
        Text(text, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, style = MaterialTheme.typography.bodyLarge)
        if (line is Line.NotSaved) {
            OutlinedButton({ send(TodayEvent.TriedAgain(line.measure)) }, Modifier.heightIn(min = 48.dp)) { Text(strings.appTryAgain()) }
        }
        if (state.undo != null) {
            TextButton({ send(TodayEvent.Undone) }, Modifier.heightIn(min = 48.dp)) { Text(strings.appUndo()) }
        }
    }
}

/** Sessions of the day and the way back after a long time; nothing is counted. */
@Composable
private fun AroundCards(state: TodayState, go: Go) {
    val around = state.around
    around.running?.let { id -> Ahead(strings.todayRunning()) { go.to(Place.SessionTimer(id)) } }
    around.morningAfter.firstOrNull()?.let { id -> Ahead(strings.todayMorningAfter()) { go.to(Place.SessionTomorrow(id)) } }
    around.planned.firstOrNull()?.let { id -> Ahead(strings.todayPlanned()) { go.to(Place.SessionBefore(id)) } }
    around.awaySince?.let { last ->
        Card(Modifier.fillMaxWidth()) {
            Column(Modifier.padding(12.dp)) {
                Text(strings.todayWelcomeBack(LocalWords.current.date(last)), style = MaterialTheme.typography.bodyLarge)
                FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
                    TextButton({ go.to(Place.Records("event")) }, Modifier.heightIn(min = 48.dp)) { Text(strings.todayWhyPaused()) }
                    TextButton({ go.to(Place.History) }, Modifier.heightIn(min = 48.dp)) { Text(strings.todayLookBack()) }
                }
            }
        }
    }
}

@Composable
private fun Ahead(text: String, onClick: () -> Unit) {
    Card(onClick, Modifier.fillMaxWidth().heightIn(min = 48.dp)) {
        Text(text, Modifier.padding(12.dp), style = MaterialTheme.typography.bodyLarge)
    }
}
