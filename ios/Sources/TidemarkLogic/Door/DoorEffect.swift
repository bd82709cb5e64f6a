//! What is done in the world for the door. It makes a diary only where there is none, and deletes nothing.

import Foundation
import TidemarkBindings

/// What is to be done in the world.
public enum DoorEffect: Sendable {
    /// Looks what is there, and opens it when the device gives its key.
    case look

    /// Makes a diary: with words the person has shown to have, or else with words that the device keeps until then.
    case makeDiary(words: RecoveryWords?)
    case openWithWords(RecoveryWords)

    /// Opens the newest snapshot that opens, with the device's key or with words.
    case openSnapshot(words: RecoveryWords?)

    /// Puts a copy of the sealed files where the person says.
    case export
    case shut(any OpenDiaryProtocol)
}

/// The door over a phone.
public func doorFeature(_ door: DoorEnv) -> Feature<DoorState, DoorEvent, DoorEffect> {
    Feature(.starting, shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, door) })
}

/// Does what `effect` says. Touches the disk and may wait for the person: call it off the main actor.
func perform(_ effect: DoorEffect, _ door: DoorEnv) -> DoorEvent? {
    switch effect {
    case .look: return door.look()
    case .makeDiary(let words): return door.make(words)
    case .openWithWords(let words): return door.openWith(words)
    case .openSnapshot(let words): return door.snapshot(words)
    case .export: return .noticed(door.exportSealed())
    case .shut(let diary):
        // What was confirmed is safe with or without this call.
        try? diary.shut()
        return nil
    }
}

extension DoorEnv {
    fileprivate func look() -> DoorEvent {
        if !matches() { return .notMatched }
        if nothingHere() { return .nothingHere }
        if isNowhere(path) { return .notOpened(.missing) }
        switch vault.unseal(path) {
        case .key(var key):
            return tried {
                defer { key.wipe() }
                return .opened(try OpenDiary.openWithKey(path: path, key: key))
            }
        case .none: return held() ?? .notOpened(.noKey)
        case .gone: return held() ?? .notOpened(.keyGone)
        case .turnedBack: return .notOpened(.turnedBack)
        case .notNow: return .notOpened(.notNow)
        }
    }

    /// Whether there is no folder at all. A restore that was cut off may have set the folder aside: the library puts it back when
    /// it is asked for it, so it is asked first. A folder that cannot be looked at is not "nothing".
    private func nothingHere() -> Bool {
        // Whatever it says, the folder itself is looked at again.
        if isNowhere(path) { _ = try? keyFromPassphrase(path: path, passphrase: "none") }
        // What a cut restore left, and the library would not put in place, is no empty place either.
        let folder = URL(filePath: path)
        let restored = folder.deletingLastPathComponent().appending(path: ".\(folder.lastPathComponent).restored")
        return isNowhere(path, followingLinks: false) && isNowhere(restored.path, followingLinks: false)
    }

    /// Opens with words that the device still keeps: the app was killed between making the diary and keeping its key.
    private func held() -> DoorEvent? {
        guard let words = vault.heldWords(path), case .opened(let diary, let day) = openWith(RecoveryWords(words)) else { return nil }
        return .opened(diary, snapshotOf: day)
    }

    fileprivate func make(_ shown: RecoveryWords?) -> DoorEvent {
        // Asked again at the last moment: what came here meanwhile, such as a restored diary, is not written over.
        if !nothingHere() { return look() }
        return reply {
            let words = try shown?.text ?? vault.heldWords(path) ?? newRecoveryWords()
            if shown == nil, !vault.holdWords(words, path) { return .wordsFirst(WordsCheck.of(RecoveryWords(words), now())) }
            let diary = try OpenDiary.create(path: path, passphrase: words, rolloverMin: nil, now: now())
            var key = try keyFromPassphrase(path: path, passphrase: words)
            defer { key.wipe() }
            _ = vault.seal(key, path)
            return .opened(diary)
        }.event({ $0 }, refused: DoorEvent.notMade)
    }

    fileprivate func openWith(_ words: RecoveryWords) -> DoorEvent {
        tried {
            var key = try keyFromPassphrase(path: path, passphrase: words.text)
            defer { key.wipe() }
            // The device takes the key only when it did open the diary: one that does not must not stand where a good one was.
            let diary = try OpenDiary.openWithKey(path: path, key: key)
            _ = vault.seal(key, path)
            return .opened(diary)
        }
    }

    fileprivate func snapshot(_ words: RecoveryWords?) -> DoorEvent {
        tried {
            guard var key = try snapshotKey(words) else { return .snapshotNeedsWords }
            defer { key.wipe() }
            guard let day = try examine(path: path, key: key).snapshots.first(where: \.whole)?.day else {
                return .noticed(.noSnapshot)
            }
            return .opened(try OpenDiary.openSnapshot(path: path, key: key), snapshotOf: LogicalDate(day))
        }
    }

    private func snapshotKey(_ words: RecoveryWords?) throws -> Data? {
        if let words { return try keyDespiteDamage(path: path, passphrase: words.text) }
        return vault.unseal(path).bytes
    }
}

/// An opening, with what a person can do about each way it may not go.
private func tried(_ open: () throws -> DoorEvent) -> DoorEvent {
    do {
        return try open()
    } catch let refused as DiaryError {
        switch refused {
        case .WrongPassphrase: return .wordsWrong
        case .NoSnapshot: return .noticed(.noSnapshot)
        case .KeyUnavailable: return .notOpened(.keyOrFile)
        case .StoreDamaged, .InputDamaged: return .notOpened(.damaged)
        case .StoreNewer: return .notOpened(.newer)
        case .NotFound: return .notOpened(.missing)
        default: return .notOpened(.other(refused.problem))
        }
    } catch {
        return .notOpened(.other(.other(reason: "an internal error")))
    }
}
