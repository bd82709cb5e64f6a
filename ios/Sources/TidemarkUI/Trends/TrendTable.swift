//! Which values does a chart hold? Its twin as a table, the latest first.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

struct TrendTable: View {
    let trend: Trend
    /// Rows that are shown.
    let rows: Int
    let onMore: @MainActor () -> Void

    @Environment(\.words) private var words

    var body: some View {
        let lines = trend.weekly ? trend.weeks.reversed().map(line) : trend.points.reversed().map(line)
        VStack(alignment: .leading, spacing: 0) {
            Line(cells: head).bold()
            ForEach(Array(lines.prefix(rows).enumerated()), id: \.offset) { _, line in
                Divider()
                Line(cells: line)
            }
            if lines.count > rows { WayOut(words.strings.trendsMoreRows(), onMore) }
        }
    }

    private var head: [String] {
        let strings = words.strings
        return trend.weekly
            ? [strings.trendsWeek(), strings.trendsMiddle(), strings.trendsQuartiles(), strings.trendsCount()]
            : [strings.trendsDay(), strings.trendsValue(), strings.trendsWritten()]
    }

    private func line(_ point: TrendPoint) -> [String] {
        [words.date(LogicalDate(point.day)), words.value(trend.unit, point.value), words.written(point)]
    }

    private func line(_ week: Week) -> [String] {
        let quartiles = words.strings.trendsRange(low: words.value(trend.unit, week.q1), high: words.value(trend.unit, week.q3))
        return [words.days(week), words.value(trend.unit, week.median), quartiles, String(week.n)]
    }
}

/// A row reads as one; at large fonts its cells stand below one another.
private struct Line: View {
    let cells: [String]

    @Environment(\.dynamicTypeSize) private var size

    var body: some View {
        Group {
            if size.isAccessibilitySize {
                VStack(alignment: .leading, spacing: 2) { texts }
            } else {
                HStack(alignment: .firstTextBaseline, spacing: 8) { texts }
            }
        }
        .font(.subheadline)
        .padding(.vertical, 8)
        .accessibilityElement(children: .combine)
    }

    private var texts: some View {
        ForEach(Array(cells.enumerated()), id: \.offset) { _, cell in Text(cell).frame(maxWidth: .infinity, alignment: .leading) }
    }
}
