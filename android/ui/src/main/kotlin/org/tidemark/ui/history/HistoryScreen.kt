package org.tidemark.ui.history

import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.history.historyFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.words.strings

/** The history over an open diary. */
@Composable
internal fun HistoryScreen(env: Env, place: Place, go: Go, at: Navigation) {
    val running = running(env, place) { historyFeature(env.diary, env.now) }
    Shell(strings.historyTitle(), go, at.tab, at.places.size > 1, running.state.shown?.sampleLabel) {
        HistoryView(running.state, running.send, go)
    }
}
