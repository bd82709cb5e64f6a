//! Settings over an open diary.

import SwiftUI
import TidemarkLogic

/// Settings over an open diary.
struct SettingsScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, settingsFeature(env)) { state, send in
            Shell(words.strings.settingsTitle(), go) { SettingsView(state, send, go) { env.doorway.lock() } }
        }
    }
}
