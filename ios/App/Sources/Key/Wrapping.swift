//! How one secret is kept in two halves: its wrapped bytes in a file, the key to them in the device's keychain.
//!
//! Neither is worth anything alone. An app that was deleted leaves its keys in the keychain, and they open nothing; erasing the
//! file, which the library does first, is enough to lose the secret for good.

import Foundation
import TidemarkLogic

/// Wraps one secret into one file.
///
/// A new wrapping key is made each time and the old one goes only after the new file is on disk, so that cut off anywhere one
/// pair of file and key is whole.
struct Wrapping: Sendable {
    let keys: any WrappingKeys
    let sealing: any Sealing
    /// A name that no key of the device has yet; it begins with the prefix.
    let newAlias: @Sendable (_ prefix: String) -> String
    /// What names of keys for this secret begin with; others are never touched.
    let prefix: String

    /// False when it could not be kept; then what was kept before is as it was.
    func wrap(_ secret: Data, _ file: WrappedFile, asksPerson: Bool) -> Bool {
        let alias = newAlias(prefix)
        let kept = written(secret, file, alias, asksPerson)
        dropOthers(keep: kept ? alias : file.alias, made: alias)
        return kept
    }

    /// The key is had back before anything relies on it; a bound one asks the person here, once.
    private func written(_ secret: Data, _ file: WrappedFile, _ alias: String, _ asksPerson: Bool) -> Bool {
        guard keys.make(alias, asksPerson: asksPerson), case .key(var key) = keys.fetch(alias, asksPerson: asksPerson) else {
            return false
        }
        defer { wipe(&key) }
        guard let made = sealing.seal(secret, with: key), sealing.open(made.bytes, iv: made.iv, with: key) == secret else {
            return false
        }
        do {
            try file.write(Wrapped(alias: alias, asksPerson: asksPerson, iv: made.iv, bytes: made.bytes))
            return true
        } catch {
            return false
        }
    }

    /// What the device says for good is `gone`; everything else may pass, and the person can always use the recovery words.
    func unwrap(_ file: WrappedFile) -> Unsealed {
        switch file.read() {
        case .missing: .none
        case .notNow: .notNow
        case .unreadable: .gone
        case .read(let kept): unwrap(kept)
        }
    }

    private func unwrap(_ kept: Wrapped) -> Unsealed {
        switch keys.fetch(kept.alias, asksPerson: kept.asksPerson) {
        case .key(var key):
            defer { wipe(&key) }
            return sealing.open(kept.bytes, iv: kept.iv, with: key).map(Unsealed.key) ?? .gone
        case .missing, .noScreenLock: return .gone
        case .turnedBack: return .turnedBack
        case .notNow: return .notNow
        }
    }

    /// The secret is let go of: first its key, without which the file is nothing.
    func forget(_ file: WrappedFile) {
        dropOthers(keep: "", made: "")
        file.remove()
    }

    /// Keys that an earlier wrapping left, cut off before its end, go with the old one. Without a file to keep, only the one just
    /// made: a file that cannot be read now may need any of the others.
    private func dropOthers(keep: String?, made: String) {
        guard let keep else { return keys.drop(made) }
        for alias in keys.aliases() where alias.hasPrefix(prefix) && alias != keep { keys.drop(alias) }
    }
}

/// Writes over a key that is not needed any more.
func wipe(_ key: inout Data) { key.resetBytes(in: key.startIndex..<key.endIndex) }
