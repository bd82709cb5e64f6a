//! A made-up quarter and a made-up year, as the core would tell them; the same as in Android's tests.

#if DEBUG
    import TidemarkBindings

    @testable import TidemarkLogic

    extension Sample {
        /// 27 August 2026, the first of 90 days up to 24 November.
        static let firstDay: Int32 = 20_692

        /// A digit a day, `-` for a day without a value.
        private static let days = "7687-76568776567-65876-5667766" + "---------5665-5645564-56455445" + "54-45435445-344533-44534343443"

        static let stressSentence = "Stress: median 7 in the first 14 days (n 12) and 4 in the last 14 (n 12); lowest 3, highest 8."
        static let moodSentence = "Mood: median 5 (n 80); lowest 3, highest 8."
        static let painSentence = "Pain: 4 on 20 Nov, 5 on 22 Nov. Too few to summarise."
        static let driftSentence =
            "Estimated drift −1.1 points per 30 days (95 % interval −1.5 to −0.7), taking into account that neighbouring days are alike."

        static let stressTrend = trend("stress", "Stress", .higherWorse, stressSentence)
        static let moodTrend = trend("mood", "Mood", .higherBetter, moodSentence)

        /// Two values: listed, not drawn.
        static let fewTrend = Trend(
            measureId: "pain", measureVersion: 1, label: "Pain", frame: .dayOverall, unit: .score, direction: .higherWorse,
            directionLabel: "", scaleMin: 0, scaleMax: 10, period: quarter, n: 2, nMissing: 88,
            entryModes: EntryModes(live: 2, late: 0, backfill: 0, imported: 0), proxy: 0,
            points: [point(85, 4), point(87, 5)], weeks: [], gaps: [gap(0, 84)], min: 4, max: 5, median: nil, firstDays: nil, lastDays: nil,
            level: .silent(silence: Silence(code: "too_few", have: 2, need: 20)), drift: .silent(silence: tooFew), cautions: [],
            sentences: [Sentence(id: "sentence.trend", text: painSentence)])

        /// A year in weeks: the seventh of them thin, four of them empty.
        static let yearTrend: Trend = {
            let monday: Int32 = 20_416
            let weeks = (0..<52).filter { !(20...23).contains($0) }.map { (at: Int) -> Week in
                let from = monday + Int32(at) * 7
                let median = 6 + Double(at % 5) * 0.5 - Double(at) * 0.05
                return Week(
                    from: iso(from), to: iso(from + 6), fromNumber: from, toNumber: from + 6, n: at == 6 ? 2 : 5, median: median,
                    q1: median - 1, q3: median + 0.5)
            }
            return Trend(
                measureId: "stress", measureVersion: 1, label: "Stress", frame: .dayOverall, unit: .score, direction: .higherWorse,
                directionLabel: "", scaleMin: 0, scaleMax: 10, period: Period(from: "2025-11-25", to: "2026-11-24"), n: 240, nMissing: 125,
                entryModes: EntryModes(live: 240, late: 0, backfill: 0, imported: 0), proxy: 0, points: stressTrend.points, weeks: weeks,
                gaps: [], min: 3, max: 8, median: 5, firstDays: nil, lastDays: nil,
                level: .silent(silence: Silence(code: "span_too_long", have: nil, need: nil)), drift: .silent(silence: tooFew), cautions: [],
                sentences: stressTrend.sentences)
        }()

        static let markers = [
            Marker(kind: .session, day: "2026-09-03", lastDay: nil, words: "part.style.swedish", coded: true),
            Marker(kind: .event, day: "2026-09-25", lastDay: "2026-10-04", words: "part.event.travel", coded: true),
            Marker(kind: .session, day: "2026-10-15", lastDay: nil, words: "part.style.shiatsu", coded: true),
            Marker(kind: .medicine, day: "2026-10-20", lastDay: nil, words: "Sertraline", coded: false),
            Marker(kind: .session, day: "2026-11-05", lastDay: nil, words: "part.style.swedish", coded: true),
        ]

        static let quarter = Period(from: "2026-08-27", to: "2026-11-24")
        static let tooFew = Silence(code: "too_few", have: nil, need: nil)

        static func point(_ at: Int, _ value: Double, mode: EntryMode = .live, proxy: Bool = false) -> TrendPoint {
            let day = firstDay + Int32(at)
            return TrendPoint(day: iso(day), dayNumber: day, value: value, mode: mode, proxy: proxy, ratings: 1)
        }

        static func gap(_ from: Int, _ to: Int) -> Gap {
            let (first, last) = (firstDay + Int32(from), firstDay + Int32(to))
            return Gap(from: iso(first), to: iso(last), fromNumber: first, toNumber: last, days: UInt32(to - from + 1))
        }

        private static func iso(_ day: Int32) -> String { LogicalDate(number: Int(day)).iso }

        static func trend(
            _ id: String, _ label: String, _ direction: Direction, _ sentence: String, unit: MeasureUnit = .score, scaleMax: Double = 10,
            points given: [TrendPoint]? = nil, raised: Double = 0
        ) -> Trend {
            let points =
                given
                ?? days.enumerated().compactMap { at, digit in
                    digit.wholeNumberValue.map { value in
                        point(
                            at, Double(value), mode: at % 17 == 4 ? .backfill(delayMin: 3000) : at % 11 == 3 ? .late(delayMin: 300) : .live,
                            proxy: at == 50)
                    }
                }
            let level = (0..<90).map { (at: Int) -> LevelDay in
                let middle = 7 - Double(at) * 0.036 + raised
                let half = 0.7 + Double(abs(at - 34)) * 0.008
                return LevelDay(dayNumber: firstDay + Int32(at), level: middle, low: middle - half, high: middle + half)
            }
            let own = UInt32(points.filter { !$0.proxy }.count)
            return Trend(
                measureId: id, measureVersion: 1, label: label, frame: .dayOverall, unit: unit, direction: direction, directionLabel: "",
                scaleMin: 0, scaleMax: scaleMax, period: quarter, n: own, nMissing: 90 - own,
                entryModes: EntryModes(live: own, late: 0, backfill: 0, imported: 0), proxy: UInt32(points.count) - own, points: points,
                weeks: [], gaps: [gap(30, 38)], min: 3, max: 8, median: 5, firstDays: nil, lastDays: nil,
                level: .drawn(
                    band: LevelBand(method: Method(name: "local-level", variant: "smoothed"), level: 0.95, days: level, cautions: [])),
                drift: .silent(silence: tooFew), cautions: [],
                sentences: [Sentence(id: "sentence.trend", text: sentence), Sentence(id: "sentence.drift", text: driftSentence)])
        }
    }
#endif
