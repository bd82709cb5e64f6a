import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// The reducer and the library: what the fake cannot prove.
@Suite("The Today screen over a real diary")
struct TodayOverARealDiaryTests {
    private let folder: Folder
    private let diary: OpenDiary
    private let screen: TodayScreen

    init() throws {
        folder = try Folder()
        diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
        screen = TodayScreen(diary, evening)
    }

    @Test("a day is rated, changed, undone and found again")
    func foundAgain() throws {
        #expect(screen.state.date == LogicalDate("2026-11-24"))
        #expect(screen.state.questions.map(\.label) == ["Stress", "Mood", "Energy", "Sleep quality"])
        screen.tap("stress", 6).settle().tap("mood", 7).settle().tap("mood", 5).settle()
        screen.send(.undone).settle()
        screen.send(.rated("energy", .skipped, at: evening)).settle()
        screen.tap("sleep_quality", 8).settle().send(.undone).settle()
        #expect(screen.state.line == .saved(at: evening))
        try diary.shut()

        let again = TodayScreen(try OpenDiary.openWithPassphrase(path: folder.path("my.diary"), passphrase: passphrase), evening)
        #expect(again.state.entries.mapValues(\.shown) == ["stress": number(6), "mood": number(7), "energy": .skipped])
        #expect(again.state.open == "sleep_quality")
    }

    @Test("after the day's end the evening is another day")
    func nextDay() {
        screen.tap("stress", 6).settle()
        // 416 minutes after 21:04 it is 04:00.
        screen.now = evening.later(minutes: 416)
        screen.send(.shown).settle()
        #expect(screen.state.date == LogicalDate("2026-11-25"))
        #expect(screen.state.line == .empty)
    }

    @Test("a number off its scale and a shut diary are typed problems")
    func problems() throws {
        screen.tap("stress", 11).settle()
        #expect(screen.state.line == .notSaved("stress", .notTaken(reason: "stress is outside its scale")))
        try diary.shut()
        screen.tap("stress", 4).settle()
        #expect(screen.state.line == .notSaved("stress", .shut))
        #expect(screen.state.undo == nil)
    }
}
