package org.tidemark.ui.sessions

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Place
import org.tidemark.logic.sessions.SessionRow
import org.tidemark.logic.sessions.SessionsEvent
import org.tidemark.logic.sessions.SessionsState
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.session.MainButton
import org.tidemark.ui.session.Section
import org.tidemark.ui.session.SideButton
import org.tidemark.ui.session.pressure
import org.tidemark.ui.session.start
import org.tidemark.ui.session.status
import org.tidemark.ui.session.style
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.strings

/** All sessions, the newest first, and the ways to a new one. Nothing is counted. */
@Composable
public fun SessionsView(state: SessionsState, send: (SessionsEvent) -> Unit, go: Go) {
    val sessions = state.sessions
    when {
        sessions == null && state.problem == null -> Text(strings.appLoading())
        sessions == null -> state.problem?.let { ProblemCard(it) { send(SessionsEvent.Shown) } }
        else -> {
            val running = state.running
            if (running == null) {
                MainButton(strings.sessionsStart()) { go.to(Place.SessionBefore()) }
            } else {
                MainButton(strings.sessionsRunning()) { go.to(Place.SessionTimer(running)) }
            }
            state.morningAfter.firstOrNull()?.let { id ->
                Card({ go.to(Place.SessionTomorrow(id)) }, Modifier.fillMaxWidth().heightIn(min = 48.dp)) {
                    Text(strings.sessionsMorningAfter(), Modifier.padding(12.dp), style = MaterialTheme.typography.bodyLarge)
                }
            }
            SideButton(strings.sessionsAddPast()) { go.to(Place.SessionDetail(null)) }
            state.problem?.let { ProblemCard(it) { send(SessionsEvent.Shown) } }
            Section(strings.sessionsAll(), strings.sessionsEmpty().takeIf { sessions.isEmpty() }) {
                sessions.take(state.shown).forEach { row -> Row(row, state, go) }
            }
            if (sessions.size > state.shown) SideButton(strings.sessionsMore()) { send(SessionsEvent.MoreAsked) }
        }
    }
}

@Composable
private fun Row(row: SessionRow, state: SessionsState, go: Go) {
    val words = LocalWords.current
    val place = when {
        row.id == state.running -> Place.SessionTimer(row.id)
        row.status == SessionStatus.PLANNED -> Place.SessionBefore(row.id)
        else -> Place.SessionDetail(row.id)
    }
    Column(
        Modifier.fillMaxWidth().heightIn(min = 48.dp).clickable(role = Role.Button) { go.to(place) }.padding(vertical = 8.dp),
        verticalArrangement = Arrangement.spacedBy(2.dp),
    ) {
        Text(words.start(row.startedAt), style = MaterialTheme.typography.bodyLarge)
        Text(words.facts(row), style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
    }
    HorizontalDivider()
}

private fun Words.facts(row: SessionRow): String = listOfNotNull(
    style(row.style),
    row.minutes?.let { strings.sessionMinutes(it) },
    row.pressure?.let { pressure(it) },
    // Held is the usual case and goes without saying.
    status(row.status).takeIf { row.status != SessionStatus.HELD },
).joinToString(" · ")
