//! Records of one kind over an open diary; while their form is open, the way back leads to the list.

import SwiftUI
import TidemarkLogic

/// Records of one kind over an open diary.
struct RecordsScreen: View {
    private let name: String
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ name: String, _ place: Place, _ env: Env, _ go: Go) {
        self.name = name
        self.env = env
        self.go = go
    }

    var body: some View {
        if let kind = kindOf(name) {
            Runs(env, recordsFeature(env, kind)) { state, send in
                let inForm = Go(to: go.to, instead: go.instead, back: { send(.closed) })
                Shell(words.strings.title(kind), state.form == nil ? go : inForm, back: state.form != nil) { RecordsView(state, send, go) }
                    .navigationBarBackButtonHidden(state.form != nil)
            }
        } else {
            Shell(words.strings.recordsTitle(), go) { Told(words.strings.recordsEmpty()) }
        }
    }
}
