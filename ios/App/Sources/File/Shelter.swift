//! Is the folder of the records kept out of every backup, and shut while the phone is? Asked and set at each start.

import Foundation

/// What the system is told about a folder; a test has its own.
protocol FolderMarks: Sendable {
    /// Whether backups of the phone leave the folder out; none when that cannot be read.
    func leftOut(_ folder: URL) -> Bool?
    func leaveOut(_ folder: URL) throws
    /// The class of protection; none where the system has none, as in a simulator.
    func protection(_ item: URL) -> FileProtectionType?
    func protect(_ item: URL) throws
}

/// Keeps a folder sheltered. The key inside the diary is worth nothing on another phone, and still nothing of it goes to a cloud.
struct Shelter: Sendable {
    let marks: any FolderMarks

    /// Makes the folder when it is not there, sets both marks, and reads both back; false when one did not stay.
    func sheltered(_ folder: URL) -> Bool {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.protectionKey: FileProtectionType.complete])
            if marks.leftOut(folder) != true { try marks.leaveOut(folder) }
            for item in [folder] + inside(folder) where weak(item) { try marks.protect(item) }
        } catch {
            return false
        }
        return marks.leftOut(folder) == true && !([folder] + inside(folder)).contains(where: weak)
    }

    /// Files made before the folder had its class keep theirs, so each is asked.
    private func inside(_ folder: URL) -> [URL] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return names.map { folder.appending(path: $0) }
    }

    private func weak(_ item: URL) -> Bool {
        guard let now = marks.protection(item) else { return false }
        return now != .complete
    }
}

/// The marks as the system keeps them.
struct SystemMarks: FolderMarks {
    func leftOut(_ folder: URL) -> Bool? {
        // A fresh address: one that was asked before answers from memory.
        let asked = URL(fileURLWithPath: folder.path, isDirectory: true)
        return try? asked.resourceValues(forKeys: [.isExcludedFromBackupKey]).isExcludedFromBackup
    }

    func leaveOut(_ folder: URL) throws {
        var marked = folder
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try marked.setResourceValues(values)
    }

    func protection(_ item: URL) -> FileProtectionType? {
        (try? FileManager.default.attributesOfItem(atPath: item.path))?[.protectionKey] as? FileProtectionType
    }

    func protect(_ item: URL) throws {
        try FileManager.default.setAttributes([.protectionKey: FileProtectionType.complete], ofItemAtPath: item.path)
    }
}
