package org.tidemark.ui.app

import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.report.previewFeature
import org.tidemark.logic.report.sheetPreviewFeature
import org.tidemark.logic.today.todayFeature
import org.tidemark.ui.backup.BackupPlace
import org.tidemark.ui.care.CarePageScreen
import org.tidemark.ui.dayentries.DayEntriesScreen
import org.tidemark.ui.history.HistoryScreen
import org.tidemark.ui.imports.ImportsScreen
import org.tidemark.ui.insights.InsightsScreen
import org.tidemark.ui.intake.IntakeScreen
import org.tidemark.ui.more.MoreView
import org.tidemark.ui.plan.PlanScreen
import org.tidemark.ui.practice.PracticeScreen
import org.tidemark.ui.records.RecordsScreen
import org.tidemark.ui.report.PreviewScreen
import org.tidemark.ui.report.ReportScreen
import org.tidemark.ui.report.ShareScreen
import org.tidemark.ui.restore.RestorePlace
import org.tidemark.ui.safety.SafetyPlace
import org.tidemark.ui.session.SessionAfterScreen
import org.tidemark.ui.session.SessionBeforeScreen
import org.tidemark.ui.session.SessionDetailScreen
import org.tidemark.ui.session.SessionTimerScreen
import org.tidemark.ui.session.SessionTomorrowScreen
import org.tidemark.ui.session.SessionsScreen
import org.tidemark.ui.settings.SettingsPlace
import org.tidemark.ui.therapists.ChecklistScreen
import org.tidemark.ui.therapists.TherapistsScreen
import org.tidemark.ui.today.TodayView
import org.tidemark.ui.trends.TrendsScreen
import org.tidemark.ui.visit.VisitPrepScreen
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
        Place.Sessions -> SessionsScreen(env, place, go, at)
        is Place.SessionBefore -> SessionBeforeScreen(place, env, go, at)
        is Place.SessionTimer -> SessionTimerScreen(place, env, go, at)
        is Place.SessionAfter -> SessionAfterScreen(place, env, go, at)
        is Place.SessionTomorrow -> SessionTomorrowScreen(place, env, go, at)
        is Place.SessionDetail -> SessionDetailScreen(place, env, go, at)
        Place.Trends -> TrendsScreen(env, place, go, at)
        Place.History -> HistoryScreen(env, place, go, at)
        is Place.DayEntries -> DayEntriesScreen(place, env, go, at)
        Place.Insights -> InsightsScreen(env, place, go, at)
        Place.Safety -> SafetyPlace(env, go, at)
        Place.Backup -> BackupPlace(env, go, at)
        Place.Restore -> RestorePlace(env, go, at)
        Place.Settings -> SettingsPlace(env, go, at)
        Place.Report -> ReportScreen(env, go, at)
        is Place.ReportPreview -> PreviewScreen(place, env, go, at) { previewFeature(env.diary, place.options) }
        is Place.SheetPreview -> PreviewScreen(place, env, go, at) { sheetPreviewFeature(env, place.sheet) }
        is Place.ReportShare -> ShareScreen(place, env, go, at)
        Place.VisitPrep -> VisitPrepScreen(env, go, at)
        is Place.Records -> RecordsScreen(place, env, go, at)
        Place.Therapists -> TherapistsScreen(env, go, at)
        is Place.Checklist -> ChecklistScreen(place, env, go, at)
        Place.Plan -> PlanScreen(env, go, at)
        Place.Intake -> IntakeScreen(env, go, at)
        Place.CarePage -> CarePageScreen(env, go, at)
        Place.More -> Shell(strings.appMore(), go, at.tab, canGoBack = at.places.size > 1) { MoreView(go) }
        Place.Imports -> ImportsScreen(env, go, at)
        Place.Practice -> PracticeScreen(env, go, at)
    }
}
