import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let afterDriver = Driver(
    feature: { env, script in afterFeature(diary: env.diary, now: env.now, sessionId: try sessionId(env, script)) },
    event: afterEvent,
    facts: { state in
        ratingFacts(state.ratings).merging(toldFacts(state.told, state.written)) { _, told in told }.merging([
            "before_hidden": .fact(state.session?.beforeHidden),
            "can_reveal": .bool(state.canReveal),
            "sides": state.sides.map { sides in
                .list(sides.map { .list([.text($0.measure.name), $0.before?.fact ?? .null, $0.after?.fact ?? .null]) })
            } ?? .null,
            "distress": .fact(state.distress?.kind),
            "distress_saved": .bool(state.distressSaved),
            "problem": .fact(state.problem?.fact),
        ]) { _, own in own }
    })

private func afterEvent(_ step: JSON, _ env: Env) throws -> AfterEvent {
    switch try step.text("event") {
    case "reveal_asked": return .revealAsked
    case "pressure_felt": return .pressureFelt(Int(step["step"].number ?? 0))
    case "effect_tapped": return .effectTapped(kind: try step.text("kind"), at: env.now())
    case "effect_strength": return .effectStrength(kind: try step.text("kind"), step["strength"].number.map { Int($0) })
    case "note_typed": return .noteTyped(try step.text("text"))
    case "told_again": return .toldAgain
    case "distress_told":
        guard step.has("kind") else { return .distressTold(nil) }
        return .distressTold(
            Distress(
                kind: step["kind"].string, strength: step["strength"].number.map { Int($0) },
                helped: step["helped"].string ?? "", told: step["told"].items.compactMap(\.string),
                wentOn: step.has("went_on") ? step["went_on"].flag : nil))
    case "distress_save_asked": return .distressSaveAsked(at: env.now())
    case let name:
        guard let rating = try ratingEvent(step, env) else { throw NotInScripts(what: "the event \(name) of After") }
        return .ofRating(rating)
    }
}
