//! The device's own lock around the diary's key, as functions. It never makes a diary and never deletes one.

import Foundation

/// What came of asking the device for the diary's key.
public enum Unsealed: Sendable {
    /// The key, 32 bytes; the caller wipes it after use.
    case key(Data)

    /// There is no key of the device beside the diary: the recovery words open it.
    case none

    /// The person turned back, or the face or finger was not known: try again, or use the recovery words.
    case turnedBack

    /// The device cannot give it now, such as before the first unlock after a start: try again.
    case notNow

    /// The device lost what opens it, as when its screen lock was removed: the recovery words open the diary. Never a new diary.
    case gone

    /// The key, when it is one.
    var bytes: Data? {
        if case .key(let bytes) = self { bytes } else { nil }
    }
}

extension Data {
    /// Writes zeros over it. Bytes that something else holds too stay there: a key is handed on and not kept.
    mutating func wipe() { resetBytes(in: startIndex..<endIndex) }
}

/// The device's own lock around the diary's key, as functions; called off the main actor, and may wait for the person.
public struct Vault: Sendable {
    /// Wraps the key and puts it beside the diary; false when the device cannot keep keys.
    public let seal: @Sendable (_ key: Data, _ diary: String) -> Bool
    /// Gives the key back, after a finger, a face or the device's code when the lock asks for it.
    public let unseal: @Sendable (_ diary: String) -> Unsealed
    /// Whether using the key asks for the person each time.
    public var asksPerson: @Sendable () -> Bool = { false }
    /// Binds the key to the person's finger, face or code, or frees it; false when the device could not.
    public var setAsksPerson: @Sendable (_ on: Bool, _ diary: String) -> Bool = { _, _ in false }

    /// Keeps the recovery words of a new diary, wrapped as its key is, until the person has shown that they have them; not inside
    /// the diary's folder, which is not there yet. False when the device cannot: then they are shown before anything is written.
    public var holdWords: @Sendable (_ words: String, _ diary: String) -> Bool = { _, _ in false }
    /// The words that are still kept; none when there are none, or the device cannot give them now.
    public var heldWords: @Sendable (_ diary: String) -> String? = { _ in nil }
    /// Lets go of the words for good.
    public var forgetWords: @Sendable (_ diary: String) -> Void = { _ in }

    /// A device that keeps nothing: the recovery words open the diary each time.
    public static let none = Vault(seal: { _, _ in false }, unseal: { _ in .none })

    public init(
        seal: @escaping @Sendable (_ key: Data, _ diary: String) -> Bool,
        unseal: @escaping @Sendable (_ diary: String) -> Unsealed
    ) {
        self.seal = seal
        self.unseal = unseal
    }
}
