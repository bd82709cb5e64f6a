package org.tidemark.ui.dayentries

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Entry
import org.tidemark.bindings.EntryRatings
import org.tidemark.bindings.EntryValue
import org.tidemark.bindings.Kind
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.dayentries.DayEntriesEvent
import org.tidemark.logic.dayentries.DayEntriesState
import org.tidemark.logic.dayentries.DayPage
import org.tidemark.logic.dayentries.Line
import org.tidemark.logic.dayentries.Target
import org.tidemark.logic.dayentries.answer
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.LineButton
import org.tidemark.ui.rating.RatingPad
import org.tidemark.ui.rating.shown
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.number
import org.tidemark.ui.words.strings
import kotlin.math.roundToLong

/** One entry: what it says, when it was written, what it said before. */
@Composable
internal fun EntryCard(entry: Entry, page: DayPage, state: DayEntriesState, send: (DayEntriesEvent) -> Unit, go: Go, now: () -> Moment) {
    val words = LocalWords.current
    Card(
        Modifier.fillMaxWidth(),
        colors = CardDefaults.cardColors(containerColor = MaterialTheme.colorScheme.surfaceContainerLow),
    ) {
        Column(Modifier.padding(horizontal = EDGE, vertical = 8.dp)) {
            Head(entry, state, send)
            words.about(entry)?.let { Quiet(it) }
            entry.values.forEach { value -> ValueOf(entry, value, page, state, send, now) }
            words.lines(entry).forEach { Text(it, INSET.padding(vertical = 4.dp), style = MaterialTheme.typography.bodyLarge) }
            entry.ratings.forEach { Ratings(it, page) }
            if (state.undo == entry.id && state.line is Line.Saved && !state.adding) Box(INSET) { StatusLine(state, send) }
            Changes(entry, page, state, send)
            if (entry.recordKind == Kind.SESSION) {
                Box(INSET) { LineButton(strings.entriesOpenSession()) { go.to(Place.SessionDetail(entry.id)) } }
            }
        }
    }
}

/** Text stands this far from the edge of its card; a pad reaches further, so that its cells have room on a small phone. */
private val EDGE = 10.dp
private val INSET = Modifier.padding(horizontal = 6.dp)

@Composable
private fun Head(entry: Entry, state: DayEntriesState, send: (DayEntriesEvent) -> Unit) {
    val name = LocalWords.current.head(entry)
    FlowRow(
        INSET.fillMaxWidth(),
        horizontalArrangement = Arrangement.SpaceBetween,
        itemVerticalAlignment = Alignment.CenterVertically,
    ) {
        Text(name, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleSmall)
        entry.recordKind?.let { kind ->
            LineButton(strings.entriesDelete(), strings.entriesDeleteSpoken(name), state.free) {
                send(DayEntriesEvent.DeleteTapped(kind, entry.id))
            }
        }
    }
}

/** A value of a check-in: its row, or its pad when that is open. */
@Composable
private fun ValueOf(entry: Entry, value: EntryValue, page: DayPage, state: DayEntriesState, send: (DayEntriesEvent) -> Unit, now: () -> Moment) {
    val words = LocalWords.current
    val question = page.question(value.measureId)
    val target = Target.Change(entry.id, MeasureId(value.measureId))
    val changes = question != null && page.changes(value)
    when {
        question != null && state.open == target -> {
            RatingPad(question, state.shown, { send(DayEntriesEvent.Rated(it, now())) }, Modifier.padding(vertical = 8.dp))
            Column(INSET) {
                StatusLine(state, send)
                if (state.attempt == null || state.attempt?.refused != null) {
                    LineButton(strings.entriesClosePad()) { send(DayEntriesEvent.PadClosed) }
                }
            }
        }
        changes -> {
            val shown = words.value(page, value)
            ValueRow(question.label, shown, strings.entriesChange(), strings.entriesChangeSpoken(question.label, shown), INSET) {
                send(DayEntriesEvent.PadOpened(target))
            }
        }
        else -> ValueRow(question?.label ?: value.measureId, "${words.value(page, value)}, ${strings.entriesOtherScale()}", modifier = INSET)
    }
}

/** A label with its value; with [act] it opens a pad. */
@Composable
internal fun ValueRow(
    label: String,
    value: String?,
    act: String? = null,
    spoken: String? = null,
    modifier: Modifier = Modifier,
    onClick: (() -> Unit)? = null,
) {
    val tapped = if (onClick == null) Modifier else Modifier.clickable(role = Role.Button, onClick = onClick)
    val named = if (spoken == null) Modifier else Modifier.semantics { contentDescription = spoken }
    FlowRow(
        modifier.fillMaxWidth().heightIn(min = 48.dp).then(tapped).then(named).padding(vertical = 8.dp),
        horizontalArrangement = Arrangement.SpaceBetween,
        itemVerticalAlignment = Alignment.CenterVertically,
    ) {
        Text(label, style = MaterialTheme.typography.bodyLarge)
        FlowRow(horizontalArrangement = Arrangement.spacedBy(16.dp)) {
            value?.let { Text(it, style = MaterialTheme.typography.bodyLarge) }
            act?.let { Text(it, style = MaterialTheme.typography.bodyLarge, color = MaterialTheme.colorScheme.primary) }
        }
    }
}

/** Ratings around a session; they are changed on the page of the session. */
@Composable
private fun Ratings(ratings: EntryRatings, page: DayPage) {
    val words = LocalWords.current
    val values = ratings.values.joinToString(", ") { value -> "${page.question(value.measureId)?.label ?: value.measureId} ${words.value(page, value)}" }
    val about = listOfNotNull(
        strings.entriesRecalled().takeIf { ratings.recalled },
        strings.entriesOutOfWindow().takeIf { !ratings.inWindow },
    ).joinToString(", ")
    Column(Modifier.padding(vertical = 4.dp)) {
        Text("${words.phase(ratings.phase)}: $values", INSET, style = MaterialTheme.typography.bodyLarge)
        if (about.isNotEmpty()) Quiet(about)
    }
}

/** What an entry said before, oldest first; offered only for one that was changed. */
@Composable
private fun Changes(entry: Entry, page: DayPage, state: DayEntriesState, send: (DayEntriesEvent) -> Unit) {
    val kind = entry.recordKind ?: return
    if (entry.revision < 2u) return
    val words = LocalWords.current
    val shown = state.changes[entry.id]
    val name = words.head(entry)
    shown?.mapNotNull { words.changed(it, page) }?.forEach { Quiet(it) }
    val spoken = if (shown == null) strings.entriesChangesSpoken(name) else strings.entriesHideChangesSpoken(name)
    Box(INSET) {
        LineButton(if (shown == null) strings.entriesShowChanges() else strings.entriesHideChanges(), spoken) {
            send(if (shown == null) DayEntriesEvent.ChangesShown(kind, entry.id) else DayEntriesEvent.ChangesClosed(entry.id))
        }
    }
}

@Composable
private fun Quiet(text: String) {
    Text(text, INSET.padding(vertical = 2.dp), style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
}

/** A value in its measure's unit; a skip in words. */
private fun Words.value(page: DayPage, value: EntryValue): String {
    val question = page.question(value.measureId)
    val number = value.value
    return when {
        question != null -> shown(question, value.answer())
        number == null -> strings.ratingSkipped()
        else -> number((number * 1000).roundToLong())
    }
}
