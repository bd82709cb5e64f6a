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
    func number(_ name: String) throws -> Int {
        guard let number = step[name].number else { throw NotInScripts(what: "a step without \(name)") }
        return Int(number)
    }
    /// By its place from 1; one that is not there has no id of the state.
    func reminder() throws -> String {
        let all = try env.diary.records(kind: .reminder, span: Span())
        return all.dropFirst(try number("reminder") - 1).first?.id ?? "none"
    }
    switch try step.text("event") {
    case "rollover_chosen": return .chosen(.rollover(minutes: UInt16(try number("minutes"))))
    case "paper_chosen":
        let wanted = try step.text("paper")
        guard let paper = Paper.allCases.first(where: { code(of: $0) == wanted }) else { throw NotInScripts(what: "such paper") }
        return .chosen(.sheetOfPaper(paper: paper))
    case "set_chosen": return .starterSetChosen(id: try step.text("set"))
    case "daily_switched": return .dailySwitched(try measure(), on: step["on"].flag)
    case "archive_switched": return .archiveSwitched(try measure(), archived: step["archived"].flag)
    case "own_asked": return .ownAsked
    case "own_typed": return .ownTyped(try own(step))
    case "own_saved": return .ownSaved
    case "reminder_added": return .reminderAdded(clockMin: try number("minutes"))
    case "reminder_opened": return .reminderOpened(id: step["reminder"] == .null ? nil : try reminder())
    case "day_switched": return .daySwitched(id: try reminder(), day: try step.text("day"), on: step["on"].flag)
    case "quiet_switched": return .quietSwitched(id: try reminder(), on: step["on"].flag)
    case "quiet_moved":
        return .quietMoved(id: try reminder(), QuietHours(fromMin: try number("from"), toMin: try number("to")))
    case "export_asked": return .exportAsked
    case "lock_switched": return .lockSwitched(on: step["on"].flag)
    case "erase_asked": return .eraseAsked
    case "erase_typed": return .eraseTyped(try step.text("typed"))
    case "erase_confirmed": return .eraseConfirmed(word: "erase")
    case let name: throw NotInScripts(what: "the event \(name) of Settings")
    }
}

private func own(_ step: JSON) throws -> OwnMeasure {
    let wanted = step["scale"].string ?? "ten"
    guard let scale = OwnScale.allCases.first(where: { code(of: $0) == wanted }) else { throw NotInScripts(what: "such a scale") }
    return OwnMeasure(label: try step.text("label")).copy {
        $0.scale = scale
        $0.lowest = step["lowest"].string ?? ""
        $0.highest = step["highest"].string ?? ""
        $0.session = step["session"].flag
    }
}

extension Measure {
    fileprivate var fact: JSON {
        .object([
            "id": .text(id), "min": .int(minMilli), "max": .int(maxMilli), "step": .int(stepMilli), "unit": .text(code(of: unit)),
            "daily": .bool(daily), "session": .bool(session),
        ])
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
        "days": .texts(state.reminders.map { $0.days.joined(separator: " ") }),
        "quiet": .list(state.reminders.map { .fact($0.quiet.map { "\($0.fromMin) \($0.toMin)" }) }),
        "open_reminder": .fact(state.reminders.firstIndex { $0.id == state.openReminder }.map { $0 + 1 }),
        "blocked": .fact(state.blocked.map { code(of: $0) }),
        "lock": .text(code(of: state.lock)),
        "own": .fact(state.own?.label),
        "own_scale": .fact(state.own.map { code(of: $0.scale) }),
        "own_ends": state.own?.ends.map { .list([.count($0.lowerBound), .count($0.upperBound)]) } ?? .null,
        "own_session": .fact(state.own?.session),
        "own_can_save": .fact(state.own?.canSave),
        "last_measure": state.measures.last?.fact ?? .null,
        "own_problem": .fact(state.own?.problem?.fact),
        "erasing": .fact(state.erasing?.typed),
        "erase_wrong": .fact(state.erasing?.wrong),
        "notice": .fact(state.notice.map { code(of: $0) }),
        "problem": .fact(state.problem?.fact),
    ]
}
