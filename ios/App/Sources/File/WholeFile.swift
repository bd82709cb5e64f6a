//! How does a small file of the app reach the disk whole? It decides nothing about what is in it.

import Foundation

/// Writes a file whole or not at all: beside it, to disk, then under its name. Cut off at any step, the former file or the new
/// one is there. Throws, and leaves nothing behind, when it cannot.
func writeWhole(_ bytes: Data, to file: URL) throws {
    let beside = file.appendingPathExtension("part")
    do {
        // Shut while the phone is: the class stays with the file when it takes its name.
        try bytes.write(to: beside, options: .completeFileProtection)
        try onDisk(beside)
        guard rename(beside.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
        remove(beside)
        throw error
    }
    // The new name is on disk as well; where a folder cannot be asked for that, nothing more can be done.
    try? onDisk(file.deletingLastPathComponent())
}

/// What a read of at most so many bytes brought.
enum Bounded: Equatable {
    case missing

    /// There, and not to be read now, as on a phone that is locked.
    case notNow

    /// Longer than anything this app writes under such a name, or no file.
    case foreign
    case bytes(Data)
}

/// The bytes of a file of at most `most`.
func readBounded(_ file: URL, most: Int) -> Bounded {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: file.path) else {
        return FileManager.default.fileExists(atPath: file.path) ? .notNow : .missing
    }
    guard facts[.type] as? FileAttributeType == .typeRegular, let size = facts[.size] as? NSNumber, size.intValue <= most else {
        return .foreign
    }
    guard let bytes = try? Data(contentsOf: file) else { return .notNow }
    return .bytes(bytes)
}

/// Takes a file or a folder away; one that is not there is no matter.
func remove(_ file: URL) { try? FileManager.default.removeItem(at: file) }

private func onDisk(_ file: URL) throws {
    let descriptor = open(file.path, O_RDONLY)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    defer { close(descriptor) }
    #if canImport(Darwin)
        // `fsync` alone leaves the bytes in the memory of the disk itself.
        if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
    #endif
    guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
}
