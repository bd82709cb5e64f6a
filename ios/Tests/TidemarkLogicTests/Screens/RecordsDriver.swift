import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let recordsDriver = Driver(
    feature: { env, script in recordsFeature(env, try kind(script)) },
    event: recordsEvent,
    facts: recordsFacts)

private func kind(_ from: JSON) throws -> Kind {
    guard let kind = kindOf(try from.text("kind")) else { throw NotInScripts(what: "such records") }
    return kind
}

/// A row is opened by what one of its fields holds: ids are drawn anew each time.
private func idOf(_ step: JSON, _ env: Env) throws -> String {
    let held = FieldText(name: try step.text("field"), text: try step.text("text"))
    guard let found = try env.diary.records(kind: kind(step), span: Span()).first(where: { $0.fields.contains(held) }) else {
        throw NotInScripts(what: "a record with such a field")
    }
    return found.id
}

private func recordsEvent(_ step: JSON, _ env: Env) throws -> RecordsEvent {
    switch try step.text("event") {
    case "added": return .added
    case "opened": return .opened(id: try idOf(step, env))
    case "typed": return .typed(field: try step.text("field"), try step.text("text"))
    case "scores_asked": return .scoresAsked(step["on"].flag)
    case "scored":
        guard let number = step["number"].number else { throw NotInScripts(what: "a score without its question") }
        return .scored(number: Int(number), step["score"].number.map { Int($0) })
    case "reasoned": return .reasoned(try step.text("text"))
    case "closed": return .closed
    case "submitted": return .submitted
    case "deleted": return .deleted
    case "undone": return .undone
    case "history_asked": return .historyAsked
    case let name: throw NotInScripts(what: "the event \(name) of Records")
    }
}

private func recordsFacts(_ state: RecordsState) -> [String: JSON] {
    let form = state.form
    let history = form?.history.map { changes in
        JSON.list(
            changes.sorted { ($0.revision, $0.field) < ($1.revision, $1.field) }
                .map { .list([.text($0.field), .fact($0.old), .fact($0.new), .fact($0.reason)]) })
    }
    return [
        "rows": state.rows.map { rows in .list(rows.map { object($0.shown) }) } ?? .null,
        "form": form.map { object($0.texts) } ?? .null,
        "new": .fact(form.map { $0.id == nil }),
        "scored": .fact(form?.scored),
        "broken": form.map { object($0.broken.mapValues(\.fact)) } ?? .null,
        "form_problem": .fact(form?.problem?.fact),
        "history": history ?? .null,
        "undo": .fact(state.undo.map { $0.removed ? "deleted" : "saved" }),
        "offers_help": .bool(state.offersHelp),
        "problem": .fact(state.problem?.fact),
    ]
}

private func object(_ texts: [String: String]) -> JSON { .object(texts.mapValues(JSON.text)) }

extension Broken {
    var fact: String {
        switch self {
        case .needed: "needed"
        case .tooLong(let most): "too_long \(most)"
        case .noDay: "no_day"
        case .noTime: "no_time"
        case .noNumber: "no_number"
        case .outside(let min, let max): "outside \(min) \(max)"
        case .above(let total, let most): "above \(total) \(most)"
        case .sum(let sum, let total): "sum \(sum) \(total)"
        case .rule: "rule"
        }
    }
}
