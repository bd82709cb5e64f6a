import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let doorDriver = Driver(
    feature: { env, _ in
        doorFeature(
            DoorEnv(
                path: env.doorway.path, vault: env.doorway.vault, phone: env.phone, now: env.now, work: env.work, home: env.home))
    },
    event: { step, _ in try doorEvent(step) },
    facts: doorFacts)

private func doorEvent(_ step: JSON) throws -> DoorEvent {
    switch try step.text("event") {
    case "begun": return .begun(setUp: step["set_up"].flag)
    case "words_asked": return .wordsAsked
    case "words_left": return .wordsLeft
    case "words_given": return .wordsGiven(RecoveryWords(try step.text("words")))
    case "snapshot_asked": return .snapshotAsked
    case "export_asked": return .exportAsked
    case "help_asked": return .helpAsked
    case "help_left": return .helpLeft
    case "restore_asked": return .restoreAsked
    case "lock_asked": return .lockAsked
    case let name: throw NotInScripts(what: "the event \(name) of the door")
    }
}

private func doorFacts(_ state: DoorState) -> [String: JSON] {
    let locked: DoorState.Locked? = if case .locked(let locked) = state { locked } else { nil }
    return [
        "at": .text(code(of: state)),
        "why": .fact(locked.map { why($0.why) }),
        "offers": .texts((locked?.offers ?? []).map { code(of: $0) }),
        "asks": .fact((locked?.asks).map { code(of: $0) }),
        "wrong_words": .bool(locked?.wrongWords ?? false),
        "notice": .fact((locked?.notice).map(notice)),
    ]
}

private func why(_ why: Why) -> String {
    if case .other(let problem) = why { "other \(problem.fact)" } else { code(of: why) }
}

private func notice(_ notice: DoorState.Notice) -> String {
    if case .refused(let problem) = notice { "refused \(problem.fact)" } else { code(of: notice) }
}
