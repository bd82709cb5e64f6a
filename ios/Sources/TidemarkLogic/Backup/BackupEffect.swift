//! What is done in the world for the Backup screen. A file that was put nowhere is no backup, and leaves no note of one.

import Foundation
import TidemarkBindings

public enum BackupEffect: Hashable, Sendable {
    case read
    case save
    case showWords
    case copy(RecoveryWords)
    case forgetWords
    case makeWords(present: RecoveryWords)
    case changeWords(present: RecoveryWords, new: RecoveryWords)
}

/// The Backup screen over an open diary.
public func backupFeature(_ env: Env) -> Feature<BackupState, BackupEvent, BackupEffect> {
    Feature(BackupState(), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, env) })
}

/// Does what `effect` says. Touches the disk and may wait for the person: call it off the main actor.
func perform(_ effect: BackupEffect, _ env: Env) -> BackupEvent? {
    let doorway = env.doorway
    switch effect {
    case .read:
        return reply {
            let daysSince = try env.diary.today(now: env.now()).daysSinceBackup
            return .read(daysSince: daysSince, waiting: doorway.vault.heldWords(doorway.path) != nil)
        }.event({ $0 }, refused: BackupEvent.notRead)
    case .save: return reply { try env.save() }.event({ $0 }, refused: BackupEvent.notSaved)
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
    fileprivate func save() throws -> BackupEvent {
        let name = "tidemark-\(try diary.today(now: now()).day).backup"
        let file = URL(filePath: phone.outbox).appending(path: name)
        let noted = try backupNotes()
        defer { try? FileManager.default.removeItem(at: file) }
        let written = try diary.backup(path: file.path, place: nil, watcher: nil, now: now())
        if written.verified, phone.saveAs(file.path, name, "application/octet-stream") {
            return .saved(written.contents, daysSince: try diary.today(now: now()).daysSinceBackup)
        }
        try takeBackNote(noted)
        return written.verified ? .turnedBack : .notSaved(.other(reason: "the file could not be written"))
    }

    /// The core notes a backup when it is written here; one that was put nowhere is none, and its age would say otherwise.
    private func takeBackNote(_ before: Set<String>) throws {
        for id in try backupNotes().subtracting(before).sorted() {
            try diary.removeRecord(kind: .backupRecord, id: id, by: .own, now: now())
        }
    }

    private func backupNotes() throws -> Set<String> { Set(try diary.records(kind: .backupRecord, span: Span()).map(\.id)) }

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
