import Testing
import TidemarkBindings

@testable import TidemarkLogic

@Suite("The rules of the Today screen")
struct TodayReducerTests {
    private let diary: FakeDiary
    private let screen: TodayScreen

    init() {
        diary = Self.day("2026-11-24")
        screen = TodayScreen(diary, evening)
    }

    private static func day(_ iso: String) -> FakeDiary {
        let asked = ["stress", "mood", "energy"].map {
            Measure(
                id: $0, version: 1, label: $0, frame: .dayOverall, unit: .score, direction: .neutral, minMilli: 0,
                maxMilli: 10_000, stepMilli: 1000, anchorLow: nil, anchorHigh: nil, daily: true, session: false, active: true)
        }
        return FakeDiary(asked, LogicalDate(iso))
    }

    @Test("an empty day says so and opens the first question")
    func empty() {
        #expect(screen.state.line == .empty)
        #expect(screen.state.open == "stress")
        #expect(screen.state.date == LogicalDate("2026-11-24"))
    }

    @Test("a tap is sent at once and says saved only when it is")
    func tapped() {
        screen.tap("stress", 6)
        #expect(screen.waiting == [.save("stress", number(6), ratedAt: evening)])
        #expect(screen.shown("stress") == number(6))
        #expect(screen.state.line == .saving)
        screen.now = evening.later(minutes: 1)
        screen.settle()
        #expect(screen.state.line == .saved(at: evening.later(minutes: 1)))
        #expect(diary.onDisk == ["stress": number(6)])
    }

    @Test("the next question without an answer opens when the one before is saved")
    func advances() {
        screen.tap("mood", 7)
        #expect(screen.state.open == "mood")
        screen.settle()
        #expect(screen.state.open == "energy")
        // From the last one the search goes on at the top; when all have an answer no pad is open.
        screen.tap("energy", 4).settle()
        #expect(screen.state.open == "stress")
        screen.send(.rated("stress", .skipped, at: evening)).settle()
        #expect(screen.state.open == nil)
    }

    @Test("nothing opens by itself while a screen reader runs")
    func screenReader() {
        screen.send(.screenReader(on: true)).tap("stress", 6).settle()
        #expect(screen.state.open == "stress")
    }

    @Test("a full disk keeps the number on the screen and never says saved")
    func fullDisk() {
        screen.tap("stress", 3).settle()
        diary.refuses = .StorageFull
        screen.tap("mood", 7).settle()
        #expect(screen.shown("mood") == number(7))
        #expect(screen.state.line == .notSaved("mood", .storageFull))
        #expect(screen.state.undo == nil)
        #expect(screen.state.open == "mood")
        #expect(diary.onDisk == ["stress": number(3)])
        // Looking again changes nothing of that.
        screen.send(.shown).settle()
        #expect(screen.shown("mood") == number(7))
        #expect(screen.state.line == .notSaved("mood", .storageFull))
    }

    @Test("trying again saves the number about the moment it was given")
    func triedAgain() {
        diary.refuses = .StorageFull
        screen.tap("stress", 6).settle()
        diary.refuses = nil
        // The next morning: the answer still belongs to the evening.
        screen.now = evening.later(minutes: 600)
        screen.send(.triedAgain("stress")).settle()
        #expect(diary.ratedAt == [evening])
        #expect(screen.state.line == .saved(at: evening.later(minutes: 600)))
    }

    @Test("a second tap changes the entry and adds none")
    func changed() {
        screen.tap("stress", 6).settle()
        screen.tap("stress", 4).settle()
        #expect(diary.checkIns.map(\.stored.answer) == [number(4)])
        screen.tap("stress", 4)
        #expect(screen.waiting == [])
    }

    @Test("of two taps before the first is saved the last one stays and one entry is made")
    func twoTaps() {
        screen.tap("stress", 6).tap("stress", 7)
        #expect(screen.waiting.count == 1)
        screen.settle()
        #expect(diary.checkIns.map(\.stored.answer) == [number(7)])
        #expect(screen.state.line == .saved(at: evening))
    }

    @Test("undo takes a first answer back and opens its pad")
    func undone() {
        screen.tap("stress", 6).settle().send(.undone).settle()
        #expect(diary.onDisk == [:])
        #expect(screen.state.line == .empty)
        #expect(screen.state.open == "stress")
        #expect(screen.state.undo == nil)
    }

    @Test("undo of a change brings the number before it back")
    func undoneChange() {
        screen.tap("stress", 6).settle().tap("stress", 4).settle().send(.undone).settle()
        #expect(diary.onDisk == ["stress": number(6)])
        #expect(screen.shown("stress") == number(6))
        #expect(screen.state.undo == nil)
    }

    @Test("undo stays until the next answer and not longer")
    func undoStays() {
        screen.tap("stress", 6).settle()
        screen.now = evening.later(minutes: 60)
        screen.send(.padOpened("energy")).send(.shown).settle()
        #expect(screen.state.undo?.measure == "stress")
        screen.tap("mood", 7)
        #expect(screen.state.undo == nil)
    }

    @Test("an undo that is refused leaves the number and says why")
    func undoRefused() {
        screen.tap("stress", 6).settle()
        diary.refuses = .Busy
        screen.send(.undone).settle()
        #expect(screen.shown("stress") == number(6))
        #expect(screen.state.problem == .busy)
        #expect(screen.state.line == .saved(at: evening))
        #expect(screen.state.undo == TodayState.Undo(measure: "stress", before: nil))
    }

    @Test("a number tapped while the one before is taken back is saved anew")
    func anew() {
        screen.tap("stress", 6).settle().send(.undone).tap("stress", 2).settle()
        #expect(diary.onDisk == ["stress": number(2)])
        #expect(screen.shown("stress") == number(2))
    }

    @Test("a new day waits for an answer that is not on disk yet")
    func newDay() throws {
        diary.refuses = .StorageFull
        screen.tap("stress", 6).settle()
        let later = { evening.later(minutes: 600) }
        let read = perform(TodayEffect.readDay, diary: Self.day("2026-11-25"), now: later)
        screen.send(read)
        #expect(screen.state.date == LogicalDate("2026-11-24"))
        #expect(screen.shown("stress") == number(6))
        diary.refuses = nil
        screen.send(.triedAgain("stress"))
        let sent = try #require(screen.waiting.first)
        screen.waiting = []
        screen.send(perform(sent, diary: diary, now: later))
        #expect(screen.waiting == [.readDay])
        screen.waiting = []
        screen.send(read)
        #expect(screen.state.date == LogicalDate("2026-11-25"))
        #expect(screen.state.line == .empty)
        #expect(screen.state.undo == nil)
    }

    @Test("a day that cannot be read is no empty day")
    func notRead() {
        let state = reduce(TodayState(), TodayEvent.dayNotRead(.locked)).state
        #expect(state.problem == .locked)
        #expect(state.date == nil)
    }

    @Test("what is not asked is not answered")
    func notAsked() {
        let before = screen.state
        screen.tap("hunger", 3)
        #expect(screen.state == before)
        #expect(screen.waiting == [])
    }
}
