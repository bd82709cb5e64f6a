package org.tidemark.ui.insights

import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.insights.insightsFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.words.strings

/** The insights over an open diary. */
@Composable
internal fun InsightsScreen(env: Env, place: Place, go: Go, at: Navigation) {
    val running = running(env, place) { insightsFeature(env.diary, env.now) }
    Shell(strings.insightsTitle(), go, at.tab, at.places.size > 1, running.state.sampleLabel) {
        InsightsView(running.state, running.send, go)
    }
}
