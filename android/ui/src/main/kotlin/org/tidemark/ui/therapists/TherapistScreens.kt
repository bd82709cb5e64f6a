package org.tidemark.ui.therapists

import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.therapists.checklistFeature
import org.tidemark.logic.therapists.therapistsFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.words.strings

@Composable
internal fun TherapistsScreen(env: Env, go: Go, at: Navigation) {
    val therapists = running(env, Place.Therapists) { therapistsFeature(env) }
    Shell(strings.therapistsTitle(), go, at.tab, canGoBack = true) { TherapistsView(therapists.state, therapists.send, go) }
}

@Composable
internal fun ChecklistScreen(place: Place.Checklist, env: Env, go: Go, at: Navigation) {
    val checklist = running(env, place) { checklistFeature(env, place.therapistId) }
    Shell(strings.therapistsChecklist(), go, at.tab, canGoBack = true) { ChecklistView(checklist.state, checklist.send, go) }
}
