package org.tidemark.ui.dayentries

import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.dayentries.dayEntriesFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings

/** The entries of a day over an open diary; the day stands in the title. */
@Composable
internal fun DayEntriesScreen(place: Place.DayEntries, env: Env, go: Go, at: Navigation) {
    val running = running(env, place) { dayEntriesFeature(place.date, env.diary, env.now) }
    Shell(strings.entriesTitle(LocalWords.current.date(place.date)), go, at.tab, at.places.size > 1, running.state.page?.sampleLabel) {
        DayEntriesView(running.state, running.send, go, env.now)
    }
}
