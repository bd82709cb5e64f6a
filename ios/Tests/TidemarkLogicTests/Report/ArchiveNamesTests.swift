import Foundation
import Testing
import TidemarkReplay

@testable import TidemarkLogic

/// The list of an archive, made here byte by byte after PKWARE's specification, 4.3.12 and 4.3.16.
@Suite("The list of an archive")
struct ArchiveNamesTests {
    private func number(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(value >> (8 * $0) & 0xFF) } }

    /// A list of files that are not there, which nobody reads here, and its end; `rest` stands between them.
    private func archive(_ names: [String], rest: [UInt8] = []) -> Data {
        let list = names.flatMap { name in
            number(0x0201_4b50, 4) + [UInt8](repeating: 0, count: 24) + number(name.utf8.count, 2) + [UInt8](repeating: 0, count: 16) + name.utf8
        }
        let length = list.count + rest.count
        let end = number(0x0605_4b50, 4) + number(0, 4) + number(names.count, 2) + number(names.count, 2) + number(length, 4) + number(0, 6)
        return Data(list + rest + end)
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
