import Accessibility
import Charts
import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of the trends")
@MainActor
struct TrendsViewTests {
    private func screen(_ state: TrendsState, _ go: Go = .nowhere, _ send: @escaping Send<TrendsEvent> = { _ in }) -> Mounted {
        Mounted(NavigationStack { Shell("Trends", .nowhere) { TrendsView(state, send, go) } })
    }

    /// The chart of values of the measure whose panel comes first.
    private func values(_ state: TrendsState) throws -> Node {
        try #require(screen(state).tree.all.first { $0.marks != nil && $0.yScale != nil })
    }

    private func marks(_ state: TrendsState) throws -> [DrawnMark] { try values(state).marks ?? [] }

    private func graph(_ state: TrendsState) throws -> AXChartDescriptor {
        try #require(screen(state).tree.all.compactMap(\.audioGraph).first).makeChartDescriptor()
    }

    /// Days of the sample, from its first as 0.
    private func days(_ marks: [DrawnMark]) -> [Double] { marks.flatMap(\.x).map { $0 - Double(Sample.firstDay) } }

    @Test("a chart says the sentence of the core, and says it once")
    func once() {
        let labels = screen(TrendsPreviews.filled).elements.map(\.label)
        #expect(labels.filter { $0 == Sample.stressSentence }.count == 1)
        // What comes after it is said beside the chart: the drift of the two that are drawn.
        #expect(labels.filter { $0 == Sample.driftSentence }.count == 2)
    }

    @Test("a chart has a dot for each value and none for a day without one")
    func dots() throws {
        let chart = try values(TrendsPreviews.filled)
        let dots = (chart.marks ?? []).filter { $0.kind == .point }
        // Of the 90 days 73 have a value, counted in the sample: 27, 19 and 27 of thirty each.
        #expect(dots.count == 73)
        #expect(Set(days(dots)).isDisjoint(with: (30...38).map(Double.init)))
        #expect(dots.flatMap(\.y).min() == 3)
        #expect(chart.xScale == Double(Sample.firstDay) - 0.5...Double(Sample.firstDay) + 89.5)
        #expect(chart.yScale == 0...10)
    }

    @Test("no line and no band goes over days that are missing")
    func broken() throws {
        let marks = try marks(TrendsPreviews.filled)
        let series = Dictionary(grouping: marks.filter { $0.series != nil }) { $0.series ?? "" }
        let lines = series.filter { $0.value.first?.kind == .line && $0.key.hasPrefix("days") }.values.map(days).sorted { $0[0] < $1[0] }
        // Broken by the gap of nine days, and where the value of somebody else stands beside a missing day.
        #expect(lines.map { [$0.first, $0.last] } == [[0, 29], [39, 49], [52, 89]])
        for (name, joined) in series {
            let places = days(joined)
            #expect(!(places.contains { $0 < 30 } && places.contains { $0 > 38 }), "\(name) goes over the gap")
            #expect(!places.contains { (30...38).contains($0) }, "\(name) stands in the gap")
        }
        #expect(series.keys.filter { $0.hasPrefix("level") }.count == 2)
        #expect(series.keys.filter { $0.hasPrefix("band") }.count == 2)
        // The gap itself is seen.
        #expect(marks.filter { $0.kind == .rectangle }.map { days([$0]) } == [[29.5, 38.5]])
    }

    @Test("nothing is drawn outside the scale")
    func within() throws {
        // A level of 10.2 on its first day, and a band up to 11: beyond a scale that ends at 10.
        let high = Sample.trend("stress", "Stress", .higherWorse, Sample.stressSentence, raised: 3.2)
        let page = TrendsPage(stretch: .days90, period: Sample.quarter, trends: [high], markers: [], sampleLabel: nil)
        let chart = try values(TrendsPreviews.read(page))
        #expect(chart.yScale == 0...10)
        let heights = (chart.marks ?? []).flatMap(\.y)
        #expect(heights.max() == 10 && heights.allSatisfy { (0...10).contains($0) })
    }

    @Test("the audio graph holds every value and nothing between them")
    func heard() throws {
        let heard = try graph(TrendsPreviews.filled)
        #expect(heard.title == "Stress")
        #expect(heard.summary == Sample.stressSentence)
        #expect(heard.series.map(\.name) == ["Stress", "by somebody else"])
        #expect(heard.series.map(\.dataPoints.count) == [72, 1])
        // One tone a value: a tone that glides would sound over the gap.
        #expect(heard.series.allSatisfy { !$0.isContinuous })
        let points = heard.series.flatMap(\.dataPoints)
        let gap = Double(Sample.firstDay) + 30...Double(Sample.firstDay) + 38
        #expect(!points.contains { gap.contains($0.xValue.number) })
        #expect(points.allSatisfy { ($0.yValue?.number ?? 0) >= 3 })
    }

