package org.tidemark.ui.session.detail

import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Place
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.detail.DetailEvent
import org.tidemark.logic.session.detail.DetailState
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.session.MainButton
import org.tidemark.ui.session.Section
import org.tidemark.ui.session.Side
import org.tidemark.ui.session.SideButton
import org.tidemark.ui.session.Spoken
import org.tidemark.ui.words.strings

/** A session that is over: what it was, what was rated, what can still be said of it. */
@Composable
public fun DetailView(state: DetailState, send: (DetailEvent) -> Unit, go: Go) {
    val session = state.session
    val form = state.form
    when {
        state.deleted -> {
            Section(strings.sessionGone()) {}
            MainButton(strings.appDone()) { go.back() }
        }
        form != null -> DetailForm(form, state, send, go)
        session == null && state.problem == null -> Text(strings.appLoading())
        session == null -> state.problem?.let { ProblemCard(it) { send(DetailEvent.Shown) } }
        else -> {
            if (state.saved) Spoken(strings.sessionSaved())
            SessionFacts(session)
            state.problem?.let { ProblemCard(it) }
            Acts(session, state, send, go)
        }
    }
}

@Composable
private fun Acts(session: Session, state: DetailState, send: (DetailEvent) -> Unit, go: Go) {
    val over = session.status == SessionStatus.HELD || session.status == SessionStatus.STOPPED_EARLY
    if (over && session.after == null) MainButton(strings.sessionRateAfter()) { go.to(Place.SessionAfter(session.id)) }
    Side {
        if (over) SideButton(strings.sessionTomorrowTitle()) { go.to(Place.SessionTomorrow(session.id)) }
        SideButton(strings.sessionChangeButton()) { send(DetailEvent.ChangeAsked) }
        if (!state.deleteAsked) SideButton(strings.sessionDelete()) { send(DetailEvent.DeleteAsked(sure = false)) }
    }
    if (state.deleteAsked) {
        Section(strings.sessionDeleteAsk()) {
            Side {
                SideButton(strings.sessionDelete()) { send(DetailEvent.DeleteAsked(sure = true)) }
                SideButton(strings.sessionDeleteKeep()) { send(DetailEvent.DeleteTakenBack) }
            }
        }
    }
}
