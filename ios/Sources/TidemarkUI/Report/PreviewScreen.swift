//! The pages of a report, or of a page beside it, over an open diary.

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

/// The pages of an intake sheet, a list of questions or a caregiver's page.
struct SheetPreviewScreen: View {
    private let sheet: Sheet
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ sheet: Sheet, _ env: Env, _ go: Go) {
        self.sheet = sheet
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, sheetPreviewFeature(env, sheet)) { state, send in
            Shell(words.strings.reportPreview(), go) { PreviewView(state, send, go) }
        }
    }
}
