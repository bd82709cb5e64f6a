package org.tidemark.ui.records

import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.records.RecordsEvent
import org.tidemark.logic.records.kindOf
import org.tidemark.logic.records.recordsFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.words.strings

/** A list of records in its shell; while its form is open, the way back leads to the list. */
@Composable
internal fun RecordsScreen(place: Place.Records, env: Env, go: Go, at: Navigation) {
    val kind = kindOf(place.kind)
    if (kind == null) {
        Shell(strings.recordsTitle(), go, at.tab, canGoBack = true) { Text(strings.recordsEmpty()) }
        return
    }
    val records = running(env, place) { recordsFeature(env, kind) }
    val inForm = Go(go.to, go.instead, { records.send(RecordsEvent.Closed) }, go.tab)
    Shell(strings.title(kind), if (records.state.form == null) go else inForm, at.tab, canGoBack = true) {
        RecordsView(records.state, records.send, go)
    }
}
