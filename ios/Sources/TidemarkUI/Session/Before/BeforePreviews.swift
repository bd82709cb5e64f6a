//! Before a session, in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct BeforePreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", BeforeState())
            screen("Empty", empty)
            Looks { screen($0, filled) }
            screen("Areas", filled.copy { $0.open = .areas })
            screen("Needs", filled.copy { $0.open = .needs })
            screen("Style", filled.copy { $0.open = .style })
            screen("Doses", dosed.copy { $0.open = .doses })
            screen("Dosed", dosed)
            screen("Begun already", late)
            screen("When it began", late.copy { $0.open = .begin })
            Looks { card($0) }
            screen("Error", full)
            screen("Locked", BeforeState().copy { $0.problem = .locked })
        }

        static let empty = BeforeState().copy {
            $0.choices = SessionChoices()
            $0.ratings = Sample.pads(.before, [])
        }

        static let filled = BeforeState("s").copy {
            $0.choices = Sample.agreed
            $0.stored = Sample.agreed
            $0.ratings = Sample.pads(
                .before,
                [
                    (Sample.stress, Sample.number(6)), (Sample.mood, Sample.number(4)), (Sample.pain, .skipped),
                    (Sample.anxiety, Sample.number(5)),
                ])
            $0.apart = [Sample.apart]
            $0.allergies = ["oil:lavender", "latex"]
        }

        static let dosed = filled.copy {
            $0.medicines = Sample.medicines
            $0.choices?.doses = Sample.doses
        }

        static let late = filled.copy {
            $0.begunMin = 20
            $0.fromMemory = true
        }

        static let full = empty.copy {
            $0.choices = Sample.agreed
            $0.ratings = Sample.refused(.before)
        }

        static func screen(_ name: String, _ state: BeforeState) -> some View {
            Pictured(name, title: { $0.strings.sessionBeforeTitle() }) { BeforeView(state, { _ in }, { Sample.six }) }
        }

        /// The page for the massage therapist has a title of its own.
        static func card(_ name: String) -> some View {
            Pictured("Card: \(name)", title: { $0.strings.sessionCardTitle() }) {
                BeforeView(filled.copy { $0.card = true }, { _ in }, { Sample.six })
            }
        }
    }
#endif
