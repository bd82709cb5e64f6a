//! The folder of files on their way out. Only what lies in it leaves by the share sheet, and nothing stays in it.

import Foundation

/// The folder of files on their way out: in the caches, which no backup carries, and shut while the phone is.
struct Outbox: Sendable {
    let folder: URL

    /// Nothing of an earlier time stays.
    func empty() {
        remove(folder)
        try? FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.protectionKey: FileProtectionType.complete])
    }

    /// The file that may leave: a plain one that lies in the folder itself, by no path through others and no link to elsewhere.
    func offer(_ path: String) -> URL? {
        let asked = URL(fileURLWithPath: path)
        let inside = folder.appending(path: asked.lastPathComponent)
        guard asked.standardizedFileURL.path == inside.standardizedFileURL.path,
            let facts = try? FileManager.default.attributesOfItem(atPath: inside.path),
            facts[.type] as? FileAttributeType == .typeRegular
        else { return nil }
        return inside
    }

    /// The same file under the name that the person is to see; `unname` takes that name away again.
    func named(_ path: String, _ name: String) -> URL? {
        guard let file = offer(path) else { return nil }
        let shown = plainName(name)
        if file.lastPathComponent == shown { return file }
        let copy = names.appending(path: shown)
        do {
            unname()
            try FileManager.default.createDirectory(
                at: names, withIntermediateDirectories: true, attributes: [.protectionKey: FileProtectionType.complete])
            try FileManager.default.linkItem(at: file, to: copy)
            return copy
        } catch {
            return nil
        }
    }

    func unname() { remove(names) }

    private var names: URL { folder.appending(path: "named", directoryHint: .isDirectory) }
}
