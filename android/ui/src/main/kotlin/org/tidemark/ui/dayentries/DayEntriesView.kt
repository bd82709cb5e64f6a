package org.tidemark.ui.dayentries

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
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.dayentries.DayEntriesEvent
import org.tidemark.logic.dayentries.DayEntriesState
import org.tidemark.logic.dayentries.DayPage
import org.tidemark.logic.dayentries.Line
import org.tidemark.logic.dayentries.Target
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.LineButton
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.rating.RatingPad
import org.tidemark.ui.rating.shown
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.date
import org.tidemark.ui.words.fullDay
import org.tidemark.ui.words.problem
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** Every entry of one day. The date stands in the title and over the list, because what is changed here is about that day. */
@Composable
public fun DayEntriesView(state: DayEntriesState, send: (DayEntriesEvent) -> Unit, go: Go, now: () -> Moment) {
    state.problem?.let { ProblemCard(it) { send(DayEntriesEvent.Shown) } }
    val page = state.page
    if (page == null) {
        if (state.problem == null) Text(strings.appLoading())
        return
    }
    val words = LocalWords.current
    val other = state.date != page.today
    Text(
        if (other) strings.entriesAboutOtherDay(words.fullDay(state.date)) else words.fullDay(state.date),
        Modifier.semantics { heading() },
        style = MaterialTheme.typography.bodyLarge,
    )
    val placed = page.entries.any { it.id == state.undo }
    if (!state.adding && state.open == null && !(placed && state.line is Line.Saved)) StatusLine(state, send)
    if (page.entries.isEmpty()) Text(strings.entriesNone(), style = MaterialTheme.typography.bodyLarge)
    page.entries.forEach { entry -> EntryCard(entry, page, state, send, go, now) }
    if (state.date.iso <= page.today.iso) {
        if (state.adding) {
            NewEntry(page, state, send, now)
        } else {
            Button({ send(DayEntriesEvent.AddTapped) }, Modifier.heightIn(min = 48.dp), enabled = state.free) { Text(strings.entriesAdd()) }
        }
    }
}

/** The pads of a new entry: each number saves itself, as on Today, but for the day of the screen. */
@Composable
private fun NewEntry(page: DayPage, state: DayEntriesState, send: (DayEntriesEvent) -> Unit, now: () -> Moment) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Text(
            strings.entriesAdding(words.date(state.date)),
            Modifier.semantics { heading() },
            style = MaterialTheme.typography.titleMedium,
        )
        page.daily.mapNotNull { page.question(it.name) }.forEach { question ->
            if (state.open?.measure == question.measure) {
                Card(Modifier.fillMaxWidth()) {
                    RatingPad(question, state.shown, { send(DayEntriesEvent.Rated(it, now())) }, Modifier.padding(10.dp))
                }
            } else {
                val rated = page.rated(question.measure)
                ValueRow(
                    label = question.label,
                    value = rated?.let { strings.entriesAlreadyRated(words.shown(question, it)) },
                    act = strings.ratingRate(),
                ) { send(DayEntriesEvent.PadOpened(Target.Add(question.measure))) }
            }
        }
        StatusLine(state, send)
        if (state.attempt == null) {
            OutlinedButton({ send(DayEntriesEvent.PadClosed) }, Modifier.heightIn(min = 48.dp)) { Text(strings.entriesAddDone()) }
        }
    }
}

/** What is on disk, spoken when it changes; "Saved" only when everything shown is. Undo stays until the next act. */
@Composable
internal fun StatusLine(state: DayEntriesState, send: (DayEntriesEvent) -> Unit) {
    val words = LocalWords.current
    val line = state.line
    if (line == Line.None && state.undo == null) return
    FlowRow(
        Modifier.fillMaxWidth(),
        horizontalArrangement = Arrangement.spacedBy(16.dp),
        itemVerticalAlignment = Alignment.CenterVertically,
    ) {
        val text = when (line) {
            Line.None -> null
            Line.Saving -> strings.entriesSaving()
            is Line.Saved -> strings.entriesSaved(words.time(line.at))
            is Line.NotSaved -> if (line.problem == Problem.StorageFull) strings.problemNumberKept() else words.problem(line.problem)
            Line.Deleted -> strings.entriesDeleted()
            Line.Undone -> strings.entriesUndone()
        }
        text?.let { Text(it, Modifier.padding(vertical = 4.dp).semantics { liveRegion = LiveRegionMode.Polite }, style = MaterialTheme.typography.bodyLarge) }
        if (line is Line.NotSaved) {
            OutlinedButton({ send(DayEntriesEvent.TriedAgain) }, Modifier.heightIn(min = 48.dp)) { Text(strings.appTryAgain()) }
        }
        if (state.undo != null && state.free) {
            LineButton(strings.appUndo()) { send(DayEntriesEvent.UndoTapped) }
        }
    }
}
