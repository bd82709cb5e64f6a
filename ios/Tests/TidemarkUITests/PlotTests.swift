import Testing
import TidemarkBindings

@testable import TidemarkUI

@Suite("Where the values of a chart stand")
struct PlotTests {
    private func trend(_ points: [TrendPoint], unit: MeasureUnit = .score, scaleMax: Double = 10) -> Trend {
        Sample.trend("a", "A", .neutral, "", unit: unit, scaleMax: scaleMax, points: points)
    }

    @Test("a line is broken where more than one day is missing")
    func broken() {
        let runs = trend([1, 2, 4, 7, 8].map { Sample.point($0, 5) }).runs
        // From 2 to 4 one day is missing, from 4 to 7 two are.
        #expect(runs.map { $0.map { $0.dayNumber - Sample.firstDay } } == [[1, 2, 4], [7, 8]])
    }

    @Test("values of somebody else are in no line")
    func proxy() {
        let runs = trend([Sample.point(1, 5), Sample.point(2, 5, proxy: true), Sample.point(3, 5)]).runs
        #expect(runs.map { $0.map { $0.dayNumber - Sample.firstDay } } == [[1, 3]])
    }

    @Test("no level is drawn over a gap")
    func levels() {
        // The sample has 90 days, and no value on the nine from its 31st on.
        #expect(Sample.stressTrend.levelRuns.map(\.count) == [30, 51])
    }

    @Test("weeks are joined as long as none lies empty between them")
    func weeks() {
        // Of 52 weeks the 21st to the 24th are empty.
        #expect(Sample.yearTrend.weekRuns.map(\.count) == [20, 28])
    }

    @Test("a score stands on its whole scale and hours around what was given")
    func axes() {
        #expect(Sample.stressTrend.axis == ChartAxis(low: 0, high: 10))
        func hours(_ values: Double...) -> ChartAxis {
            trend(values.enumerated().map { Sample.point($0.offset, $0.element) }, unit: .hour, scaleMax: 24).axis
        }
        #expect(hours(6.5, 8.25) == ChartAxis(low: 5, high: 10))
        #expect(hours(0, 24) == ChartAxis(low: 0, high: 24))
        #expect(trend([], unit: .hour, scaleMax: 24).axis == ChartAxis(low: 0, high: 24))
    }

    @Test("a shape says how a value was written and by whom")
    func shapes() {
        let points = [
            Sample.point(1, 5), Sample.point(1, 5, mode: .late(delayMin: 10)), Sample.point(1, 5, mode: .backfill(delayMin: 2000)),
            Sample.point(1, 5, mode: .imported), Sample.point(1, 5, proxy: true),
        ]
        #expect(points.map(\.shape) == [.dot, .dot, .ring, .ring, .square])
    }

    @Test("of signs that would lie on one another the first is kept")
    func spaced() { #expect(apart([1, 2, 3.5, 4, 6], least: 2) == [1, 3.5, 6]) }
}
