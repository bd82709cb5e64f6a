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

/// Every sealed file of the folder, by name. A folder that is not there holds none.
private func zip(_ folder: URL, to copy: URL) throws {
    let names = isNowhere(folder.path) ? [] : try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let archive = try ZipArchive(at: copy)
    for name in names.filter(isSealed).sorted() { try archive.add(folder.appending(path: name), as: name) }
    try archive.finish()
}
