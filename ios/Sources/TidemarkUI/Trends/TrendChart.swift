//! How does the trend of one measure look? Dots, a line that breaks where days are missing, the level in its band, and the marked
//! days under the axis. Nothing is computed here: points, gaps, weeks and level come from the core.

import Charts
import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The chart of one measure, one thing to a screen reader: it says the sentence of the core, and holds the audio graph.
struct TrendChart: View {
    let trend: Trend
    let markers: [Marker]

    @Environment(\.words) private var words
    @ScaledMetric(relativeTo: .caption) private var height = 150.0

    var body: some View {
        let axis = trend.axis
        VStack(alignment: .leading, spacing: 4) {
            HStack(alignment: .top, spacing: 6) {
                VStack(alignment: .trailing) {
                    Small(words.plain(axis.high))
                    Spacer(minLength: 0)
                    Small(words.plain(axis.middle))
                    Spacer(minLength: 0)
                    Small(words.plain(axis.low))
                }
                .frame(height: height)
                VStack(spacing: 2) {
                    ValuesChart(trend: trend, axis: axis).frame(height: height)
                    SessionLane(trend: trend, markers: markers.filter { $0.kind == .session })
                    LetterLane(trend: trend, markers: markers.filter { $0.kind != .session })
                }
            }
            Ends {
                Small(words.date(LogicalDate(trend.period.from)))
            } last: {
                Small(words.date(LogicalDate(trend.period.to)))
            }
        }
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(trend.sentences.first?.text ?? trend.label)
        .accessibilityChartDescriptor(TrendDescription(trend: trend, words: words))
    }
}

private struct Small: View {
    private let text: String
    @Environment(\.inks) private var inks

    init(_ text: String) { self.text = text }

    var body: some View { Text(text).font(.caption).foregroundStyle(inks.onSurfaceVariant.colour) }
}

/// Everything within the axes, from the back to the front.
private struct ValuesChart: View {
    let trend: Trend
    let axis: ChartAxis

    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    var body: some View {
        Chart {
            gaps
            level
            if trend.weekly { weeks } else { days }
        }
        .chartXScale(domain: trend.span)
        .chartYScale(domain: axis.low...axis.high)
        .chartXAxis(.hidden)
        .chartYAxis {
            AxisMarks(values: [axis.low, axis.middle, axis.high]) { AxisGridLine().foregroundStyle(inks.outlineVariant.colour) }
        }
        .chartLegend(.hidden)
    }

    private func day(_ place: Double) -> PlottableValue<Double> { .value(words.strings.trendsDay(), place) }

    private func value(_ value: Double) -> PlottableValue<Double> { .value(trend.label, value) }

    private func part(_ name: String, _ number: Int) -> PlottableValue<String> { .value(trend.label, "\(name) \(number)") }

    /// Missing days are seen: shaded between dashed edges, not left to look like nothing.
    @ChartContentBuilder private var gaps: some ChartContent {
        ForEach(trend.gaps, id: \.fromNumber) { gap in
            let (from, to) = (Double(gap.fromNumber) - 0.5, Double(gap.toNumber) + 0.5)
            RectangleMark(xStart: day(from), xEnd: day(to)).foregroundStyle(inks.surfaceContainer.colour)
            RuleMark(x: day(from)).foregroundStyle(inks.outline.colour).lineStyle(dashes)
            RuleMark(x: day(to)).foregroundStyle(inks.outline.colour).lineStyle(dashes)
        }
    }

    /// A series a run, so that neither band nor line goes on over a gap.
    @ChartContentBuilder private var level: some ChartContent {
        ForEach(numbered(trend.levelRuns)) { run in
            ForEach(run.items, id: \.dayNumber) { at in
                AreaMark(
                    x: day(Double(at.dayNumber)), yStart: value(axis.within(at.low)), yEnd: value(axis.within(at.high)),
                    series: part("band", run.id)
                ).foregroundStyle(inks.primaryContainer.colour)
            }
            ForEach(run.items, id: \.dayNumber) { at in
                LineMark(x: day(Double(at.dayNumber)), y: value(axis.within(at.level)), series: part("level", run.id))
                    .foregroundStyle(inks.onSurfaceVariant.colour).lineStyle(StrokeStyle(lineWidth: 2.5))
            }
        }
    }

    @ChartContentBuilder private var days: some ChartContent {
        ForEach(numbered(trend.runs)) { run in
            ForEach(run.items, id: \.dayNumber) { point in
                LineMark(x: day(Double(point.dayNumber)), y: value(point.value), series: part("days", run.id))
                    .foregroundStyle(inks.outline.colour).lineStyle(StrokeStyle(lineWidth: 1))
            }
        }
        ForEach(Array(trend.points.enumerated()), id: \.offset) { _, point in
            PointMark(x: day(Double(point.dayNumber)), y: value(point.value))
                .symbol { PointSign(shape: point.shape, size: trend.points.count > 45 ? 6 : 8) }
        }
    }

