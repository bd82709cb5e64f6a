//! What is done in the world for the Backup screen. A file that was put nowhere is no backup, and leaves no note of one.

import TidemarkBindings

public enum BackupEffect: Hashable, Sendable {
    case read
    case save(run: Int)

    /// Breaks that file off; done while it is written.
    case breakOff(run: Int)

    case chooseFolder
    case copyInto
    case leaveFolder
    case showWords
    case copy(RecoveryWords)
    case forgetWords
    case makeWords(present: RecoveryWords)
    case changeWords(present: RecoveryWords, new: RecoveryWords)
}

/// The Backup screen over an open diary.
public func backupFeature(_ env: Env) -> Feature<BackupState, BackupEvent, BackupEffect> {
    let long = LongWork<BackupEvent>()
    return Feature(
        BackupState(), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, env, long) }, meanwhile: long.meanwhile,
        // A file that is being written is broken off while it is, and not after it.
        atOnce: { if case .breakOff = $0 { true } else { false } })
}

/// Does what `effect` says. Touches the disk and may wait for the person: call it off the main actor. `breakOff` alone comes from
/// there.
func perform(_ effect: BackupEffect, _ env: Env, _ long: LongWork<BackupEvent>) -> BackupEvent? {
    let doorway = env.doorway
    switch effect {
    case .read: return env.readBackup()
    case .save(let run): return reply { try env.save(run, long) }.event({ $0 }, refused: BackupEvent.notSaved)
    case .breakOff(let run):
        long.breakOff(run)
        return nil
    case .chooseFolder: return .folderChosen(env.phone.chooseCopyFolder())
    case .copyInto:
        env.aside { long.meanwhile.tell(.copied(copyNow(env))) }
        return nil
    case .leaveFolder:
        env.leaveCopies()
        return nil
    case .showWords: return reply { try env.kept() }.event({ $0 }, refused: BackupEvent.notRead)
    case .copy(let words):
        env.phone.copy(words.text)
        return nil
    case .forgetWords:
        doorway.vault.forgetWords(doorway.path)
        return nil
    case .makeWords(let present):
        return reply { try env.fresh(present) }.event({ $0 }, refused: BackupEvent.wordsNotChanged)
    case .changeWords(let present, let new):
        return reply { try changePassphrase(path: doorway.path, old: present.text, new: new.text) }
            .event({ .wordsChanged }, refused: BackupEvent.wordsNotChanged)
    }
}

extension Env {
    fileprivate func readBackup() -> BackupEvent {
        reply {
            let daysSince = try diary.today(now: now()).daysSinceBackup
            return .read(daysSince: daysSince, waiting: wordsWait, copies: try copies())
        }.event({ $0 }, refused: BackupEvent.notRead)
    }

    // Breaking off is caught before `reply` makes a problem of it: the person asked for it.
    fileprivate func save(_ run: Int, _ long: LongWork<BackupEvent>) throws -> BackupEvent {
        do {
            let put = try putBackup(watcher: long.watch(run) { .progressed(run: run, $0) }) {
                // Broken off after its last part: the place is not asked for any more.
                !long.isBrokenOff(run) && phone.saveAs($0, $1, backupType)
            }
            switch put {
            case .put(let contents): return .saved(contents, daysSince: try diary.today(now: now()).daysSinceBackup)
            case .notTaken: return long.isBrokenOff(run) ? .brokenOff : .turnedBack
            case .notWhole: return .notSaved(.other(reason: "the file could not be written"))
            }
        } catch DiaryError.Cancelled {
            return .brokenOff
        }
    }

    /// The words the device keeps, when they do open the diary: those of one that was restored since do not.
    fileprivate func kept() throws -> BackupEvent {
        guard let text = doorway.vault.heldWords(doorway.path) else { return .noWordsKept }
        let words = RecoveryWords(text)
        // Otherwise they stay where they are: they open the diary that a restore set aside.
        return try opens(words) ? .wordsShown(WordsCheck.of(words, now())) : .noWordsKept
    }

    fileprivate func fresh(_ present: RecoveryWords) throws -> BackupEvent {
        guard try opens(present) else { return .presentWordsWrong }
        return .newWordsShown(present: present, WordsCheck.of(RecoveryWords(try newRecoveryWords()), now()))
    }

    private func opens(_ words: RecoveryWords) throws -> Bool {
        do {
            var key = try keyFromPassphrase(path: doorway.path, passphrase: words.text)
            key.wipe()
            return true
        } catch DiaryError.WrongPassphrase {
            return false
        }
    }
}
