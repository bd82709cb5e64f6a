//! A session told by hand, in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct DetailPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", DetailState("s"))
            Looks { screen($0, filled) }
            screen("Before is hidden", detail(Sample.session(beforeHidden: true)))
            screen("Doses", dosed)
            screen("Missed", detail(Sample.session(.missed)))
            screen("Adding", adding)
            screen("Ratings of an added one", rating)
            screen("Overlap", adding.copy { $0.overlaps = true })
            screen("Delete asked", filled.copy { $0.deleteAsked = true })
            screen("Deleted", filled.copy { $0.deleted = true })
            screen("Error", adding.copy { $0.problem = .storageFull })
            screen("Locked", DetailState("s").copy { $0.problem = .locked })
        }

        static let filled = detail(
            Sample.session(
                told: TidemarkLogic.Told().toggled("soreness", onsetMin: 10).strength("soreness", 3)
                    .ticked("water", at: "2026-11-24T19:30:00+01:00").copy {
                        $0.pressureFelt = 3
                        $0.note = "Warm room"
                    },
                before: Sample.read([(Sample.stress, Sample.number(7)), (Sample.mood, .skipped)]),
                after: Sample.read([(Sample.stress, Sample.number(4))], recalled: true)))

        static let adding = DetailState().copy {
            $0.form = DetailState.Form(date: "2026-11-24", time: "18:00", minutes: "60").copy { $0.choices = Sample.agreed }
            $0.questions = Sample.four
        }

        static let rating = adding.copy {
            $0.form?.rating = .before
            $0.form?.ratings = [.before: [Sample.stress.measure: Sample.number(6)]]
        }

        static let dosed = detail(
            Sample.session().copy {
                $0.choices.doses = Sample.doses
                $0.medicines = Sample.medicines
            })

        static func detail(_ session: Session) -> DetailState { DetailState("s").copy { $0.session = session } }

        static func screen(_ name: String, _ state: DetailState) -> some View {
            Pictured(name, title: { state.session == nil ? $0.strings.sessionAddTitle() : $0.strings.sessionTitle() }) {
                DetailView(state, { _ in }, .nowhere)
            }
        }
    }
#endif
