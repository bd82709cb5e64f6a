//! The report builder over an open diary.

import SwiftUI
import TidemarkLogic

struct ReportScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, reportFeature(env)) { state, send in
            Shell(words.strings.reportTitle(), go) { ReportView(state, send, go) }
        }
    }
}
