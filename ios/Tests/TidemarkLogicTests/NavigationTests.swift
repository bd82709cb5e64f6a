import Testing

@testable import TidemarkLogic

@Suite("The way through the app")
struct NavigationTests {
    @Test("back goes the way that was come and leaves only from today")
    func back() {
        let deep = Navigation().tab(.trends).to(.insights).to(.safety)
        #expect(deep.back()?.place == .insights)
        #expect(deep.back()?.back()?.place == .trends)
        #expect(deep.back()?.back()?.back() == Navigation())
        #expect(Navigation().back() == nil)
    }

    @Test("what is finished is not gone back to")
    func instead() {
        let after = Navigation().to(.sessionBefore()).instead(.sessionTimer(sessionId: "s")).instead(.sessionAfter(sessionId: "s"))
        #expect(after.places == [.today, .sessionAfter(sessionId: "s")])
        #expect(after.tab == .today)
    }

    @Test("a second tap on help opens it once")
    func once() {
        let help = Navigation().to(.safety)
        #expect(help.to(.safety) == help)
    }

    @Test("what is finished goes away below what covers it, and what covers it stays")
    func finished() {
        let timer = Place.sessionTimer(sessionId: "s")
        let covered = Navigation().to(timer).to(.safety)
        #expect(covered.without(timer, .sessionAfter(sessionId: "s")).places == [.today, .sessionAfter(sessionId: "s"), .safety])
        #expect(covered.without(timer).places == [.today, .safety])
        #expect(covered.without(.insights, .history) == covered)
        #expect(Navigation().tab(.sessions).to(.safety).without(.sessions, .history).places == [.history, .safety])
    }
}
