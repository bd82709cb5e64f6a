//! A session that has just ended, over an open diary.

import SwiftUI
import TidemarkLogic

/// A session that has just ended.
struct SessionAfterScreen: View {
    private let id: String
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ id: String, _ env: Env, _ go: Go) {
        self.id = id
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, afterFeature(diary: env.diary, now: env.now, sessionId: id)) { state, send in
            Shell(words.strings.sessionAfterTitle(), go) { AfterView(state, send, go, env.now) }
        }
    }
}
