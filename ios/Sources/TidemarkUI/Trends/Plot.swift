//! Where do the values of a trend stand in its chart, and which of them does a line join? Nothing is computed about them: points,
//! gaps, weeks and level are the core's.

import TidemarkBindings
import TidemarkLogic

/// The values a chart stands between.
struct ChartAxis: Hashable, Sendable {
    let low: Double
    let high: Double

    var middle: Double { (low + high) / 2 }

    /// As far as it lies between the ends; a band may reach beyond its scale.
    func within(_ value: Double) -> Double { min(max(value, low), high) }
}

/// Shape of a value.
enum PointShape: Hashable, Sendable {
    case dot, ring, square
}

/// Values further apart than this many days are not joined; the report draws the same.
private let joinedDays: Int32 = 2

/// Neighbouring weeks are joined, also where one of them is cut by the end of the period.
private let daysBetweenWeeks: Int32 = 3

/// Fewer values in a week than this are a ring without a bar.
private let fewInWeek: UInt32 = 3

extension TrendPoint {
    /// A shape says how a value was written and by whom.
    var shape: PointShape {
        if proxy { return .square }
        switch mode {
        case .backfill, .imported: return .ring
        case .live, .late: return .dot
        }
    }
}

extension Week {
    /// Whether it holds too few values for a bar.
    var few: Bool { n < fewInWeek }

    /// Its place in a chart.
    var middle: Double { (Double(fromNumber) + Double(toNumber)) / 2 }
}

extension Trend {
    /// Whether it is drawn in weeks.
    var weekly: Bool { !weeks.isEmpty }

    /// The whole scale of a score. Hours stand between the whole hours around what was given, within the scale: 0 to 24 would hide
    /// a night.
    var axis: ChartAxis {
        let values = points.map(\.value)
        guard unit == .hour, let least = values.min(), let most = values.max() else { return ChartAxis(low: scaleMin, high: scaleMax) }
        return ChartAxis(low: Swift.max(scaleMin, least.rounded(.down) - 1), high: Swift.min(scaleMax, most.rounded(.up) + 1))
    }

    /// From the beginning of the first day to the end of the last.
    var span: ClosedRange<Double> {
        let first = LogicalDate(period.from).number ?? 0
        let last = LogicalDate(period.to).number ?? first
        return Double(first) - 0.5...Double(Swift.max(first, last)) + 0.5
    }

    /// The person's own values in runs that a line joins: it is broken where days are missing.
    var runs: [[TrendPoint]] { broken(points.filter { !$0.proxy }) { $1.dayNumber - $0.dayNumber > joinedDays } }

    /// Weeks in runs that a line joins.
    var weekRuns: [[Week]] { broken(weeks) { $1.fromNumber - $0.toNumber > daysBetweenWeeks } }

    /// The band of the level; none when none is drawn.
    var band: LevelBand? {
        switch level {
        case .drawn(let band): band
        case .silent: nil
        }
    }

    /// The level in runs: not drawn over a gap, whatever a model says about its days.
    var levelRuns: [[LevelDay]] {
        let known = (band?.days ?? []).filter { day in !gaps.contains { $0.fromNumber <= day.dayNumber && day.dayNumber <= $0.toNumber } }
        return broken(known) { $1.dayNumber - $0.dayNumber > 1 }
    }
}

private func broken<Item>(_ items: [Item], between: (Item, Item) -> Bool) -> [[Item]] {
    var runs: [[Item]] = []
    for item in items {
        if let last = runs.last?.last, !between(last, item) {
            runs[runs.count - 1].append(item)
        } else {
            runs.append([item])
        }
    }
    return runs
}

/// Those of `places` that are at least `least` from the one before; what would lie on one another is left out.
func apart(_ places: [Double], least: Double) -> [Double] {
    var kept: [Double] = []
    for place in places where kept.last.map({ place - $0 >= least }) ?? true { kept.append(place) }
    return kept
}
