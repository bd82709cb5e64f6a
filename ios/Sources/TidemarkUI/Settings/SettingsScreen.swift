//! Settings over an open diary.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Not drawn yet.
struct SettingsScreen: View {
    private let env: Env
    private let go: Go

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    @Environment(\.words) private var words

    var body: some View { Shell(words.strings.moreSettings(), go) { Told(words.strings.appLoading()) } }
}
