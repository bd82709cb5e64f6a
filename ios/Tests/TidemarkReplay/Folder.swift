//! Where replays read and write: a folder that goes away with the test, and the top of the repository.

import Foundation

/// The top of the repository, from the place of this file in it.
public let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

/// A folder that goes away with the test.
public final class Folder: Sendable {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "tidemark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    public func path(_ name: String) -> String { url.appending(path: name).path }

    public func bytes(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }

    public func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}

/// The files of a folder of the repository that end in `.json`, by name.
public func jsonFiles(_ folder: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: top.appending(path: folder), includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "json" }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
}
