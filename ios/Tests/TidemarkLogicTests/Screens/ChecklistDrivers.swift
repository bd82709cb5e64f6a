import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let therapistsDriver = Driver(
    feature: { env, _ in therapistsFeature(env) },
    event: { step, _ in try therapistsEvent(step) },
    facts: { state in
        [
            "listed": state.therapists == nil ? .null : .list(state.listed.map(\.fact)),
            "questions": .count(state.questions.count),
            "first_question": .fact(state.questions.first?.question),
            "sent": .fact(state.out.sent.map { code(of: $0.way) }),
            "out_problem": .fact(state.out.problem?.fact),
            "problem": .fact(state.problem?.fact),
        ]
    })

private func therapistsEvent(_ step: JSON) throws -> TherapistsEvent {
    switch try step.text("event") {
    case "trauma_informed_only": return .traumaInformedOnly(step["on"].flag)
    case "went": return .went(try step.way())
    case let name: throw NotInScripts(what: "the event \(name) of the therapists")
    }
}

extension Therapist {
    fileprivate var fact: JSON {
        .list([
            .text(name), .text(practice), .text(credential), .count(asked), .count(notApplicable), .count(answers.count),
            .fact(oldCredential?.iso),
        ])
    }
}

let checklistDriver = Driver(
    feature: { env, script in checklistFeature(env, try env.named(.therapist, try script.text("therapist"))) },
    event: { step, _ in try checklistEvent(step) },
    facts: { state in
        let therapist = state.therapist
        return [
            "asked": .fact(therapist?.asked),
            "not_applicable": .fact(therapist?.notApplicable),
            "items": .fact(therapist?.answers.map(\.item)),
            // What is known; the others were not asked and say nothing.
            "known": therapist.map { .list($0.answers.filter { $0.status != .notAsked }.map(\.fact)) } ?? .null,
            "old_credential": .fact(therapist?.oldCredential?.iso),
            "fit": .fact(therapist?.fit),
            "fit_draft": .fact(state.fit),
            "fit_too_long": .bool(state.fitTooLong),
            "draft": state.draft.map {
                .list([.text($0.before.item), .text($0.status.code), .text($0.on), .fact($0.how?.code), .text($0.note)])
            } ?? .null,
            "broken_day": .fact(state.draft?.brokenDay?.fact),
            "broken_note": .fact(state.draft?.brokenNote?.fact),
            "saved": .bool(state.saved != nil),
            "sent": .fact(state.out.sent.map { code(of: $0.way) }),
            "out_problem": .fact(state.out.problem?.fact),
            "problem": .fact(state.problem?.fact),
        ]
    })

extension ItemAnswer {
    fileprivate var fact: JSON { .list([.text(item), .text(status.code), .text(on), .fact(how?.code), .text(note)]) }
}

private func checklistEvent(_ step: JSON) throws -> ChecklistEvent {
    switch try step.text("event") {
    case "opened": return .opened(item: try step.text("item"))
    case "status_chosen":
        guard let status: ChecklistStatus = coded(try step.text("status")) else { throw NotInScripts(what: "such a status") }
        return .statusChosen(status)
    case "day_typed": return .dayTyped(try step.text("text"))
    case "how_chosen": return .howChosen(coded(step["how"].string))
    case "note_typed": return .noteTyped(try step.repeated())
    case "closed": return .closed
    case "submitted": return .submitted
    case "fit_typed": return .fitTyped(try step.repeated())
    case "fit_submitted": return .fitSubmitted
    case "undone": return .undone
    case "went": return .went(try step.way())
    case let name: throw NotInScripts(what: "the event \(name) of the checklist")
    }
}
