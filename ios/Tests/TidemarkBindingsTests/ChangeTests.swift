import Testing
import TidemarkBindings

@Suite("Changes around sessions")
struct ChangeTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    /// Sessions of before and after, one every second day up to 22 November.
    func sessions(_ pairs: [(before: Int64, after: Int64)]) throws -> [String] {
        try pairs.enumerated().map { number, pair in
            let start = evening - Int64(2 * (pairs.count - number)) * day
            return try diary.saveSession(draft: held(start, before: pair.before, after: pair.after), now: at(start + 90 * minute)).id
        }
    }

    func change() throws -> SessionChange {
        try #require(try diary.changes(measureIds: ["stress"], span: Span()).changes.first)
    }

    @Test("four pairs are shown but carry no figure")
    func few() throws {
        let ids = try sessions([(7, 4), (6, 4), (5, 5), (8, 6)])
        let change = try change()
        #expect(change.sessions == 4)
        #expect(change.n == 4)
        #expect(change.pairs.map(\.sessionId) == ids)
        #expect(change.pairs.map(\.change) == [-3, -2, 0, -2])
        // Before 5 6 7 8, after 4 4 5 6.
        #expect(change.beforeMedian == 6.5)
        #expect(change.afterMedian == 4.5)
        #expect(change.counts == SignCounts(lower: 3, same: 1, higher: 0))
        #expect(change.change == .silent(silence: Silence(code: "too_few", have: 4, need: 6)))
        guard case let .silent(silence) = change.followUp else {
            Issue.record("no morning was rated, and something is said: \(change.followUp)")
            return
        }
        #expect(silence.code == "too_few")
        #expect(change.sentences.first?.text.contains("Stress") == true)
    }

    @Test("eight pairs have an estimate with its interval")
    func estimated() throws {
        _ = try sessions([(7, 4), (6, 4), (5, 5), (8, 6), (7, 3), (6, 5), (8, 5), (5, 3)])
        let change = try change()
        guard case let .estimated(said) = change.change else {
            Issue.record("eight pairs are silent: \(change.change)")
            return
        }
        // The changes are 0 −1 −2 −2 −2 −3 −3 −4: all pairwise means have their median at −2.
        #expect(!said.isMean)
        #expect(said.estimate == -2)
        #expect(said.n == 8)
        #expect(said.interval.level == 0.95)
        #expect(-4 <= said.interval.low && said.interval.low <= -2 && -2 <= said.interval.high && said.interval.high <= 0, "\(said)")
        #expect(change.counts == SignCounts(lower: 7, same: 1, higher: 0))
    }

    @Test("a rating out of its window is shown and does not count")
    func outOfWindow() throws {
        _ = try sessions([(7, 4)])
        let start = evening - day
        // 241 minutes after the start of an hour is 181 after its end: one too many.
        let draft = SessionDraft(
            startedAt: at(start), ending: .after(minutes: 60), status: .held, modality: .swedish, recordedBy: .own,
            ratings: [stress(.before, 9), stress(.after, 2, at: at(start + 241 * minute))]
        )
        #expect(try diary.saveSession(draft: draft, now: at(evening)).warnings == [.outOfWindow(phase: .after)])
        let change = try change()
        #expect(change.sessions == 2)
        #expect(change.n == 1)
        #expect(change.pairs.map(\.change) == [-3, nil])
    }
}
