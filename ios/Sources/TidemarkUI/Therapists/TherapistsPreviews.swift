//! Massage therapists and the checklist of one, in each of their states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct TherapistsPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", TherapistsState())
            screen("Empty", read([]))
            Looks { screen($0, filled) }
            screen("Nobody listed", filled.copy { $0.traumaInformed = true })
            screen("Sent", filled.copy { $0.out = SheetOut(sent: SheetOut.Sent(way: .saveAs, bytes: 31_200, noted: true)) })
            screen("Not sent", filled.copy { $0.out = SheetOut(problem: .notWritten(.storageFull)) })
            screen("Error", TherapistsState().copy { $0.problem = .locked })
        }

        static let filled = read([therapist, blank])

        static let questions = [
            ChecklistQuestion(item: "licence", question: "Which licence do you have?"),
            ChecklistQuestion(item: "plan", question: "How often would we meet?"),
            ChecklistQuestion(item: "style_training", question: "Were you trained in it?"),
        ]

        static let therapist = Therapist(
            id: "t", name: "R. Example", practice: "Practice A", contact: "555 0100", credential: "Licence 4711",
            oldCredential: LogicalDate("2025-11-23"),
            answers: [
                ItemAnswer(
                    item: "licence", question: "Which licence do you have?", status: .confirmed, on: "2026-10-03", how: .seen,
                    note: "number on the wall"),
                ItemAnswer(item: "plan", question: "How often would we meet?"),
                ItemAnswer(item: "style_training", question: "Were you trained in it?", status: .notApplicable),
            ],
            fit: "")

        static let blank = Therapist(
            id: "u", name: "S. Example", practice: "", contact: "", credential: "", oldCredential: nil,
            answers: questions.map { ItemAnswer(item: $0.item, question: $0.question) }, fit: "")

        static func read(_ therapists: [Therapist]) -> TherapistsState {
            Sample.state(TherapistsState(), { reduce($0, $1) }, .read(therapists, questions: questions))
        }

        static func screen(_ name: String, _ state: TherapistsState) -> some View {
            Pictured(name, title: { $0.strings.therapistsTitle() }) { TherapistsView(state, { _ in }, .nowhere) }
        }
    }

    struct ChecklistPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", ChecklistState())
            Looks { screen($0, filled) }
            screen("Open", open)
            screen("Broken", broken)
            screen("Back to not asked", Sample.state(open, { reduce($0, $1) }, .statusChosen(.notAsked)))
            screen("Words on the first talk", Sample.state(filled, { reduce($0, $1) }, .fitTyped("kind and calm")))
            screen("Refused", open.copy { $0.problem = .storageFull })
            screen("Error", ChecklistState().copy { $0.problem = .locked })
        }

        static let filled = Sample.state(
            ChecklistState(), { reduce($0, $1) }, .read(TherapistsPreviews.therapist, today: "2026-11-24"),
            .written(at: Sample.evening, fit: false))

        static let open = Sample.state(filled, { reduce($0, $1) }, .opened(item: "licence"))

        static let broken = Sample.state(open, { reduce($0, $1) }, .dayTyped("2026-02-30"), .submitted)

        static func screen(_ name: String, _ state: ChecklistState) -> some View {
            Pictured(name, title: { $0.strings.therapistsChecklist() }) { ChecklistView(state, { _ in }, .nowhere) }
        }
    }
#endif
