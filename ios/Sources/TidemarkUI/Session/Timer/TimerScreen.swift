//! A running session over an open diary.

import SwiftUI
import TidemarkLogic

/// How often the time that is shown is looked at, in seconds; the start on disk is what counts.
private let lookedAt = 5

/// A running session; left for the ratings after it once it is over and on disk.
struct SessionTimerScreen: View {
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
        Runs(env, timerFeature(diary: env.diary, now: env.now, sessionId: id)) { state, send in
            Shell(words.strings.sessionTitle(), go) { TimerView(state, send, go) }
                .task {
                    // Ends with the screen: a sleep that is broken off throws.
                    while (try? await Task.sleep(for: .seconds(lookedAt))) != nil { send(.ticked(env.now())) }
                }
                .onChange(of: state.over) { _, over in if over { go.instead(.sessionAfter(sessionId: id)) } }
        }
    }
}
