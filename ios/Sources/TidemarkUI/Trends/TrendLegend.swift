//! What do the signs of a chart mean? Only those that occur.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

struct TrendLegend: View {
    let trend: Trend
    let markers: [Marker]

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        let shapes = trend.weekly ? [] : Set(trend.points.map(\.shape))
        Flow(spacing: 12) {
            if shapes.contains(.dot) { Sign(strings.trendsSignDot()) { PointSign(shape: .dot) } }
            if shapes.contains(.ring) { Sign(strings.trendsSignRing()) { PointSign(shape: .ring) } }
            if shapes.contains(.square) { Sign(strings.trendsSignSquare()) { PointSign(shape: .square) } }
            if trend.weeks.contains(where: { !$0.few }) { Sign(strings.trendsSignWeek()) { WeekSign() } }
            if trend.weeks.contains(where: \.few) { Sign(strings.trendsSignFew()) { PointSign(shape: .ring, size: 6) } }
            if let band = trend.band { Sign(strings.trendsSignLevel(level: words.whole(Int((band.level * 100).rounded())))) { LevelSign() } }
            if !trend.gaps.isEmpty { Sign(strings.trendsSignGap()) { GapSign() } }
            if holds(.session) { Sign(strings.trendsSignSession()) { SessionSign() } }
            if holds(.medicine) { Sign(strings.trendsSignMedicine()) { LetterSign(strings.trendsMedicineLetter()) } }
            if holds(.event) { Sign(strings.trendsSignEvent()) { LetterSign(strings.trendsEventLetter()) } }
        }
    }

    private func holds(_ kind: MarkerKind) -> Bool { markers.contains { $0.kind == kind } }
}
