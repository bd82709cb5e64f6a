import Foundation
import Testing
import TidemarkReplay

@testable import TidemarkLogic

@MainActor
@Suite("The sealed files that leave")
struct SealedFileTests {
    @Test("a sealed copy leaves with nothing in plain text and nothing of the device")
    func sealed() throws {
        let screen = try DoorScreen(try Folder()).withDiary()
        try Data("{}".utf8).write(to: screen.folder.appending(path: "open.json"))
        try Data("wrapped".utf8).write(to: screen.folder.appending(path: "device.key"))
        screen.vault.answers = { .gone }
        screen.send(.shown, .exportAsked)
        #expect(screen.state.shut?.notice == .exported)
        let inside = try stored(try #require(screen.saved["tidemark-sealed.zip"]))
        #expect(Set(inside.keys) == ["diary.db", "recovery.age"])
        let files = try screen.files()
        #expect(inside["diary.db"] == files["diary.db"])
        #expect(inside["recovery.age"] == files["recovery.age"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: screen.outbox.path) == [])
    }

    @Test("a snapshot is among them, by its folder's name")
    func snapshot() throws {
        let screen = try DoorScreen(try Folder()).withDiary()
        let snapshots = screen.folder.appending(path: "snapshots")
        try FileManager.default.createDirectory(at: snapshots, withIntermediateDirectories: true)
        try Data("sealed".utf8).write(to: snapshots.appending(path: "2026-11-24.db"))
        try Data("open".utf8).write(to: snapshots.appending(path: "2026-11-24.txt"))
        screen.vault.answers = { .gone }
        screen.send(.shown, .exportAsked)
        let inside = try stored(try #require(screen.saved["tidemark-sealed.zip"]))
        #expect(Set(inside.keys) == ["diary.db", "recovery.age", "snapshots/2026-11-24.db"])
        #expect(inside["snapshots/2026-11-24.db"] == Data("sealed".utf8))
    }

    // The check value of CRC-32 (ISO-HDLC) in the catalogue of parametrised CRC algorithms.
    @Test("the check sum is that of the catalogue")
    func checkSum() {
        var sum = CheckSum()
        sum.add(Data("1234".utf8))
        sum.add(Data("56789".utf8))
        #expect(sum.value == 0xcbf4_3926)
    }

    struct NoArchive: Error { let at: String }

    /// The files of an archive by its closing list, each with its header and its sum checked.
    private func stored(_ archive: Data) throws -> [String: Data] {
        let bytes = Array(archive)
        func number(_ at: Int, _ count: Int) throws -> Int {
            guard 0 <= at, at + count <= bytes.count else { throw NoArchive(at: "\(at)") }
            return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
        }
        let end = bytes.count - 22
        #expect(try number(end, 4) == 0x0605_4b50)
        var at = try number(end + 16, 4)
        #expect(try at + number(end + 12, 4) == end)
        var found: [String: Data] = [:]
        for _ in 0..<(try number(end + 10, 2)) {
            let (size, length, start) = (try number(at + 24, 4), try number(at + 28, 2), try number(at + 42, 4))
            #expect(try number(at, 4) == 0x0201_4b50)
            #expect(try number(start, 4) == 0x0403_4b50)
            // From the version needed to the lengths both say the same.
            #expect(bytes[(at + 6)..<(at + 32)] == bytes[(start + 4)..<(start + 30)])
            let name = String(decoding: bytes[(at + 46)..<(at + 46 + length)], as: UTF8.self)
            let file = Data(bytes[(start + 30 + length)..<(start + 30 + length + size)])
            var sum = CheckSum()
            sum.add(file)
            #expect(try Int(sum.value) == number(at + 16, 4))
            found[name] = file
            at += 46 + length
        }
        return found
    }
}
