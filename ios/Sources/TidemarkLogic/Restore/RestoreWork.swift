//! What is done in the world for the way back. The diary that is open is shut before something takes its place.

import Foundation
import TidemarkBindings

/// Does the work of the way back.
public final class RestoreWork: @unchecked Sendable {
    let long = LongWork<RestoreEvent>()
    private let diary: (any OpenDiaryProtocol)?
    private let doorway: Doorway
    private let phone: Phone
    private let now: @Sendable () -> Moment
    private let lock = NSLock()
    // Guarded by the lock; nothing else in here changes, so the class may cross between threads.
    private var isShut = false

    /// `diary` is the open one, if any.
    public init(diary: (any OpenDiaryProtocol)?, doorway: Doorway, phone: Phone, now: @escaping @Sendable () -> Moment) {
        self.diary = diary
        self.doorway = doorway
        self.phone = phone
        self.now = now
    }

    /// Touches the disk and may wait for the person: call it off the main actor. `breakOff` alone comes from there.
    public func perform(_ effect: RestoreEffect) -> RestoreEvent? {
        switch effect {
        // Any type: a phone seldom knows what such a file is.
        case .chooseFile: return phone.chooseFile(["*/*"]).map(RestoreEvent.fileChosen) ?? .noFile
        case .open(let file, let words):
            return stopping { .opened(try openBackup(path: file.path, passphrase: words.text).contents()) }
        case .apply(let run, let file, let words, let way):
            let watcher = long.watch(run) { .progressed(run: run, $0) }
            return stopping { .restored(try apply(try openBackup(path: file.path, passphrase: words.text), words, way, watcher)) }
        case .breakOff(let run):
            long.breakOff(run)
            return nil
        }
    }

    private func apply(
        _ backup: OpenedBackup, _ words: RecoveryWords, _ way: RestoreState.Way, _ watcher: any Watcher
    ) throws -> RestoreState.Done {
        // The key of the one that is here, so that it can be compared and its last state kept as a snapshot.
        var key = doorway.vault.unseal(doorway.path).bytes
        defer { key?.wipe() }
        try shutDiary()
        switch way {
        case .merge: return try merged(backup, key, watcher)
        case .replace, .replaceAll: return try replaced(backup, key, words, way, watcher)
        }
    }

    private func shutDiary() throws {
        guard let diary, !shut else { return }
        try diary.shut()
        lock.withLock { isShut = true }
    }

    private var shut: Bool { lock.withLock { isShut } }

    private func replaced(
        _ backup: OpenedBackup, _ key: Data?, _ words: RecoveryWords, _ way: RestoreState.Way, _ watcher: any Watcher
    ) throws -> RestoreState.Done {
        let restored = try backup.restore(
            target: doorway.path, key: key, replace: way == .replaceAll, watcher: watcher, now: now())
        let kept = restored.former != nil && !restored.formerGoes
        seal(words)
        // Words that the device still holds open the diary that was set aside, and nobody else may have them.
        if !kept { doorway.vault.forgetWords(doorway.path) }
        return .replaced(kept: kept)
    }

    private func merged(_ backup: OpenedBackup, _ key: Data?, _ watcher: any Watcher) throws -> RestoreState.Done {
        let kinds = try backup.merge(target: doorway.path, key: key, apply: true, watcher: watcher, now: now())
        func sum(_ count: (MergedKind) -> UInt32) -> UInt32 { kinds.map(count).reduce(0, &+) }
        return .merged(added: sum(\.added), newer: sum(\.newer), differing: sum(\.differing))
    }

    /// What is restored has the key and the words of its backup. It is restored whether or not the device takes the key: the
    /// door asks for the words again.
    private func seal(_ words: RecoveryWords) {
        guard var key = try? keyFromPassphrase(path: doorway.path, passphrase: words.text) else { return }
        _ = doorway.vault.seal(key, doorway.path)
        key.wipe()
    }

    private func stopping(_ act: () throws -> RestoreEvent) -> RestoreEvent {
        do {
            return try act()
        } catch let refused as DiaryError {
            return .stopped(refused.refused, shut: shut)
        } catch {
            return .stopped(.other(.other(reason: "an internal error")), shut: shut)
        }
    }
}

extension DiaryError {
    fileprivate var refused: RestoreState.Refused {
        switch self {
        case .BackupWrongPassphrase: .wrongWords
        case .BackupDamaged(_, let have, let parts, _): .damaged(have: have, parts: parts)
        case .BackupNewer: .newer
        case .InputNotRead: .notRead
        case .NewerEntries(_, let entries): .newerEntries(entries)
        case .NotCompared: .notCompared
        case .Cancelled: .brokenOff
        default: .other(problem)
        }
    }
}