    @Test("the axes of the audio graph speak in days and in the unit of the measure")
    func axes() throws {
        let heard = try graph(TrendsPreviews.filled)
        let across = try #require(heard.xAxis as? AXNumericDataAxisDescriptor)
        let up = try #require(heard.yAxis)
        #expect(across.valueDescriptionProvider(Double(Sample.firstDay)) == "27 Aug 2026")
        #expect(up.title == "higher is worse")
        #expect(up.range == 0...10)
        #expect(up.valueDescriptionProvider(6.5) == "6.5")
        let sleep = Sample.trend("sleep_duration", "Hours of sleep", .neutral, "", unit: .hour, scaleMax: 24, points: [Sample.point(0, 7.25)])
        let hours = TrendDescription(trend: sleep, words: Words()).makeChartDescriptor()
        #expect(hours.yAxis?.valueDescriptionProvider(7.25) == "7 h 15")
    }

    @Test("a graph that is there already takes the values of other days")
    func renewed() {
        let first = TrendDescription(trend: Sample.stressTrend, words: Words()).makeChartDescriptor()
        TrendDescription(trend: Sample.yearTrend, words: Words()).updateChartDescriptor(first)
        // 48 weeks with values.
        #expect(first.series.map(\.dataPoints.count) == [48])
        #expect((first.xAxis as? AXNumericDataAxisDescriptor)?.range.upperBound == Double(Sample.firstDay) + 89.5)
    }

    @Test("a year is drawn in weeks, and a thin week has no bar")
    func weeks() throws {
        let marks = try marks(TrendsPreviews.year)
        #expect(marks.filter { $0.kind == .point }.count == 48)
        #expect(marks.filter { $0.kind == .rule }.count == 47)
        let lines = Set(marks.filter { $0.kind == .line }.compactMap(\.series))
        #expect(lines.count == 2)
    }

    @Test("sessions, medicines and events stand under the axis, over the same days")
    func lanes() throws {
        let lanes = screen(TrendsPreviews.filled).tree.all.filter { $0.marks != nil && $0.yScale == nil }.prefix(3)
        let scale = try values(TrendsPreviews.filled).xScale
        #expect(lanes.allSatisfy { $0.xScale == scale })
        let marks = lanes.map { $0.marks ?? [] }
        // Days from 27 August: 3 Sept is 7, 15 Oct 49, 5 Nov 70; the event from 29 to 38; the medicine on 54.
        #expect(marks.map(days) == [[7, 49, 70], [28.5, 38.5], [54, 29]])
    }

    @Test("every panel has its count, its dates and what a higher number means")
    func panels() {
        let labels = screen(TrendsPreviews.filled).elements.map(\.label)
        func count(_ text: String) -> Int { labels.filter { $0 == text }.count }
        #expect(count("27 Aug 2026 to 24 Nov 2026") == 3)
        #expect(count("higher is worse") == 2)
        #expect(count("higher is better") == 1)
        #expect(count("n 2") == 1)
    }

    @Test("two values are listed and not drawn")
    func few() {
        let screen = screen(TrendsPreviews.filled)
        #expect(screen.elements.contains { $0.label == Sample.painSentence })
        #expect(screen.tree.all.compactMap(\.audioGraph).count == 2)
        #expect(!screen.elements.contains { $0.label == "Show Pain as table" })
    }

    @Test("taps send what they say and lead where they say")
    func taps() {
        var sent: [TrendsEvent] = []
        var gone: [Place] = []
        let screen = screen(TrendsPreviews.filled, Go(to: { gone.append($0) })) { sent.append($0) }
        #expect(screen.elements.contains { $0.label == "90 days" && $0.traits.contains(.isSelected) && $0.containers == ["Days shown"] })
        for tap in ["1 year", "Show Stress as table", "List the marked days", "History", "Insights"] { #expect(screen.tap(tap), "\(tap)") }
        #expect(sent == [.stretchChosen(.year), .tableChosen(measure: "stress", on: true), .markersListed(on: true)])
        #expect(gone == [.history, .insights])
    }

    @Test("the table holds the values of the chart, the latest first, and has no chart beside it")
    func table() {
        let screen = screen(TrendsPreviews.table)
        let rows = screen.elements.map(\.label).filter { $0.contains("2026, ") && $0.contains("written") }
        // The last two of the days: `43` at its end. The 90th, at 89, was written later.
        #expect(rows.prefix(2) == ["24 Nov 2026, 3, written later", "23 Nov 2026, 4, written that day"])
        #expect(rows.count == 30)
        #expect(screen.elements.contains { $0.label == "Show earlier rows" })
        #expect(screen.elements.contains { $0.label == Sample.stressSentence })
        #expect(screen.tree.all.compactMap(\.audioGraph).count == 1)
    }

    @Test("marked days are named")
    func named() {
        let labels = screen(TrendsPreviews.year).elements.map(\.label)
        // The short name of September is the locale's, as the words have it.
        let (from, to) = (Words().date(LogicalDate("2026-09-25")), Words().date(LogicalDate("2026-10-04")))
        #expect(labels.contains("\(from) to \(to): event, travel"))
        #expect(labels.contains("20 Oct 2026: medicine changed, Sertraline"))
    }

    @Test("an error over what was read leaves it there and asks again")
    func error() {
        var sent: [TrendsEvent] = []
        let screen = screen(Sample.state(TrendsPreviews.filled, reduce, .pageNotRead(.busy))) { sent.append($0) }
        #expect(screen.tap("Try again"))
        #expect(sent == [.shown])
        #expect(screen.tree.all.compactMap(\.audioGraph).count == 2)
    }
}
