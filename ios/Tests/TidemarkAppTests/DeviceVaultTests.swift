import Foundation
import Testing
import TidemarkLogic

@testable import TidemarkApp

/// The claims of Android's `DeviceVaultTest`, over keys in memory.
@Suite("The key on this phone")
struct DeviceVaultTests {
    private let scratch: Scratch
    private let diary: URL
    private let keys = FakeKeys()
    private let unlocked = Switch(true)
    private let canAsk = Switch(true)
    private let vault: DeviceVault
    private let key = Data((0..<32).map { UInt8(($0 * 7 + 1) & 0xff) })

    init() throws {
        let made = try Scratch()
        scratch = made
        diary = made.folder.appending(path: "my.diary")
        try FileManager.default.createDirectory(at: diary, withIntermediateDirectories: true)
        let count = Count()
        vault = DeviceVault(
            keys: keys, sealing: FakeSealing(), diary: diary.path, heldWords: made.folder.appending(path: "held-words.json"),
            newAlias: { "\($0)\(count.next())" }, unlocked: { [unlocked] in unlocked.on }, canAsk: { [canAsk] in canAsk.on })
    }

    private var file: URL { diary.appending(path: "device.key") }
    private var text: String { get throws { try String(contentsOf: file, encoding: .utf8) } }
    private var opened: Data? {
        if case .key(let bytes) = vault.unseal(diary.path) { bytes } else { nil }
    }

    @Test("what was sealed is unsealed, and neither half holds it")
    func sealed() throws {
        #expect(vault.seal(key, diary.path))
        #expect(opened == key)
        #expect(keys.asked == 0)
        #expect(try !text.contains(key.base64EncodedString()))
        #expect(try text.contains("\"min_reader\" : 1"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: diary.path) == ["device.key"])
        #expect(keys.names == ["tidemark-diary-0"])
    }

    @Test("a file that Android wrote is read: its names are the same")
    func android() throws {
        let made = try #require(FakeSealing().seal(key, with: Data(repeating: 1, count: 32)))
        #expect(keys.make("tidemark-diary-x", asksPerson: false))
        try Data(
            """
            {"format": "tidemark-device-key", "version": 1, "min_reader": 1, "alias": "tidemark-diary-x", "asks_person": false,
             "iv": "\(made.iv.base64EncodedString())", "wrapped": "\(made.bytes.base64EncodedString())"}
            """.utf8
        ).write(to: file)
        #expect(opened == key)
    }

    @Test("a lock that asks takes a face, a finger or the code at each use")
    func asks() {
        let lock = vault.vault()
        #expect(lock.seal(key, diary.path))
        #expect(!lock.asksPerson())
        #expect(lock.setAsksPerson(true, diary.path))
        #expect(lock.asksPerson())
        #expect(keys.isBound("tidemark-diary-1"))
        // Once: what was bound was had back before the unbound one went.
        #expect(keys.asked == 1)
        #expect(opened == key)
        #expect(keys.asked == 2)
        #expect(lock.setAsksPerson(false, diary.path))
        #expect(keys.names == ["tidemark-diary-2"])
        #expect(!keys.isBound("tidemark-diary-2"))
    }

    @Test("a phone without a code has no such lock")
    func cannotAsk() {
        #expect(vault.seal(key, diary.path))
        canAsk.on = false
        #expect(!vault.setAsksPerson(true, diary.path))
        #expect(!vault.asksPerson())
    }

    @Test("who opens with the words once takes no lock off")
    func words() throws {
        #expect(vault.seal(key, diary.path))
        #expect(vault.setAsksPerson(true, diary.path))
        let before = try text
        keys.answer = .turnedBack
        #expect(!vault.seal(key, diary.path))
        #expect(vault.asksPerson())
        #expect(try text == before)
        keys.answer = nil
        #expect(vault.seal(key, diary.path))
        #expect(vault.asksPerson())
        #expect(vault.seal(Data(repeating: 9, count: 32), diary.path))
        #expect(vault.asksPerson())
        #expect(opened == Data(repeating: 9, count: 32))
    }

    @Test("turning back leaves everything as it was")
    func turnedBack() throws {
        #expect(vault.seal(key, diary.path))
        let before = try text
        keys.answer = .turnedBack
        #expect(!vault.setAsksPerson(true, diary.path))
        #expect(try text == before)
        #expect(keys.names == ["tidemark-diary-0"])
        #expect(opened == key)
    }

    @Test("no answer of the device is a reason for a new diary")
    func answers() throws {
        #expect(vault.unseal(diary.path) == .none)
        #expect(vault.seal(key, diary.path))
        #expect(vault.setAsksPerson(true, diary.path))
        let whole = try text
        for (answer, means) in [
            (Fetched.turnedBack, Unsealed.turnedBack), (.notNow, .notNow), (.noScreenLock, .gone), (.missing, .gone),
            // Another key than the one that wrapped it.
            (.key(Data(repeating: 77, count: 32)), .gone),
        ] {
            keys.answer = answer
            #expect(vault.unseal(diary.path) == means)
        }
        keys.answer = nil
        unlocked.on = false
        #expect(vault.unseal(diary.path) == .notNow)
        unlocked.on = true
        keys.lose()
        #expect(vault.unseal(diary.path) == .gone)
        #expect(try text == whole)
    }

