package org.tidemark.ui.insights

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Card
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.insights.Asked
import org.tidemark.logic.insights.CardAct
import org.tidemark.logic.insights.InsightsEvent
import org.tidemark.logic.insights.InsightsState
import org.tidemark.logic.insights.NotDone
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.LineButton
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings

/** At most three cards as the core words them. With none there is nothing but what the core says is still missing. */
@Composable
public fun InsightsView(state: InsightsState, send: (InsightsEvent) -> Unit, go: Go) {
    state.problem?.let { ProblemCard(it) { send(InsightsEvent.Shown) } }
    val week = state.week
    if (week == null) {
        if (state.problem == null) Text(strings.appLoading())
        return
    }
    Text(strings.insightsAbout(), style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
    week.cards.forEach { card -> CardView(card, state, send, go) }
    if (week.cards.isEmpty()) {
        if (week.waiting) Text(strings.insightsWaiting(), style = MaterialTheme.typography.bodyLarge)
        week.next?.let { Text(it.text, style = MaterialTheme.typography.bodyLarge) }
    }
}

@Composable
private fun CardView(card: Card, state: InsightsState, send: (InsightsEvent) -> Unit, go: Go) {
    val words = LocalWords.current
    val name = card.question
    Card(
        Modifier.fillMaxWidth(),
        colors = CardDefaults.cardColors(containerColor = MaterialTheme.colorScheme.surfaceContainerLow),
    ) {
        Column(Modifier.padding(16.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
            Text(card.sentence.text, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
            Facts(card)
            card.notes.forEach { Text(it.text, style = MaterialTheme.typography.bodyMedium) }
            if (name in state.opened) How(card)
            state.asked[name]?.let { Confirmed(words.asked(it)) }
            state.refused[name]?.let { Refused(it, card, send, go) }
            if (name !in state.asked) Text(strings.insightsWouldAsk(card.ask.text), style = MaterialTheme.typography.bodyMedium)
            FlowRow(horizontalArrangement = Arrangement.spacedBy(20.dp), verticalArrangement = Arrangement.spacedBy(4.dp)) {
                if (name !in state.asked) {
                    OutlinedButton({ send(InsightsEvent.AskTapped(name)) }, Modifier.heightIn(min = 48.dp), enabled = state.busy == null) { Text(strings.insightsAsk()) }
                }
                if (card.how != null || card.method != null) {
                    val open = name in state.opened
                    LineButton(if (open) strings.insightsHideHow() else strings.insightsShowHow()) { send(InsightsEvent.HowShown(name, !open)) }
                }
                LineButton(strings.insightsNotUseful(), enabled = state.busy == null) { send(InsightsEvent.HideTapped(name)) }
            }
        }
    }
}

/** How many records of which days the sentence rests on. Its interval stands in it, rounded by the core; the notes say as of when. */
@Composable
private fun Facts(card: Card) {
    val words = LocalWords.current
    Text(
        words.strings.insightsBased(card.n.toString(), words.date(LogicalDate(card.period.from)), words.date(LogicalDate(card.period.to))),
        style = MaterialTheme.typography.bodyMedium,
        color = MaterialTheme.colorScheme.onSurfaceVariant,
    )
}

@Composable
private fun How(card: Card) {
    card.how?.let { Text(it.text, style = MaterialTheme.typography.bodyMedium) }
    card.method?.let {
        Text(
            strings.insightsMethod(it.name, it.variant),
            style = MaterialTheme.typography.bodyMedium,
            color = MaterialTheme.colorScheme.onSurfaceVariant,
        )
    }
}

@Composable
private fun Confirmed(text: String) {
    Text(text, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, style = MaterialTheme.typography.bodyLarge)
}

@Composable
private fun Refused(why: NotDone, card: Card, send: (InsightsEvent) -> Unit, go: Go) {
    when (why) {
        NotDone.NoComingVisit -> {
            Confirmed(strings.insightsNoVisit())
            OutlinedButton({ go.to(Place.Records("visit")) }, Modifier.heightIn(min = 48.dp)) { Text(strings.insightsVisits()) }
        }
        is NotDone.Refused -> ProblemCard(why.problem) {
            send(if (why.act == CardAct.ASK) InsightsEvent.AskTapped(card.question) else InsightsEvent.HideTapped(card.question))
        }
    }
}

private fun Words.asked(asked: Asked): String =
    asked.visitOn?.let { strings.insightsAsked(date(it)) } ?: strings.insightsAskedUndated()
