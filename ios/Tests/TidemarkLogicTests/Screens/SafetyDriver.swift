import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let safetyDriver = Driver(
    // "locked": the screen as it stands before the door, without the diary.
    feature: { env, script in
        safetyFeature(diary: script["locked"].flag ? nil : env.diary, doorway: env.doorway, phone: env.phone, now: env.now)
    },
    event: { step, _ in try safetyEvent(step) },
    facts: { state in
        let plan = state.plan.map { ($0.section ?? "open", JSON.texts($0.lines)) }
        return [
            "locked": .bool(state.locked),
            "own": .texts(state.own.map { [$0.service, $0.number, $0.text].compactMap { $0 }.joined(separator: ", ") }),
            "plan": .object(Dictionary(plan, uniquingKeysWith: { _, later in later })),
            "region": .fact(state.region),
            "services": .texts(state.services.map { "\($0.region ?? "null") \($0.service) \($0.number)" }),
            "choosing": .bool(state.choosing),
            "by_hand": .fact(state.byHand),
            "problem": .fact(state.problem?.fact),
        ]
    })

private func safetyEvent(_ step: JSON) throws -> SafetyEvent {
    switch try step.text("event") {
    case "call_asked": return .callAsked(number: try step.text("number"))
    case "text_asked": return .textAsked(number: try step.text("number"))
    case "region_asked": return .regionAsked
    case "region_chosen": return .regionChosen(try step.text("region"))
    case let name: throw NotInScripts(what: "the event \(name) of Safety")
    }
}
