import Foundation
import Testing

@testable import TidemarkApp

@Suite("Copies in a folder of the person's")
struct CopyFolderTests {
    private let scratch: Scratch
    private let outbox: Outbox
    private let system = FakeFolders()
    private let shelf: URL

    init() throws {
        scratch = try Scratch()
        outbox = Outbox(folder: scratch.folder.appending(path: "outbox", directoryHint: .isDirectory))
        outbox.empty()
        shelf = scratch.folder.appending(path: "Copies", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: shelf, withIntermediateDirectories: true)
    }

    private var file: URL { scratch.folder.appending(path: "copies.json") }

    private var copies: CopyFolder { CopyFolder(kept: FolderFile(file: file), system: system, outbox: outbox) }

    private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: shelf.path)) ?? []).sorted() }

    private func backup(_ text: String = "sealed") throws -> String {
        let file = outbox.folder.appending(path: "a.backup")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private func text(_ name: String) throws -> String { try String(contentsOf: shelf.appending(path: name), encoding: .utf8) }

    @Test("the folder that was chosen is remembered by its name, until it is left")
    func kept() throws {
        #expect(copies.name == nil)
        #expect(copies.keep(shelf) == "Copies")
        #expect(copies.name == "Copies")
        // Bookmarked while it was lent, and given back.
        #expect(system.told == ["lent Copies", "bookmarked", "given back"])
        copies.leave()
        #expect(copies.name == nil)
        #expect(try !copies.put(backup(), "a.backup"))
    }

    @Test("one that cannot be remembered is not chosen, and the one before stays")
    func unkept() throws {
        #expect(copies.keep(shelf) == "Copies")
        system.gives = false
        #expect(copies.keep(scratch.folder) == nil)
        #expect(copies.name == "Copies")
    }

    @Test("what is remembered says what it is, and another or a newer form is none")
    func form() throws {
        #expect(copies.keep(shelf) == "Copies")
        let stands = try String(contentsOf: file, encoding: .utf8)
        #expect(stands.contains(#""format":"tidemark-copies","min_reader":1,"name":"Copies","version":1"#))
        for (old, new) in [("copies\",\"min", "other\",\"min"), (#""min_reader":1"#, #""min_reader":2"#), ("{", "")] {
            _ = try scratch.write(stands.replacingOccurrences(of: old, with: new), "copies.json")
            #expect(copies.name == nil, "\(old)")
        }
    }

    @Test("a copy lies there under its name and the next one beside it, each whole")
    func put() throws {
        #expect(copies.keep(shelf) == "Copies")
        #expect(try copies.put(backup("one"), "tidemark-2026-11-24.backup"))
        #expect(try copies.put(backup("two"), "tidemark-2026-11-24.backup"))
        #expect(try copies.put(backup("three"), "../plain"))
        #expect(names == ["plain", "tidemark-2026-11-24 2.backup", "tidemark-2026-11-24.backup"])
        #expect(try text("tidemark-2026-11-24.backup") == "one" && text("tidemark-2026-11-24 2.backup") == "two")
    }

    @Test("what is put there by another at the same time stays")
    func raced() throws {
        #expect(copies.keep(shelf) == "Copies")
        system.before = { @Sendable place in try? Data("theirs".utf8).write(to: place) }
        #expect(try copies.put(backup(), "a.backup"))
        #expect(try text("a.backup") == "theirs" && text("a 2.backup") == "sealed")
    }

    @Test("a copy that is not read back as it was written is taken away")
    func halfWritten() throws {
        #expect(copies.keep(shelf) == "Copies")
        for reads in [Data("seale".utf8), Data("Sealed".utf8), nil] {
            system.reads = { @Sendable _ in reads }
            #expect(try !copies.put(backup(), "a.backup"))
            #expect(names == [])
        }
    }

    @Test("a folder that is gone, that refuses or that is no folder takes none, and nothing is left")
    func refused() throws {
        #expect(copies.keep(shelf) == "Copies")
        let path = try backup()
        system.refuses = true
        #expect(!copies.put(path, "a.backup"))
        system.refuses = false
        system.gone = true
        #expect(!copies.put(path, "a.backup"))
        system.gone = false
        try FileManager.default.removeItem(at: shelf)
        #expect(!copies.put(path, "a.backup"))
        #expect(!FileManager.default.fileExists(atPath: shelf.path))
        // Only what lies in the outbox leaves.
        #expect(!copies.put(file.path, "a.backup"))
    }

    @Test("a folder that moved is remembered anew")
    func stale() throws {
        #expect(copies.keep(shelf) == "Copies")
        let before = try Data(contentsOf: file)
        system.stale = true
        system.number = 2
        #expect(try copies.put(backup(), "a.backup"))
        #expect(try Data(contentsOf: file) != before && copies.name == "Copies")
    }

    @Test("a folder that does not answer in time takes none, and what comes too late is taken away")
    func late() throws {
        #expect(copies.keep(shelf) == "Copies")
        var copies = copies
        copies.most = 0.05
        let (release, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        system.before = { @Sendable _ in release.wait() }
        system.givenBack = { @Sendable in _ = done.signal() }
        #expect(try !copies.put(backup(), "a.backup"))
        release.signal()
        done.wait()
        #expect(names == [])
    }
}

/// Folders that are there, or not, as a test says. A bookmark is their path with a number.
private final class FakeFolders: LentFolders, @unchecked Sendable {
    private let lock = NSLock()
    private var heard: [String] = []
    var gives = true
    var gone = false
    var stale = false
    var refuses = false
    var number = 1
    /// What another program does at a place before ours is written.
    var before: (@Sendable (URL) -> Void)?
    /// What is read there in place of what is there.
    var reads: (@Sendable (URL) -> Data?)?
    var givenBack: (@Sendable () -> Void)?

    var told: [String] { lock.withLock { heard } }

    private func tell(_ what: String) { lock.withLock { heard.append(what) } }

    func bookmark(_ folder: URL) -> Data? {
        tell("bookmarked")
        return gives ? Data("\(number) \(folder.path)".utf8) : nil
    }

    func folder(_ bookmark: Data) -> (place: URL, stale: Bool)? {
        let path = String(decoding: bookmark, as: UTF8.self).split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
        return gone ? nil : (URL(fileURLWithPath: path, isDirectory: true), stale)
    }

    func lent<Value>(_ folder: URL, _ act: () -> Value?) -> Value? {
        tell("lent \(folder.lastPathComponent)")
        defer {
            tell("given back")
            givenBack?()
        }
        return act()
    }

    func writing<Value>(_ place: URL, _ act: (URL) -> Value?) -> Value? {
        if refuses { return nil }
        before?(place)
        before = nil
        return act(place)
    }

    func bytes(_ place: URL) -> Data? { reads.map { $0(place) } ?? FileManager.default.contents(atPath: place.path) }
}
