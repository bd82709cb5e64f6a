package org.tidemark.ui.session.timer

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.MomentKind
import org.tidemark.logic.Place
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.timer.TimerEvent
import org.tidemark.logic.session.timer.TimerState
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.session.MainButton
import org.tidemark.ui.session.Pairs
import org.tidemark.ui.session.Section
import org.tidemark.ui.session.SideButton
import org.tidemark.ui.session.Spoken
import org.tidemark.ui.session.asked
import org.tidemark.ui.session.style
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** What can be asked for, in the order of its buttons. */
private val asks =
    listOf(MomentKind.LIGHTER, MomentKind.FIRMER, MomentKind.MOVE_AREA, MomentKind.SOUND, MomentKind.TEMPERATURE, MomentKind.TALK_LESS)

/** A running session: the time, what is asked for, the pause, and its end. */
@Composable
public fun TimerView(state: TimerState, send: (TimerEvent) -> Unit, go: Go) {
    val session = state.session
    val end = state.end
    when {
        session == null && state.problem == null -> Text(strings.appLoading())
        session == null -> state.problem?.let { ProblemCard(it) { send(TimerEvent.Shown) } }
        end != null -> EndForm(end, state, send)
        state.paused -> Paused(state, send, go)
        else -> Running(session, state, send)
    }
}

@Composable
private fun Running(session: Session, state: TimerState, send: (TimerEvent) -> Unit) {
    Elapsed(session, state)
    PauseButton { send(TimerEvent.Asked(MomentKind.PAUSE)) }
    Section(strings.sessionTell()) {
        val words = LocalWords.current
        Pairs(asks) { kind, modifier -> SideButton(words.asked(kind), modifier) { send(TimerEvent.Asked(kind)) } }
        val noted = state.noted?.takeIf { it in asks }
        if (noted != null) Spoken(strings.sessionNoted(words.asked(noted)))
    }
    state.problem?.let { ProblemCard(it) { send(TimerEvent.TriedAgain) } }
    MainButton(strings.sessionFinish(), !state.working) { send(TimerEvent.FinishAsked) }
    Pairs(listOf(true, false)) { early, modifier ->
        if (early) {
            SideButton(strings.sessionStop(), modifier) { send(TimerEvent.StopAsked) }
        } else {
            SideButton(strings.sessionOtherLength(), modifier) { send(TimerEvent.EndTold(realLength)) }
        }
    }
}

@Composable
private fun Elapsed(session: Session, state: TimerState) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth(), horizontalAlignment = Alignment.CenterHorizontally, verticalArrangement = Arrangement.spacedBy(4.dp)) {
        val passed = state.elapsedMin
        val planned = session.choices.minutes
        val text = when {
            passed == null -> strings.sessionClockBack()
            planned == null -> strings.sessionElapsed(passed.toString())
            else -> strings.sessionElapsedOf(passed.toString(), planned.toString())
        }
        val size = if (passed == null) MaterialTheme.typography.titleLarge else MaterialTheme.typography.displayMedium
        Text(text, Modifier.padding(top = 16.dp).semantics { heading() }, textAlign = TextAlign.Center, style = size)
        val style = session.choices.style?.let { words.style(it) + " · " }.orEmpty()
        Text(style + strings.sessionStartedAt(words.time(session.startedAt)), textAlign = TextAlign.Center, style = MaterialTheme.typography.bodyLarge)
        Text(
            strings.sessionRunsWithout(),
            textAlign = TextAlign.Center,
            style = MaterialTheme.typography.bodyMedium,
            color = MaterialTheme.colorScheme.onSurfaceVariant,
        )
    }
}

/** The largest thing on the screen: it is found without reading. */
@Composable
private fun PauseButton(onClick: () -> Unit) {
    Button(
        onClick,
        Modifier.fillMaxWidth().heightIn(min = 96.dp),
        shape = RoundedCornerShape(20.dp),
        colors = ButtonDefaults.buttonColors(
            containerColor = MaterialTheme.colorScheme.primaryContainer,
            contentColor = MaterialTheme.colorScheme.onPrimaryContainer,
        ),
    ) {
        Text(strings.sessionPause(), textAlign = TextAlign.Center, style = MaterialTheme.typography.headlineSmall)
    }
}

/** A pause: the person's own words, Help, going on, or stopping. Nothing counts. */
@Composable
private fun Paused(state: TimerState, send: (TimerEvent) -> Unit, go: Go) {
    Section(strings.sessionPaused()) {
        if (state.grounding.isEmpty()) {
            Text(strings.sessionNoGrounding(), style = MaterialTheme.typography.bodyLarge)
        } else {
            Text(strings.sessionGrounding(), style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
            state.grounding.forEach { Text(it, style = MaterialTheme.typography.headlineSmall) }
        }
    }
    state.problem?.let { ProblemCard(it) { send(TimerEvent.TriedAgain) } }
    MainButton(strings.sessionResume()) { send(TimerEvent.Asked(MomentKind.RESUME)) }
    Pairs(listOf(true, false)) { help, modifier ->
        if (help) {
            OutlinedButton({ go.to(Place.Safety) }, modifier.heightIn(min = 48.dp), shape = RoundedCornerShape(14.dp)) { Text(strings.appHelp()) }
        } else {
            SideButton(strings.sessionStop(), modifier) { send(TimerEvent.StopAsked) }
        }
    }
}
