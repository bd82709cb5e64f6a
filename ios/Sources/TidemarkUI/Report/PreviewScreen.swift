//! The pages of a report, or of a page beside it, over an open diary.

import SwiftUI
import TidemarkLogic

struct PreviewScreen: View {
    private let feature: Feature<PreviewState, PreviewEvent, PreviewEffect>
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ feature: Feature<PreviewState, PreviewEvent, PreviewEffect>, _ env: Env, _ go: Go) {
        self.feature = feature
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, feature) { state, send in
            Shell(words.strings.reportPreview(), go) { PreviewView(state, send, go) }
        }
    }
}
