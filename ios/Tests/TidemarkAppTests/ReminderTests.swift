import Foundation
import Testing
import TidemarkBindings
import TidemarkLogic

@testable import TidemarkApp

private let session = "0198a7f2-5c1e-7b3a-9d40-2f6c1e8b7a55"
private let everyDay = Set(Weekday.allCases)
private let eveningReminder = Reminder(key: "r1", kind: .checkIn, rings: .atClock(minute: 21 * 60, days: everyDay), isPrivate: false)

private func ms(_ text: String) -> Int64 {
    let parts = ISO8601DateFormatter()
    return parts.date(from: text).map { Int64($0.timeIntervalSince1970 * 1000) } ?? 0
}

private func zone(_ name: String) -> TimeZone { TimeZone(identifier: name) ?? .gmt }

@Suite("What waits in the system's list")
struct PendingTests {
    private let berlin = zone("Europe/Berlin")

    @Test("a daily reminder fills the list with the evenings to come, by the clock on the wall")
    func daily() {
        let pending = Book(reminders: [eveningReminder]).pending(nowMs: ms("2026-11-24T20:00:00+01:00"), zone: berlin)
        #expect(pending.count == 64)
        #expect(pending.first?.due.atMs == ms("2026-11-24T21:00:00+01:00"))
        #expect(pending.last?.due.atMs == ms("2027-01-26T21:00:00+01:00"))
        let notice = pending.first?.notice(zone: berlin, title: "Tidemark") { _ in "x" }
        #expect(notice?.time == .clock(DateComponents(year: 2026, month: 11, day: 24, hour: 21, minute: 0)))
    }

    @Test("two reminders share the list, the earliest first")
    func shared() {
        let weekly = Reminder(key: "r2", kind: .backup, rings: .atClock(minute: 8 * 60, days: [.monday]))
        let pending = Book(reminders: [weekly, eveningReminder]).pending(nowMs: ms("2026-11-24T20:00:00+01:00"), zone: berlin, most: 9)
        #expect(pending.map(\.reminder.key) == ["r1", "r1", "r1", "r1", "r1", "r1", "r2", "r1", "r1"])
        #expect(pending[6].due.atMs == ms("2026-11-30T08:00:00+01:00"))
    }

    @Test("what is done rings no more: the day that is answered, the morning that is rated")
    func done() {
        let morning = Reminder(key: "r2", kind: .followUp, rings: .afterSession(minutes: 24 * 60))
        let now = ms("2026-11-24T20:00:00+01:00")
        let rated = EndedSession(sessionId: session, endedMs: ms("2026-11-24T18:00:00+01:00"), rated: [.followUp])
        let book = Book(
            reminders: [eveningReminder, morning], sessions: [rated],
            rung: ["r2": Rung(snoozed: Due(ms("2026-11-24T20:30:00+01:00"), sessionId: session))],
            doneUntilMs: [.checkIn: ms("2026-11-25T04:00:00+01:00")], running: nil)
        let pending = book.pending(nowMs: now, zone: berlin, most: 2)
        #expect(pending.map(\.due.atMs) == [ms("2026-11-25T21:00:00+01:00"), ms("2026-11-26T21:00:00+01:00")])
    }

    @Test("hours after a session, and what was put off, come at an instant and not by the clock")
    func instants() {
        let morning = Reminder(key: "r2", kind: .followUp, rings: .afterSession(minutes: 24 * 60))
        let ended = EndedSession(sessionId: session, endedMs: ms("2026-11-24T18:00:00+01:00"))
        let book = Book(
            reminders: [eveningReminder, morning], sessions: [ended], rung: ["r1": Rung(snoozed: Due(ms("2026-11-24T20:30:00+01:00")))])
        let notices = book.pending(nowMs: ms("2026-11-24T20:00:00+01:00"), zone: berlin, most: 3)
            .map { $0.notice(zone: berlin, title: "Tidemark") { _ in "x" } }
        #expect(notices.map(\.time).first == .instant(ms: ms("2026-11-24T20:30:00+01:00")))
        #expect(notices[2].time == .instant(ms: ms("2026-11-25T18:00:00+01:00")))
        #expect(notices[2].place == "tomorrow:\(session)")
        #expect(notices[2].sessionId == session)
    }

