import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let intakeDriver = Driver(
    feature: { env, _ in intakeFeature(env) },
    event: { step, env in try intakeEvent(step, env) },
    facts: { state in
        let parts = state.read?.parts
        return [
            "version": .fact(state.read?.newest?.number),
            "reviewed_on": .fact(state.read?.newest?.reviewedOn),
            "versions": .fact(state.read?.versions.map { "\($0.number) \($0.reviewedOn)" }),
            "says": parts.map { parts in
                .object(Dictionary(uniqueKeysWithValues: parts.filter { !$0.text.isEmpty }.map { ($0.field, .text($0.text)) }))
            }
                ?? .null,
            "ticked": .fact(parts?.filter(\.ticked).map(\.field)),
            "leaves": .texts(state.leaves.map(\.field)),
            "open_version": .fact(
                state.read?.earlier.first { $0.id == state.openVersion }.map { open in
                    open.number + open.parts.filter { !$0.text.isEmpty }.map { " \($0.field)=\($0.text)" }.joined()
                }),
            "with_plan": .fact(state.read?.withPlan),
            "form": .fact(texts: state.form?.texts),
            "broken": .fact(broken: state.form?.broken),
            "form_problem": .fact(state.form?.problem?.fact),
            "reverse": .bool(state.reverse),
            "signatures": .bool(state.signatures),
            "saved": .bool(state.saved != nil),
            "sent": .fact(state.out.sent.map { code(of: $0.way) }),
            "out_problem": .fact(state.out.problem?.fact),
            "problem": .fact(state.problem?.fact),
        ]
    })

private func intakeEvent(_ step: JSON, _ env: Env) throws -> IntakeEvent {
    switch try step.text("event") {
    case "changed": return .changed
    case "typed": return .typed(field: try step.text("field"), try step.text("text"))
    case "closed": return .closed
    case "submitted": return .submitted
    case "reviewed": return .reviewed
    case "ticked": return .ticked(field: try step.text("field"), step["on"].flag)
    case "reverse_ticked": return .reverseTicked(step["on"].flag)
    case "signatures_ticked": return .signaturesTicked(step["on"].flag)
    case "version_opened":
        // By its number: ids are drawn anew each time.
        let number = step["version"].string
        return .versionOpened(id: try env.diary.records(kind: .intakeSheet, span: Span()).first { number != nil && $0.text("version") == number }?.id)
    case "undone": return .undone
    case "went": return .went(try step.way())
    case let name: throw NotInScripts(what: "the event \(name) of the intake sheet")
    }
}

let carePageDriver = Driver(
    feature: { env, _ in carePageFeature(env) },
    event: { step, env in try carePageEvent(step, env) },
    facts: { state in
        [
            "team": .fact(state.read?.team.map { "\($0.name) \($0.role)" }),
            "intake": .fact(state.read?.intake),
            "reader": .fact(state.reader?.name),
            "name": .fact(state.choices.printed),
            "name_too_long": .bool(state.choices.nameTooLong),
            "ratings": .bool(state.ratings),
            "leaves": .texts(state.leaves),
            "sent": .fact(state.out.sent.map { code(of: $0.way) }),
            "out_problem": .fact(state.out.problem?.fact),
            "problem": .fact(state.problem?.fact),
        ]
    })

private func carePageEvent(_ step: JSON, _ env: Env) throws -> CarePageEvent {
    switch try step.text("event") {
    case "reader_chosen": return .readerChosen(id: try step["reader"].string.map { try env.named(.careTeamMember, $0) })
    case "name_ticked": return .nameTicked(step["on"].flag)
    case "name_typed": return .nameTyped(try step.repeated())
    case "ratings_ticked": return .ratingsTicked(step["on"].flag)
    case "went": return .went(try step.way())
    case let name: throw NotInScripts(what: "the event \(name) of the care page")
    }
}

extension Env {
    /// A record by its name: ids are drawn anew each time.
    func named(_ kind: Kind, _ name: String) throws -> String {
        guard let found = try diary.records(kind: kind, span: Span()).first(where: { $0.text("name") == name }) else {
            throw NotInScripts(what: "a record called \(name)")
        }
        return found.id
    }
}

extension JSON {
    func way() throws -> ShareState.Way {
        let wanted = try text("way")
        guard let way = ShareState.Way.allCases.first(where: { code(of: $0) == wanted }) else { throw NotInScripts(what: "the way \(wanted)") }
        return way
    }

    /// A text of a step, as often as it says.
    func repeated() throws -> String { String(repeating: try text("text"), count: Int(self["times"].number ?? 1)) }

    static func fact(texts: [String: String]?) -> JSON { texts.map { .object($0.mapValues(JSON.text)) } ?? .null }

    static func fact(broken: [String: Broken]?) -> JSON { broken.map { .object($0.mapValues { .text($0.fact) }) } ?? .null }
}
