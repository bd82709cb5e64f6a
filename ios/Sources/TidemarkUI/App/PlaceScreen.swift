//! The screen of a place.

import SwiftUI
import TidemarkLogic

/// The screen of a place: its rules run over the diary, its view in the shell.
struct PlaceScreen: View {
    private let place: Place
    private let env: Env
    private let go: Go

    init(_ place: Place, _ env: Env, _ go: Go) {
        self.place = place
        self.env = env
        self.go = go
    }

    // Another place is another screen, with nothing of the one before it.
    var body: some View { screen.id(place) }

    @ViewBuilder
    private var screen: some View {
        switch place {
        case .today: TodayScreen(env, go)
        case .sessions: SessionsScreen(env, go)
        case .sessionBefore(let id): SessionBeforeScreen(id, place, env, go)
        case .sessionTimer(let id): SessionTimerScreen(id, env, go)
        case .sessionAfter(let id): SessionAfterScreen(id, env, go)
        case .sessionTomorrow(let id): SessionTomorrowScreen(id, env, go)
        case .sessionDetail(let id): SessionDetailScreen(id, place, env, go)
        case .trends: TrendsScreen(env, go)
        case .history: HistoryScreen(env, go)
        case .dayEntries(let date): DayEntriesScreen(date, env, go)
        case .insights: InsightsScreen(env, go)
        case .safety: SafetyScreen(env, go)
        case .backup: BackupScreen(env, go)
        case .restore: RestoreScreen(env, go)
        case .settings: SettingsScreen(env, go)
        case .report: ReportScreen(env, go)
        case .reportPreview(let options): PreviewScreen(previewFeature(diary: env.diary, options: options), env, go)
        case .sheetPreview(let sheet): PreviewScreen(sheetPreviewFeature(env, sheet), env, go)
        case .reportShare(let options): ShareScreen(options, env, go)
        case .visitPrep: VisitPrepScreen(env, go)
        case .records(let kind): RecordsScreen(kind, place, env, go)
        case .more: MoreScreen(go)
        case .therapists: TherapistsScreen(env, go)
        case .checklist(let id): ChecklistScreen(id, env, go)
        case .plan: PlanScreen(env, go)
        case .intake: IntakeScreen(env, go)
        case .carePage: CarePageScreen(env, go)
        case .imports: ImportsScreen(env, go)
        case .practice: PracticeScreen(env, go)
        }
    }
}
