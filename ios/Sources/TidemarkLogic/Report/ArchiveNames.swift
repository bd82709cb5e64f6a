//! Which files does a ZIP archive hold? Reads its list and nothing else, to see that it is whole.

import Foundation

/// The names of the files in an archive, in its order; none when it is no whole archive, or one of the larger form.
/// # Source
/// PKWARE, .ZIP File Format Specification 6.3.10, sections 4.3.12 and 4.3.16.
func namesInArchive(_ file: URL) -> [String]? {
    guard let bytes = (try? Data(contentsOf: file)).map([UInt8].init) else { return nil }
    // Ours have no comment, so the end record is the last thing in the file.
    let end = bytes.count - 22
    guard end >= 0, number(bytes, end, 4) == 0x0605_4b50, let count = number(bytes, end + 10, 2), count < 0xFFFF,
        let length = number(bytes, end + 12, 4), var at = number(bytes, end + 16, 4), at + length == end
    else { return nil }
    var names: [String] = []
    for _ in 0..<count {
        guard number(bytes, at, 4) == 0x0201_4b50, let name = number(bytes, at + 28, 2), let extra = number(bytes, at + 30, 2),
            let comment = number(bytes, at + 32, 2), at + 46 + name + extra + comment <= end
        else { return nil }
        names.append(String(decoding: bytes[(at + 46)..<(at + 46 + name)], as: UTF8.self))
        at += 46 + name + extra + comment
    }
    return at == end ? names : nil
}

/// An unsigned number of so many bytes, the smallest first; none where the bytes end before.
private func number(_ bytes: [UInt8], _ at: Int, _ size: Int) -> Int? {
    guard at >= 0, at + size <= bytes.count else { return nil }
    return bytes[at..<(at + size)].reversed().reduce(0) { $0 << 8 | Int($1) }
}
