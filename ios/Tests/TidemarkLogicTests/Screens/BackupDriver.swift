import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let backupDriver = Driver(
    feature: { env, _ in backupFeature(env) },
    event: { step, _ in try backupEvent(step) },
    facts: backupFacts)

private func backupEvent(_ step: JSON) throws -> BackupEvent {
    switch try step.text("event") {
    case "save_asked": return .saveAsked
    case "break_off_asked": return .breakOffAsked
    case "folder_asked": return .folderAsked
    case "copy_now_asked": return .copyNowAsked
    case "copies_left": return .copiesLeft
    case "words_asked": return .wordsAsked
    case "words_checked": return .wordsChecked(step["typed"].items.compactMap(\.string))
    case "words_left": return .wordsLeft
    case "new_words_asked": return .newWordsAsked
    case "present_words_given": return .presentWordsGiven(RecoveryWords(try step.text("words")))
    case let name: throw NotInScripts(what: "the event \(name) of Backup")
    }
}

private func backupFacts(_ state: BackupState) -> [String: JSON] {
    // The words of a first showing are the script's; new ones are made at random.
    let first: WordsCheck? = if case .first(let check) = state.words { check } else { nil }
    return [
        "days_since": .fact(state.daysSince),
        "saving": .text(saving(state.saving)),
        "copies": .fact(state.copies?.folder),
        "latest_copy": .fact(state.copies?.latest?.iso),
        "copy_failed": .fact(state.copies?.failed),
        "copying": .bool(state.copying),
        "words": .text(words(state.words)),
        "asked": first.map { .list($0.asked.map { .count($0) }) } ?? .null,
        "wrong": first.map { .list($0.wrong.map { .count($0) }) } ?? .null,
        "problem": .fact(state.problem?.fact),
    ]
}

private func saving(_ saving: BackupState.Saving) -> String {
    switch saving {
    case .idle, .writing, .brokenOff, .turnedBack: code(of: saving)
    case .saved(let contents): "saved \(contents.checkIns)"
    case .notSaved(let problem): "not_saved \(problem.fact)"
    }
}

private func words(_ words: WordsState) -> String {
    if case .present(wrong: true, _) = words { "present wrong" } else { code(of: words) }
}
