//! The time after a session, in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct TomorrowPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", TomorrowState("s"))
            screen("Empty", empty)
            Looks { screen($0, filled) }
            screen("Reminded", empty.copy { $0.reminder = "08:30" })
            screen("Error", filled.copy { $0.written = .notSaved(.storageFull) })
            screen("Locked", TomorrowState("s").copy { $0.problem = .locked })
        }

        /// 8:00 in the morning after.
        nonisolated static let morning = Sample.later(14 * 60)

        static let empty = TomorrowState("s").copy {
            $0.session = Sample.session()
            $0.ratings = Sample.pads(.followUp, [])
        }

        static let filled = empty.copy {
            $0.asks = true
            $0.ratings = Sample.pads(.followUp, [(Sample.stress, Sample.number(3)), (Sample.mood, Sample.number(7))])
            $0.told = TidemarkLogic.Told().toggled("soreness", onsetMin: 780).strength("soreness", 3)
                .ticked("water", at: "2026-11-24T19:30:00+01:00").ticked("rest", at: "2026-11-24T20:30:00+01:00")
            $0.written = .saved(at: morning)
            $0.reminder = "08:30"
        }

        static func screen(_ name: String, _ state: TomorrowState) -> some View {
            Pictured(name, title: { $0.strings.sessionTomorrowTitle() }) { TomorrowView(state, { _ in }, .nowhere, { morning }) }
        }
    }
#endif
