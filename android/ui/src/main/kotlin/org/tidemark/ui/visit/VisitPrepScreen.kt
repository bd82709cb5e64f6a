package org.tidemark.ui.visit

import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.visit.visitPrepFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.words.strings

@Composable
internal fun VisitPrepScreen(env: Env, go: Go, at: Navigation) {
    val prep = running(env, Place.VisitPrep) { visitPrepFeature(env) }
    Shell(strings.visitTitle(), go, at.tab, canGoBack = true) { VisitPrepView(prep.state, prep.send, go) }
}
