//! Copies of a backup in a folder of the person's, which may be another app's or a disk far away. Nothing that lies there is changed
//! or taken away, but a copy of ours that did not become whole.

import Foundation
import UIKit

/// How the system lends a folder; a test has its own.
protocol LentFolders: Sendable {
    /// Something to remember a folder by while it is lent; none when the system gives none.
    func bookmark(_ folder: URL) -> Data?
    /// The folder that was remembered so, and whether it is to be remembered anew; none when it is gone.
    func folder(_ bookmark: Data) -> (place: URL, stale: Bool)?
    /// Acts while the folder is lent.
    func lent<Value>(_ folder: URL, _ act: () -> Value?) -> Value?
    /// Writes at a place while nobody else does.
    func writing<Value>(_ place: URL, _ act: (URL) -> Value?) -> Value?
    /// What lies at a place; none when it cannot be read.
    func bytes(_ place: URL) -> Data?
}

/// The folder that takes copies.
struct CopyFolder: Sendable {
    let kept: FolderFile
    let system: any LentFolders
    let outbox: Outbox
    /// Seconds after which a folder that does not answer takes no copy; the next copy waits for as long.
    var most = 120.0

    /// Its name; none when none is chosen.
    var name: String? { kept.read()?.name }

    /// Remembers the folder that was chosen in place of the one before; none when it cannot be, and then that one stays.
    func keep(_ folder: URL) -> String? {
        guard let bookmark = system.lent(folder, { system.bookmark(folder) }) else { return nil }
        let name = plainName(folder.lastPathComponent)
        return kept.write(KeptFolder(name: name, bookmark: bookmark)) ? name : nil
    }

    func leave() { kept.forget() }

    /// Puts a copy of a file of the outbox there and reads it back; false when it is not there, whole and in time.
    func put(_ path: String, _ name: String) -> Bool {
        guard let file = outbox.offer(path), let former = kept.read(), let found = system.folder(former.bookmark) else { return false }
        let asked = Asked<Bool>()
        DispatchQueue.global(qos: .utility).async {
            _ = system.lent(found.place) { () -> Bool? in
                if found.stale, let bookmark = system.bookmark(found.place) { _ = kept.write(KeptFolder(name: former.name, bookmark: bookmark)) }
                let copy = copied(file, into: found.place, called: plainName(name))
                // Too late: nobody counts on it, and it is noted nowhere.
                if !asked.isFirst(copy != nil), let copy { remove(copy) }
                return true
            }
            asked.answered(false)
        }
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + most) { asked.answered(false) }
        return asked.wait() == true
    }

    /// Where the copy is, read back whole; none when it is not, and then nothing of it is left. What lies there already is not touched.
    private func copied(_ file: URL, into folder: URL, called name: String) -> URL? {
        guard let bytes = try? Data(contentsOf: file) else { return nil }
        for named in names(name) {
            let place = folder.appending(path: named)
            if FileManager.default.fileExists(atPath: place.path) { continue }
            switch system.writing(place, { written(file, to: $0) }) {
            case .written:
                if system.bytes(place) == bytes { return place }
                remove(place)
                return nil
            // Another one was put there meanwhile.
            case .taken: continue
            case .failed, nil: return nil
            }
        }
        return nil
    }

    private enum Written {
        case written, taken, failed
    }

    private func written(_ file: URL, to place: URL) -> Written {
        do {
            try FileManager.default.copyItem(at: file, to: place)
            return .written
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            return .taken
        } catch {
            // What was written so far goes.
            remove(place)
            return .failed
        }
    }

    /// A name, and if it is taken the same with a number; a day has few copies.
    private func names(_ name: String) -> [String] {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let end = parts.count > 1 ? "." + (parts.last ?? "") : ""
        return [name] + (2...99).map { name.dropLast(end.count) + " \($0)" + end }
    }
}

/// Folders as the system lends them.
struct SystemFolders: LentFolders {
    func bookmark(_ folder: URL) -> Data? { try? folder.bookmarkData(options: .minimalBookmark) }

    func folder(_ bookmark: Data) -> (place: URL, stale: Bool)? {
        var stale = false
        guard let place = try? URL(resolvingBookmarkData: bookmark, options: [], relativeTo: nil, bookmarkDataIsStale: &stale) else { return nil }
        return (place, stale)
    }

    func lent<Value>(_ folder: URL, _ act: () -> Value?) -> Value? {
        let lent = folder.startAccessingSecurityScopedResource()
        defer { if lent { folder.stopAccessingSecurityScopedResource() } }
        return act()
    }

    func writing<Value>(_ place: URL, _ act: (URL) -> Value?) -> Value? {
        var value: Value?
        var refusal: NSError?
        NSFileCoordinator().coordinate(writingItemAt: place, options: [], error: &refusal) { value = act($0) }
        return value
    }

    func bytes(_ place: URL) -> Data? {
        var bytes: Data?
        var refusal: NSError?
        NSFileCoordinator().coordinate(readingItemAt: place, options: .withoutChanges, error: &refusal) { bytes = try? Data(contentsOf: $0) }
        return bytes
    }
}
