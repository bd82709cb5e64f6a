//! Today over an open diary.

import SwiftUI
import TidemarkLogic

/// Today over an open diary. The next pad opens by itself unless a screen reader runs.
struct TodayScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words
    @Environment(\.scenePhase) private var phase
    @Environment(\.accessibilityVoiceOverEnabled) private var voiceOver

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, todayFeature(diary: env.diary, now: env.now)) { state, send in
            Shell(words.strings.appToday(), go, sample: state.around.sampleLabel) { TodayView(state, send, go, env.now) }
                // The day may have ended while the app was away.
                .onChange(of: phase) { _, now in if now == .active { send(.shown) } }
                .onChange(of: voiceOver, initial: true) { _, on in send(.screenReader(on: on)) }
        }
    }
}
