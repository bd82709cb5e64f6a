//! Which notes go along, one by one? The notes of the report's days, each with a tick. Their words stand here only while the list is
//! open.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

struct NotesSection: View {
    let state: ReportState
    let choices: ReportChoices
    let send: Send<ReportEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        let open = state.notes.open
        let shown = state.notesShown
        Section(strings.reportSingleNotes(), about: strings.reportSingleNotesAbout()) {
            if let shown, !shown.isEmpty {
                Told(strings.reportNotesTicked(ticked: String(shown.filter { choices.hasNote($0.entry) }.count), notes: shown.count))
            }
            if let problem = state.notes.problem { ProblemCard(problem) { send(.notesListed(on: true)) } }
            if open {
                if let shown {
                    if shown.isEmpty { Text(strings.reportNoNotes()) } else { NoteRows(notes: shown, choices: choices, send: send) }
                } else if state.notes.reading {
                    Told(strings.reportReadingNotes())
                }
            }
            Deed(open ? strings.reportCloseNotes() : strings.reportListNotes(), wide: false) { send(.notesListed(on: !open)) }
        }
    }
}

private struct NoteRows: View {
    let notes: [NoteToTick]
    let choices: ReportChoices
    let send: Send<ReportEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Flow {
            Deed(strings.reportTickAllNotes(), wide: false) { send(.allNotesTicked(on: true)) }
            Deed(strings.reportTickNoNote(), wide: false) { send(.allNotesTicked(on: false)) }
        }
        ForEach(notes, id: \.entry) { note in
            TickRow(words.line(note), ticked: choices.hasNote(note.entry)) { send(.noteTicked(note.entry, on: $0)) }
        }
    }
}

extension Words {
    fileprivate func line(_ note: NoteToTick) -> String {
        let day = dayAndYear(LogicalDate(note.day))
        return note.ofSession
            ? strings.reportNoteOfSession(day: day, words: note.firstWords) : strings.reportNoteOfDay(day: day, words: note.firstWords)
    }
}
