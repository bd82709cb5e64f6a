import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// What a script cannot follow: words that are made at random, and the file that leaves.
@MainActor
@Suite("The Backup screen over a real diary")
struct BackupOverARealDiaryTests {
    private let place: Folder
    private let vault = FakeVault()
    private let diary: OpenDiary
    private let copied = Copied()

    /// What was put where another app can paste it. Everything of a test runs where it is called.
    private final class Copied: @unchecked Sendable {
        var text: String?
    }

    init() throws {
        place = try Folder()
        try FileManager.default.createDirectory(atPath: place.path("outbox"), withIntermediateDirectories: true)
        diary = try OpenDiary.create(path: place.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
    }

    private var path: String { place.path("my.diary") }

    /// The diary, and something that happens once its backup is written.
    private final class WrittenDiary: OpenDiary, @unchecked Sendable {
        var written: (@Sendable () -> Void)?

        override func sealBackup(path: String, watcher: Watcher?, now: Moment) throws -> BackupWritten {
            defer { written?() }
            return try super.sealBackup(path: path, watcher: watcher, now: now)
        }
    }

    private func screen(over other: OpenDiary? = nil) -> Store<BackupState, BackupEvent, BackupEffect> {
        var phone = Phone(outbox: place.path("outbox"))
        phone.saveAs = { [saved = place.path("saved.backup")] from, _, _ in
            (try? FileManager.default.copyItem(atPath: from, toPath: saved)) != nil
        }
        phone.copy = { [copied] in copied.text = $0 }
        let env = Env(
            diary: other ?? diary, now: { evening }, phone: phone, work: { $0() }, home: { act in MainActor.assumeIsolated { act() } },
            doorway: Doorway(path: path, vault: vault.vault))
        let store = env.store(backupFeature(env))
        store.send(.shown)
        return store
    }

    private func opens(_ words: String) -> Bool { (try? keyFromPassphrase(path: path, passphrase: words)) != nil }

    private func right(_ check: WordsCheck) -> BackupEvent { .wordsChecked(check.asked.map { check.words.each[$0 - 1] }) }

    @Test("the file that leaves opens with the words and none is left here")
    func saved() throws {
        let screen = screen()
        screen.send(.saveAsked)
        guard case .saved = screen.state.saving else {
            Issue.record("no backup was saved")
            return
        }
        let contents = try openBackup(path: place.path("saved.backup"), passphrase: passphrase).contents()
        #expect(contents.madeAtMs == evening.epochMs)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("outbox")) == [])
    }

    @Test("broken off while it is written, it leaves no file and no note, and the next one is whole")
    func brokenOff() throws {
        let screen = screen()
        var seen: [TidemarkLogic.Progress] = []
        screen.watcher = { state in
            guard case .writing(_, let progress?, false) = state.saving, seen.isEmpty else { return }
            seen.append(progress)
            screen.send(.breakOffAsked)
        }
        screen.send(.saveAsked)
        #expect(screen.state.saving == .brokenOff)
        #expect(seen.count == 1 && seen.allSatisfy { $0.done < $0.total })
        #expect(!place.has("saved.backup"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("outbox")) == [])
        #expect(try diary.records(kind: .backupRecord, span: Span()).isEmpty)
        #expect(try diary.today(now: evening).daysSinceBackup == nil)
        screen.watcher = nil
        screen.send(.saveAsked)
        guard case .saved = screen.state.saving else {
            Issue.record("\(screen.state.saving)")
            return
        }
        #expect(place.has("saved.backup"))
    }

    @Test("broken off after its last part, it is not offered to any place")
    func brokenOffLate() throws {
        let late = WrittenDiary(unsafeFromHandle: diary.uniffiCloneHandle())
        let screen = screen(over: late)
        late.written = { @Sendable in MainActor.assumeIsolated { screen.send(.breakOffAsked) } }
        screen.send(.saveAsked)
        #expect(screen.state.saving == .brokenOff)
        #expect(!place.has("saved.backup"))
        #expect(try diary.records(kind: .backupRecord, span: Span()).isEmpty)
    }

    @Test("new words hold only once they were checked")
    func newWords() throws {
        let screen = screen()
        screen.send(.newWordsAsked)
        screen.send(.presentWordsGiven(RecoveryWords(passphrase)))
        let check = try #require(screen.state.words.onScreen)
        #expect(check.words.each.count == 7)
        // Shown and not checked: the present ones still hold.
        #expect(opens(passphrase) && !opens(check.words.text))
        screen.send(.wordsChecked(["no", "no"]))
        #expect(screen.state.words.onScreen?.wrong == check.asked)
        #expect(opens(passphrase) && !opens(check.words.text))
        screen.send(right(check))
        #expect(screen.state.words == .changed)
        #expect(opens(check.words.text) && !opens(passphrase))
    }

    @Test("the device lets go of the words when they were checked and not before")
    func letGo() throws {
        vault.words = passphrase
        let screen = screen()
        screen.send(.wordsAsked)
        screen.send(.copyAsked)
        #expect(copied.text == passphrase)
        let check = try #require(screen.state.words.onScreen)
        screen.send(.wordsChecked(["x", "x"]))
        #expect(vault.words == passphrase)
        screen.send(right(check))
        #expect(screen.state.words == .checked)
        #expect(vault.words == nil)
    }

    @Test("kept words that do not open this diary are never shown as its words")
    func ofAnother() {
        vault.words = "words of another diary"
        let screen = screen()
        #expect(screen.state.words == .waiting)
        screen.send(.wordsAsked)
        #expect(screen.state.words == .known)
        // They may be the only way into a diary that a restore set aside.
        #expect(vault.words == "words of another diary")
    }
}
