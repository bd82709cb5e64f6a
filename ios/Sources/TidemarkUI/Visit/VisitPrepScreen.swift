//! The page of the coming visit over an open diary.

import SwiftUI
import TidemarkLogic

struct VisitPrepScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, visitPrepFeature(env)) { state, send in
            Shell(words.strings.visitTitle(), go) { VisitPrepView(state, send, go) }
        }
    }
}
