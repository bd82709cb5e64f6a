//! Help over an open diary.

import SwiftUI
import TidemarkLogic

/// Help over an open diary.
struct SafetyScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, safetyFeature(diary: env.diary, doorway: env.doorway, phone: env.phone, now: env.now)) { state, send in
            Shell(words.strings.safetyTitle(), go, help: false) { SafetyView(state, send) }
        }
    }
}
