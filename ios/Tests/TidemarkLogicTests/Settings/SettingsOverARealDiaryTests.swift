import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// Settings over the real library and a device's lock in memory: what a script cannot follow.
@MainActor
@Suite("The settings over a real diary")
struct SettingsOverARealDiaryTests {
    /// What was asked of the world, in order.
    private final class Told: @unchecked Sendable { var acts: [String] = [] }

    private typealias Screen = Store<SettingsState, SettingsEvent, SettingsEffect>

    private let folder: Folder
    private let diary: OpenDiary
    private let vault = FakeVault()
    private let told = Told()
    private let env: Env

    init() throws {
        folder = try Folder()
        let path = folder.path("my.diary")
        diary = try OpenDiary.create(path: path, passphrase: passphrase, rolloverMin: nil, now: evening)
        try FileManager.default.createDirectory(atPath: folder.path("outbox"), withIntermediateDirectories: true)
        vault.words = passphrase
        var doorway = Doorway(path: path, vault: vault.vault)
        doorway.reopen = { [told, vault] in told.acts.append("reopened \(vault.words ?? "without words")") }
        var phone = Phone(outbox: folder.path("outbox"))
        phone.saveAs = { [told] path, name, type in
            told.acts.append("saved \(name) \(type) \((try? Data(contentsOf: URL(filePath: path)))?.prefix(2) == Data("PK".utf8))")
            return true
        }
        phone.rearmReminders = { [told] in told.acts.append("rearmed") }
        phone.leaveCopyFolder = { [told] in told.acts.append("left the folder") }
        env = directEnv(diary, phone: phone, doorway: doorway)
    }

    private func screen() -> Screen {
        let screen = env.store(settingsFeature(env))
        screen.send(.shown)
        return screen
    }

    @Test("erasing needs the whole word, and then nothing is left")
    func erase() {
        let screen = screen()
        screen.send(.eraseAsked)
        for (typed, word) in [("", "erase"), ("eras", "erase"), ("erase everything", "erase"), ("", ""), (" ", "")] {
            // A word that a translation forgot erases nothing either.
            screen.send(.eraseTyped(typed))
            screen.send(.eraseConfirmed(word: word))
            #expect(screen.state.erasing?.wrong == true)
            #expect(folder.has("my.diary/diary.db"))
        }
        screen.send(.eraseTyped(" Erase "))
        #expect(screen.state.erasing?.wrong == false)
        screen.send(.eraseConfirmed(word: "erase"))
        #expect(!folder.has("my.diary"))
        #expect(vault.words == nil)
        #expect(told.acts == ["left the folder", "rearmed", "reopened without words"])
    }

    @Test("words stay with the device until the diary is gone")
    func eraseRefused() throws {
        let fault = ShutRefused.over(diary)
        let env = directEnv(fault, phone: env.phone, doorway: env.doorway)
        let screen = env.store(settingsFeature(env))
        screen.send(.eraseAsked)
        screen.send(.eraseTyped("erase"))
        screen.send(.eraseConfirmed(word: "erase"))
        #expect(screen.state.erasing?.problem == .busy)
        #expect(folder.has("my.diary/diary.db"))
        #expect(vault.words == passphrase)
        #expect(told.acts == [])
    }

    @Test("what the phone knows of a reminder stands on the page on the clock of that day")
    func reminders() throws {
        let first = screen()
        first.send(.reminderAdded(clockMin: 21 * 60))
        #expect(told.acts == ["rearmed"])
        let id = try #require(first.state.reminders.first?.id)
        // 25 October 2026, 21:00 in Berlin after the clock went back; `date -u -d 2026-10-25T20:00Z +%s` is 1792958400.
        var phone = env.phone
        phone.reminderTimes = { [id: Rung(next: Due(1_792_958_400_000))] }
        let now = Moment(epochMs: 1_792_868_400_000, offsetS: 7200, zoneId: "Europe/Berlin")
        let env = directEnv(diary, phone: phone, doorway: env.doorway, now: { now })
        let screen = env.store(settingsFeature(env))
        screen.send(.shown)
        #expect(
            screen.state.reminders == [
                ReminderRow(
                    id: id, kind: "check_in", clockMin: 1260, days: Weekday.allCases.map(\.code), quiet: nil, active: true, last: nil,
                    next: Moment(epochMs: 1_792_958_400_000, offsetS: 3600, zoneId: "Europe/Berlin"))
            ])
        screen.send(.reminderMoved(id: id, clockMin: 7 * 60 + 5))
        screen.send(.reminderSwitched(id: id, on: false))
        #expect(screen.state.reminders.map { [$0.clockMin ?? -1, $0.active ? 1 : 0] } == [[425, 0]])
        #expect(told.acts == ["rearmed", "rearmed", "rearmed"])
    }

    @Test("no lock while only the device has the words")
    func wordsFirst() {
        let screen = screen()
        #expect(screen.state.lock == .wordsFirst)
        screen.send(.lockSwitched(on: true))
        #expect(!vault.asks)
        vault.words = nil
        screen.send(.shown)
        screen.send(.lockSwitched(on: true))
        #expect(vault.asks)
        #expect(screen.state.lock == .on)
    }

    @Test("a device that cannot lock says so and stays open")
    func cannotLock() {
        vault.words = nil
        vault.keepsKeys = false
        let screen = screen()
        screen.send(.lockSwitched(on: true))
        #expect(screen.state.notice == .lockNotTaken)
        #expect(screen.state.lock == .off)
    }

    @Test("everything leaves as tables and no file stays behind")
    func export() throws {
        let screen = screen()
        screen.send(.exportAsked)
        #expect(screen.state.notice == .exported)
        #expect(told.acts == ["saved tidemark-2026-11-24.zip application/zip true"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("outbox")) == [])
    }

    @Test(
        "a measure of one's own is named by the letters of its label, or numbered",
        arguments: [("Focus", "focus"), ("  Deep work! ", "deep_work"), ("Müde", "m_de"), ("集中", nil), ("2nd coffee", "nd_coffee"), ("9", nil)]
            as [(String, String?)])
    func own(label: String, id: String?) throws {
        let known = try diary.measures().count
        let screen = screen()
        screen.send(.ownAsked)
        screen.send(.ownTyped(OwnMeasure(label: label)))
        screen.send(.ownSaved)
        #expect(screen.state.own == nil)
        let made = try #require(screen.state.measures.last { measure in measure.label == filled(label) })
        #expect(made.id == id ?? "own_\(known + 1)")
        #expect(made.daily && made.active && made.frame == .dayOverall && made.maxMilli == 10_000)
    }
}

/// A diary that cannot be shut now.
private final class ShutRefused: OpenDiary, @unchecked Sendable {
    static func over(_ real: OpenDiary) -> ShutRefused { ShutRefused(unsafeFromHandle: real.uniffiCloneHandle()) }

    override func shut() throws { throw DiaryError.Busy }
}
