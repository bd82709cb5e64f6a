import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// A lost phone, an open diary, one that does not open, and a file cut short.
@MainActor
@Suite("The way back over the real library")
struct RestoreOverARealDiaryTests {
    private typealias Screen = Store<RestoreState, RestoreEvent, RestoreEffect>

    private let place: Folder
    private let vault = FakeVault()
    private let words = RecoveryWords(passphrase)

    init() throws { place = try Folder() }

    private var path: String { place.path("my.diary") }

    /// A backup of one check-in, made by another phone.
    private func backUp() throws {
        let other = try OpenDiary.create(path: place.path("other.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
        _ = try other.saveCheckIn(draft: rated(6), now: evening)
        _ = try other.backup(path: place.path("my.backup"), place: nil, watcher: nil, now: evening)
        try other.shut()
        try FileManager.default.removeItem(atPath: place.path("other.diary"))
    }

    private func screen(_ diary: OpenDiary?, here: Bool) -> Screen {
        var phone = Phone(outbox: place.url.path)
        phone.chooseFile = { [file = place.path("my.backup")] _ in ChosenFile(path: file, name: "my.backup") }
        let work = RestoreWork(diary: diary, doorway: Doorway(path: path, vault: vault.vault), phone: phone, now: { evening })
        return Store(restoreFeature(work, here: here), work: { $0() }, home: { act in MainActor.assumeIsolated { act() } })
    }

    /// What is in the file is on the screen.
    private func looked(_ screen: Screen) -> Screen {
        screen.send(.fileAsked)
        screen.send(.wordsGiven(words))
        #expect(screen.state.step == .contents)
        return screen
    }

    private func entries() throws -> Int {
        let diary = try OpenDiary.openWithKey(path: path, key: try #require(vault.key))
        defer { try? diary.shut() }
        return try diary.entries(span: Span()).count
    }

    @Test("a lost phone gets everything back and the new one has its key")
    func lostPhone() throws {
        try backUp()
        let screen = looked(screen(nil, here: false))
        screen.send(.wayChosen(.replace))
        #expect(screen.state.done == .replaced(kept: false))
        #expect(screen.state.words == nil)
        #expect(try entries() == 1)
        // The door finds a diary now, and opens it without words.
        let door = try DoorScreen(place, vault: vault).send(.shown)
        try #require(door.state.opened).diary.shut()
    }

    @Test("what replaces an open diary keeps its last state as a snapshot")
    func snapshot() throws {
        let diary = try OpenDiary.create(path: path, passphrase: passphrase, rolloverMin: nil, now: evening)
        _ = try diary.saveCheckIn(draft: rated(3), now: evening)
        _ = try diary.backup(path: place.path("my.backup"), place: nil, watcher: nil, now: evening)
        _ = try diary.saveCheckIn(draft: rated(9), now: evening)
        let key = try keyFromPassphrase(path: path, passphrase: passphrase)
        vault.key = key
        // Words that the device kept for this diary, which is replaced and not set aside.
        vault.words = passphrase
        let screen = looked(screen(diary, here: true))
        screen.send(.wayChosen(.replace))
        #expect(screen.state.refused == .newerEntries(1))
        #expect(screen.state.shut)
        #expect(try entries() == 2)
        #expect(vault.words == passphrase)
        screen.send(.wayChosen(.replaceAll))
        #expect(screen.state.step == .done)
        #expect(vault.words == nil)
        #expect(try entries() == 1)
        #expect(try OpenDiary.openSnapshot(path: path, key: key).entries(span: Span()).count == 2)
        #expect(try examine(path: path, key: key).whole)
    }

    @Test("a diary that does not open is not replaced unasked and then set aside whole")
    func setAside() throws {
        try backUp()
        let lost = "words that are lost"
        let diary = try OpenDiary.create(path: path, passphrase: lost, rolloverMin: nil, now: evening)
        _ = try diary.saveCheckIn(draft: rated(2), now: evening)
        try diary.shut()
        let before = try place.bytes("my.diary/diary.db")
        let screen = looked(screen(nil, here: true))
        for way in [RestoreState.Way.replace, .merge] {
            screen.send(.wayChosen(way))
            #expect(screen.state.refused == .notCompared)
            #expect(try place.bytes("my.diary/diary.db") == before)
        }
        vault.words = lost
        screen.send(.wayChosen(.replaceAll))
        #expect(screen.state.done == .replaced(kept: true))
        // They open what was set aside, and nobody else may have them.
        #expect(vault.words == lost)
        #expect(try entries() == 1)
        #expect(try place.bytes("my.diary.former/diary.db") == before)
    }

    @Test("a file cut short is named and changes nothing")
    func cutShort() throws {
        try backUp()
        let whole = try place.bytes("my.backup")
        try whole.prefix(whole.count / 2).write(to: place.url.appending(path: "my.backup"))
        let screen = screen(nil, here: false)
        screen.send(.fileAsked)
        screen.send(.wordsGiven(words))
        guard case .damaged = screen.state.refused else {
            Issue.record("\(String(describing: screen.state.refused))")
            return
        }
        #expect(screen.state.step == .file)
        #expect(!place.has("my.diary"))
    }

    @Test("broken off on its way, it leaves the diary that was here, and can be done again")
    func brokenOff() throws {
        let diary = try OpenDiary.create(path: path, passphrase: passphrase, rolloverMin: nil, now: evening)
        _ = try diary.saveCheckIn(draft: rated(3), now: evening)
        _ = try diary.backup(path: place.path("my.backup"), place: nil, watcher: nil, now: evening)
        _ = try diary.saveCheckIn(draft: rated(9), now: evening)
        vault.key = try keyFromPassphrase(path: path, passphrase: passphrase)
        let screen = looked(screen(diary, here: true))
        let before = try FileManager.default.contentsOfDirectory(atPath: place.url.path).sorted()
        for way in [RestoreState.Way.replaceAll, .merge] {
            var seen: [TidemarkLogic.Progress] = []
            screen.watcher = { state in
                guard let progress = state.progress, !state.breakingOff else { return }
                seen.append(progress)
                screen.send(.breakOffAsked)
            }
            screen.send(.wayChosen(way))
            #expect(screen.state.step == .contents && screen.state.refused == .brokenOff && screen.state.shut)
            #expect(screen.state.progress == nil && !screen.state.breakingOff)
            #expect(seen.count == 1)
            #expect(try entries() == 2)
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.url.path).sorted() == before)
        }
        screen.watcher = nil
        screen.send(.wayChosen(.replaceAll))
        #expect(screen.state.done == .replaced(kept: false))
        #expect(try entries() == 1)
    }

    @Test("opening a file is not broken off, and neither is what is over")
    func notBrokenOff() {
        let some = TidemarkLogic.Progress(done: 1, total: 2)
        let file = ChosenFile(path: "/a", name: "a")
        let contents = BackupContents(madeAtMs: 0, period: nil, program: "", tables: [])
        func after(_ events: RestoreEvent...) -> RestoreState { events.reduce(RestoreState(here: true)) { reduce($0, $1).state } }
        let opening = after(.fileChosen(file), .wordsGiven(words))
        let looked = after(.fileChosen(file), .wordsGiven(words), .opened(contents))
        for state in [RestoreState(), opening, looked] {
            #expect(reduce(state, .breakOffAsked) == Next(state))
            #expect(reduce(state, .progressed(run: 0, some)) == Next(state))
        }
        let applying = reduce(looked, .wayChosen(.replace)).state
        #expect(applying.run == 1)
        #expect(reduce(applying, .progressed(run: 2, some)) == Next(applying))
        let asked = reduce(reduce(applying, .progressed(run: 1, some)).state, .breakOffAsked)
        #expect(asked.effects == [.breakOff(run: 1)] && asked.state.breakingOff && asked.state.progress == some)
        #expect(reduce(asked.state, .breakOffAsked) == Next(asked.state))
        // The next one begins anew, and is another.
        let again = reduce(reduce(asked.state, .stopped(.brokenOff)).state, .wayChosen(.merge)).state
        #expect(again.run == 2 && again.progress == nil && !again.breakingOff && again.refused == nil)
    }
}
