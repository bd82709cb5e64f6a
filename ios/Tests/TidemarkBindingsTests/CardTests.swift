import Testing
import TidemarkBindings

@Suite("The cards of a week")
struct CardTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    @Test("an empty diary has none, and its week ended on Sunday")
    func none() throws {
        let week = try diary.cards(now: at(evening))
        // 24 November 2026 is a Tuesday.
        #expect(week.asOf == "2026-11-22")
        #expect(week.cards == [])
        #expect(!week.waiting)
    }

    @Test("they are the same from Monday to Sunday and at most three, and a hidden one stays away")
    func sameAllWeek() throws {
        // Stress is 3 on days of a session and 6 or 7 on others; a session every fourth day for twenty weeks.
        for of in stride(from: Int64(140), through: 2, by: -1) {
            let moment = evening - of * day
            let ratings = [rated("stress", of % 4 == 0 ? 3 : 6 + of % 2), rated("mood", 5 + of % 3)]
            _ = try diary.saveCheckIn(draft: checkIn(moment, ratings), now: at(moment))
            if of % 4 == 0 {
                _ = try diary.saveSession(draft: held(moment - 180 * minute, before: 7, after: 4 - of % 3), now: at(moment))
            }
        }
        let monday = evening - day
        let weeks = try (0..<7).map { try diary.cards(now: at(monday + $0 * day)) }
        #expect(weeks.allSatisfy { $0 == weeks[0] })
        let cards = weeks[0].cards
        #expect((1...3).contains(cards.count))
        #expect(Set(cards.map(\.question)).count == cards.count)
        for card in cards {
            #expect(card.ask.text.hasSuffix("?"))
            #expect((card.shown == .count) == (card.estimate == nil), "\(card.question)")
            if let interval = card.interval { #expect(interval.low <= interval.high && interval.level >= 0.95) }
        }
        let hidden = try #require(cards.first).question
        try diary.hideCard(question: hidden, now: at(monday))
        #expect(try !diary.cards(now: at(monday)).cards.contains { $0.question == hidden })
    }

    @Test("one that is not shown is neither hidden nor asked")
    func notShown() throws {
        #expect {
            try diary.hideCard(question: "days_after:energy", now: at(evening))
        } throws: { refusal($0) == .unknownCard }
        #expect {
            try diary.askCard(question: "days_after:energy", recordedBy: .own, now: at(evening))
        } throws: { refusal($0) == .unknownCard }
    }

    @Test("the summary counts days without a word of duty")
    func summary() throws {
        for of in 0..<3 as Range<Int64> {
            let moment = evening - of * day
            _ = try diary.saveCheckIn(draft: checkIn(moment, [rated("stress", 5)]), now: at(moment))
        }
        let first = try #require(try diary.summary(period: Period(from: "2026-11-15", to: "2026-11-24")).first)
        #expect(first.id == "sentence.coverage")
        // Three of ten days.
        #expect(first.text.contains("3 of 10 days (30 %)"), "\(first.text)")
    }
}
