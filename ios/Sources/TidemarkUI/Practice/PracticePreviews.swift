//! The quick entry of practices in each of its states.

#if DEBUG
    import SwiftUI

    @testable import TidemarkLogic

    struct PracticePreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", PracticeState())
            screen("Empty", empty)
            Looks { screen($0, filled) }
            screen(
                "No day",
                empty.copy {
                    $0.day = "2026-11-31"
                    $0.noDay = true
                })
            screen(
                "Saving",
                empty.copy {
                    $0.working = true
                    $0.kind = "movement"
                })
            screen(
                "Refused",
                filled.copy {
                    $0.saved = nil
                    $0.kind = "movement"
                    $0.problem = .storageFull
                })
            screen("Error", PracticeState().copy { $0.problem = .locked })
        }

        static let empty = PracticeState().copy {
            $0.today = "2026-11-24"
            $0.day = "2026-11-24"
            $0.kinds = ["psychotherapy", "mindfulness", "movement", "sleep_routine", "breathing", "other"]
            $0.recent = []
        }

        static let filled = empty.copy {
            $0.minutes = 20
            $0.recent = [
                PracticeState.Done(id: "a", day: "2026-11-24", kind: "breathing", minutes: nil),
                PracticeState.Done(id: "b", day: "2026-11-22", kind: "psychotherapy", minutes: 50),
            ]
            $0.saved = PracticeState.Saved(id: "a", kind: "breathing", at: Sample.evening)
        }

        static func screen(_ name: String, _ state: PracticeState) -> some View {
            Pictured(name, title: { $0.strings.practiceTitle() }) { PracticeView(state, { _ in }, .nowhere) }
        }
    }
#endif
