//! The insights over an open diary.

import SwiftUI
import TidemarkLogic

struct InsightsScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, insightsFeature(diary: env.diary, now: env.now)) { state, send in
            Shell(words.strings.insightsTitle(), go, sample: state.sampleLabel) { InsightsView(state, send, go) }
        }
    }
}
