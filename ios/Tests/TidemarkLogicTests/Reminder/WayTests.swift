import Testing

@testable import TidemarkLogic

private let session = "0198a7f2-5c1e-7b3a-9d40-2f6c1e8b7a55"

@Suite("Where a notification leads")
struct WayTests {
    @Test("every place a notification leads to comes back from its word", arguments: ReminderKind.allCases)
    func back(kind: ReminderKind) throws {
        for due in [Due(0), Due(0, sessionId: session)] {
            let place = due.place(kind)
            #expect(Place(word: try #require(place.word)) == place)
        }
    }

    @Test("a session's own places come back, and without the session it is Today")
    func sessions() {
        #expect(Place(word: Place.sessionTimer(sessionId: session).word) == .sessionTimer(sessionId: session))
        #expect(Due(0, sessionId: session).place(.followUp) == .sessionTomorrow(sessionId: session))
        #expect(Due(0).place(.followUp) == .today)
    }

    @Test(
        "any other word is Today",
        arguments: [
            nil, "", "settings", "erase", "timer", "timer:../../x", "timer:" + session + ":more", "records:session", "records:",
            "backup:now", "today:x",
        ] as [String?])
    func other(word: String?) { #expect(Place(word: word) == .today) }
}
