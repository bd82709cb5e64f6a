//! How is a value of a trend written?

import TidemarkBindings
import TidemarkLogic

extension Words {
    /// A value in its measure's unit: 6.5 or 7 h 15.
    func value(_ unit: MeasureUnit, _ value: Double) -> String { unit == .hour ? hours(milli(value)) : plain(value) }

    /// A number without its unit, as an axis has it.
    func plain(_ value: Double) -> String { number(milli(value)) }

    /// How a value was written.
    func written(_ mode: EntryMode) -> String {
        switch mode {
        case .live: strings.historyFull()
        case .late: strings.historyHalf()
        case .backfill: strings.historyRing()
        case .imported: strings.entriesImported()
        }
    }

    /// How a point was written, and by whom when it was somebody else.
    func written(_ point: TrendPoint) -> String {
        [written(point.mode), point.proxy ? strings.trendsSignSquare() : nil].compactMap { $0 }.joined(separator: ", ")
    }

    /// The days of a week: 23 Nov to 29 Nov 2026.
    func days(_ week: Week) -> String {
        strings.trendsDates(from: dayOfMonth(LogicalDate(week.from)), to: date(LogicalDate(week.to)))
    }
}

private func milli(_ value: Double) -> Int64 { Int64((value * 1000).rounded()) }
