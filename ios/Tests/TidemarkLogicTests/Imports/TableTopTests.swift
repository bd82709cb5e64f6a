import Foundation
import Testing

@testable import TidemarkLogic

/// The top of a table, in the ways programs write one; and how days and numbers are written in it.
@Suite("The top of a table")
struct TableTopTests {
    private func names(_ bytes: Data) -> [[String]]? { tableTop(bytes)?.columns.map { [$0.name, $0.sample] } }

    private let wanted = [["Tag", "1"], ["Gefühl, früh", "a \"b\""]]

    @Test("delimiters, marks and encodings are told", arguments: [",", ";", "\t", "|"])
    func told(mark: String) throws {
        let text = "\r\n Tag \(mark)\"Gefühl, früh\"\r\n1\(mark)\"a \"\"b\"\"\"\r\n"
        let utf8 = Data(text.utf8)
        let encoded = [
            utf8, Data([0xEF, 0xBB, 0xBF]) + utf8, try #require(text.data(using: .windowsCP1252)),
            Data([0xFF, 0xFE]) + (try #require(text.data(using: .utf16LittleEndian))),
            Data([0xFE, 0xFF]) + (try #require(text.data(using: .utf16BigEndian))),
        ]
        for bytes in encoded {
            #expect(names(bytes) == wanted)
            #expect(tableTop(bytes)?.delimiter == Character(mark))
        }
    }

    @Test("what is no table of two columns is none, and one row is enough")
    func none() {
        #expect(names(Data()) == nil)
        #expect(names(Data("Dear diary\n".utf8)) == nil)
        #expect(names(Data([0x50, 0x4B, 3, 4, 0, 0, 0x2C, 1])) == nil)
        #expect(names(Data("a,b".utf8)) == [["a", ""], ["b", ""]])
        #expect(names(Data("a;\"b\nc\"\n1;2\n3;4".utf8)) == [["a", "1"], ["b\nc", "2"]])
    }

    @Test("a day fits the ways it can be written in, and is taken for none of two")
    func days() {
        #expect(dayFormats.map(\.code).filter { fits($0, "03/11/2026") } == ["%d/%m/%Y", "%m/%d/%Y"])
        #expect(dayFormats.only(for: "03/11/2026") == nil)
        #expect(dayFormats.only(for: "24/11/2026") == "%d/%m/%Y")
        #expect(dayFormats.only(for: "11/24/2026") == "%m/%d/%Y")
        #expect(dayFormats.only(for: "2026-13-01") == nil)
        #expect(timeFormats.only(for: "9:04 pm") == "%I:%M %p")
        #expect(timeFormats.only(for: "21:04") == "%H:%M")
        for way in dayFormats + timeFormats { #expect(fits(way.code, way.example), "\(way.code)") }
    }

    @Test("a number is typed with a point or a comma, and written with a point and no zeros at its end")
    func numbers() {
        let typed = ["7", "-0,50", "1.125", " 10,10 ", "0"].map { typedMilli($0).map(plain) }
        #expect(typed == ["7", "-0.5", "1.125", "10.1", "0"])
        for wrong in ["", "1e1", "1.0001", ".5", "+1", "١", "1 0"] { #expect(typedMilli(wrong) == nil, "\(wrong)") }
    }
}
