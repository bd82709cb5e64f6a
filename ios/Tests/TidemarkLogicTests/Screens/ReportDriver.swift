import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let reportDriver = Driver(
    feature: { env, _ in reportFeature(env) },
    event: { step, env in try reportEvent(step, env) },
    facts: reportFacts)

private func reportEvent(_ step: JSON, _ env: Env) throws -> ReportEvent {
    switch try step.text("event") {
    case "recipient_chosen": return .recipientChosen(try named(try step.text("recipient")))
    case "ticked":
        let section = try step.text("section")
        guard let tick = Tick.allCases.first(where: { $0.code == section }) else { throw NotInScripts(what: "the section \(section)") }
        return .ticked(tick, on: step["on"].flag)
    case "notes_listed": return .notesListed(on: step["on"].flag)
    case "note_ticked": return .noteTicked(try note(step, env), on: step["on"].flag)
    case "all_notes_ticked": return .allNotesTicked(on: step["on"].flag)
    case "usual_days": return .usualDays
    case "own_days": return .ownDays
    case "days_typed": return .daysTyped(from: try step.text("from"), to: try step.text("to"))
    case "name_ticked": return .nameTicked(on: step["on"].flag)
    case "name_typed": return .nameTyped(try step.text("name"))
    case "paper_chosen": return .paperChosen(try named(try step.text("paper")))
    case let name: throw NotInScripts(what: "the event \(name) of Report")
    }
}

/// A step counts the notes of the whole diary from 1, in time order.
private func note(_ step: JSON, _ env: Env) throws -> EntryId {
    let noted = try env.diary.entries(span: Span()).filter { $0.fields.contains { $0.name == "note" } }
    guard let at = step["note"].number, let found = noted.enumerated().first(where: { $0.offset == Int(at) - 1 }) else {
        throw NotInScripts(what: "a note that is not there")
    }
    return found.element.id
}

private func reportFacts(_ state: ReportState) -> [String: JSON] {
    let choices = state.choices
    return [
        "days": .fact(choices.map { code(of: $0.days) }),
        "period": .fact((state.options?.period).map { "\($0.from) \($0.to)" }),
        "last_visit": .fact(state.basis?.lastVisit),
        "recipient": .fact(choices.map { code(of: $0.recipient) }),
        "ticked": .fact(choices.map { choices in Tick.allCases.filter { $0.get(choices.included) }.map(\.code).sorted() }),
        "name": .fact(state.options?.name),
        "paper": .fact(choices.map { code(of: $0.paper) }),
        "leaves": .fact(state.laid?.leaves.map(\.code).sorted()),
        "laid_out": .bool(state.laid.map { $0.options == state.options } ?? false),
        "problem": .fact(state.problem?.fact),
        "notes_open": .bool(state.notes.open),
        "notes": .fact(
            state.notesShown?.map { note in
                let ticked = choices?.hasNote(note.entry) ?? false
                return [note.day, note.ofSession ? "session" : nil, note.firstWords, ticked ? "ticked" : nil]
                    .compactMap { $0 }.joined(separator: " ")
            }),
        "notes_leave": .fact(state.laid?.leaves.first { $0.code == Tick.notes.code }?.name),
        "notes_problem": .fact(state.notes.problem?.fact),
    ]
}

/// The case of that name.
func named<Value: CaseIterable>(_ name: String) throws -> Value {
    guard let found = Value.allCases.first(where: { code(of: $0) == name }) else { throw NotInScripts(what: "such a \(Value.self)") }
    return found
}
