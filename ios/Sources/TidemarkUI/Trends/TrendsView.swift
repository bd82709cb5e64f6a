//! What do the trends look like? A panel for each measure, over the days chosen at the top.

import SwiftUI
import TidemarkBindings
import TidemarkLogic
import TidemarkStrings

public struct TrendsView: View {
    private let state: TrendsState
    private let send: Send<TrendsEvent>
    private let go: Go

    @Environment(\.words) private var words

    public init(_ state: TrendsState, _ send: @escaping Send<TrendsEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        let strings = words.strings
        Flow {
            Deed(strings.trendsHistory(), wide: false) { go.to(.history) }
            Deed(strings.trendsInsights(), wide: false) { go.to(.insights) }
        }
        Choices(strings.trendsStretch(), Stretch.allCases.map { ($0, strings.name($0)) }, chosen: state.stretch) {
            send(.stretchChosen($0))
        }
        if let problem = state.problem { ProblemCard(problem) { send(.shown) } }
        if let page = state.page {
            if page.trends.isEmpty { Text(strings.trendsEmpty()) }
            ForEach(page.trends, id: \.measureId) { trend in
                Panel(trend: trend, markers: page.markers, rows: state.tables[trend.measureId], send: send)
                Divider()
            }
            if !page.trends.isEmpty {
                Markers(markers: page.markers, listed: state.markersListed, send: send)
                Aside(strings.trendsAssociations())
            }
        } else if state.problem == nil {
            Told(strings.appLoading())
        }
    }
}

extension Strings {
    fileprivate func name(_ stretch: Stretch) -> String {
        switch stretch {
        case .days30: trendsDays30()
        case .days90: trendsDays90()
        case .year: trendsYear()
        case .all: trendsAll()
        }
    }
}

/// One measure: what it rests on, its chart or its table, and what the core says about it.
private struct Panel: View {
    let trend: Trend
    let markers: [Marker]
    /// Rows of the table; none while it is a chart.
    let rows: Int?
    let send: Send<TrendsEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        let chart = trend.drawn && rows == nil
        VStack(alignment: .leading, spacing: 8) {
            Ends {
                Heading(trend.label)
            } last: {
                Aside(words.direction(trend.direction))
            }
            Aside(strings.trendsDates(from: words.date(LogicalDate(trend.period.from)), to: words.date(LogicalDate(trend.period.to))))
            Aside(strings.trendsN(n: String(trend.n)))
            if trend.nMissing > 0 { Aside(strings.trendsMissing(n: Int(trend.nMissing))) }
            if chart {
                TrendChart(trend: trend, markers: markers)
                TrendLegend(trend: trend, markers: markers)
            } else if let rows {
                TrendTable(trend: trend, rows: rows) { send(.moreRows(measure: trend.measureId)) }
            }
            ForEach(Array(trend.sentences.enumerated()), id: \.offset) { at, sentence in
                // The chart says its first sentence itself: it is not to be heard twice.
                Text(sentence.text).font(.subheadline).accessibilityHidden(chart && at == 0)
            }
            if trend.drawn { tableButton }
        }
    }

    private var tableButton: some View {
        let strings = words.strings
        let toTable = rows == nil
        return Deed(
            toTable ? strings.trendsShowTable() : strings.trendsShowChart(),
            spoken: toTable ? strings.trendsTableSpoken(label: trend.label) : strings.trendsChartSpoken(label: trend.label), wide: false
        ) { send(.tableChosen(measure: trend.measureId, on: toTable)) }
    }
}

/// Sessions, changes of medicines and events as a list: what the markers under the axes are.
private struct Markers: View {
    let markers: [Marker]
    let listed: Bool
    let send: Send<TrendsEvent>

    @Environment(\.words) private var words

    var body: some View {
        if !markers.isEmpty {
            VStack(alignment: .leading, spacing: 8) {
                if listed {
                    Heading(words.strings.trendsMarkers())
                    ForEach(Array(markers.enumerated()), id: \.offset) { _, mark in Text(words.marker(mark)).font(.subheadline) }
                }
                WayOut(listed ? words.strings.trendsHideMarkers() : words.strings.trendsShowMarkers()) {
                    send(.markersListed(on: !listed))
                }
            }
        }
    }
}

extension Words {
    fileprivate func marker(_ mark: Marker) -> String {
        let kind =
            switch mark.kind {
            case .session: strings.trendsSignSession()
            case .medicine: strings.trendsSignMedicine()
            case .event: strings.trendsSignEvent()
            }
        let own = mark.words.flatMap { mark.coded ? strings.named($0) : $0 }
        let what = [kind, own].compactMap { $0 }.joined(separator: ", ")
        let from = date(LogicalDate(mark.day))
        return mark.lastDay.map { strings.trendsMarkerDays(from: from, to: date(LogicalDate($0)), what: what) }
            ?? strings.trendsMarker(day: from, what: what)
    }
}
