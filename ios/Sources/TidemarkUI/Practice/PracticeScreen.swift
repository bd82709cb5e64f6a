//! The quick entry of practices over an open diary.

import SwiftUI
import TidemarkLogic

/// The quick entry of practices over an open diary.
struct PracticeScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, practiceFeature(env.diary, env.now)) { state, send in
            Shell(words.strings.practiceTitle(), go) { PracticeView(state, send, go) }
        }
    }
}
