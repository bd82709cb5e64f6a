//! A backup on its way out of the app. One that was put nowhere is none: it is noted when something took it, and not before.

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
    /// any more. Only what was taken is a backup, and is noted, with `place`: ended on its way, the diary tells of none. `prefix`
    /// keeps two that are on their way at once apart.
    func putBackup(
        place: String? = nil, watcher: (any Watcher)? = nil, prefix: String = "", _ put: (_ path: String, _ name: String) -> Bool
    ) throws -> PutBackup {
        let name = "tidemark-\(try diary.today(now: now()).day).backup"
        let file = URL(filePath: phone.outbox).appending(path: prefix + name)
        defer { try? FileManager.default.removeItem(at: file) }
        let written = try diary.sealBackup(path: file.path, watcher: watcher, now: now())
        if !written.verified { return .notWhole }
        if !put(file.path, name) { return .notTaken }
        do {
            try diary.noteBackup(path: file.path, written: written, place: place, now: now())
        } catch DiaryError.NotNoted {
            // It is where it was to go. Its age stays that of the one before, and the next one is asked for early.
        }
        return .put(written.contents)
    }
}
