//! The way back from a file, over an open diary or at the door.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

struct RestoreScreen: View {
    private let env: Env
    private let go: Go

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        let work = RestoreWork(diary: env.diary, doorway: env.doorway, phone: env.phone, now: env.now)
        Runs(env, restoreFeature(work, here: true)) { state, send in
            RestoreShell(state, send, go, now: env.now, reopen: env.doorway.reopen)
        }
    }
}

/// The way back in its shell. Once the diary was shut for it every way out leads through the door; while it is built there is none.
struct RestoreShell: View {
    private let state: RestoreState
    private let send: Send<RestoreEvent>
    private let go: Go
    private let now: @Sendable () -> Moment
    private let reopen: @MainActor () -> Void
    /// Whether no stack of screens gives a way back.
    private let atDoor: Bool
    @Environment(\.words) private var words

    init(
        _ state: RestoreState, _ send: @escaping Send<RestoreEvent>, _ go: Go, now: @escaping @Sendable () -> Moment,
        reopen: @escaping @MainActor () -> Void, atDoor: Bool = false
    ) {
        self.state = state
        self.send = send
        self.go = go
        self.now = now
        self.reopen = reopen
        self.atDoor = atDoor
    }

    var body: some View {
        let free = state.step != .working
        Shell(words.strings.restoreTitle(), around, help: free, back: free && (atDoor || state.shut)) {
            RestoreView(state, send, now: now, reopen: reopen)
        }
        .navigationBarBackButtonHidden(!free || state.shut)
        .toolbar(free && !state.shut ? .automatic : .hidden, for: .tabBar)
    }

    private var around: Go {
        if state.step == .working { return .nowhere }
        return state.shut ? Go(to: { _ in reopen() }, instead: { _ in reopen() }, back: reopen) : go
    }
}
