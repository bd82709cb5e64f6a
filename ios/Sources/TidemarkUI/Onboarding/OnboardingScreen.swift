//! The questions of the first day over the new diary.

import SwiftUI
import TidemarkLogic

/// The questions of the first day; `onOver` is where they lead.
struct OnboardingScreen: View {
    private let env: Env
    private let toHelp: Go
    private let onOver: @MainActor (Place) -> Void
    @Environment(\.words) private var words

    init(_ env: Env, _ toHelp: Go, _ onOver: @escaping @MainActor (Place) -> Void) {
        self.env = env
        self.toHelp = toHelp
        self.onOver = onOver
    }

    var body: some View {
        Runs(env, onboardingFeature(env)) { state, send in
            Shell(
                words.strings.onboardingTitle(), Go(to: toHelp.to, back: { send(.wentBack) }), back: state.page != .starterSet
            ) { OnboardingView(state, send, onOver) }
            .onChange(of: state.over) { _, over in if over { onOver(.today) } }
        }
    }
}
