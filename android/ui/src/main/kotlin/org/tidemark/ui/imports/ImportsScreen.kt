package org.tidemark.ui.imports

import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.Moment
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.Tab
import org.tidemark.logic.imports.ImportsEvent
import org.tidemark.logic.imports.ImportsState
import org.tidemark.logic.imports.Step
import org.tidemark.logic.imports.importsFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.words.strings

@Composable
internal fun ImportsScreen(env: Env, go: Go, at: Navigation) {
    val imports = running(env, Place.Imports) { importsFeature(env) }
    ImportsShell(imports.state, imports.send, go, at.tab, env.now)
}

/** Imports in their shell; while a file is looked at, the way back leads one step back and not away. */
@Composable
internal fun ImportsShell(state: ImportsState, send: (ImportsEvent) -> Unit, go: Go, tab: Tab?, now: () -> Moment) {
    val back = when {
        state.step == Step.LOOK && state.mapping != null -> ImportsEvent.ColumnsAsked
        state.step == Step.LOOK || state.step == Step.COLUMNS || state.step == Step.DONE -> ImportsEvent.Left
        else -> null
    }
    val around = if (back == null) go else Go(go.to, go.instead, { send(back) }, go.tab)
    Shell(strings.importTitle(), around, tab, canGoBack = true) { ImportsView(state, send, now) }
}
