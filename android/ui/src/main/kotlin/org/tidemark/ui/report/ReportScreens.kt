package org.tidemark.ui.report

import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.report.PreviewEffect
import org.tidemark.logic.report.PreviewEvent
import org.tidemark.logic.report.PreviewState
import org.tidemark.logic.report.reportFeature
import org.tidemark.logic.report.shareFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.words.strings

@Composable
internal fun ReportScreen(env: Env, go: Go, at: Navigation) {
    val report = running(env, Place.Report) { reportFeature(env) }
    Shell(strings.reportTitle(), go, at.tab, canGoBack = at.places.size > 1) { ReportView(report.state, report.send, go) }
}

/** The pages of a report, or of a page beside it. */
@Composable
internal fun PreviewScreen(place: Place, env: Env, go: Go, at: Navigation, feature: () -> Feature<PreviewState, PreviewEvent, PreviewEffect>) {
    val preview = running(env, place, feature)
    Shell(strings.reportPreview(), go, at.tab, canGoBack = true) { PreviewView(preview.state, preview.send, go) }
}

@Composable
internal fun ShareScreen(place: Place.ReportShare, env: Env, go: Go, at: Navigation) {
    val share = running(env, place) { shareFeature(env, place.options) }
    Shell(strings.reportShare(), go, at.tab, canGoBack = true) { ShareView(share.state, share.send) }
}
