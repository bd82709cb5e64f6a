package org.tidemark.ui.trends

import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.trends.trendsFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.words.strings

/** The trends over an open diary. */
@Composable
internal fun TrendsScreen(env: Env, place: Place, go: Go, at: Navigation) {
    val running = running(env, place) { trendsFeature(env.diary, env.now) }
    Shell(strings.trendsTitle(), go, at.tab, at.places.size > 1, running.state.page?.sampleLabel) {
        TrendsView(running.state, running.send, go)
    }
}
