//! A backup on its way out of the app. One that was put nowhere is none, and the diary keeps no note of it.

import Foundation
import TidemarkBindings

/// What programs call the form of a backup file.
let backupType = "application/octet-stream"

/// What became of a backup.
enum PutBackup {
    /// Something took it, whole.
    case put(BackupContents)

    /// It was whole, and nothing took it.
    case notTaken
    case notWhole
}

extension Env {
    /// Writes a backup among the files on their way out and has `put` take it, under a name of its day; afterwards it is not there
    /// any more. `place` is noted with it.
    func putBackup(
        place: String? = nil, watcher: (any Watcher)? = nil, _ put: (_ path: String, _ name: String) -> Bool
    ) throws -> PutBackup {
        let name = "tidemark-\(try diary.today(now: now()).day).backup"
        let file = URL(filePath: phone.outbox).appending(path: name)
        let noted = try backupNotes()
        defer { try? FileManager.default.removeItem(at: file) }
        let written = try diary.backup(path: file.path, place: place, watcher: watcher, now: now())
        if written.verified, put(file.path, name) { return .put(written.contents) }
        try takeBackNote(noted)
        return written.verified ? .notTaken : .notWhole
    }

    /// The core notes a backup when it is written here; one that was put nowhere is none, and its age would say otherwise.
    private func takeBackNote(_ before: Set<String>) throws {
        for id in try backupNotes().subtracting(before).sorted() {
            try diary.removeRecord(kind: .backupRecord, id: id, by: .own, now: now())
        }
    }

    private func backupNotes() throws -> Set<String> { Set(try diary.records(kind: .backupRecord, span: Span()).map(\.id)) }
}
