//! Sessions over an open diary.

import SwiftUI
import TidemarkLogic

/// Sessions over an open diary.
struct SessionsScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, sessionsFeature(diary: env.diary, now: env.now)) { state, send in
            Shell(words.strings.sessionsTitle(), go, sample: state.sampleLabel) { SessionsView(state, send, go) }
        }
    }
}
