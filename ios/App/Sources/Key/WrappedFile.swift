//! What stands in the file of a wrapped secret, in the form that Android writes too. It unwraps nothing.

import Foundation

/// A secret as the device wrapped it. Worth nothing without the key in the device's keychain.
struct Wrapped: Equatable, Sendable {
    /// Name of the wrapping key in the keychain.
    let alias: String
    /// Whether the wrapping key comes only after a face, a finger or the device's code.
    let asksPerson: Bool
    let iv: Data
    let bytes: Data
}

/// What stands in the file of a wrapped secret.
enum Found: Equatable {
    case missing

    /// There, and not to be read now.
    case notNow

    /// Cut off, of another kind, or made by a newer version.
    case unreadable
    case read(Wrapped)
}

/// The file of a wrapped secret; `format` says of which.
struct WrappedFile: Sendable {
    let file: URL
    let format: String

    func read() -> Found {
        switch readBounded(file, most: Self.longest) {
        case .missing: return .missing
        case .notNow: return .notNow
        case .foreign: return .unreadable
        case .bytes(let bytes):
            guard let stands = try? JSONDecoder().decode(Stands.self, from: bytes),
                stands.format == format, stands.minReader <= Self.version
            else { return .unreadable }
            return .read(Wrapped(alias: stands.alias, asksPerson: stands.asksPerson, iv: stands.iv, bytes: stands.wrapped))
        }
    }

    /// Throws when it cannot be written; then the former file stays.
    func write(_ secret: Wrapped) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let stands = Stands(
            format: format, version: Self.version, minReader: Self.version, alias: secret.alias, asksPerson: secret.asksPerson,
            iv: secret.iv, wrapped: secret.bytes)
        try writeWhole(encoder.encode(stands) + Data("\n".utf8), to: file)
    }

    func remove() { TidemarkApp.remove(file) }

    /// The alias of the key that the file needs; none without a file that can be read.
    var alias: String? {
        if case .read(let secret) = read() { secret.alias } else { nil }
    }

    private static let version = 1
    private static let longest = 16 * 1024

    private struct Stands: Codable {
        let format: String
        let version: Int
        let minReader: Int
        let alias: String
        let asksPerson: Bool
        let iv: Data
        let wrapped: Data

        enum CodingKeys: String, CodingKey {
            case format, version, alias, iv, wrapped
            case minReader = "min_reader"
            case asksPerson = "asks_person"
        }
    }
}
