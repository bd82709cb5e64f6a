import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

@MainActor
@Suite("The first day's questions behind a real door")
struct OnboardingOverARealDiaryTests {
    @Test("each answer of the first day is on disk when it shows as chosen and none is needed")
    func kept() throws {
        let door = try DoorScreen(Folder()).send(.shown, .begun(setUp: true))
        let diary = try #require(door.state.opened).diary
        let env = door.env.opened(diary) { door.send($0) }
        let first = env.store(onboardingFeature(env))
        func send(_ events: OnboardingEvent...) { for event in events { first.send(event) } }
        send(.shown)
        #expect(first.state.rolloverMin == 240)
        #expect(first.state.set == nil)
        #expect(first.state.sets.flatMap(\.measures).allSatisfy { first.state.labels[$0] != nil })
        send(.setChosen(id: "low_mood"), .went, .dayEnds(minutes: 210), .went)
        send(.reminder(minutes: 1230), .reminder(minutes: 1260))
        #expect(first.state.set == "low_mood")
        #expect(first.state.rolloverMin == 210)
        #expect(first.state.reminderMin == 1230)
        #expect(try env.diary.settings().rolloverMin == 210)
        let reminders = try env.diary.records(kind: .reminder, span: Span())
        #expect(reminders.count == 1)
        #expect(reminders.first?.text("wall_clock")?.prefix(5) == "20:30")
        send(.went)
        #expect(first.state.page == .lock)
        #expect(!first.state.over)
        send(.went)
        #expect(first.state.over)
    }

    @Test("a day's end that the core does not take is said and not shown as kept", arguments: [-30, 210 + 65_536, 750])
    func refused(minutes: Int) throws {
        let door = try DoorScreen(Folder()).send(.shown, .begun(setUp: true))
        let diary = try #require(door.state.opened).diary
        let env = door.env.opened(diary) { door.send($0) }
        let first = env.store(onboardingFeature(env))
        first.send(.shown)
        first.send(.dayEnds(minutes: minutes))
        #expect(first.state.problem != nil)
        #expect(first.state.rolloverMin == 240)
        #expect(try env.diary.settings().rolloverMin == 240)
        // What stands in the way of one answer does not stand in the way of the next page.
        first.send(.went)
        #expect(first.state.problem == nil)
        #expect(first.state.page == .dayEnd)
    }
}
