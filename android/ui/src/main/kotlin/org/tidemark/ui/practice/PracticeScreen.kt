package org.tidemark.ui.practice

import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.practice.practiceFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.words.strings

@Composable
internal fun PracticeScreen(env: Env, go: Go, at: Navigation) {
    val practice = running(env, Place.Practice) { practiceFeature(env.diary, env.now) }
    Shell(strings.practiceTitle(), go, at.tab, canGoBack = true) { PracticeView(practice.state, practice.send, go) }
}
