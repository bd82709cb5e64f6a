//! Which folder takes copies, on disk: `copies.json` beside the diary. It holds a name and what the system remembers a folder by,
//! and nothing of the records.

import Foundation

/// A folder as it is remembered.
struct KeptFolder: Equatable, Sendable {
    let name: String
    /// What the system gave to find it again.
    let bookmark: Data
}

/// The file that remembers the folder of copies. One that cannot be understood is none: the person chooses again.
struct FolderFile: Sendable {
    let file: URL

    func read() -> KeptFolder? {
        guard case .bytes(let bytes) = readBounded(file, most: Self.longest),
            let stands = try? JSONDecoder().decode(FolderForm.self, from: bytes)
        else { return nil }
        return stands.folder
    }

    /// False when it could not be written; the former one stays.
    func write(_ folder: KeptFolder) -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            try writeWhole(encoder.encode(FolderForm(folder)) + Data("\n".utf8), to: file)
            return true
        } catch {
            return false
        }
    }

    func forget() { remove(file) }

    private static let longest = 64 * 1024
}

/// How a folder is written down.
private struct FolderForm: Codable {
    private static let format = "tidemark-copies"
    private static let version = 1

    private let format: String
    private let version: Int
    private let minReader: Int
    private let name: String
    private let bookmark: Data

    init(_ folder: KeptFolder) {
        format = Self.format
        version = Self.version
        minReader = Self.version
        name = folder.name
        bookmark = folder.bookmark
    }

    /// None when it is of another kind or made by a newer version.
    var folder: KeptFolder? {
        guard format == Self.format, minReader <= Self.version else { return nil }
        return KeptFolder(name: name, bookmark: bookmark)
    }

    enum CodingKeys: String, CodingKey {
        case format, version, name, bookmark
        case minReader = "min_reader"
    }
}
