import Foundation
import Testing
import TidemarkLogic

@testable import TidemarkApp

@Suite("Files on their way out")
struct OutboxTests {
    private let scratch: Scratch
    private let outbox: Outbox

    init() throws {
        scratch = try Scratch()
        outbox = Outbox(folder: scratch.folder.appending(path: "outbox", directoryHint: .isDirectory))
        outbox.empty()
    }

    private func put(_ name: String) throws -> URL {
        let file = outbox.folder.appending(path: name)
        try Data("pages".utf8).write(to: file)
        return file
    }

    @Test("a file of the folder itself leaves")
    func own() throws {
        let file = try put("report.pdf")
        #expect(outbox.offer(file.path)?.lastPathComponent == "report.pdf")
    }

    @Test("nothing else leaves: no other folder, no way through one, no link, no folder, nothing that is not there")
    func others() throws {
        let elsewhere = try scratch.write("key", "device.key")
        #expect(outbox.offer(elsewhere.path) == nil)
        #expect(outbox.offer(outbox.folder.appending(path: "../device.key").path) == nil)
        try FileManager.default.createSymbolicLink(at: outbox.folder.appending(path: "link.pdf"), withDestinationURL: elsewhere)
        #expect(outbox.offer(outbox.folder.appending(path: "link.pdf").path) == nil)
        try FileManager.default.createDirectory(at: outbox.folder.appending(path: "inner"), withIntermediateDirectories: true)
        _ = try put("inner/report.pdf")
        #expect(outbox.offer(outbox.folder.appending(path: "inner").path) == nil)
        #expect(outbox.offer(outbox.folder.appending(path: "inner/report.pdf").path) == nil)
        #expect(outbox.offer(outbox.folder.appending(path: "missing.pdf").path) == nil)
        #expect(outbox.offer("") == nil)
        // A file of the same name elsewhere is not the one that lies here.
        _ = try put("device.key")
        #expect(outbox.offer(elsewhere.path) == nil)
    }

    @Test("under another name it is the same file, and the name goes again")
    func named() throws {
        let file = try put("part-1")
        let shown = try #require(outbox.named(file.path, "../tidemark-2026-11-24.backup"))
        #expect(shown.lastPathComponent == "tidemark-2026-11-24.backup")
        #expect(try String(contentsOf: shown, encoding: .utf8) == "pages")
        outbox.unname()
        #expect(try FileManager.default.contentsOfDirectory(atPath: outbox.folder.path) == ["part-1"])
        #expect(outbox.named(file.path, "part-1") == outbox.offer(file.path))
        #expect(outbox.named(scratch.folder.appending(path: "missing").path, "a") == nil)
    }

    @Test("opened afresh it is empty")
    func empty() throws {
        _ = try put("report.pdf")
        outbox.empty()
        #expect(try FileManager.default.contentsOfDirectory(atPath: outbox.folder.path) == [])
    }
}

@Suite("A file that was chosen")
struct InboxTests {
    private let scratch: Scratch
    private let inbox: Inbox

    init() throws {
        scratch = try Scratch()
        let count = Count()
        inbox = Inbox(folder: scratch.folder.appending(path: "inbox", directoryHint: .isDirectory), most: 10) { "chosen\(count.next())" }
    }

    private var inside: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: inbox.folder.path)) ?? []).sorted() }

    @Test("is copied under a name of ours and shown under its own")
    func taken() throws {
        let from = try scratch.write("0123456789", "My diary.BACKUP")
        let file = try #require(inbox.take(from, called: "My diary.BACKUP"))
        #expect(file.name == "My diary.BACKUP")
        #expect(file.path.hasSuffix("/inbox/chosen0.backup"))
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "0123456789")
        #expect(inside == ["chosen0.backup"])
    }

    @Test("one that is too long, or not there, is none, and nothing of it stays")
    func refused() throws {
        #expect(inbox.take(try scratch.write("0123456789X", "long.csv"), called: "long.csv") == nil)
        #expect(inside == [])
        #expect(inbox.take(scratch.folder.appending(path: "missing"), called: "missing") == nil)
        #expect(inside == [])
    }

    @Test("one that comes later takes no place of one that a screen may hold")
    func apart() throws {
        let first = try #require(inbox.take(try scratch.write("a", "a.backup"), called: "a.backup"))
        _ = inbox.take(try scratch.write("b", "b.backup"), called: "b.backup")
        #expect(try String(contentsOfFile: first.path, encoding: .utf8) == "a")
        inbox.empty()
        #expect(inside == [])
    }

    @Test("a name is never a path and shows nothing that is not seen")
    func names() {
        #expect(plainName("../../etc/passwd") == "passwd")
        #expect(plainName("C:\\files\\day.csv") == "day.csv")
        #expect(plainName("a\u{0}b\u{7}\u{202E}.csv") == "ab.csv")
        #expect(plainName("..") == "file")
        #expect(plainName("  ") == "file")
        #expect(plainName(nil) == "file")
        #expect(plainName(String(repeating: "x", count: 200)).count == 80)
    }

    @Test("one that came by another app is given once, and a backup leads to its screen")
    func arrived() {
        let arrived = Arrived()
        #expect(arrived.take() == nil)
        #expect(arrived.came(ChosenFile(path: "/inbox/0.backup", name: "w.backup")) == nil)
        #expect(arrived.came(ChosenFile(path: "/inbox/1.backup", name: "x.backup"))?.name == "w.backup")
        #expect(arrived.take()?.name == "x.backup")
        #expect(arrived.take() == nil)
        #expect(Arrived.place("tidemark-2026-11-24.BACKUP") == .restore)
        #expect(Arrived.place("daylio_export.csv") == .imports)
        #expect(Arrived.place("picture.png") == nil)
    }
}

