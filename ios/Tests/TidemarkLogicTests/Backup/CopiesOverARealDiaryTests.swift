import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// Copies into a folder over the real library: when one is made, what is noted of it, and what is not.
@MainActor
@Suite("Copies by themselves over a real diary")
struct CopiesOverARealDiaryTests {
    private let place: Folder
    private let vault = FakeVault()
    private let diary: OpenDiary
    private let shelf = Shelf()
    private let clock = Clock(evening)

    /// The folder of the person's, and what was put into it. Everything of a test runs where it is called.
    private final class Shelf: @unchecked Sendable {
        var name: String? = "Copies"
        var takes = true
        /// What happens while it takes one.
        var meanwhile: (@Sendable () -> Void)?
        var files: [String: Data] = [:]
        var seen: (Int?, [String]?) = (nil, nil)
    }

    /// What waits for its turn.
    private final class Waiting: @unchecked Sendable {
        var acts: [@Sendable () -> Void] = []
    }

    init() throws {
        place = try Folder()
        try FileManager.default.createDirectory(atPath: place.path("outbox"), withIntermediateDirectories: true)
        diary = try OpenDiary.create(path: place.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
    }

    /// As the app makes one for each opening of the diary.
    private var env: Env {
        var phone = Phone(outbox: place.path("outbox"))
        phone.copyFolder = { [shelf] in shelf.name }
        phone.leaveCopyFolder = { [shelf] in shelf.name = nil }
        phone.saveAs = { _, _, _ in true }
        phone.copyInto = { [shelf] path, name, _ in
            shelf.meanwhile?()
            if shelf.takes { shelf.files[name] = FileManager.default.contents(atPath: path) }
            return shelf.takes
        }
        return directEnv(
            diary, phone: phone, doorway: Doorway(path: place.path("my.diary"), vault: vault.vault), now: { [clock] in clock.now })
    }

    private func pass(days: Int64) { clock.now = clock.now.later(minutes: days * 24 * 60) }

    private func places() throws -> [String?] { try diary.records(kind: .backupRecord, span: Span()).map { $0.text("place") } }

    private func inOutbox() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: place.path("outbox")) }

    @Test("a copy is due without one, after a week, and after a clock that was ahead")
    func due() {
        let today = LogicalDate("2026-11-24")
        let cases: [(String?, Bool)] = [
            (nil, true), ("2026-11-24", false), ("2026-11-18", false), ("2026-11-17", true), ("2025-11-24", true), ("2026-11-25", false),
            ("2026-11-26", true),
        ]
        for (latest, due) in cases { #expect(copyDue(latest: latest.map { LogicalDate($0) }, today: today) == due, "\(latest ?? "none")") }
    }

    @Test("the first one is made at once and the next after a week, each a whole backup of its day")
    func weekly() throws {
        #expect(copyIfDue(env) == .copied)
        #expect(copyIfDue(env) == nil)
        pass(days: 6)
        #expect(copyIfDue(env) == nil)
        pass(days: 1)
        #expect(copyIfDue(env) == .copied)
        #expect(shelf.files.keys.sorted() == ["tidemark-2026-11-24.backup", "tidemark-2026-12-01.backup"])
        #expect(try places() == ["Copies", "Copies"] && inOutbox() == [])
        try shelf.files["tidemark-2026-12-01.backup"]?.write(to: place.url.appending(path: "a.backup"))
        #expect(try openBackup(path: place.path("a.backup"), passphrase: passphrase).contents().madeAtMs == clock.now.epochMs)
        #expect(try env.copies() == Copies(folder: "Copies", latest: LogicalDate("2026-12-01"), failed: false))
    }

    @Test("a file that was saved by hand, or lies in another folder, is no copy in this one")
    func others() throws {
        _ = try diary.backup(path: place.path("by-hand.backup"), place: nil, watcher: nil, now: evening)
        #expect(try env.copies()?.latest == nil)
        #expect(copyIfDue(env) == .copied)
        shelf.name = "Another"
        #expect(copyIfDue(env) == .copied)
        // Notes of one moment stand in either order.
        #expect(try Set(places()) == [nil, "Copies", "Another"])
    }

    @Test("one that did not get there leaves no note, is told until the diary is opened again, and is tried then")
    func failed() throws {
        let first = env
        shelf.takes = false
        #expect(copyIfDue(first) == .failed)
        #expect(try places() == [] && inOutbox() == [])
        #expect(try first.copies()?.failed == true)
        #expect(try env.copies()?.failed == false)
        // No note says that there is a backup.
        #expect(try diary.today(now: evening).daysSinceBackup == nil)
        shelf.takes = true
        #expect(copyIfDue(env) == .copied)
        #expect(copyNow(first) == .copied)
        #expect(try first.copies()?.failed == false)
    }

    @Test("while a folder takes one there is no note of it, and what is rated is not behind it")
    func slow() throws {
        let aside = Waiting()
        let env = Env(
            diary: diary, now: env.now, phone: env.phone, work: env.work, home: env.home, doorway: env.doorway, aside: { aside.acts.append($0) })
        let screen = env.store(backupFeature(env))
        screen.send(.shown)
        screen.send(.copyNowAsked)
        // The copy waits for its turn, and everything else went on.
        #expect(screen.state.copying && aside.acts.count == 1)
        screen.send(.saveAsked)
        #expect(try places() == [nil])
        shelf.meanwhile = { [diary, shelf, file = place.path("outbox")] in
            shelf.seen = (try? diary.records(kind: .backupRecord, span: Span()).count, try? FileManager.default.contentsOfDirectory(atPath: file))
        }
        aside.acts.removeFirst()()
        #expect(shelf.seen.0 == 1 && shelf.seen.1 == ["copy-tidemark-2026-11-24.backup"])
        #expect(!screen.state.copying)
        #expect(screen.state.copies == Copies(folder: "Copies", latest: LogicalDate("2026-11-24"), failed: false))
        #expect(try Set(places()) == [nil, "Copies"] && inOutbox() == [])
    }

    @Test("a copy that could not be noted is where it was to go, and the next opening makes another")
    func notNoted() throws {
        let refusing = RefusingDiary.over(diary)
        refusing.refused = .object(["call": .text("noteBackup"), "error": .text("NotNoted")])
        #expect(copyIfDue(directEnv(refusing, phone: env.phone, doorway: env.doorway)) == .copied)
        #expect(try places() == [] && shelf.files.count == 1)
        #expect(copyIfDue(env) == .copied)
    }

    @Test("a full disk is a copy that failed, and nothing else")
    func full() throws {
        let refusing = RefusingDiary.over(diary)
        refusing.refused = .object(["call": .text("sealBackup"), "error": .text("StorageFull")])
        let env = directEnv(refusing, phone: env.phone, doorway: env.doorway)
        #expect(copyIfDue(env) == .failed)
        #expect(try env.copies()?.failed == true)
        #expect(shelf.files.isEmpty)
    }

    @Test("without a folder, or while nobody has the words, nothing leaves")
    func none() throws {
        vault.words = passphrase
        #expect(copyIfDue(env) == nil && copyNow(env) == .noFolder)
        #expect(try env.copies() == nil)
        vault.words = nil
        shelf.name = nil
        #expect(copyIfDue(env) == nil && copyNow(env) == .noFolder)
        #expect(try shelf.files.isEmpty && places() == [])
    }

    @Test("a clock that was years ahead costs one more copy and not one at each opening")
    func ahead() throws {
        clock.now = evening.later(minutes: 1000 * 24 * 60)
        #expect(copyIfDue(env) == .copied)
        clock.now = evening
        #expect(copyIfDue(env) == .copied)
        #expect(copyIfDue(env) == nil)
        #expect(try env.copies()?.latest == LogicalDate("2026-11-24"))
    }

    @Test("a folder with any name is known again")
    func names() throws {
        let long = String(repeating: "e\u{301}", count: 90) + "x"
        // Eighty letters, each of one sign: composed before they are counted.
        #expect(placeOf(long).unicodeScalars.elementsEqual(String(repeating: "\u{e9}", count: 80).unicodeScalars))
        #expect(placeOf(" Back\u{7}ups \n") == "Backups")
        // The blank that the cut leaves at the end goes too.
        #expect(placeOf(String(repeating: "a", count: 79) + " b") == String(repeating: "a", count: 79))
        for name in [long, " Back\u{7}ups ", "Stockholm 🌊"] {
            shelf.name = name
            #expect(copyIfDue(env) == .copied, "\(name)")
            #expect(copyIfDue(env) == nil, "\(name)")
        }
    }

    @Test("leaving forgets the folder, and nothing that lies in it")
    func left() {
        let env = env
        shelf.takes = false
        #expect(copyNow(env) == .failed)
        let screen = env.store(backupFeature(env))
        screen.send(.shown)
        #expect(screen.state.copies?.failed == true)
        screen.send(.copiesLeft)
        #expect(screen.state.copies == nil && shelf.name == nil)
        shelf.name = "Copies"
        screen.send(.shown)
        #expect(screen.state.copies?.failed == false)
    }
}
