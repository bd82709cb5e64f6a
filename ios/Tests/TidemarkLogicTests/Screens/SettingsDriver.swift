import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let settingsDriver = Driver(
    feature: { env, _ in settingsFeature(env) },
    event: settingsEvent,
    facts: settingsFacts)

private func settingsEvent(_ step: JSON, _ env: Env) throws -> SettingsEvent {
    func measure() throws -> Measure {
        let id = try step.text("measure")
        guard let found = try env.diary.measures().first(where: { $0.id == id }) else { throw NotInScripts(what: "such a measure") }
        return found
    }
    func minutes() throws -> Int {
        guard let minutes = step["minutes"].number else { throw NotInScripts(what: "a step without minutes") }
        return Int(minutes)
    }
    switch try step.text("event") {
    case "rollover_chosen": return .chosen(.rollover(minutes: UInt16(try minutes())))
    case "paper_chosen":
        let wanted = try step.text("paper")
        guard let paper = Paper.allCases.first(where: { code(of: $0) == wanted }) else { throw NotInScripts(what: "such paper") }
        return .chosen(.sheetOfPaper(paper: paper))
    case "set_chosen": return .starterSetChosen(id: try step.text("set"))
    case "daily_switched": return .dailySwitched(try measure(), on: step["on"].flag)
    case "archive_switched": return .archiveSwitched(try measure(), archived: step["archived"].flag)
    case "own_asked": return .ownAsked
    case "own_typed": return .ownTyped(OwnMeasure(label: try step.text("label")))
    case "own_saved": return .ownSaved
    case "reminder_added": return .reminderAdded(clockMin: try minutes())
    case "export_asked": return .exportAsked
    case "lock_switched": return .lockSwitched(on: step["on"].flag)
    case "erase_asked": return .eraseAsked
    case "erase_typed": return .eraseTyped(try step.text("typed"))
    case "erase_confirmed": return .eraseConfirmed(word: "erase")
    case let name: throw NotInScripts(what: "the event \(name) of Settings")
    }
}

private func settingsFacts(_ state: SettingsState) -> [String: JSON] {
    let reminders = state.reminders.map { "\($0.kind) \($0.clockMin.map { String($0) } ?? "null") \($0.active ? "on" : "off")" }
    return [
        "rollover_min": .fact(state.chosen?.rolloverMin),
        "paper": .fact(state.chosen.map { code(of: $0.paper) }),
        "daily": .texts(state.measures.filter { $0.daily && $0.active }.map(\.id)),
        "archived": .texts(state.measures.filter { !$0.active }.map(\.id)),
        "reminders": .texts(reminders),
        "blocked": .fact(state.blocked.map { code(of: $0) }),
        "lock": .text(code(of: state.lock)),
        "own": .fact(state.own?.label),
        "own_problem": .fact(state.own?.problem?.fact),
        "erasing": .fact(state.erasing?.typed),
        "erase_wrong": .fact(state.erasing?.wrong),
        "notice": .fact(state.notice.map { code(of: $0) }),
        "problem": .fact(state.problem?.fact),
    ]
}