    /// A bar for the middle half of a week, a dot for its median.
    @ChartContentBuilder private var weeks: some ChartContent {
        ForEach(numbered(trend.weekRuns)) { run in
            ForEach(run.items, id: \.fromNumber) { week in
                LineMark(x: day(week.middle), y: value(week.median), series: part("weeks", run.id))
                    .foregroundStyle(inks.outline.colour).lineStyle(StrokeStyle(lineWidth: 1))
            }
        }
        ForEach(trend.weeks, id: \.fromNumber) { week in
            if !week.few {
                RuleMark(x: day(week.middle), yStart: value(week.q1), yEnd: value(week.q3))
                    .foregroundStyle(inks.primary.colour).lineStyle(StrokeStyle(lineWidth: 2))
            }
            PointMark(x: day(week.middle), y: value(week.median)).symbol { PointSign(shape: week.few ? .ring : .dot, size: 5) }
        }
    }
}

/// Things in order, each known by its number.
private struct Numbered<Item>: Identifiable {
    let id: Int
    let items: [Item]
}

private func numbered<Item>(_ runs: [[Item]]) -> [Numbered<Item>] { runs.enumerated().map { Numbered(id: $0.offset, items: $0.element) } }

/// A triangle for each session; of those that would lie on one another, the first.
private struct SessionLane: View {
    let trend: Trend
    let markers: [Marker]

    @Environment(\.words) private var words

    var body: some View {
        if !markers.isEmpty {
            Chart {
                ForEach(apart(markers.compactMap(\.place), least: trend.days / 60), id: \.self) { place in
                    PointMark(x: .value(words.strings.trendsSignSession(), place)).symbol { SessionSign() }
                }
            }
            .lane(trend)
            .frame(height: 10)
        }
    }
}

/// A letter for each medicine that changed and each event; an event that lasted has a line along its days.
private struct LetterLane: View {
    let trend: Trend
    let markers: [Marker]

    @Environment(\.words) private var words
    @Environment(\.inks) private var inks
    @ScaledMetric(relativeTo: .caption) private var letter = 14.0

    var body: some View {
        if !markers.isEmpty {
            VStack(spacing: 0) {
                Chart {
                    ForEach(Array(lasting.enumerated()), id: \.offset) { _, days in
                        RuleMark(
                            xStart: .value(words.strings.trendsSignEvent(), days.lowerBound),
                            xEnd: .value(words.strings.trendsSignEvent(), days.upperBound)
                        ).foregroundStyle(inks.onSurfaceVariant.colour).lineStyle(StrokeStyle(lineWidth: 2))
                    }
                }
                .lane(trend)
                .frame(height: 3)
                Chart {
                    letters(.medicine, words.strings.trendsMedicineLetter(), words.strings.trendsSignMedicine())
                    letters(.event, words.strings.trendsEventLetter(), words.strings.trendsSignEvent())
                }
                .lane(trend)
                .frame(height: letter)
            }
        }
    }

    private var lasting: [ClosedRange<Double>] {
        markers.filter { $0.lastDay != nil }.compactMap { mark in
            guard let first = mark.place, let last = mark.lastDayNumber else { return nil }
            let (from, to) = (max(trend.span.lowerBound, first - 0.5), min(trend.span.upperBound, Double(last) + 0.5))
            return from <= to ? from...to : nil
        }
    }

    private func letters(_ kind: MarkerKind, _ sign: String, _ name: String) -> some ChartContent {
        let places = markers.filter { $0.kind == kind }.compactMap(\.place).map { min(max($0, trend.span.lowerBound), trend.span.upperBound) }
        // Some twenty letters stand beside each other in the width of a phone, fewer when they are larger.
        return ForEach(apart(places, least: trend.days * letter / 300), id: \.self) { place in
            PointMark(x: .value(name, place)).symbol { LetterSign(sign) }
        }
    }
}

extension Marker {
    fileprivate var place: Double? { dayNumber.map(Double.init) }
}

extension Trend {
    fileprivate var days: Double { span.upperBound - span.lowerBound }
}

extension View {
    /// A strip under a chart, over the same days.
    fileprivate func lane(_ trend: Trend) -> some View {
        chartXScale(domain: trend.span).chartXAxis(.hidden).chartYAxis(.hidden).chartLegend(.hidden)
    }
}
