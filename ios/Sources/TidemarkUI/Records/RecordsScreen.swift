//! Records of one kind over an open diary.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Not drawn yet.
struct RecordsScreen: View {
    private let kind: String
    private let place: Place
    private let env: Env
    private let go: Go

    init(_ kind: String, _ place: Place, _ env: Env, _ go: Go) {
        self.kind = kind
        self.place = place
        self.env = env
        self.go = go
    }

    @Environment(\.words) private var words

    var body: some View { Shell(words.strings.appMore(), go) { Told(words.strings.appLoading()) } }
}