    // After `Book.ring` and tests/reminders: a ring takes one that was put off along, unless that one is about another session.
    @Test("what was put off past the next ring of its own comes with that one alone")
    func putOffPast() {
        let now = ms("2026-11-24T20:50:00+01:00")
        let past = Book(reminders: [eveningReminder], rung: ["r1": Rung(snoozed: Due(ms("2026-11-24T21:20:00+01:00")))])
        #expect(
            past.pending(nowMs: now, zone: berlin, most: 2).map(\.due.atMs) == [ms("2026-11-24T21:00:00+01:00"), ms("2026-11-25T21:00:00+01:00")])
        let other = Book(
            reminders: [eveningReminder], rung: ["r1": Rung(snoozed: Due(ms("2026-11-24T21:20:00+01:00"), sessionId: session))])
        #expect(
            other.pending(nowMs: now, zone: berlin, most: 2).map(\.due.atMs) == [ms("2026-11-24T21:00:00+01:00"), ms("2026-11-24T21:20:00+01:00")])
    }

    @Test("a ring that rang is not planned again when the clock is put back over it")
    func putBack() {
        let book = Book(reminders: [eveningReminder], rung: ["r1": Rung(lastMs: ms("2026-11-24T21:00:00+01:00"))])
        let pending = book.pending(nowMs: ms("2026-11-24T20:30:00+01:00"), zone: berlin, most: 1)
        #expect(pending.first?.due.atMs == ms("2026-11-25T21:00:00+01:00"))
    }

    @Test("a minute that the clock leaps over is planned where the clock stands then")
    func leap() {
        // 28 March 2027, 02:00 to 03:00 in Berlin.
        let night = Reminder(key: "r1", kind: .checkIn, rings: .atClock(minute: 150, days: everyDay))
        let pending = Book(reminders: [night]).pending(nowMs: ms("2027-03-27T12:00:00+01:00"), zone: berlin, most: 1)
        let notice = pending.first?.notice(zone: berlin, title: "Tidemark") { _ in "x" }
        #expect(notice?.time == .clock(DateComponents(year: 2027, month: 3, day: 28, hour: 3, minute: 0)))
    }
}

/// The system's list in memory.
private final class FakeBoard: NoticeBoard, @unchecked Sendable {
    private(set) var notices: [String: Notice] = [:]
    private(set) var hidden: [String] = []
    private(set) var most = 0
    var state = Allowed.given

    func allowed() -> Allowed { state }
    func ask() { state = .given }
    func waiting() -> [String] { Array(notices.keys) }

    func add(_ added: [Notice]) {
        for notice in added { notices[notice.id] = notice }
        most = max(most, notices.count)
    }

    func takeAway(_ ids: [String]) { for id in ids { notices.removeValue(forKey: id) } }
    func hide(_ key: String) { hidden.append(key) }

    func plant(_ id: String) {
        notices[id] = Notice(id: id, title: "", text: "", place: "", key: "", sessionId: nil, time: .instant(ms: 0))
    }

    var times: [NoticeTime] { notices.values.map(\.time) }
}

/// The claims of Android's `RemindersTest`, for a system that shows what was planned without the app.
@Suite("Reminders without the diary's key")
struct RemindersTests {
    private let scratch: Scratch
    private let file: BookFile
    private let board = FakeBoard()
    private let at = Told(ms("2026-11-24T20:00:00+01:00"))
    private let place = Told(zone("Europe/Berlin"))
    private let there = Switch(true)
    private let unlocked = Switch(true)
    private let open = Told<[ReminderTime]?>(nil)

    init() throws {
        scratch = try Scratch()
        file = BookFile(file: scratch.folder.appending(path: "reminders.json"))
    }

    private var reminders: Reminders {
        let words = ReminderWords(app: "Tidemark", hidden: "You asked for a reminder.") { "About \($0.code)." }
        return Reminders(
            Reminders.Parts(
                file: file, board: board, words: { words },
                now: { [at, place] in Moment(epochMs: at.value, offsetS: 3600, zoneId: place.value.identifier) },
                zone: { [place] in place.value }, diary: { nil }, diaryThere: { [there] in there.on },
                openTimes: { [open] in open.value }, unlocked: { [unlocked] in unlocked.on }))
    }

    private func first() -> Notice? {
        board.notices.values.min { Int64($0.id.split(separator: " ").last ?? "") ?? 0 < Int64($1.id.split(separator: " ").last ?? "") ?? 0 }
    }

    @Test("the list is as full as the system takes and no fuller, and what is no longer wanted goes")
    func full() {
        _ = file.write(Book(reminders: [eveningReminder]))
        board.plant("left over")
        reminders.rearm()
        #expect(board.notices.count == 64)
        #expect(board.most == 64)
        #expect(board.notices["left over"] == nil)
        at.value = ms("2026-11-25T22:00:00+01:00")
        reminders.rearm()
        #expect(board.notices.count == 64)
        #expect(first()?.time == .clock(DateComponents(year: 2026, month: 11, day: 26, hour: 21, minute: 0)))
    }

