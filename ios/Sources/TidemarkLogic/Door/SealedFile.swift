//! A copy of the sealed files for the person to put somewhere: nothing in it opens without the recovery words.

import Foundation

let sealedName = "tidemark-sealed.zip"

extension DoorEnv {
    /// Puts a copy of the sealed files where the person says.
    func exportSealed() -> DoorState.Notice {
        let copy = URL(filePath: phone.outbox).appending(path: sealedName)
        defer { try? FileManager.default.removeItem(at: copy) }
        do {
            try zip(URL(filePath: path), to: copy)
            return phone.saveAs(copy.path, sealedName, "application/zip") ? .exported : .notExported
        } catch {
            return .notExported
        }
    }
}

/// Whether the passphrase seals a file of a diary. What lies in plain text, or is this device's alone, stays here.
private func isSealed(_ name: String) -> Bool {
    name.wholeMatch(of: /diary\.db(-wal)?|recovery\.age|snapshots\/[^\/]+\.db/) != nil
}

/// There is no sealed file.
private struct NothingSealed: Error {}

/// Every sealed file of the folder, by name. A folder that is not there holds none, and an archive with nothing in it is no copy.
private func zip(_ folder: URL, to copy: URL) throws {
    let all = isNowhere(folder.path) ? [] : try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let names = all.filter(isSealed).sorted()
    if names.isEmpty { throw NothingSealed() }
    let archive = try ZipArchive(at: copy)
    for name in names { try archive.add(folder.appending(path: name), as: name) }
    try archive.finish()
}
