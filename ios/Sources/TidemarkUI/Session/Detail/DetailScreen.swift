//! A session that is told by hand, over an open diary.

import SwiftUI
import TidemarkLogic

/// A session that is over, or a past one that is added.
struct SessionDetailScreen: View {
    private let id: String?
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ id: String?, _ place: Place, _ env: Env, _ go: Go) {
        self.id = id
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, detailFeature(diary: env.diary, now: env.now, sessionId: id)) { state, send in
            Shell(state.session == nil ? words.strings.sessionAddTitle() : words.strings.sessionTitle(), go) { DetailView(state, send, go) }
        }
    }
}