    @Test("planning twice changes nothing")
    func twice() {
        _ = file.write(Book(reminders: [eveningReminder]))
        reminders.rearm()
        let before = board.notices
        reminders.rearm()
        #expect(board.notices == before)
    }

    @Test("its words are its own, or say nothing of what it is about")
    func words() {
        let all = ReminderKind.allCases.map { Reminder(key: $0.code, kind: $0, rings: .atClock(minute: 21 * 60, days: everyDay)) }
        _ = file.write(Book(reminders: all))
        reminders.rearm()
        #expect(Set(board.notices.values.map(\.text)) == ["You asked for a reminder."])
        #expect(Set(board.notices.values.map(\.title)) == ["Tidemark"])
        _ = file.write(Book(reminders: [eveningReminder]))
        reminders.rearm()
        #expect(Set(board.notices.values.map(\.text)) == ["About check_in."])
    }

    @Test("what was due is noted as rung, unless the system may show nothing")
    func noted() {
        _ = file.write(Book(reminders: [eveningReminder]))
        reminders.rearm()
        at.value = ms("2026-11-24T21:30:00+01:00")
        board.state = .refused
        reminders.rearm()
        #expect(reminders.book().rung["r1"]?.lastMs == nil)
        board.state = .given
        reminders.rearm()
        #expect(reminders.book().rung["r1"]?.lastMs == ms("2026-11-24T21:00:00+01:00"))
        #expect(reminders.book().rung["r1"]?.next == Due(ms("2026-11-25T21:00:00+01:00")))
    }

    @Test("later takes it away and brings it again after its minutes")
    func later() {
        _ = file.write(Book(reminders: [eveningReminder]))
        reminders.rearm()
        at.value = ms("2026-11-24T21:05:00+01:00")
        reminders.later("r1", sessionId: nil)
        #expect(board.hidden == ["r1"])
        #expect(board.times.contains(.instant(ms: ms("2026-11-24T21:35:00+01:00"))))
        #expect(first()?.time == .instant(ms: ms("2026-11-24T21:35:00+01:00")))
    }

    @Test("with a diary that is locked the clock times of open.json ring in private words")
    func openFacts() {
        open.value = [
            ReminderTime(kind: "check_in", wallClockMin: 1260, days: Data([2])),
            ReminderTime(kind: "of_a_newer_version", wallClockMin: 1260, days: Data([2])),
        ]
        reminders.rearm()
        #expect(Set(board.notices.values.map(\.text)) == ["You asked for a reminder."])
        #expect(first()?.time == .clock(DateComponents(year: 2026, month: 11, day: 24, hour: 21, minute: 0)))
        // Tuesdays only.
        #expect(board.times.contains(.clock(DateComponents(year: 2026, month: 12, day: 1, hour: 21, minute: 0))))
        #expect(!board.times.contains(.clock(DateComponents(year: 2026, month: 11, day: 25, hour: 21, minute: 0))))
    }

    @Test("no reminder means nothing waits")
    func none() {
        _ = file.write(Book(reminders: [eveningReminder]))
        reminders.rearm()
        open.value = []
        reminders.rearm()
        #expect(board.notices.isEmpty)
    }

    @Test("with the diary erased nothing of it stays")
    func erased() {
        let morning = Reminder(key: "r2", kind: .followUp, rings: .afterSession(minutes: 24 * 60))
        let ended = EndedSession(sessionId: session, endedMs: ms("2026-11-24T19:00:00+01:00"))
        _ = file.write(
            Book(
                reminders: [eveningReminder, morning], sessions: [ended], rung: [:], doneUntilMs: [:],
                running: RunningSession(session, startedMs: 1)))
        reminders.rearm()
        #expect(!board.notices.isEmpty)
        there.on = false
        reminders.rearm()
        #expect(board.notices.isEmpty)
        #expect(file.read() == Book())
    }

    @Test("on a locked phone what waits stays as it is")
    func lockedPhone() {
        _ = file.write(Book(reminders: [eveningReminder]))
        reminders.rearm()
        let before = board.notices
        unlocked.on = false
        there.on = false
        reminders.rearm()
        reminders.later("r1", sessionId: nil)
        #expect(board.notices == before)
        // What cannot be planned again is not taken away.
        #expect(board.hidden.isEmpty)
        unlocked.on = true
        #expect(file.read() != Book())
    }

    @Test("when the file cannot be written the list is planned all the same")
    func unwritten() throws {
        _ = file.write(Book(reminders: [eveningReminder]))
        try FileManager.default.createDirectory(at: scratch.folder.appending(path: "reminders.json.part/inside"), withIntermediateDirectories: true)
        reminders.rearm()
        #expect(board.notices.count == 64)
    }
}

