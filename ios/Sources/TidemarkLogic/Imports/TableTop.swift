//! What the top of a file says, so that a person can say which column is what. The core reads the file itself, and says what is
//! wrong with it.

import Foundation

/// The column names of a table, each with what stands below it, and what is between them.
struct TableTop: Equatable {
    let columns: [TableColumn]
    let delimiter: Character
}

/// So much of a file is looked at: its first two rows.
private let mostBytes = 256 * 1024

/// What the top of a file says; none when it is no table of two columns or more.
func tableTop(of path: String) -> TableTop? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let bytes = try? file.read(upToCount: mostBytes) else { return nil }
    return tableTop(bytes)
}

func tableTop(_ bytes: Data) -> TableTop? {
    // A row that was cut by the limit is not looked at.
    let whole = bytes.count < mostBytes ? bytes : bytes.prefix(upTo: bytes.lastIndex(of: 10).map { $0 + 1 } ?? bytes.startIndex)
    guard let text = decoded(whole), !text.unicodeScalars.contains("\0") else { return nil }
    let letters = Array(text.unicodeScalars)
    let first = firstRow(letters)
    var delimiter: Unicode.Scalar = ","
    var most = -1
    // Of two that stand equally often the earlier one.
    for mark in [",", ";", "\t", "|"] as [Unicode.Scalar] {
        let count = first.filter { $0 == mark }.count
        if count > most { (delimiter, most) = (mark, count) }
    }
    let rows = rows(letters, delimiter, most: 2)
    let names = (rows.first ?? []).map { filled($0) ?? "" }
    guard names.count >= 2 else { return nil }
    let below = rows.dropFirst().first ?? []
    let columns = names.enumerated().map { at, name in
        TableColumn(name: name, sample: below.dropFirst(at).first.flatMap(filled) ?? "")
    }
    return TableTop(columns: columns, delimiter: Character(delimiter))
}

private func decoded(_ bytes: Data) -> String? {
    func begins(_ mark: [UInt8]) -> Bool { bytes.starts(with: mark) }
    if begins([0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    if begins([0xFF, 0xFE]) { return String(data: Data(bytes.dropFirst(2)), encoding: .utf16LittleEndian) }
    if begins([0xFE, 0xFF]) { return String(data: Data(bytes.dropFirst(2)), encoding: .utf16BigEndian) }
    return String(data: Data(bytes), encoding: .utf8) ?? String(data: Data(bytes), encoding: .windowsCP1252)
}

// Letter by letter of Unicode: a line break of two is one character to Swift, and a comma with an accent over it none.

/// The first row without what stands in quotes.
private func firstRow(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var row: [Unicode.Scalar] = []
    var quoted = false
    for letter in text.drop(while: isBreak) {
        if letter == "\"" { quoted.toggle() }
        if !quoted, isBreak(letter) { break }
        if !quoted, letter != "\"" { row.append(letter) }
    }
    return row
}

private func isBreak(_ letter: Unicode.Scalar) -> Bool { letter == "\n" || letter == "\r" }

/// The first rows of a table, blank lines left out; a quote counts only where a field begins, and `""` in it is one.
private func rows(_ text: [Unicode.Scalar], _ delimiter: Unicode.Scalar, most: Int) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var quoted = false
    func endField() {
        row.append(String(field))
        field = String.UnicodeScalarView()
    }
    func endRow() {
        endField()
        if row.count > 1 || row.contains(where: { filled($0) != nil }) { rows.append(row) }
        row = []
    }
    var at = text.startIndex
    while at < text.endIndex, rows.count < most {
        let letter = text[at]
        let next = at + 1 < text.endIndex ? text[at + 1] : nil
        if quoted, letter == "\"", next == "\"" {
            field.append(letter)
            at += 1
        } else if quoted, letter == "\"" {
            quoted = false
        } else if quoted {
            field.append(letter)
        } else if letter == "\"", field.isEmpty {
            quoted = true
        } else if letter == delimiter {
            endField()
        } else if isBreak(letter) {
            endRow()
        } else {
            field.append(letter)
        }
        at += 1
    }
    if rows.count < most, !row.isEmpty || !field.isEmpty { endRow() }
    return rows
}
