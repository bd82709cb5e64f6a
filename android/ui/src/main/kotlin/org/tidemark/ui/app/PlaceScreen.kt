package org.tidemark.ui.app

import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.today.todayFeature
import org.tidemark.ui.today.TodayView
import org.tidemark.ui.words.strings

/** The screen of a place: its rules run over the diary, its view in the shell. */
@Composable
internal fun PlaceScreen(place: Place, env: Env, go: Go, at: Navigation) = key(place) {
    when (place) {
        Place.Today -> {
            val today = running(env, place) { todayFeature(env.diary, env.now) }
            Shell(strings.appToday(), go, at.tab, canGoBack = false, sample = today.state.around.sampleLabel) {
                TodayView(today.state, today.send, go, env.now)
            }
        }
        else -> Shell(strings.appMore(), go, at.tab, canGoBack = at.places.size > 1) { Text(strings.appLoading()) }
    }
}
