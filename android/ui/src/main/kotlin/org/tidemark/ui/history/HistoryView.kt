package org.tidemark.ui.history

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.size
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.DayMark
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.history.HistoryEvent
import org.tidemark.logic.history.HistoryState
import org.tidemark.logic.history.MonthPage
import org.tidemark.logic.history.Neighbour
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.month
import org.tidemark.ui.words.strings

/** A month of entries as a calendar or as a list; a day leads to its entries. */
@Composable
public fun HistoryView(state: HistoryState, send: (HistoryEvent) -> Unit, go: Go) {
    state.problem?.let { ProblemCard(it) { send(HistoryEvent.TriedAgain) } }
    val page = state.shown
    if (page == null) {
        if (state.problem == null) Text(strings.appLoading())
        return
    }
    val choose = { neighbour: Neighbour -> send(HistoryEvent.MonthChosen(neighbour.month)) }
    val open = { day: LogicalDate -> go.to(Place.DayEntries(day)) }
    MonthBar(page, choose)
    page.before?.takeIf { it.empty > 0 }?.let { before ->
        EmptyMonths(strings.historyEmptyBefore(before.empty)) { send(HistoryEvent.MonthChosen(page.month.minusMonths(1))) }
    }
    if (state.asList) DayList(page, open) else MonthGrid(page, open)
    if (page.empty) Text(strings.historyEmpty(), style = MaterialTheme.typography.bodyLarge)
    page.after?.takeIf { it.empty > 0 }?.let { after ->
        EmptyMonths(strings.historyEmptyAfter(after.empty)) { send(HistoryEvent.MonthChosen(page.month.plusMonths(1))) }
    }
    OutlinedButton({ send(HistoryEvent.ListChosen(!state.asList)) }, Modifier.heightIn(min = 48.dp)) {
        Text(if (state.asList) strings.historyShowCalendar() else strings.historyShowList())
    }
    if (!state.asList) Legend(page)
}

@Composable
private fun MonthBar(page: MonthPage, choose: (Neighbour) -> Unit) {
    val words = LocalWords.current
    Row(Modifier.fillMaxWidth(), verticalAlignment = Alignment.CenterVertically) {
        Arrow(back = true, page.before, words.strings::historyMonthBefore, choose)
        Text(
            words.month(page.month),
            Modifier.weight(1f).semantics { heading() },
            textAlign = TextAlign.Center,
            style = MaterialTheme.typography.titleMedium,
        )
        Arrow(back = false, page.after, words.strings::historyMonthAfter, choose)
    }
}

@Composable
private fun Arrow(back: Boolean, to: Neighbour?, spoken: (String) -> String, choose: (Neighbour) -> Unit) {
    val words = LocalWords.current
    if (to == null) {
        Spacer(Modifier.size(ARROW))
    } else {
        OutlinedButton({ choose(to) }, Modifier.size(ARROW).semantics { contentDescription = spoken(words.month(to.month)) }) {
            Chevron(back)
        }
    }
}

private val ARROW = DpSize(72.dp, 48.dp)

/** Stands for months without entries; opens the nearest of them, so that a day of it can still be written about. */
@Composable
private fun EmptyMonths(text: String, onClick: () -> Unit) {
    TextButton(onClick, Modifier.fillMaxWidth().heightIn(min = 48.dp)) { Text(text, textAlign = TextAlign.Center) }
}

/** What the shapes mean: only those that occur in the month. */
@Composable
private fun Legend(page: MonthPage) {
    val words = LocalWords.current
    val marks = DayMark.entries.filter { mark -> mark != DayMark.BLANK && page.days.any { it.mark == mark } }
    FlowRow(
        Modifier.fillMaxWidth(),
        horizontalArrangement = Arrangement.spacedBy(20.dp),
        verticalArrangement = Arrangement.spacedBy(8.dp),
    ) {
        marks.forEach { mark -> Sign({ MarkShape(mark) }, words.mark(mark)) }
        if (page.days.any { it.sessions > 0u }) Sign({ SessionShape(tookPlace = true) }, strings.historySessionMark())
        if (page.days.any { it.planned > 0u }) Sign({ SessionShape(tookPlace = false) }, strings.historyPlannedMark())
        if (page.days.any { it.others > 0u }) Sign({ OtherShape() }, strings.historyOtherMark())
    }
}

@Composable
private fun Sign(shape: @Composable () -> Unit, text: String) {
    Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
        shape()
        Text(text, style = MaterialTheme.typography.bodyMedium)
    }
}
