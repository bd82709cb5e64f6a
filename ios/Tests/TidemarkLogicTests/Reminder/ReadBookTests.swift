import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// What is read from a real diary, and what is left of it without the key.
@Suite("The book of reminders over a real diary")
struct ReadBookTests {
    private let folder: Folder
    private let diary: OpenDiary
    private let zone: TimeZone
    private let now: Moment

    init() throws {
        folder = try Folder()
        zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        now = try momentFromText(text: "2026-11-24T20:04:00+01:00[Europe/Berlin]")
        diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: now)
    }

    private func at(_ text: String) throws -> Moment { try momentFromText(text: text) }

    private func reminder(_ fields: KeyValuePairs<String, String>) throws -> String {
        let fields = fields.map { FieldText(name: $0.key, text: $0.value) }
        return try diary.addRecord(kind: .reminder, fields: fields, recordedBy: .own, now: now).id
    }

    private func rate(_ text: String, _ measures: [String]) throws {
        let moment = try at(text)
        let ratings = measures.map { Rated(measureId: $0, valueMilli: 5000) }
        _ = try diary.saveCheckIn(draft: CheckInDraft(ratedAt: moment, ratings: ratings, recordedBy: .own), now: moment)
    }

    private func book(_ before: Book = Book()) throws -> Book { try readBook(diary, before: before, now: now, zone: zone) }

    @Test("reminders are read with their quiet hours and days, and those that are off are not")
    func reminders() throws {
        let weekdays = try reminder([
            "kind": "check_in", "wall_clock": "21:00", "days": "mon | fri", "quiet_from": "22:00", "quiet_to": "07:30",
            "snooze_min": "10", "wording": "plain",
        ])
        let after = try reminder(["kind": "follow_up", "elapsed_min": "840"])
        _ = try reminder(["kind": "backup", "wall_clock": "09:00", "active": "false"])
        try diary.setSetting(setting: .privateNotifications(on: false))
        let book = try book()
        #expect(
            Set(book.reminders) == [
                Reminder(
                    key: weekdays, kind: .checkIn, rings: .atClock(minute: 1260, days: [.monday, .friday]),
                    quiet: QuietHours(fromMin: 1320, toMin: 450), snoozeMin: 10, isPrivate: false),
                // Nothing was said about its words, so they are private.
                Reminder(key: after, kind: .followUp, rings: .afterSession(minutes: 840)),
            ])
        // 24 Nov 2026 is a Tuesday; the next of the two days is Friday the 27th.
        #expect(try book.alarmMs == at("2026-11-27T21:00:00+01:00").epochMs)
        try diary.setSetting(setting: .privateNotifications(on: true))
        #expect(try self.book(book).reminders.allSatisfy(\.isPrivate))
    }

    @Test("a day that is answered is done until the person's day ends")
    func answered() throws {
        try rate("2026-11-24T20:00:00+01:00[Europe/Berlin]", ["stress", "mood", "energy"])
        #expect(try book().doneUntilMs == [:])
        try rate("2026-11-24T20:01:00+01:00[Europe/Berlin]", ["sleep_quality"])
        #expect(try book().doneUntilMs == [.checkIn: at("2026-11-25T04:00:00+01:00").epochMs])
    }

    @Test("the morning after counts from the end of a session until its rating is in")
    func morningAfter() throws {
        let key = try reminder(["kind": "follow_up", "elapsed_min": "840"])
        let held = SessionDraft(
            startedAt: try at("2026-11-24T17:00:00+01:00[Europe/Berlin]"),
            ending: .at(endedAt: try at("2026-11-24T18:00:00+01:00[Europe/Berlin]")), status: .held, modality: .swedish,
            recordedBy: .own)
        let session = try diary.saveSession(draft: held, now: now).id
        let book = try book()
        #expect(try book.rung[key]?.next == Due(at("2026-11-25T08:00:00+01:00").epochMs, sessionId: session))
        let morning = try at("2026-11-25T07:50:00+01:00[Europe/Berlin]")
        let rating = SessionRatingDraft(
            phase: .followUp, ratings: [Rated(measureId: "stress", valueMilli: 3000)], ratedAt: morning)
        _ = try diary.rateSession(sessionId: session, draft: rating, recordedBy: .own, now: morning)
        #expect(try readBook(diary, before: book, now: morning, zone: zone).alarmMs == nil)
    }

    @Test("a running timer is found with its start")
    func running() throws {
        #expect(try book().running == nil)
        let draft = SessionDraft(startedAt: now, ending: .notHeld, status: .planned, modality: .swedish, recordedBy: .own)
        let session = try diary.startSession(draft: draft, now: now).id
        let later = try at("2026-11-24T20:40:00+01:00[Europe/Berlin]")
        let found = try readBook(diary, before: Book(), now: later, zone: zone).running
        #expect(found == RunningSession(sessionId: session, startedMs: now.epochMs))
    }

    @Test("without the key open.json decides which times there are")
    func locked() throws {
        let kept = try reminder([
            "kind": "check_in", "wall_clock": "21:00", "quiet_from": "22:00", "quiet_to": "07:00", "wording": "plain",
        ])
        let gone = try reminder(["kind": "backup", "wall_clock": "10:00"])
        let after = try reminder(["kind": "follow_up", "elapsed_min": "840"])
        try diary.setSetting(setting: .privateNotifications(on: false))
        let book = try book()
        // Changed behind the phone's back, as by a restore: one goes, one comes.
        try diary.removeRecord(kind: .reminder, id: gone, by: .own, now: now)
        _ = try reminder(["kind": "visit_eve", "wall_clock": "18:30", "wording": "plain"])
        let locked = book.reconciled(try readOpenFacts(path: folder.path("my.diary")).reminderTimes)
        #expect(locked.reminders.map(\.key) == [kept, "visit_eve 1110 1234567", after])
        #expect(locked.reminders.map(\.quiet) == [QuietHours(fromMin: 1320, toMin: 420), nil, nil])
        // A time the phone did not know rings in private words.
        #expect(locked.reminders.map(\.isPrivate) == [false, true, true])
    }
}
