//! Names of CryptoKit that the app uses. Nothing is encrypted here: each call throws.

import Foundation

// iOS 13.0
public struct SymmetricKey: Sendable {
    public init<D: ContiguousBytes>(data: D) {}
}

// iOS 13.0
public enum CryptoKitError: Error {
    case authenticationFailure
}

// iOS 13.0
public enum AES {
    // iOS 13.0
    public enum GCM {
        // iOS 13.0
        public struct Nonce: ContiguousBytes, Sequence, Sendable {
            public init<D: DataProtocol>(data: D) throws { throw CryptoKitError.authenticationFailure }

            public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
                try body(UnsafeRawBufferPointer(start: nil, count: 0))
            }

            public func makeIterator() -> Array<UInt8>.Iterator { [].makeIterator() }
        }

        // iOS 13.0
        public struct SealedBox: Sendable {
            public var tag: Data { Data() }
            public var ciphertext: Data { Data() }
            public let nonce: Nonce

            public init<C: DataProtocol, T: DataProtocol>(nonce: Nonce, ciphertext: C, tag: T) throws {
                throw CryptoKitError.authenticationFailure
            }
        }

        // iOS 13.0
        public static func seal<Plaintext: DataProtocol>(
            _ message: Plaintext, using key: SymmetricKey, nonce: Nonce? = nil
        ) throws -> SealedBox { throw CryptoKitError.authenticationFailure }

        // iOS 13.0
        public static func open(_ sealedBox: SealedBox, using key: SymmetricKey) throws -> Data {
            throw CryptoKitError.authenticationFailure
        }
    }
}
