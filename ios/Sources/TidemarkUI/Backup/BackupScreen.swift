//! The backup over an open diary.

import SwiftUI
import TidemarkLogic

struct BackupScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, backupFeature(env)) { state, send in
            Shell(words.strings.backupTitle(), go) { BackupView(state, send, go) }
        }
    }
}
