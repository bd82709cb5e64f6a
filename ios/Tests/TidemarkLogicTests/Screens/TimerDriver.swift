import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let timerDriver = Driver(
    feature: { env, script in timerFeature(diary: env.diary, now: env.now, sessionId: try sessionId(env, script)) },
    event: timerEvent,
    facts: timerFacts)

private func timerEvent(_ step: JSON, _ env: Env) throws -> TimerEvent {
    switch try step.text("event") {
    case "ticked": return .ticked(env.now())
    case "asked":
        guard let kind: MomentKind = coded(try step.text("kind")) else { throw NotInScripts(what: "such a moment") }
        return .asked(kind)
    case "tried_again": return .triedAgain
    case "finish_asked": return .finishAsked
    case "stop_asked": return .stopAsked
    case "end_told":
        guard step.has("early") else { return .endTold(nil) }
        return .endTold(
            End(
                early: step["early"].flag, reason: step["reason"].string ?? "", asksLength: step.has("minutes"),
                minutes: step["minutes"].string ?? ""))
    case "ended": return .ended
    case let name: throw NotInScripts(what: "the event \(name) of the timer")
    }
}

private func timerFacts(_ state: TimerState) -> [String: JSON] {
    [
        "elapsed_min": .fact(state.elapsedMin),
        "planned_min": .fact(state.session?.choices.minutes),
        "paused": .bool(state.paused),
        "noted": .fact(state.noted?.code),
        "happened": .fact(state.session?.happened.map { "\($0.minute):\($0.kind.code)" }),
        "early": .fact(state.end?.early),
        "asks_length": .fact(state.end?.asksLength),
        "can_finish": .fact(state.end?.canFinish),
        "over": .bool(state.over),
        "problem": .fact(state.problem?.fact),
    ]
}
