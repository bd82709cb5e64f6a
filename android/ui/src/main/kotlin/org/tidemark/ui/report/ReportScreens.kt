package org.tidemark.ui.report

import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.report.previewFeature
import org.tidemark.logic.report.reportFeature
import org.tidemark.logic.report.shareFeature
import org.tidemark.logic.report.sheetPreviewFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.words.strings

@Composable
internal fun ReportScreen(env: Env, go: Go, at: Navigation) {
    val report = running(env, Place.Report) { reportFeature(env) }
    Shell(strings.reportTitle(), go, at.tab, canGoBack = at.places.size > 1) { ReportView(report.state, report.send, go) }
}

@Composable
internal fun PreviewScreen(place: Place.ReportPreview, env: Env, go: Go, at: Navigation) {
    val preview = running(env, place) { previewFeature(env.diary, place.options) }
    Shell(strings.reportPreview(), go, at.tab, canGoBack = true) { PreviewView(preview.state, preview.send, go) }
}

@Composable
internal fun SheetPreviewScreen(place: Place.SheetPreview, env: Env, go: Go, at: Navigation) {
    val preview = running(env, place) { sheetPreviewFeature(env, place.sheet) }
    Shell(strings.reportPreview(), go, at.tab, canGoBack = true) { PreviewView(preview.state, preview.send, go) }
}

@Composable
internal fun ShareScreen(place: Place.ReportShare, env: Env, go: Go, at: Navigation) {
    val share = running(env, place) { shareFeature(env, place.options) }
    Shell(strings.reportShare(), go, at.tab, canGoBack = true) { ShareView(share.state, share.send) }
}
