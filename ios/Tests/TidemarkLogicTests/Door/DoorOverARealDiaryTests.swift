import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// What is made, what opens, and what never does.
@MainActor
@Suite("The door over the real library")
struct DoorOverARealDiaryTests {
    private let place: Folder
    private let words = RecoveryWords(passphrase)

    init() throws { place = try Folder() }

    private func open(_ screen: DoorScreen) throws -> DoorState.Open { try #require(screen.state.opened) }

    @Test("a place without a folder is the only first launch and a rating is possible before any question")
    func firstLaunch() throws {
        let screen = try DoorScreen(place).send(.shown)
        #expect(screen.state == .noDiary(DoorState.NoDiary()))
        screen.send(.begun(setUp: false))
        let first = try open(screen)
        #expect(!first.setUp)
        _ = try first.diary.saveCheckIn(draft: rated(6), now: evening)
        // The device has the key, and the words until they are written down: seven of them open the diary.
        #expect(screen.vault.key?.count == 32)
        #expect(try #require(screen.vault.words).split(separator: " ").count == 7)
        try first.diary.shut()
        screen.vault.key = nil
        #expect(try open(screen.send(.shown)).diary.entries(span: Span()).count == 1)
    }

    @Test("a device that cannot keep words shows them before anything is written")
    func wordsFirst() throws {
        let screen = try DoorScreen(place)
        screen.vault.keepsWords = false
        screen.vault.keepsKeys = false
        screen.send(.shown, .begun(setUp: true))
        let check = try #require(screen.state.none?.words)
        #expect(!screen.has("my.diary"))
        // Wrong words write nothing either.
        screen.send(.wordsChecked(["nothing", "nothing"]))
        #expect(screen.state.none?.words?.wrong == check.asked)
        #expect(!screen.has("my.diary"))
        screen.send(.wordsChecked(check.asked.map { "  " + check.words.each[$0 - 1].uppercased() }))
        #expect(try open(screen).setUp)
        // The next start asks for them.
        try open(screen).diary.shut()
        screen.send(.shown)
        #expect(screen.state.why == .noKey)
        screen.send(.wordsAsked, .wordsGiven(check.words))
        _ = try open(screen)
    }

    @Test("the key of the device opens the diary and is wiped")
    func wiped() throws {
        let screen = try DoorScreen(place).withDiary()
        // Memory that the test can look at once the door is done with it.
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 32, alignment: 1)
        defer { memory.deallocate() }
        memory.copyBytes(from: try #require(screen.vault.key))
        nonisolated(unsafe) let given = try #require(memory.baseAddress)
        screen.vault.answers = { .key(Data(bytesNoCopy: given, count: 32, deallocator: .none)) }
        _ = try open(screen.send(.shown))
        #expect(Array(memory) == [UInt8](repeating: 0, count: 32))
    }

    @Test("a missing key never begins a new diary and the words open the old one")
    func missingKey() throws {
        let screen = try DoorScreen(place).withDiary()
        let before = try screen.files()
        let answers: [(Unsealed, Why)] = [(.none, .noKey), (.gone, .keyGone), (.turnedBack, .turnedBack), (.notNow, .notNow)]
        for (answer, why) in answers {
            screen.vault.answers = { answer }
            screen.send(.shown)
            #expect(screen.state.why == why)
            // Beginning is no event of this state: it makes nothing and changes nothing.
            screen.send(.begun(setUp: false))
            #expect(screen.state.why == why)
            #expect(try screen.files() == before)
        }
        screen.send(.wordsAsked, .wordsGiven(RecoveryWords("not these")))
        #expect(screen.state.shut?.wrongWords == true)
        #expect(screen.state.shut?.asks == .diary)
        screen.vault.key = nil
        screen.send(.wordsGiven(words))
        _ = try open(screen)
        #expect(screen.vault.key?.count == 32)
    }

    @Test("an empty folder and a missing file are no first launch")
    func emptyFolder() throws {
        let empty = try DoorScreen(place)
        try FileManager.default.createDirectory(at: empty.folder, withIntermediateDirectories: true)
        empty.vault.key = Data(count: 32)
        empty.send(.shown)
        #expect(empty.state.why == .missing)
        // An archive with nothing in it is no copy.
        empty.send(.exportAsked)
        #expect(empty.state.shut?.notice == .notExported)
        empty.vault.key = nil
        empty.send(.shown)
        #expect(empty.state.why == .noKey)
        #expect(try empty.files() == [:])
    }

    @Test("an empty database file is damage and stays")
    func emptyFile() throws {
        let screen = try DoorScreen(place).withDiary()
        try Data().write(to: screen.folder.appending(path: "diary.db"))
        let before = try screen.files()
        screen.send(.shown)
        #expect(screen.state.why == .damaged)
        #expect(screen.state.shut?.offers == [.snapshot, .restore, .export, .tryAgain])
        screen.send(.begun(setUp: false), .shown)
        #expect(try screen.files() == before)
    }

    @Test("a damaged beginning is named with what is possible and the snapshot opens to be read")
    func damagedBeginning() throws {
        let screen = try DoorScreen(place).withDiary().send(.shown)
        let diary = try open(screen).diary
        _ = try diary.saveCheckIn(draft: rated(6), now: evening)
        _ = try diary.lookAfter(now: evening)
        try diary.shut()
        let file = screen.folder.appending(path: "diary.db")
        var bytes = try Data(contentsOf: file)
        for at in 0..<64 { bytes[at] ^= 0xff }
        try bytes.write(to: file)
        let before = try screen.files()
        screen.send(.shown)
        // The store gives one answer for a wrong key and for a damaged first page.
        #expect(screen.state.why == .keyOrFile)
        screen.send(.snapshotAsked)
        #expect(try open(screen).snapshotOf == LogicalDate("2026-11-24"))
        #expect(try open(screen).diary.entries(span: Span()).count == 1)
        let shown = try open(screen).diary
        #expect(reply { try shown.saveCheckIn(draft: rated(1), now: evening) }.problem == .other(reason: "a snapshot can only be read"))
        #expect(try screen.files() == before)
        // Without the device's key the words open it as well.
        screen.vault.answers = { .gone }
        screen.send(.shown, .snapshotAsked)
        #expect(screen.state.shut?.asks == .snapshot)
        screen.send(.wordsGiven(words))
        #expect(try open(screen).snapshotOf == LogicalDate("2026-11-24"))
    }

    @Test("a diary of a newer version stays as it is and asks for an update")
    func newer() throws {
        let screen = try DoorScreen(place).withDiary()
        try raiseSchema(screen.folder.appending(path: "diary.db"), key: try #require(screen.vault.key), schema: 999)
        let before = try screen.files()
        screen.send(.shown)
        #expect(screen.state.why == .newer)
        screen.send(.begun(setUp: false), .shown)
        #expect(screen.state.why == .newer)
        // What the library only lays beside it, such as its lock, is not the diary.
        #expect(try screen.files().filter { before[$0.key] != nil } == before)
    }

    @Test("a diary that came meanwhile is not written over")
    func meanwhile() throws {
        let screen = try DoorScreen(place).send(.shown)
        #expect(screen.state == .noDiary(DoorState.NoDiary()))
        let key = try #require(try screen.withDiary().vault.key)
        screen.send(.begun(setUp: false))
        _ = try open(screen)
        #expect(screen.vault.key == key)
        #expect(screen.vault.words == nil)
    }

    @Test("a restore that was cut off between its two names is no first launch")
    func cutOff() throws {
        let screen = try DoorScreen(place).withDiary()
        // The names of the store's protocol: the new one is whole and named, nothing is in place yet.
        let waiting = place.url.appending(path: ".my.diary.restored")
        try FileManager.default.moveItem(at: screen.folder, to: waiting)
        try open(screen.send(.shown)).diary.shut()
        // The library puts it in place only when it looks whole. One that does not is no reason to begin anew.
        try FileManager.default.moveItem(at: screen.folder, to: waiting)
        try Data().write(to: waiting.appending(path: "diary.db"))
        screen.send(.shown)
        #expect(screen.state.why == .missing)
        screen.send(.begun(setUp: false))
        #expect(!screen.has("my.diary"))
    }

    @Test("bindings of another build are one sentence and nothing is touched")
    func mismatched() throws {
        struct Mismatch: Error {}
        let screen = try DoorScreen(place, firstCall: { throw Mismatch() }).withDiary().send(.shown)
        #expect(screen.state == .mismatched)
        #expect(screen.vault.asked == 0)
    }

    @Test("locking shuts the diary and the device's key opens it again")
    func locking() throws {
        let screen = try DoorScreen(place).withDiary().send(.shown)
        let diary = try open(screen).diary
        screen.send(.lockAsked)
        #expect(screen.state.why == .shut)
        #expect(reply { try diary.today(now: evening) }.problem == .shut)
        _ = try open(screen.send(.shown))
    }

    @Test("what stands behind the door locks it and comes back to it")
    func doorway() throws {
        let screen = try DoorScreen(place).withDiary().send(.shown)
        let env = screen.env.opened(try open(screen).diary) { screen.send($0) }
        #expect(env.doorway.path == screen.folder.path)
        env.doorway.lock()
        #expect(screen.state.why == .shut)
        env.doorway.reopen()
        _ = try open(screen)
    }
}
