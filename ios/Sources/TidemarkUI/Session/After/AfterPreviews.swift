//! Right after a session, in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct AfterPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", AfterState("s"))
            screen("Empty", empty)
            Looks { screen($0, filled) }
            screen("How strong", filled.copy { $0.openEffect = "tiredness" })
            screen("Too much", distress)
            screen("Late", filled.copy { $0.ratings.outOfWindow = true })
            screen("Error", filled.copy { $0.written = .notSaved(.storageFull) })
            screen("Locked", AfterState("s").copy { $0.problem = .locked })
        }

        static let empty = AfterState("s").copy {
            $0.session = Sample.session(beforeHidden: true)
            $0.ratings = Sample.pads(.after, [])
        }

        static let filled = AfterState("s").copy {
            $0.session = Sample.session(
                before: Sample.read([
                    (Sample.stress, Sample.number(7)), (Sample.mood, Sample.number(4)), (Sample.pain, Sample.number(3)),
                    (Sample.anxiety, .skipped),
                ]))
            $0.ratings = Sample.pads(
                .after,
                [
                    (Sample.stress, Sample.number(4)), (Sample.mood, Sample.number(6)), (Sample.pain, Sample.number(3)),
                    (Sample.anxiety, Sample.number(1)),
                ])
            $0.told = TidemarkLogic.Told().toggled("soreness", onsetMin: 10).strength("soreness", 4).toggled("tiredness", onsetMin: 10).copy {
                $0.pressureFelt = 3
                $0.note = "Warm room"
            }
            $0.written = .saved(at: Sample.later(75))
        }

        static let distress = filled.copy { $0.distress = Distress(kind: "panic", told: ["nobody_yet"]) }

        static func screen(_ name: String, _ state: AfterState) -> some View {
            Pictured(name, title: { $0.strings.sessionAfterTitle() }) { AfterView(state, { _ in }, .nowhere, { Sample.later(70) }) }
        }
    }
#endif
