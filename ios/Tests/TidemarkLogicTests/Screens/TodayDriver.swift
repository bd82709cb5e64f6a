import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let todayDriver = Driver(
    feature: { env, _ in todayFeature(diary: env.diary, now: env.now) },
    event: todayEvent,
    facts: todayFacts)

private func todayEvent(_ step: JSON, _ env: Env) throws -> TodayEvent {
    func measure() throws -> MeasureId { MeasureId(try step.text("measure")) }
    switch try step.text("event") {
    case "rated": return .rated(try measure(), Answer(milli: step.milli("value")), at: env.now())
    case "pad_opened": return .padOpened(try measure())
    case "tried_again": return .triedAgain(try measure())
    case "undone": return .undone
    case "screen_reader": return .screenReader(on: step["on"].flag)
    case let name: throw NotInScripts(what: "the event \(name) of Today")
    }
}

private func todayFacts(_ state: TodayState) -> [String: JSON] {
    [
        "date": .fact(state.date?.iso),
        "asked": .texts(state.questions.map(\.measure.name)),
        "values": .object(
            Dictionary(uniqueKeysWithValues: state.entries.map { ($0.key.name, $0.value.shown.fact) })),
        "open": .fact(state.open?.name),
        "undo": .fact(state.undo?.measure.name),
        "line": .text(line(state.line)),
        "problem": .fact(state.problem?.fact),
    ]
}

private func line(_ line: TodayState.Line) -> String {
    switch line {
    case .empty: "empty"
    case .saving: "saving"
    case .saved: "saved"
    case .notSaved(let measure, let problem): "not_saved \(measure.name) \(problem.fact)"
    }
}
