//! The rules of the Backup screen: new words hold only once they were checked, and kept ones go only then. Copies wait until the
//! person has the words.

private typealias NextBackup = Next<BackupState, BackupEffect>

/// The rules of the Backup screen.
public func reduce(_ state: BackupState, _ event: BackupEvent) -> Next<BackupState, BackupEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .read(let daysSince, let waiting, let copies):
        return Next(
            state.copy {
                $0.read = true
                $0.daysSince = daysSince
                $0.copies = copies
                $0.words = state.words.read(waiting)
                $0.problem = nil
            })
    case .notRead(let problem): return Next(state.copy { $0.problem = problem })
    case .saveAsked, .progressed, .breakOffAsked: return state.ofFile(event)
    case .brokenOff: return Next(state.copy { $0.saving = .brokenOff })
    case .folderAsked, .copyNowAsked, .copiesLeft, .folderChosen, .copied: return state.ofCopies(event)
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
    /// A file on its way: one at a time, and how far it is.
    fileprivate func ofFile(_ event: BackupEvent) -> NextBackup {
        guard case .writing(let run, let progress, let breakingOff) = saving else {
            guard event == .saveAsked else { return Next(self) }
            let next = runs + 1
            return Next(
                copy {
                    $0.saving = .writing(run: next)
                    $0.runs = next
                }, .save(run: next))
        }
        switch event {
        case .progressed(run: run, let now):
            return Next(copy { $0.saving = .writing(run: run, progress: now, breakingOff: breakingOff) })
        case .breakOffAsked where !breakingOff:
            return Next(copy { $0.saving = .writing(run: run, progress: progress, breakingOff: true) }, .breakOff(run: run))
        default: return Next(self)
        }
    }

    /// One thing at a time, and what came of it is read anew.
    fileprivate func ofCopies(_ event: BackupEvent) -> NextBackup {
        switch event {
        case .copied(let outcome):
            return Next(
                copy {
                    $0.copying = false
                    $0.copies = copies.map { Copies(folder: $0.folder, latest: $0.latest, failed: outcome == .failed) }
                }, .read)
        // The one before stays when the person turned back.
        case .folderChosen(nil): return Next(copy { $0.copying = false })
        // A folder gets its first copy at once, so that it is known to take one.
        case .folderChosen(let folder?): return Next(copy { $0.copies = Copies(folder: folder, latest: nil, failed: false) }, .copyInto)
        case .folderAsked where offersCopies && !copying: return Next(copy { $0.copying = true }, .chooseFolder)
        case .copyNowAsked where offersCopies && !copying && copies != nil: return Next(copy { $0.copying = true }, .copyInto)
        case .copiesLeft where offersCopies && !copying && copies != nil: return Next(copy { $0.copies = nil }, .leaveFolder)
        default: return Next(self)
        }
    }

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
