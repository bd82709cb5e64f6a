//! The pages of a report over an open diary.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

struct PreviewScreen: View {
    private let options: ReportOptions
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ options: ReportOptions, _ env: Env, _ go: Go) {
        self.options = options
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, previewFeature(diary: env.diary, options: options)) { state, send in
            Shell(words.strings.reportPreview(), go) { PreviewView(state, send, go) }
        }
    }
}
