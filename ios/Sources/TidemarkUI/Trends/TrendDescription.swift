//! What does a chart say to whoever listens? The sentence of the core, and its values as an audio graph.

import Accessibility
import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The audio graph of a trend. It holds what the chart draws and nothing else: a day without a value has no point, and no tone glides
/// over it, since no series is continuous.
struct TrendDescription: AXChartDescriptorRepresentable {
    let trend: Trend
    let words: Words

    func makeChartDescriptor() -> AXChartDescriptor {
        AXChartDescriptor(title: trend.label, summary: summary, xAxis: days, yAxis: values, additionalAxes: [], series: series)
    }

    // A descriptor is made once for a view; another stretch of days changes the one that is there.
    func updateChartDescriptor(_ descriptor: AXChartDescriptor) {
        descriptor.title = trend.label
        descriptor.summary = summary
        descriptor.xAxis = days
        descriptor.yAxis = values
        descriptor.series = series
    }

    private var summary: String? { trend.sentences.first?.text }

    private var days: AXNumericDataAxisDescriptor {
        AXNumericDataAxisDescriptor(title: words.strings.trendsDay(), range: trend.span, gridlinePositions: []) { [words] place in
            words.date(LogicalDate(number: Int(exactly: place.rounded()) ?? 0))
        }
    }

    private var values: AXNumericDataAxisDescriptor {
        let axis = trend.axis
        return AXNumericDataAxisDescriptor(
            title: words.direction(trend.direction), range: axis.low...axis.high, gridlinePositions: [axis.low, axis.middle, axis.high]
        ) { [words, unit = trend.unit] in words.value(unit, $0) }
    }

    private var series: [AXDataSeriesDescriptor] {
        if trend.weekly { return [AXDataSeriesDescriptor(name: trend.label, isContinuous: false, dataPoints: trend.weeks.map(point))] }
        let own = trend.points.filter { !$0.proxy }
        let others = trend.points.filter(\.proxy)
        return [(trend.label, own), (words.strings.trendsSignSquare(), others)].filter { !$0.1.isEmpty }.map { name, points in
            AXDataSeriesDescriptor(name: name, isContinuous: false, dataPoints: points.map(point))
        }
    }

    private func point(_ point: TrendPoint) -> AXDataPoint {
        AXDataPoint(x: Double(point.dayNumber), y: point.value, label: words.written(point))
    }

    private func point(_ week: Week) -> AXDataPoint {
        AXDataPoint(
            x: week.middle, y: week.median, label: words.strings.trendsMarker(day: words.days(week), what: words.strings.trendsN(n: String(week.n))))
    }
}
