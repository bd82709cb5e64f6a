import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// The script names the day of the screen as `date`; all its entries are of that day, and a step counts them from 1.
let dayEntriesDriver = Driver(
    feature: { env, script in dayEntriesFeature(LogicalDate(try script.text("date")), diary: env.diary, now: env.now) },
    event: dayEntriesEvent,
    facts: dayEntriesFacts)

private func dayEntriesEvent(_ step: JSON, _ env: Env) throws -> DayEntriesEvent {
    func measure() throws -> MeasureId { MeasureId(try step.text("measure")) }
    func id() throws -> String {
        let entries = try env.diary.entries(span: Span())
        guard let at = step["entry"].number, 1 <= at, at <= entries.count else { throw NotInScripts(what: "such an entry") }
        return entries[Int(at) - 1].id
    }
    switch try step.text("event") {
    case "pad_opened": return .padOpened(step.has("entry") ? .change(checkIn: try id(), try measure()) : .add(try measure()))
    case "pad_closed": return .padClosed
    case "add_tapped": return .addTapped
    case "rated": return .rated(Answer(milli: step.milli("value")), at: env.now())
    case "tried_again": return .triedAgain
    case "delete_tapped": return .deleteTapped(.checkIn, id: try id())
    case "undo_tapped": return .undoTapped
    case "changes_shown": return .changesShown(.checkIn, id: try id())
    case "changes_closed": return .changesClosed(id: try id())
    case let name: throw NotInScripts(what: "the event \(name) of the entries of a day")
    }
}

private func dayEntriesFacts(_ state: DayEntriesState) -> [String: JSON] {
    let entries = state.page?.entries
    func place(_ id: String) -> String { entries?.firstIndex { $0.id == id }.map { "\($0 + 1)" } ?? "gone" }
    let open: String? =
        switch state.open {
        case nil: nil
        case .add(let measure): "add \(measure.name)"
        case .change(let checkIn, let measure): "\(place(checkIn)) \(measure.name)"
        }
    let line: String? =
        switch state.line {
        case .none: nil
        case .saving: "saving"
        case .saved: "saved"
        case .notSaved(let problem): "not_saved \(problem.fact)"
        case .deleted: "deleted"
        case .undone: "undone"
        }
    let changes = state.changes.map { id, made in
        (place(id), JSON.texts(made.map { "\($0.field) \($0.old ?? "null") \($0.new ?? "null")" }))
    }
    return [
        "date": .text(state.date.iso),
        "entries": .fact(entries?.map(fact)),
        "open": .fact(open),
        "shown": state.shown?.fact ?? .null,
        "line": .fact(line),
        "undo": .fact(state.undo.map(place)),
        "changes": .object(Dictionary(changes, uniquingKeysWith: { _, later in later })),
        "problem": .fact(state.problem?.fact),
    ]
}

/// Kind, mode, and each measure with its number in thousandths.
private func fact(_ entry: Entry) -> String {
    ([entry.kind, entry.entryMode ?? "null"]
        + entry.values.map { "\($0.measureId) \($0.answer.milli.map(String.init) ?? "skipped")" })
        .joined(separator: " ")
}
