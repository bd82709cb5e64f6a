//! The page of the coming visit in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct VisitPrepPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", VisitPrepState(draft: QuestionDraft()))
            screen("No visit", read(visit: nil, []))
            screen("Empty", read(visit: visit, []))
            Looks { screen($0, filled) }
            screen("Too long", Sample.state(filled, reduce, .typed(long)))
            screen("Changing", Sample.state(filled, reduce, .changeAsked(at: 1)))
            screen("Five", five)
            screen("Changing one of five", Sample.state(five, reduce, .changeAsked(at: 1)))
            screen("Full", Sample.state(filled, reduce, .typed(questions[0]), .submitted, .notSaved(.storageFull)))
            screen("Error", Sample.state(VisitPrepState(draft: QuestionDraft()), reduce, .notRead(.locked)))
        }

        /// What the person and the core wrote here.
        static let questions = ["Is the new dose too strong for the mornings?", "How long does it usually take?"]
        static let goals = ["Sleep through the night", "Walk every day"]
        static let quality =
            "Entries on 11 of 14 days (79 %); 2 added the next day, 0 later. Longest stretch without entries 2 days (18–19 Nov 2026)."
        static let long = String(repeating: "x ", count: 104) + "y"

        static let visit = DiaryRecord(
            kind: .visit, id: "v", revision: 1, recordedAt: Sample.evening, recordedBy: .own, deleted: false,
            fields: [
                FieldText(name: "at", text: "2026-11-25T10:00:00+01:00[Europe/Berlin]"), FieldText(name: "logical_date", text: "2026-11-25"),
                FieldText(name: "with", text: "Dr Weber"),
            ])

        static let filled = Sample.state(
            read(visit: visit, [questions[0]], goals), reduce, .saved(questions, at: Sample.evening, clears: true))
        static let five = read(visit: visit, Array(repeating: questions[1], count: 5))

        static func read(visit: DiaryRecord?, _ questions: [String], _ goals: [String] = []) -> VisitPrepState {
            let period = Period(from: "2026-11-11", to: "2026-11-24")
            let prep = Prep(
                visit: visit, questions: questions, goals: goals, quality: Sentence(id: "sentence.coverage", text: quality), period: period,
                options: ReportOptions(madeAt: Sample.evening, paper: .a4, period: period))
            return Sample.state(VisitPrepState(draft: QuestionDraft()), reduce, .read(prep))
        }

        static func screen(_ name: String, _ state: VisitPrepState) -> some View {
            Pictured(name, title: { $0.strings.visitTitle() }) { VisitPrepView(state, { _ in }, .nowhere) }
        }
    }
#endif
