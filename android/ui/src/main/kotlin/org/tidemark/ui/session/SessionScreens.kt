package org.tidemark.ui.session

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import kotlinx.coroutines.delay
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.session.after.afterFeature
import org.tidemark.logic.session.before.Left
import org.tidemark.logic.session.before.beforeFeature
import org.tidemark.logic.session.detail.detailFeature
import org.tidemark.logic.session.timer.TimerEvent
import org.tidemark.logic.session.timer.timerFeature
import org.tidemark.logic.session.tomorrow.tomorrowFeature
import org.tidemark.logic.sessions.sessionsFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.session.after.AfterView
import org.tidemark.ui.session.before.BeforeView
import org.tidemark.ui.session.detail.DetailView
import org.tidemark.ui.session.timer.TimerView
import org.tidemark.ui.session.tomorrow.TomorrowView
import org.tidemark.ui.sessions.SessionsView
import org.tidemark.ui.words.strings

/** How often the time that is shown is looked at; the start on disk is what counts. */
private const val LOOKED_AT_MS = 5_000L

@Composable
internal fun SessionsScreen(env: Env, place: Place, go: Go, at: Navigation) {
    val screen = running(env, place) { sessionsFeature(env.diary, env.now) }
    Shell(strings.sessionsTitle(), go, at.tab, at.places.size > 1, screen.state.sampleLabel) { SessionsView(screen.state, screen.send, go) }
}

@Composable
internal fun SessionBeforeScreen(place: Place.SessionBefore, env: Env, go: Go, at: Navigation) {
    val screen = running(env, place) { beforeFeature(env.diary, env.now, place.sessionId) }
    val left = screen.state.left
    LaunchedEffect(left) {
        when (left) {
            null -> {}
            is Left.Started -> go.instead(Place.SessionTimer(left.sessionId))
            is Left.Over -> go.instead(Place.SessionDetail(left.sessionId))
            Left.Kept, Left.Removed -> go.back()
        }
    }
    val title = if (screen.state.card) strings.sessionCardTitle() else strings.sessionBeforeTitle()
    Shell(title, go, at.tab, canGoBack = true) { BeforeView(screen.state, screen.send, env.now) }
}

@Composable
internal fun SessionTimerScreen(place: Place.SessionTimer, env: Env, go: Go, at: Navigation) {
    val screen = running(env, place) { timerFeature(env.diary, env.now, place.sessionId) }
    LaunchedEffect(place) {
        while (true) {
            delay(LOOKED_AT_MS)
            screen.send(TimerEvent.Ticked(env.now()))
        }
    }
    LaunchedEffect(screen.state.over) {
        if (screen.state.over) go.instead(Place.SessionAfter(place.sessionId))
    }
    Shell(strings.sessionTitle(), go, at.tab, canGoBack = true) { TimerView(screen.state, screen.send, go) }
}

@Composable
internal fun SessionAfterScreen(place: Place.SessionAfter, env: Env, go: Go, at: Navigation) {
    val screen = running(env, place) { afterFeature(env.diary, env.now, place.sessionId) }
    Shell(strings.sessionAfterTitle(), go, at.tab, canGoBack = true) { AfterView(screen.state, screen.send, go, env.now) }
}

@Composable
internal fun SessionTomorrowScreen(place: Place.SessionTomorrow, env: Env, go: Go, at: Navigation) {
    val screen = running(env, place) { tomorrowFeature(env.diary, env.now, place.sessionId, env.phone.rearmReminders) }
    Shell(strings.sessionTomorrowTitle(), go, at.tab, canGoBack = true) { TomorrowView(screen.state, screen.send, go, env.now) }
}

@Composable
internal fun SessionDetailScreen(place: Place.SessionDetail, env: Env, go: Go, at: Navigation) {
    val screen = running(env, place) { detailFeature(env.diary, env.now, place.sessionId) }
    val title = if (screen.state.session == null) strings.sessionAddTitle() else strings.sessionTitle()
    Shell(title, go, at.tab, canGoBack = true) { DetailView(screen.state, screen.send, go) }
}
