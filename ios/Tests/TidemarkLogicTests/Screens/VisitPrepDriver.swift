import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let visitPrepDriver = Driver(
    feature: { env, _ in visitPrepFeature(env) },
    event: { step, _ in try visitPrepEvent(step) },
    facts: { state in
        [
            "visit": .fact(state.prep?.visit?.text("logical_date")),
            "questions": .fact(state.prep?.questions),
            "goals": .fact(state.prep?.goals),
            "quality": .fact(state.prep?.quality?.id),
            "period": .fact((state.prep?.period).map { "\($0.from) \($0.to)" }),
            "draft": .text(state.draft.text),
            "changing": .fact(state.draft.at),
            "too_long": .bool(state.draft.tooLong),
            "has_room": .bool(state.hasRoom),
            "saved": .bool(state.saved != nil),
            "undo": .bool(state.undo),
            "problem": .fact(state.problem?.fact),
        ]
    })

private func visitPrepEvent(_ step: JSON) throws -> VisitPrepEvent {
    func place() throws -> Int {
        guard let at = step["at"].number else { throw NotInScripts(what: "a step without a place") }
        return Int(at)
    }
    switch try step.text("event") {
    case "typed": return .typed(String(repeating: try step.text("text"), count: Int(step["times"].number ?? 1)))
    case "submitted": return .submitted
    case "change_asked": return .changeAsked(at: try place())
    case "change_left": return .changeLeft
    case "removed": return .removed(at: try place())
    case "undone": return .undone
    case let name: throw NotInScripts(what: "the event \(name) of the visit")
    }
}
