//! The report builder in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct ReportPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", ReportState())
            screen("Empty", empty)
            Looks { screen($0, filled) }
            screen("Days", days)
            screen(
                "Name too long",
                Sample.state(filled, reduce, .nameTicked(on: true), .nameTyped(String(repeating: "Stress ", count: 12))))
            screen("Notes", listed(["b"]))
            screen("No notes", listed([], notes: []))
            screen("Counting", counting)
            screen("Error", Sample.state(ReportState(), reduce, .notRead(.locked)))
            screen("Error over what was read", Sample.state(filled, reduce, .notLaidOut(.busy)))
        }

        static let usual = Period(from: "2026-09-12", to: "2026-11-24")
        static let options = ReportOptions(madeAt: Sample.evening, paper: .a4, period: usual)

        /// The usual ticks, written out: the library is not loaded here.
        static let ticks = ticked(true)

        static func ticked(_ on: Bool, notes: [EntryId] = []) -> Included {
            Included(
                questions: on, goals: on, trends: on, questionnaires: on, sessions: on, medicines: on, events: on, unwanted: on, plan: on,
                practices: on, around: .allMeasures, distress: false, items: false, notes: false, chosenNotes: notes, daily: false,
                cutPoints: false, therapists: false, careTeam: false, intake: false)
        }

        static func leaving(_ codes: String...) -> [Leaving] { codes.map { Leaving(code: $0, name: $0) } }

        static func basis(lastVisit: String?) -> Basis {
            Basis(madeAt: Sample.evening, usual: usual, lastVisit: lastVisit, paper: .a4, ticked: [.usual: ticks])
        }

        static let chosen = ReportState(choices: ReportChoices(ticks, .a4)).copy { $0.basis = basis(lastVisit: "2026-09-11") }

        static let filled = chosen.copy { state in
            let leaves = leaving(
                "questions", "goals", "trends", "questionnaires", "sessions", "medicines", "events", "unwanted_effects", "plan", "practices")
            state.laid = state.options.map { Laid(options: $0, leaves: leaves, pages: 5) }
        }

        static let empty = chosen.copy { state in
            state.basis = basis(lastVisit: nil)
            state.choices?.included = ticked(false)
            state.choices?.recipient = .ownChoice
            state.laid = state.options.map { Laid(options: $0, leaves: [], pages: 1) }
        }

        static let days = chosen.copy {
            $0.choices?.days = .chosen(from: "2026-11-31", to: "2026-11-24")
            $0.choices?.named = true
        }

        static let counting = filled.copy {
            $0.choices?.paper = .letter
            $0.laying = true
        }

        static let notes = [
            NoteToTick(entry: "a", day: "2026-11-12", ofSession: false, firstWords: texts[0]),
            NoteToTick(entry: "b", day: "2026-11-15", ofSession: true, firstWords: texts[1]),
            NoteToTick(entry: "c", day: "2026-11-20", ofSession: false, firstWords: texts[2]),
        ]

        /// What the person wrote here.
        static let texts = ["Slept badly after the late shift, woke at four and lay …", "Shoulders softer.", "Calmer."]

        /// The list is open, and these notes in it are ticked.
        static func listed(_ ids: [EntryId], notes: [NoteToTick] = notes) -> ReportState {
            chosen.copy { state in
                state.choices?.included = ticked(true, notes: ids)
                state.choices?.recipient = .ownChoice
                state.notes.open = true
                state.notes.listed = ListedNotes(of: NotesOf(period: usual, sessions: true), notes: notes)
                let leaves = leaving("questions", "trends", "sessions") + [Leaving(code: "notes", name: "\(ids.count) of \(notes.count) notes")]
                state.laid = state.options.map { Laid(options: $0, leaves: leaves, pages: 5) }
            }
        }

        static func screen(_ name: String, _ state: ReportState) -> some View {
            Pictured(name, title: { $0.strings.reportTitle() }) { ReportView(state, { _ in }, .nowhere) }
        }
    }
#endif
