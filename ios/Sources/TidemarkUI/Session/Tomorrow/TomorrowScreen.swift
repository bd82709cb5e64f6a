//! The time after a session.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Not drawn yet.
struct SessionTomorrowScreen: View {
    private let id: String
    private let env: Env
    private let go: Go

    init(_ id: String, _ env: Env, _ go: Go) {
        self.id = id
        self.env = env
        self.go = go
    }

    @Environment(\.words) private var words

    var body: some View { Shell(words.strings.sessionTomorrowTitle(), go) { Told(words.strings.appLoading()) } }
}
