//! A session that is over, or a past one that is added.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Not drawn yet.
struct SessionDetailScreen: View {
    private let id: String?
    private let place: Place
    private let env: Env
    private let go: Go

    init(_ id: String?, _ place: Place, _ env: Env, _ go: Go) {
        self.id = id
        self.place = place
        self.env = env
        self.go = go
    }

    @Environment(\.words) private var words

    var body: some View { Shell(words.strings.appSessions(), go) { Told(words.strings.appLoading()) } }
}