@Suite("The folder of the records")
struct ShelterTests {
    private let scratch: Scratch
    private let marks = FakeMarks()
    private var folder: URL { scratch.folder.appending(path: "records", directoryHint: .isDirectory) }

    init() throws { scratch = try Scratch() }

    @Test("is made, kept out of backups and shut, and that is read back")
    func fresh() {
        #expect(Shelter(marks: marks).sheltered(folder))
        #expect(FileManager.default.fileExists(atPath: folder.path))
        #expect(marks.leftOut(folder) == true)
        #expect(marks.set == 1)
        // At the next start there is nothing to set.
        #expect(Shelter(marks: marks).sheltered(folder))
        #expect(marks.set == 1)
    }

    @Test("a mark that was lost is set again, and a file that is shut too weakly is shut")
    func again() throws {
        #expect(Shelter(marks: marks).sheltered(folder))
        let inner = folder.appending(path: "my.diary/diary.db")
        try FileManager.default.createDirectory(at: inner.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: inner)
        marks.lose(folder)
        marks.weaken(inner)
        #expect(Shelter(marks: marks).sheltered(folder))
        #expect(marks.leftOut(folder) == true)
        #expect(marks.protection(inner)?.rawValue == FileProtectionType.complete.rawValue)
    }

    @Test("marks that do not stay are said")
    func unsaid() {
        marks.forgets = true
        #expect(!Shelter(marks: marks).sheltered(folder))
    }

    @Test("everything that is to last lies in it, and what is on its way does not")
    func places() {
        let places = Places(support: scratch.folder, caches: scratch.folder.appending(path: "caches"))
        for inside in [places.diary, places.heldWords, places.copyFolder, places.reminders] {
            #expect(inside.path.hasPrefix(places.records.path + "/"))
        }
        #expect(!places.outbox.path.hasPrefix(places.records.path + "/"))
        #expect(places.diary.lastPathComponent == "my.diary")
    }
}

private final class FakeMarks: FolderMarks, @unchecked Sendable {
    private var out: Set<String> = []
    private var classes: [String: FileProtectionType] = [:]
    private(set) var set = 0
    var forgets = false

    private func name(_ url: URL) -> String { url.standardizedFileURL.path }

    func leftOut(_ folder: URL) -> Bool? { out.contains(name(folder)) }

    func leaveOut(_ folder: URL) {
        set += 1
        if !forgets { out.insert(name(folder)) }
    }

    func protection(_ item: URL) -> FileProtectionType? { classes[name(item)] }

    func protect(_ item: URL) { classes[name(item)] = .complete }

    func lose(_ folder: URL) { out.remove(name(folder)) }

    func weaken(_ item: URL) { classes[name(item)] = .completeUnlessOpen }
}

@Suite("A file that is written whole")
struct WholeFileTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("takes the place of the former one, and nothing is left beside it")
    func replaced() throws {
        let file = scratch.folder.appending(path: "a.json")
        try writeWhole(Data("one".utf8), to: file)
        try writeWhole(Data("two".utf8), to: file)
        #expect(try String(contentsOf: file, encoding: .utf8) == "two")
        #expect(scratch.names == ["a.json"])
    }

    @Test("that cannot be written leaves the former one")
    func unwritten() throws {
        let file = try scratch.write("one", "a.json")
        try FileManager.default.createDirectory(at: scratch.folder.appending(path: "a.json.part/inside"), withIntermediateDirectories: true)
        #expect(throws: (any Error).self) { try writeWhole(Data("two".utf8), to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == "one")
    }

    @Test("a read says what stands in its way")
    func bounded() throws {
        let file = try scratch.write("12345", "a")
        #expect(readBounded(file, most: 5) == .bytes(Data("12345".utf8)))
        #expect(readBounded(file, most: 4) == .foreign)
        #expect(readBounded(scratch.folder, most: 4) == .foreign)
        #expect(readBounded(scratch.folder.appending(path: "missing"), most: 4) == .missing)
    }
}
