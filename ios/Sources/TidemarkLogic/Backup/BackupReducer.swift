//! The rules of the Backup screen: new words hold only once they were checked, and kept ones go only then.

private typealias NextBackup = Next<BackupState, BackupEffect>

/// The rules of the Backup screen.
public func reduce(_ state: BackupState, _ event: BackupEvent) -> Next<BackupState, BackupEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .read(let daysSince, let waiting):
        return Next(
            state.copy {
                $0.read = true
                $0.daysSince = daysSince
                $0.words = state.words.read(waiting)
                $0.problem = nil
            })
    case .notRead(let problem): return Next(state.copy { $0.problem = problem })
    case .saveAsked:
        if state.saving == .writing { return Next(state) }
        return Next(state.copy { $0.saving = .writing }, .save)
    case .saved(let contents, let daysSince):
        return Next(
            state.copy {
                $0.saving = .saved(contents)
                $0.daysSince = daysSince
            })
    case .turnedBack: return Next(state.copy { $0.saving = .turnedBack })
    case .notSaved(let problem): return Next(state.copy { $0.saving = .notSaved(problem) })
    case .wordsAsked: return state.words == .waiting ? Next(state, .showWords) : Next(state)
    // An answer to a question that was left, or asked twice, puts no words on the screen and takes none from it.
    case .wordsShown(let check): return Next(state.words == .waiting ? state.with(.first(check)) : state)
    case .noWordsKept: return Next(state.words == .waiting ? state.with(.known) : state)
    case .newWordsAsked: return Next(state.with(.present()))
    case .presentWordsGiven(let words):
        guard case .present = state.words else { return Next(state) }
        return Next(state.with(.present()), .makeWords(present: words))
    case .presentWordsWrong:
        guard case .present = state.words else { return Next(state) }
        return Next(state.with(.present(wrong: true)))
    case .newWordsShown(let present, let check):
        guard case .present = state.words else { return Next(state) }
        return Next(state.with(.new(present: present, check)))
    case .wordsChanged: return Next(state.with(.changed))
    case .wordsNotChanged(let problem): return Next(state.with(state.words.stopped(problem)))
    case .wordsLeft:
        if case .first = state.words { return Next(state.with(.waiting)) }
        return Next(state.with(.known))
    case .copyAsked: return state.words.onScreen.map { Next(state, .copy($0.words)) } ?? Next(state)
    case .wordsChecked(let typed): return state.checked(typed)
    }
}

extension WordsState {
    /// Words that are on the screen stay there when it comes to the front again.
    fileprivate func read(_ waiting: Bool) -> WordsState {
        switch self {
        case .waiting where !waiting: .known
        case .known where waiting: .waiting
        default: self
        }
    }

    fileprivate func stopped(_ problem: Problem) -> WordsState {
        switch self {
        case .new(let present, let check, _): .new(present: present, check, problem: problem)
        case .present(let wrong, _): .present(wrong: wrong, problem: problem)
        default: self
        }
    }
}

extension BackupState {
    fileprivate func with(_ words: WordsState) -> BackupState { copy { $0.words = words } }

    fileprivate func checked(_ typed: [String]) -> NextBackup {
        guard let check = words.onScreen else { return Next(self) }
        let marked = check.copy { $0.wrong = check.others(typed) }
        let right = marked.wrong.isEmpty
        if case .new(let present, _, _) = words {
            let shown = with(.new(present: present, marked))
            return right ? Next(shown, .changeWords(present: present, new: check.words)) : Next(shown)
        }
        return right ? Next(with(.checked), .forgetWords) : Next(with(.first(marked)))
    }
}
