//! The trends over an open diary.

import SwiftUI
import TidemarkLogic

struct TrendsScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, trendsFeature(diary: env.diary, now: env.now)) { state, send in
            Shell(words.strings.trendsTitle(), go, sample: state.page?.sampleLabel) { TrendsView(state, send, go) }
        }
    }
}
