//! A session before it starts, over an open diary.

import SwiftUI
import TidemarkLogic

/// A session before it starts; left for the timer, the page of the session, or the way it came.
struct SessionBeforeScreen: View {
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
        Runs(env, beforeFeature(diary: env.diary, now: env.now, sessionId: id)) { state, send in
            Shell(state.card ? words.strings.sessionCardTitle() : words.strings.sessionBeforeTitle(), go) { BeforeView(state, send, env.now) }
                .onChange(of: state.left) { _, left in
                    switch left {
                    case nil: break
                    case .started(let id): go.instead(.sessionTimer(sessionId: id))
                    case .over(let id): go.instead(.sessionDetail(sessionId: id))
                    case .kept, .removed: go.back()
                    }
                }
        }
    }
}
