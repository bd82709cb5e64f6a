//! Keys that wrap the diary's key. Who keeps them is behind this: the keychain of the phone, or a test.

import Foundation

/// What came of asking for a wrapping key.
enum Fetched: Equatable, Sendable {
    case key(Data)

    /// The device has no such key any more.
    case missing

    /// The person turned back, or the face, finger or code was not known.
    case turnedBack

    /// Something in the way that passes.
    case notNow

    /// The device has no screen lock any more, so nobody can be asked.
    case noScreenLock
}

/// Keys that wrap the diary's key, 32 bytes each, by name. Asked off the main actor: a bound key waits for the person.
protocol WrappingKeys: Sendable {
    /// Makes a key; `asksPerson` binds it to a face, a finger or the device's code at each use. False when the device keeps none.
    func make(_ alias: String, asksPerson: Bool) -> Bool

    func fetch(_ alias: String, asksPerson: Bool) -> Fetched

    func drop(_ alias: String)

    func aliases() -> [String]
}

/// Wraps and unwraps with a key that is at hand; whatever was changed does not unwrap.
protocol Sealing: Sendable {
    func seal(_ secret: Data, with key: Data) -> (iv: Data, bytes: Data)?
    func open(_ bytes: Data, iv: Data, with key: Data) -> Data?
}
