import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let historyDriver = Driver(
    feature: { env, _ in historyFeature(diary: env.diary, now: env.now) },
    event: { step, _ in try historyEvent(step) },
    facts: historyFacts)

private func historyEvent(_ step: JSON) throws -> HistoryEvent {
    switch try step.text("event") {
    case "month_chosen":
        guard let month = YearMonth(try step.text("month")) else { throw NotInScripts(what: "such a month") }
        return .monthChosen(month)
    case "list_chosen": return .listChosen(on: step["on"].flag)
    case "tried_again": return .triedAgain
    case let name: throw NotInScripts(what: "the event \(name) of History")
    }
}

/// `marks` has the days that hold something, each with its mark, check-ins, sessions, planned sessions and other entries.
private func historyFacts(_ state: HistoryState) -> [String: JSON] {
    let marks = state.shown.map { page in
        JSON.object(
            Dictionary(
                uniqueKeysWithValues: page.days.filter { !$0.holdsNothing }.map {
                    let counts = "\($0.checkIns) \($0.sessions) \($0.planned) \($0.others)"
                    return ($0.day, JSON.text("\(code(of: $0.mark)) \(counts)"))
                }))
    }
    return [
        "month": .fact(state.shown?.month.iso),
        "today": .fact(state.shown?.today.iso),
        "days": .fact(state.shown?.days.count),
        "marks": marks ?? .null,
        "before": .fact((state.shown?.before).map(fact)),
        "after": .fact((state.shown?.after).map(fact)),
        "listed": .fact(state.shown?.listed.count),
        "as_list": .bool(state.asList),
        "problem": .fact(state.problem?.fact),
    ]
}

/// The month an arrow leads to, and how many empty ones lie between.
private func fact(_ neighbour: Neighbour) -> String { "\(neighbour.month.iso) \(neighbour.empty)" }
