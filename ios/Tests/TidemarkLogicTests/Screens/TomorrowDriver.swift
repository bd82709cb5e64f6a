import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let tomorrowDriver = Driver(
    feature: { env, script in
        tomorrowFeature(
            diary: env.diary, now: env.now, sessionId: try sessionId(env, script), rearm: env.phone.rearmReminders)
    },
    event: tomorrowEvent,
    facts: { state in
        ratingFacts(state.ratings).merging(toldFacts(state.told, state.written)) { _, told in told }.merging([
            "asks": .bool(state.asks),
            "shows_pads": .bool(state.showsPads),
            "reminder": .fact(state.reminder),
            "problem": .fact(state.problem?.fact),
        ]) { _, own in own }
    })

private func tomorrowEvent(_ step: JSON, _ env: Env) throws -> TomorrowEvent {
    switch try step.text("event") {
    case "care_tapped": return .careTapped(item: try step.text("item"), at: env.now())
    case "effect_tapped": return .effectTapped(kind: try step.text("kind"), at: env.now())
    case "effect_strength": return .effectStrength(kind: try step.text("kind"), step["strength"].number.map { Int($0) })
    case "told_again": return .toldAgain
    case "reminder_asked": return .reminderAsked
    case let name:
        guard let rating = try ratingEvent(step, env) else { throw NotInScripts(what: "the event \(name) of Tomorrow") }
        return .ofRating(rating)
    }
}
