//! The history over an open diary.

import SwiftUI
import TidemarkLogic

struct HistoryScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, historyFeature(diary: env.diary, now: env.now)) { state, send in
            Shell(words.strings.historyTitle(), go, sample: state.shown?.sampleLabel) { HistoryView(state, send, go) }
        }
    }
}
