//! A file that the person chose, copied to where the library can read it; nothing else of it is believed.

import Foundation
import TidemarkLogic

/// Takes chosen files, each under a name of its own: a screen that looked into one goes on with the same.
struct Inbox: Sendable {
    /// Above this no backup or export of a diary comes; a mistaken choice must not fill the phone.
    static let mostBytes = 256 * 1024 * 1024

    let folder: URL
    var most = mostBytes
    var newName: @Sendable () -> String = { UUID().uuidString.lowercased() }

    func empty() { remove(folder) }

    /// Copies a file in, through a file beside its place; none when it cannot be read or is larger than `most`.
    func take(_ from: URL, called name: String) -> ChosenFile? {
        let (shown, own) = (plainName(name), newName())
        let part = folder.appending(path: own + ".part")
        let whole = folder.appending(path: own + ending(shown))
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.protectionKey: FileProtectionType.complete])
            guard try copied(from, part) else {
                remove(part)
                return nil
            }
            try FileManager.default.moveItem(at: part, to: whole)
            return ChosenFile(path: whole.path, name: shown)
        } catch {
            remove(part)
            return nil
        }
    }

    /// What the place says about the size is not believed: the bytes are counted. False when there are too many.
    private func copied(_ from: URL, _ to: URL) throws -> Bool {
        guard FileManager.default.createFile(atPath: to.path, contents: nil, attributes: [.protectionKey: FileProtectionType.complete]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        let source = try FileHandle(forReadingFrom: from)
        defer { try? source.close() }
        let target = try FileHandle(forWritingTo: to)
        defer { try? target.close() }
        var copied = 0
        while let piece = try source.read(upToCount: 64 * 1024), !piece.isEmpty {
            copied += piece.count
            if copied > most { return false }
            try target.write(contentsOf: piece)
        }
        return true
    }
}

/// A name that another app chose, as something to show: no path, no control characters. Never used as a path of ours.
func plainName(_ name: String?) -> String {
    let last = (name ?? "").split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let plain = String(last.unicodeScalars.filter { $0.properties.generalCategory != .control && $0.properties.generalCategory != .format })
    let cut = String(plain.prefix(80)).trimmingCharacters(in: .whitespaces)
    return cut.isEmpty || cut.allSatisfy { $0 == "." } ? "file" : cut
}

/// The end of a name, when it is one that may stand in a path of ours.
private func ending(_ name: String) -> String {
    let end = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map { $0.lowercased() } ?? ""
    return end.wholeMatch(of: /[a-z0-9]{1,8}/) == nil ? "" : "." + end
}
