import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let trendsDriver = Driver(
    feature: { env, _ in trendsFeature(diary: env.diary, now: env.now) },
    event: { step, _ in try trendsEvent(step) },
    facts: trendsFacts)

private let stretches: [String: Stretch] = ["days_30": .days30, "days_90": .days90, "year": .year, "all": .all]

private func trendsEvent(_ step: JSON) throws -> TrendsEvent {
    switch try step.text("event") {
    case "stretch_chosen":
        guard let stretch = stretches[try step.text("stretch")] else { throw NotInScripts(what: "such a stretch") }
        return .stretchChosen(stretch)
    case "table_chosen": return .tableChosen(measure: try step.text("measure"), on: step["on"].flag)
    case "more_rows": return .moreRows(measure: try step.text("measure"))
    case "markers_listed": return .markersListed(on: step["on"].flag)
    case let name: throw NotInScripts(what: "the event \(name) of Trends")
    }
}

/// `panels` has a line a measure: its name, n, days without a value, points, gaps, and whether it is drawn.
private func trendsFacts(_ state: TrendsState) -> [String: JSON] {
    [
        "stretch": .fact(stretches.first { $0.value == state.stretch }?.key),
        "period": .fact((state.page?.period).map { "\($0.from) \($0.to)" }),
        "panels": .fact(
            state.page?.trends.map {
                "\($0.measureId) n \($0.n) missing \($0.nMissing) points \($0.points.count) gaps \($0.gaps.count)"
                    + ($0.drawn ? " drawn" : " listed")
            }),
        "sentences": .fact(state.page?.trends.compactMap(\.sentences.first?.id)),
        "markers": .fact(state.page?.markers.map { "\(code(of: $0.kind)) \($0.day)" }),
        "tables": .object(state.tables.mapValues { .fact($0) }),
        "markers_listed": .bool(state.markersListed),
        "problem": .fact(state.problem?.fact),
    ]
}
