//! Imports over an open diary; while a file is looked at, the way back leads one step back and not away.

import SwiftUI
import TidemarkLogic

/// Imports over an open diary.
struct ImportsScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, importsFeature(env)) { state, send in
            let back = oneStepBack(state)
            let around = back.map { event in Go(to: go.to, instead: go.instead, back: { send(event) }) } ?? go
            Shell(words.strings.importTitle(), around, back: back != nil) { ImportsView(state, env.now, send) }
                .navigationBarBackButtonHidden(back != nil)
        }
    }
}

/// What the way back is while a file is looked at; none where it leads to the screen before.
func oneStepBack(_ state: ImportsState) -> ImportsEvent? {
    switch state.step {
    case .look: state.mapping == nil ? .left : .columnsAsked
    case .columns, .done: .left
    case .file, .reading, .applying: nil
    }
}
