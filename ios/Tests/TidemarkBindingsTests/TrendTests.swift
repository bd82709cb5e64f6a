import Testing
import TidemarkBindings

@Suite("Trends")
struct TrendTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    func save(_ value: Int64, daysFromToday: Int64) throws {
        let moment = evening + daysFromToday * day
        _ = try diary.saveCheckIn(draft: checkIn(moment, [rated("stress", value)]), now: at(moment))
    }

    @Test("a trend has its points, its gap and its silences in words")
    func points() throws {
        // Values on days 1 to 5 and 14 to 18 November: 8 days without one between them.
        let values: [(day: Int64, value: Int64)] = [
            (1, 5), (2, 6), (3, 5), (4, 7), (5, 4), (14, 5), (15, 6), (16, 3), (17, 5), (18, 4),
        ]
        for (of, value) in values { try save(value, daysFromToday: of - 24) }
        let asked = try diary.trends(measureIds: ["stress"], span: Span(from: "2026-11-01", to: "2026-11-18"))
        #expect(asked.period == Period(from: "2026-11-01", to: "2026-11-18"))
        let trend = try #require(asked.trends.first)
        #expect(asked.trends.count == 1)
        #expect(trend.directionLabel == "higher = worse")
        #expect(trend.n == 10)
        #expect(trend.nMissing == 8)
        #expect(trend.points.map(\.day) == values.map { $0.day < 10 ? "2026-11-0\($0.day)" : "2026-11-\($0.day)" })
        #expect(trend.points.map(\.value) == values.map { Double($0.value) })
        // 1 November 2026 is 20,758 days after 1970-01-01: `date -u -d 2026-11-01 +%s` / 86,400.
        #expect(trend.points.first?.dayNumber == 20_758)
        #expect(trend.gaps == [Gap(from: "2026-11-06", to: "2026-11-13", fromNumber: 20_763, toNumber: 20_770, days: 8)])
        // Sorted: 3 4 4 5 5 5 5 6 6 7, so the median is 5.
        #expect(trend.median == 5)
        #expect(trend.level == .silent(silence: Silence(code: "too_few", have: 10, need: 20)))
        guard case let .silent(silence) = trend.drift else {
            Issue.record("ten values have a drift: \(trend.drift)")
            return
        }
        #expect(silence.code == "too_few")
        #expect(trend.sentences.first?.text.contains("Stress") == true)
        #expect(trend.cautions == [])
    }

    @Test("sixty days have a level with a band on every day and a drift with an interval")
    func figures() throws {
        // Falls by one every ten days with an uneven remainder, so that there is something to estimate.
        let wobble: [Int64] = [0, 1, -1, 1, 0, -1, 0, 1, -1, 0, 1, 0, -1, 1]
        for of in 0..<60 { try save(8 - Int64(of / 10) + wobble[of % 14], daysFromToday: Int64(of) - 60) }
        let trend = try #require(try diary.trends(measureIds: ["stress"], span: Span()).trends.first)
        guard case let .drawn(band) = trend.level, case let .estimated(drift) = trend.drift else {
            Issue.record("sixty values are silent: \(trend.level), \(trend.drift)")
            return
        }
        #expect(band.days.count == 60)
        #expect(band.days.allSatisfy { $0.low <= $0.level && $0.level <= $0.high })
        // By construction 3 points in 30 days, and the interval leaves 0 out.
        #expect(drift.interval.low <= -3 && -3 <= drift.interval.high && drift.interval.high < 0, "\(drift)")
        #expect(drift.n == 60)
    }

    @Test("a diary without entries has no period, and days that are none are refused")
    func noEntries() throws {
        #expect(try diary.trends(measureIds: [], span: Span()) == Trends(period: nil, trends: []))
        #expect {
            try diary.trends(measureIds: [], span: Span(from: "2026-02-30"))
        } throws: { isInvalid($0) }
    }
}