    @Test("a file cut anywhere, of a newer version or with a byte of the key changed is gone")
    func cut() throws {
        #expect(vault.seal(key, diary.path))
        let whole = try Data(contentsOf: file)
        // The last byte is the line's end, which JSON does not need.
        for length in 0..<whole.count - 1 {
            try whole.prefix(length).write(to: file)
            #expect(vault.unseal(diary.path) == .gone, "\(length) bytes")
        }
        let said = try #require(String(data: whole, encoding: .utf8))
        try Data(said.replacing("\"min_reader\" : 1", with: "\"min_reader\" : 2").utf8).write(to: file)
        #expect(vault.unseal(diary.path) == .gone)
        let wrapped = try #require(said.firstMatch(of: /"wrapped" : "(.)/))
        try Data(said.replacing("\"wrapped\" : \"\(wrapped.1)", with: "\"wrapped\" : \"\(wrapped.1 == "A" ? "B" : "A")").utf8).write(to: file)
        #expect(vault.unseal(diary.path) == .gone)
        try Data(count: 20_000).write(to: file)
        #expect(vault.unseal(diary.path) == .gone)
    }

    @Test("a sealing that cannot be written leaves the one before")
    func unwritten() throws {
        #expect(vault.seal(key, diary.path))
        // A folder in the way of the file beside it: nobody can write there.
        let beside = diary.appending(path: "device.key.part/inside")
        try FileManager.default.createDirectory(at: beside, withIntermediateDirectories: true)
        #expect(!vault.seal(Data(count: 32), diary.path))
        #expect(opened == key)
        #expect(keys.names == ["tidemark-diary-0"])
        #expect(!vault.seal(key, scratch.folder.appending(path: "nowhere").path))
    }

    @Test("keys that a broken off sealing, or a deleted app, left go with the next")
    func leftOver() {
        #expect(vault.seal(key, diary.path))
        #expect(keys.make("tidemark-diary-left", asksPerson: false))
        #expect(keys.make("of another part", asksPerson: false))
        #expect(opened == key)
        #expect(vault.seal(key, diary.path))
        #expect(keys.names == ["of another part", "tidemark-diary-1"])
    }

    @Test("after the app was deleted and installed again its keys open nothing, and no diary is made of that")
    func reinstalled() throws {
        #expect(vault.seal(key, diary.path))
        try FileManager.default.removeItem(at: file)
        #expect(vault.unseal(diary.path) == .none)
        #expect(keys.names == ["tidemark-diary-0"])
    }

    @Test("on a locked phone nothing is sealed, changed or taken for lost, and a lock that may be there is taken to be")
    func lockedPhone() throws {
        #expect(vault.seal(key, diary.path))
        #expect(vault.setAsksPerson(true, diary.path))
        let before = try text
        unlocked.on = false
        #expect(!vault.seal(Data(count: 32), diary.path))
        #expect(!vault.setAsksPerson(false, diary.path))
        #expect(!vault.vault().holdWords("some words", diary.path))
        #expect(try text == before)
    }

    @Test("the words of a new diary are kept until they are let go of and no longer")
    func held() throws {
        let lock = vault.vault()
        let words = "abandon ability able about above absent absorb"
        #expect(lock.heldWords(diary.path) == nil)
        #expect(lock.holdWords(words, diary.path))
        #expect(lock.seal(key, diary.path))
        #expect(lock.heldWords(diary.path) == words)
        #expect(opened == key)
        let kept = scratch.folder.appending(path: "held-words.json")
        #expect(try !String(contentsOf: kept, encoding: .utf8).contains("abandon"))
        unlocked.on = false
        #expect(lock.heldWords(diary.path) == nil)
        unlocked.on = true
        lock.forgetWords(diary.path)
        #expect(!FileManager.default.fileExists(atPath: kept.path))
        #expect(lock.heldWords(diary.path) == nil)
        #expect(keys.names == ["tidemark-diary-1"])
        #expect(opened == key)
    }

    @Test("a device that keeps no keys says so")
    func refuses() {
        keys.refuses = true
        #expect(!vault.seal(key, diary.path))
        #expect(!vault.vault().holdWords("some words", diary.path))
        #expect(scratch.names == ["my.diary"])
    }

    @Test("a key file that cannot be understood is not asked to change")
    func unreadable() throws {
        #expect(!vault.setAsksPerson(true, diary.path))
        try Data("{}".utf8).write(to: file)
        #expect(!vault.setAsksPerson(true, diary.path))
        #expect(!vault.setAsksPerson(false, diary.path))
        #expect(try text == "{}")
    }

    // The numbers are those of Security/SecBase.h.
    @Test("only an item that is not there is lost; what else the keychain says may pass")
    func keychain() {
        #expect(Fetched(refused: -25300) == .missing)
        #expect(Fetched(refused: -128) == .turnedBack)
        #expect(Fetched(refused: -25293) == .turnedBack)
        for passing in [Int32(-25308), -25291, -34018, -25299, -50] { #expect(Fetched(refused: passing) == .notNow) }
    }
}

extension Unsealed: Equatable {
    public static func == (one: Unsealed, other: Unsealed) -> Bool {
        switch (one, other) {
        case (.key(let one), .key(let other)): one == other
        case (.none, .none), (.turnedBack, .turnedBack), (.notNow, .notNow), (.gone, .gone): true
        default: false
        }
    }
}

final class Count: @unchecked Sendable {
    private let lock = NSLock()
    private var count = -1

    func next() -> Int {
        lock.withLock {
            count += 1
            return count
        }
    }
}
