//! The time after a session, over an open diary.

import SwiftUI
import TidemarkLogic

/// The time after a session.
struct SessionTomorrowScreen: View {
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
        Runs(env, tomorrowFeature(diary: env.diary, now: env.now, sessionId: id, rearm: env.phone.rearmReminders)) { state, send in
            Shell(words.strings.sessionTomorrowTitle(), go) { TomorrowView(state, send, go, env.now) }
        }
    }
}