@Suite("The book on disk")
struct BookFileTests {
    private let scratch: Scratch
    private let file: BookFile

    init() throws {
        scratch = try Scratch()
        file = BookFile(file: scratch.folder.appending(path: "reminders.json"))
    }

    private let whole = Book(
        reminders: [
            Reminder(
                key: "r1", kind: .checkIn, rings: .atClock(minute: 1260, days: [.tuesday, .monday]),
                quiet: QuietHours(fromMin: 1320, toMin: 420), snoozeMin: 10, isPrivate: false),
            Reminder(key: "r2", kind: .followUp, rings: .afterSession(minutes: 1440)),
        ],
        sessions: [EndedSession(sessionId: session, endedMs: 5, rated: [.followUp, .after])],
        rung: ["r1": Rung(lastMs: 1, next: Due(2), snoozed: Due(3, sessionId: session))],
        doneUntilMs: [.checkIn: 9], running: RunningSession(session, startedMs: 7))

    @Test("comes back as it was")
    func back() {
        #expect(file.write(whole))
        #expect(file.read() == whole)
    }

    // Written by hand after Android's `BookFile`.
    @Test("a book that Android wrote is read, a kind or hour that is not known left out")
    func android() throws {
        let text = """
            {"format":"tidemark-reminders","version":1,"min_reader":1,"reminders":[\
            {"key":"r1","kind":"check_in","wall_clock_min":1260,"days":[1,2],"quiet_from_min":1320,"quiet_to_min":420,"snooze_min":10,"private":false},\
            {"key":"r2","kind":"follow_up","elapsed_min":1440,"snooze_min":30,"private":true},\
            {"key":"r3","kind":"of_a_newer_version","elapsed_min":1,"snooze_min":30,"private":true},\
            {"key":"r4","kind":"check_in","wall_clock_min":1440,"days":[1],"snooze_min":30,"private":true}],\
            "sessions":[{"session_id":"\(session)","ended_ms":5,"rated":["after","follow_up"]}],\
            "rung":{"r1":{"last_ms":1,"next":{"at_ms":2},"snoozed":{"at_ms":3,"session_id":"\(session)"}}},\
            "done_until":{"check_in":9},"running":{"session_id":"\(session)","started_ms":7}}
            """
        _ = try scratch.write(text, "reminders.json")
        #expect(file.read() == whole)
    }

    @Test("none, one cut anywhere and one of a newer version are an empty book")
    func cut() throws {
        #expect(file.read() == Book())
        #expect(file.write(whole))
        let bytes = try Data(contentsOf: file.file)
        for length in stride(from: 0, to: bytes.count - 1, by: 7) {
            try bytes.prefix(length).write(to: file.file)
            #expect(file.read() == Book(), "\(length) bytes")
        }
        let said = try #require(String(data: bytes, encoding: .utf8))
        _ = try scratch.write(said.replacing("\"min_reader\":1", with: "\"min_reader\":2"), "reminders.json")
        #expect(file.read() == Book())
    }

    @Test("holds no word")
    func wordless() throws {
        #expect(file.write(whole))
        let said = try String(contentsOf: file.file, encoding: .utf8)
        #expect(said.matches(of: /"[^"]*"/).allSatisfy { !$0.output.contains(" ") })
    }
}

@Suite("A notification that was answered")
struct NoticeAnswerTests {
    private let opened = "com.apple.UNNotificationDefaultActionIdentifier"

    @Test("leads where it says, when that is a place of ours, and to Today otherwise")
    func leads() {
        #expect(NoticeAnswer(opened, ["place": "tomorrow:\(session)"]) == .opened(.sessionTomorrow(sessionId: session)))
        #expect(NoticeAnswer(opened, ["place": "visit"]) == .opened(.visitPrep))
        #expect(NoticeAnswer(opened, ["place": "settings"]) == .opened(.today))
        #expect(NoticeAnswer(opened, [:]) == .opened(.today))
    }

    @Test("later needs its reminder, and a session only where there is one")
    func later() {
        #expect(NoticeAnswer("later", ["key": "r1", "session": ""]) == .later(key: "r1", sessionId: nil))
        #expect(NoticeAnswer("later", ["key": "r1", "session": session]) == .later(key: "r1", sessionId: session))
        #expect(NoticeAnswer("later", ["place": "visit"]) == .nothing)
        #expect(NoticeAnswer("com.apple.UNNotificationDismissActionIdentifier", ["place": "visit", "key": "r1"]) == .nothing)
    }
}

/// A value that a test changes from outside.
private final class Told<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var told: Value

    init(_ value: Value) { told = value }

    var value: Value {
        get { lock.withLock { told } }
        set { lock.withLock { told = newValue } }
    }
}
