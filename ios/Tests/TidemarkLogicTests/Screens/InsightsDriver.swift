import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let insightsDriver = Driver(
    feature: { env, _ in insightsFeature(diary: env.diary, now: env.now) },
    event: { step, _ in try insightsEvent(step) },
    facts: insightsFacts)

private func insightsEvent(_ step: JSON) throws -> InsightsEvent {
    switch try step.text("event") {
    case "how_shown": return .howShown(card: try step.text("card"), on: step["on"].flag)
    case "hide_tapped": return .hideTapped(card: try step.text("card"))
    case "ask_tapped": return .askTapped(card: try step.text("card"))
    case let name: throw NotInScripts(what: "the event \(name) of Insights")
    }
}

private func insightsFacts(_ state: InsightsState) -> [String: JSON] {
    [
        "as_of": .fact(state.week?.asOf),
        "cards": .fact(state.week?.cards.map { "\($0.question) n \($0.n) \($0.period.from) \($0.period.to)" }),
        "waiting": .fact(state.week?.waiting),
        "next": .fact(state.week?.next?.id),
        "opened": .texts(state.opened),
        "asked": .object(state.asked.mapValues { .fact($0.visitOn?.iso) }),
        "refused": .object(
            state.refused.mapValues { why in
                switch why {
                case .noComingVisit: .text("no_coming_visit")
                case .refused(let act, let problem): .text("\(code(of: act)) \(problem.fact)")
                }
            }),
        "problem": .fact(state.problem?.fact),
    ]
}
