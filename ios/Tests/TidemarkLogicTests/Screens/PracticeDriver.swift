import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let practiceDriver = Driver(
    feature: { env, _ in practiceFeature(env.diary, env.now) },
    event: { step, _ in try practiceEvent(step) },
    facts: { state in
        [
            "today": .text(state.today),
            "day": .text(state.day),
            "minutes": .fact(state.minutes),
            "kinds": .texts(state.kinds),
            "recent": .fact(state.recent?.map { "\($0.day) \($0.kind) \($0.minutes.map(String.init) ?? "null")" }),
            "kind": .fact(state.kind),
            "saved": .fact(state.saved?.kind),
            "no_day": .bool(state.noDay),
            "problem": .fact(state.problem?.fact),
        ]
    })

private func practiceEvent(_ step: JSON) throws -> PracticeEvent {
    switch try step.text("event") {
    case "minutes_chosen": return .minutesChosen(step["minutes"].number.map { Int($0) })
    case "day_typed": return .dayTyped(try step.text("day"))
    case "kind_tapped": return .kindTapped(try step.text("kind"))
    case "undone": return .undone
    case let name: throw NotInScripts(what: "the event \(name) of Practice")
    }
}
