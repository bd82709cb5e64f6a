package org.tidemark.ui.session.before

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Moment
import org.tidemark.logic.session.SessionChoices
import org.tidemark.logic.session.before.BeforeEvent
import org.tidemark.logic.session.before.BeforeState
import org.tidemark.logic.session.before.Choice
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.session.ChoicesForm
import org.tidemark.ui.session.Editor
import org.tidemark.ui.session.MainButton
import org.tidemark.ui.session.OneOf
import org.tidemark.ui.session.PhasePads
import org.tidemark.ui.session.Section
import org.tidemark.ui.session.Side
import org.tidemark.ui.session.SideButton
import org.tidemark.ui.session.ValueRow
import org.tidemark.ui.session.allergy
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** How many minutes ago a session may have begun, one tap each. */
private val ago = listOf(5, 10, 15, 20, 30, 45)

/** What is agreed, in the order of its rows. */
private val asked = listOf(Choice.STYLE, Choice.PRESSURE, Choice.MINUTES, Choice.AREAS, Choice.NEEDS, Choice.OILS)

/** Before a session: the pads, what is agreed, the card, and the start. */
@Composable
public fun BeforeView(state: BeforeState, send: (BeforeEvent) -> Unit, now: () -> Moment) {
    val choices = state.choices
    when {
        choices == null && state.problem == null -> Text(strings.appLoading())
        choices == null -> state.problem?.let { ProblemCard(it) { send(BeforeEvent.Shown) } }
        state.card -> CardView(choices) { send(BeforeEvent.CardShown(false)) }
        else -> Told(state, choices, send, now)
    }
}

@Composable
private fun Told(state: BeforeState, choices: SessionChoices, send: (BeforeEvent) -> Unit, now: () -> Moment) {
    Section(strings.sessionRightNow()) {
        PhasePads(state.ratings, { send(BeforeEvent.OfRating(it)) }, now)
    }
    Section(strings.sessionAgreed()) {
        ChoicesForm(choices, state.open, asked, { send(BeforeEvent.Opened(it)) }) { send(BeforeEvent.Chosen(it)) }
        Doses(state, send, now)
        Begun(state, send)
        if (state.allergies.isNotEmpty()) Allergies(state.allergies)
        if (state.apart.isNotEmpty()) Apart(state.apart)
        SideButton(strings.sessionShowCard()) { send(BeforeEvent.CardShown(true)) }
    }
    state.problem?.let { ProblemCard(it) }
    MainButton(strings.sessionStart(), state.canStart) { send(BeforeEvent.StartAsked) }
    if (choices.style == null) Text(strings.sessionChooseStyle(), style = MaterialTheme.typography.bodyMedium)
    Side {
        SideButton(strings.sessionOverAlready()) { send(BeforeEvent.OverAlready) }
        SideButton(strings.sessionKeep()) { send(BeforeEvent.KeepAsked) }
        if (state.sessionId != null) SideButton(strings.sessionRemove()) { send(BeforeEvent.RemoveAsked) }
    }
}

@Composable
private fun Begun(state: BeforeState, send: (BeforeEvent) -> Unit) {
    val words = LocalWords.current
    val said = { minutes: Int? -> minutes?.let { words.strings.sessionBegunAgo(it) } ?: words.strings.sessionBegunNow() }
    if (state.open != Choice.BEGIN) {
        ValueRow(strings.sessionBegun(), said(state.begunMin), strings.sessionBegunAsk()) { send(BeforeEvent.Opened(Choice.BEGIN)) }
        HorizontalDivider()
    } else {
        Editor {
            Text(strings.sessionBegunAsk(), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
            OneOf(
                listOf<Int?>(null) + ago,
                // None stands for the first choice, which is chosen until another one is.
                state.begunMin,
                { said(it) },
                strings.sessionBegunAsk(),
            ) { send(BeforeEvent.Begun(it)) }
            SideButton(strings.sessionClose()) { send(BeforeEvent.Opened(null)) }
        }
    }
    if (state.begunMin != null) {
        Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
            Text(strings.sessionMemoryAsk(), style = MaterialTheme.typography.bodyLarge)
            OneOf(
                listOf(true, false),
                state.fromMemory,
                { if (it) strings.sessionMemoryYes() else strings.sessionMemoryNo() },
                strings.sessionMemoryAsk(),
            ) { send(BeforeEvent.FromMemory(it)) }
        }
    }
}

@Composable
private fun Allergies(allergies: List<String>) {
    val words = LocalWords.current
    Card {
        Text(
            strings.sessionAllergies(allergies.joinToString(", ") { words.allergy(it) }),
            Modifier.padding(12.dp),
            style = MaterialTheme.typography.bodyLarge,
        )
    }
}

/** What is nearer to the session than the plan keeps apart, as the core says it. */
@Composable
private fun Apart(apart: List<String>) {
    Card {
        Column(Modifier.padding(12.dp)) { apart.forEach { Text(it, style = MaterialTheme.typography.bodyLarge) } }
    }
}
