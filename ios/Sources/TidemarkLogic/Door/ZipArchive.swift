//! An archive of files as they are, not packed: what is sealed does not get smaller. It holds no time and no owner.

import Foundation

/// A ZIP archive that is being written, one file after another; up to 4 GB, without the larger form.
/// # Source
/// PKWARE, .ZIP File Format Specification 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
final class ZipArchive {
    private let out: FileHandle
    private var entries: [Entry] = []

    /// A file in it: its name, check sum and size, and where its header begins.
    private struct Entry {
        let name: [UInt8]
        let at: UInt64
        var sum: UInt32 = 0
        var size: UInt64 = 0
    }

    /// It would need the larger form.
    struct TooLarge: Error {}

    /// A new archive at `place`, in place of what is there.
    init(at place: URL) throws {
        try Data().write(to: place)
        out = try FileHandle(forWritingTo: place)
    }

    /// Adds a file under a name, its parts separated by `/`.
    func add(_ file: URL, as name: String) throws {
        let source = try FileHandle(forReadingFrom: file)
        defer { try? source.close() }
        var entry = Entry(name: Array(name.utf8), at: try out.offset())
        // Sum and size are known at the end: the header is written over then.
        try write(local(entry))
        var sum = CheckSum()
        while let part = try source.read(upToCount: 1 << 16), !part.isEmpty {
            sum.add(part)
            entry.size += UInt64(part.count)
            try out.write(contentsOf: part)
        }
        entry.sum = sum.value
        let end = try out.offset()
        try out.seek(toOffset: entry.at)
        try write(local(entry))
        try out.seek(toOffset: end)
        entries.append(entry)
    }

    /// Writes the list of what is in it.
    func finish() throws {
        let start = try out.offset()
        for entry in entries { try write(listed(entry)) }
        let length = try out.offset() - start
        let count = UInt64(entries.count)
        try write([(0x0605_4b50, 4), (0, 2), (0, 2), (count, 2), (count, 2), (length, 4), (start, 4), (0, 2)])
        try out.close()
    }

    private func local(_ entry: Entry) -> [Field] { [(0x0403_4b50, 4)] + told(entry) + bytes(entry.name) }

    private func listed(_ entry: Entry) -> [Field] {
        // No comment, the one disk, no attributes.
        [(0x0201_4b50, 4), (20, 2)] + told(entry) + [(0, 2), (0, 2), (0, 2), (0, 4), (entry.at, 4)] + bytes(entry.name)
    }

    /// What both headers say: version 2.0, names in UTF-8, stored, 1 January 1980, sum, size twice, length of the name.
    private func told(_ entry: Entry) -> [Field] {
        [
            (20, 2), (0x0800, 2), (0, 2), (0, 2), (0x0021, 2), (UInt64(entry.sum), 4), (entry.size, 4), (entry.size, 4),
            (UInt64(entry.name.count), 2), (0, 2),
        ]
    }

    private func bytes(_ name: [UInt8]) -> [Field] { name.map { (UInt64($0), 1) } }

    /// A number and the bytes it takes, the lowest first.
    private typealias Field = (number: UInt64, bytes: Int)

    private func write(_ fields: [Field]) throws {
        var written = Data()
        for field in fields {
            if field.number >> (8 * UInt64(field.bytes)) != 0 { throw TooLarge() }
            for at in 0..<UInt64(field.bytes) { written.append(UInt8(truncatingIfNeeded: field.number >> (8 * at))) }
        }
        try out.write(contentsOf: written)
    }
}

/// CRC-32 as ZIP has it, over what was added.
struct CheckSum {
    private var state: UInt32 = 0xffff_ffff

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? 0xedb8_8320 ^ (rest >> 1) : rest >> 1 }
    }

    var value: UInt32 { ~state }

    mutating func add(_ part: Data) {
        for byte in part { state = CheckSum.table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ (state >> 8) }
    }
}
