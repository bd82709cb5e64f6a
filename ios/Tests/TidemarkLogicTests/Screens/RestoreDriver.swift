import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let restoreDriver = Driver(
    feature: { env, _ in
        restoreFeature(RestoreWork(diary: env.diary, doorway: env.doorway, phone: env.phone, now: env.now), here: true)
    },
    event: { step, _ in try restoreEvent(step) },
    facts: restoreFacts)

private let ways: [String: RestoreState.Way] = ["replace": .replace, "replace_all": .replaceAll, "merge": .merge]

private func restoreEvent(_ step: JSON) throws -> RestoreEvent {
    switch try step.text("event") {
    case "file_asked": return .fileAsked
    case "words_given": return .wordsGiven(RecoveryWords(try step.text("words")))
    case "way_chosen":
        guard let way = ways[try step.text("way")] else { throw NotInScripts(what: "such a way") }
        return .wayChosen(way)
    case "break_off_asked": return .breakOffAsked
    case "another_asked": return .anotherAsked
    case let name: throw NotInScripts(what: "the event \(name) of Restore")
    }
}

private func restoreFacts(_ state: RestoreState) -> [String: JSON] {
    [
        "step": .text(code(of: state.step)),
        "file": .fact(state.file?.name),
        "check_ins": .fact(state.contents?.checkIns),
        "others": .fact(state.contents?.otherRecords),
        "from": .fact(state.contents?.period?.from),
        "to": .fact(state.contents?.period?.to),
        "refused": .fact(state.refused.map(refused)),
        "done": .fact(state.done.map(done)),
        "shut": .bool(state.shut),
        "breaking_off": .bool(state.breakingOff),
    ]
}

private func refused(_ refused: RestoreState.Refused) -> String {
    switch refused {
    case .wrongWords, .newer, .notRead, .notCompared, .brokenOff: code(of: refused)
    case .damaged(let have, let parts): "damaged \(have) of \(parts)"
    case .newerEntries(let entries): "newer_entries \(entries)"
    case .other(let problem): problem.fact
    }
}

private func done(_ done: RestoreState.Done) -> String {
    switch done {
    case .replaced(let kept): kept ? "replaced, former kept" : "replaced"
    case .merged(let added, let newer, let differing): "merged \(added) \(newer) \(differing)"
    }
}
