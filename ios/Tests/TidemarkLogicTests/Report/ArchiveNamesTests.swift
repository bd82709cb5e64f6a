import Foundation
import Testing
import TidemarkReplay

@testable import TidemarkLogic

/// The list of an archive, made here byte by byte after PKWARE's specification, 4.3.12 and 4.3.16.
@Suite("The list of an archive")
struct ArchiveNamesTests {
    private func number(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { $0 < 8 ? UInt8(value >> (8 * $0) & 0xFF) : 0 } }

    /// A list of files that are not there, which nobody reads here, and its end; `rest` stands between them.
    private func archive(_ names: [String], rest: [UInt8] = []) -> Data {
        var bytes: [UInt8] = []
        for name in names {
            let parts: [[UInt8]] = [number(0x0201_4b50, 4), number(0, 24), number(name.utf8.count, 2), number(0, 16), Array(name.utf8)]
            for part in parts { bytes += part }
        }
        bytes += rest
        let end: [(Int, Int)] = [(0x0605_4b50, 4), (0, 4), (names.count, 2), (names.count, 2), (bytes.count, 4), (0, 6)]
        for part in end.map({ number($0.0, $0.1) }) { bytes += part }
        return Data(bytes)
    }

    private func names(_ bytes: Data) throws -> [String]? {
        let folder = try Folder()
        let file = URL(filePath: folder.path("a.zip"))
        try bytes.write(to: file)
        return namesInArchive(file)
    }

    @Test("the names stand in their order, and an archive that is not whole has none")
    func whole() throws {
        let two = archive(["one.csv", "two.csv"])
        #expect(try names(two) == ["one.csv", "two.csv"])
        #expect(try names(archive([])) == [])
        #expect(try names(two.dropLast()) == nil)
        #expect(try names(Data(two.dropFirst())) == nil)
        // More in the list than it has files.
        #expect(try names(archive(["one.csv"], rest: [1, 2, 3])) == nil)
    }
}
