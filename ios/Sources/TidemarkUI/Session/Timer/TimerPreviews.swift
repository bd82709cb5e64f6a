//! A running session, in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct TimerPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", TimerState("s"))
            Looks { screen($0, filled) }
            screen("Paused", paused)
            screen("Paused, without words", paused.copy { $0.grounding = [] })
            screen("Stop early", filled.copy { $0.end = End(early: true) })
            screen("Length asked", clock)
            screen("Clock put back", filled.copy { $0.now = Sample.later(-30) })
            screen("Error", filled.copy { $0.problem = .storageFull })
            screen("Locked", TimerState("s").copy { $0.problem = .locked })
        }

        static let filled = TimerState("s").copy {
            $0.session = Sample.session(.planned)
            $0.now = Sample.later(34)
            $0.noted = .lighter
            $0.grounding = ["Open the window", "Feet on the floor"]
        }

        static let paused = filled.copy { $0.session = Sample.session(.planned, pauses: [Pause(fromMin: 34, toMin: nil)]) }

        static let clock = filled.copy {
            $0.now = Sample.later(-30)
            $0.end = End(early: false, asksLength: true)
        }

        static func screen(_ name: String, _ state: TimerState) -> some View {
            Pictured(name, title: { $0.strings.sessionTitle() }) { TimerView(state, { _ in }, .nowhere) }
        }
    }
#endif
