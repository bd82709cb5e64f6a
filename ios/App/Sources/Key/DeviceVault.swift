//! Does this phone give the diary's key? No answer here is a reason for a new diary: without the device's key the recovery
//! words open it.

import Foundation
import TidemarkLogic

/// Keeps the diary's key in `device.key` beside the diary, and the recovery words of a new diary until the person has them, both
/// wrapped by keys of the device's keychain.
struct DeviceVault: Sendable {
    static let keyPrefix = "tidemark-diary-"
    static let wordsPrefix = "tidemark-words-"

    private let key: Wrapping
    private let words: Wrapping
    private let held: WrappedFile
    private let diary: String
    /// Whether the phone is unlocked: while it is not, keychain and files answer in ways that look like loss.
    private let unlocked: @Sendable () -> Bool
    /// Whether the phone has a lock of its own that can ask.
    private let canAsk: @Sendable () -> Bool

    init(
        keys: any WrappingKeys, sealing: any Sealing, diary: String, heldWords: URL,
        newAlias: @escaping @Sendable (_ prefix: String) -> String, unlocked: @escaping @Sendable () -> Bool,
        canAsk: @escaping @Sendable () -> Bool
    ) {
        key = Wrapping(keys: keys, sealing: sealing, newAlias: newAlias, prefix: Self.keyPrefix)
        words = Wrapping(keys: keys, sealing: sealing, newAlias: newAlias, prefix: Self.wordsPrefix)
        held = WrappedFile(file: heldWords, format: "tidemark-held-words")
        self.diary = diary
        self.unlocked = unlocked
        self.canAsk = canAsk
    }

    func vault() -> Vault {
        var vault = Vault(seal: seal, unseal: unseal)
        vault.asksPerson = asksPerson
        vault.setAsksPerson = setAsksPerson
        vault.holdWords = { text, _ in unlocked() && words.wrap(Data(text.utf8), held, asksPerson: false) }
        vault.heldWords = { _ in heldText() }
        vault.forgetWords = { _ in words.forget(held) }
        return vault
    }

    /// Never bound to the person at first: the recovery words may not be on paper yet. A key that is bound stays so: who opens
    /// with the words once takes no lock off. Only one that is dead gives its place to an unbound one.
    @Sendable func seal(_ secret: Data, _ diary: String) -> Bool {
        let file = file(diary)
        guard unlocked() else { return false }
        switch file.read() {
        // A file that cannot be read now may be bound.
        case .notNow: return false
        case .missing, .unreadable: return key.wrap(secret, file, asksPerson: false)
        case .read(let kept): return kept.asksPerson ? sealBound(secret, file) : key.wrap(secret, file, asksPerson: false)
        }
    }

    private func sealBound(_ secret: Data, _ file: WrappedFile) -> Bool {
        switch key.unwrap(file) {
        case .key(var kept):
            defer { wipe(&kept) }
            return kept == secret || key.wrap(secret, file, asksPerson: true)
        case .gone: return key.wrap(secret, file, asksPerson: false)
        case .none, .turnedBack, .notNow: return false
        }
    }

    @Sendable func unseal(_ diary: String) -> Unsealed { unlocked() ? key.unwrap(file(diary)) : .notNow }

    @Sendable func asksPerson() -> Bool {
        switch file(diary).read() {
        case .read(let kept): kept.asksPerson
        // Shut with the phone, and nobody knows: a lock that may be there is taken to be.
        case .notNow: true
        case .missing, .unreadable: false
        }
    }

    /// Only once the person has confirmed the recovery words, which is the caller's to know.
    @Sendable func setAsksPerson(_ on: Bool, _ diary: String) -> Bool {
        let file = file(diary)
        guard !on || canAsk(), case .read(let kept) = file.read() else { return false }
        if kept.asksPerson == on { return true }
        guard case .key(var secret) = unseal(diary) else { return false }
        defer { wipe(&secret) }
        return key.wrap(secret, file, asksPerson: on)
    }

    private func heldText() -> String? {
        guard unlocked(), case .key(var bytes) = words.unwrap(held) else { return nil }
        defer { wipe(&bytes) }
        return String(bytes: bytes, encoding: .utf8)
    }

    private func file(_ diary: String) -> WrappedFile {
        WrappedFile(file: URL(fileURLWithPath: diary).appending(path: "device.key"), format: "tidemark-device-key")
    }
}
