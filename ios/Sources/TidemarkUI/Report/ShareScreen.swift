//! Ways out for a report over an open diary.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Not drawn yet.
struct ShareScreen: View {
    private let options: ReportOptions
    private let env: Env
    private let go: Go

    init(_ options: ReportOptions, _ env: Env, _ go: Go) {
        self.options = options
        self.env = env
        self.go = go
    }

    @Environment(\.words) private var words

    var body: some View { Shell(words.strings.appReport(), go) { Told(words.strings.appLoading()) } }
}
