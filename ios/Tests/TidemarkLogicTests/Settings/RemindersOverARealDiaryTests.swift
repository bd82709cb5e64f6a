import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// Days and quiet hours of reminders, as the diary keeps them and as the phone then plans.
@MainActor
@Suite("Days and quiet hours over a real diary")
struct RemindersOverARealDiaryTests {
    private final class Plans: @unchecked Sendable { var count = 0 }

    private let folder: Folder
    private let diary: OpenDiary
    private let plans = Plans()
    private let screen: Store<SettingsState, SettingsEvent, SettingsEffect>

    init() throws {
        folder = try Folder()
        diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
        var phone = Phone(outbox: folder.path("outbox"))
        phone.rearmReminders = { [plans] in plans.count += 1 }
        let env = directEnv(diary, phone: phone)
        screen = env.store(settingsFeature(env))
        screen.send(.shown)
    }

    /// Adds a reminder at a time of the day and answers its id.
    private func added(_ clockMin: Int) throws -> String {
        screen.send(.reminderAdded(clockMin: clockMin))
        return try #require(screen.state.reminders.first?.id)
    }

    private func field(_ name: String) throws -> String? { try diary.records(kind: .reminder, span: Span()).first?.text(name) }

    @Test("the phone plans anew for the days and quiet hours that were chosen")
    func planned() throws {
        let id = try added(23 * 60)
        #expect(screen.state.reminders.first?.days == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
        screen.send(.daySwitched(id: id, day: "sun", on: false))
        screen.send(.quietSwitched(id: id, on: true))
        #expect(plans.count == 3)
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        let reminder = try #require(try readBook(diary, before: Book(), now: evening, zone: zone).reminders.first)
        #expect(reminder.rings == .atClock(minute: 23 * 60, days: [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday]))
        #expect(reminder.quiet == QuietHours(fromMin: 22 * 60, toMin: 7 * 60))
    }

    @Test("all seven days are kept as none named, and no quiet hours as no fields")
    func kept() throws {
        let id = try added(1230)
        screen.send(.daySwitched(id: id, day: "tue", on: false))
        #expect(try field("days") == "mon | wed | thu | fri | sat | sun")
        screen.send(.daySwitched(id: id, day: "tue", on: true))
        #expect(try field("days") == nil)
        screen.send(.quietSwitched(id: id, on: true))
        screen.send(.quietMoved(id: id, QuietHours(fromMin: 22 * 60 + 30, toMin: 7 * 60)))
        #expect(try [field("quiet_from"), field("quiet_to")] == ["22:30", "07:00"])
        screen.send(.quietSwitched(id: id, on: false))
        #expect(try [field("quiet_from"), field("quiet_to")] == [nil, nil])
        #expect(screen.state.problem == nil)
    }

    @Test("the last day stays ticked, and a reminder after a session has none to tick")
    func last() throws {
        let id = try added(1230)
        for day in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] { screen.send(.daySwitched(id: id, day: day, on: false)) }
        #expect(screen.state.reminders.first?.days == ["sun"])
        #expect(plans.count == 7)
        let fields = [FieldText(name: "kind", text: "after"), FieldText(name: "elapsed_min", text: "120")]
        let after = try diary.addRecord(kind: .reminder, fields: fields, recordedBy: .own, now: evening).id
        screen.send(.shown)
        screen.send(.daySwitched(id: after, day: "mon", on: true))
        #expect(screen.state.reminders.first { $0.id == after }?.days == [])
        #expect(screen.state.problem == nil)
        screen.send(.quietSwitched(id: after, on: true))
        #expect(screen.state.reminders.first { $0.id == after }?.quiet == usualQuiet)
    }

    @Test("what changes nothing writes nothing")
    func idle() throws {
        let id = try added(1230)
        let before = screen.state
        for event: SettingsEvent in [
            .daySwitched(id: "none", day: "mon", on: false), .quietSwitched(id: "none", on: true), .quietMoved(id: "none", usualQuiet),
            .reminderOpened(id: "none"), .daySwitched(id: id, day: "mon", on: true), .daySwitched(id: id, day: "someday", on: true),
            .quietSwitched(id: id, on: false), .quietMoved(id: id, QuietHours(fromMin: 60, toMin: 60)),
        ] {
            screen.send(event)
            #expect(screen.state == before, "\(event)")
        }
        #expect(plans.count == 1)
    }

    @Test("what was opened stays open while the screen is read again")
    func open() throws {
        let id = try added(1230)
        screen.send(.reminderOpened(id: id))
        screen.send(.daySwitched(id: id, day: "mon", on: false))
        #expect(screen.state.openReminder == id)
        screen.send(.shown)
        #expect(screen.state.openReminder == id)
        screen.send(.reminderOpened(id: id))
        #expect(screen.state.openReminder == nil)
        screen.send(.reminderOpened(id: id))
        screen.send(.reminderOpened(id: nil))
        #expect(screen.state.openReminder == nil)
    }
}
