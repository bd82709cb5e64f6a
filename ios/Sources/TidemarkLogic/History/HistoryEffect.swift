//! What is read for the history screen: a month, and the nearest months that hold something.

import TidemarkBindings

public enum HistoryEffect: Hashable, Sendable {
    /// Reads a month and looks for its neighbours; none is the month of today.
    case readMonth(YearMonth?)
}

/// The history screen over a diary.
public func historyFeature(
    diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment
) -> Feature<HistoryState, HistoryEvent, HistoryEffect> {
    Feature(HistoryState(), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, diary: diary, now: now) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: HistoryEffect, diary: any OpenDiaryProtocol, now: () -> Moment) -> HistoryEvent {
    switch effect {
    case .readMonth(let month):
        reply { try diary.page(month, now()) }.event(HistoryEvent.monthRead, refused: HistoryEvent.monthNotRead)
    }
}

extension OpenDiaryProtocol {
    fileprivate func page(_ asked: YearMonth?, _ now: Moment) throws -> MonthPage {
        let today = try today(now: now)
        guard let present = YearMonth(day: today.day) else { throw DiaryError.Other(reason: "a day that is none") }
        let month = asked ?? present
        let reach = try reach(present)
        return MonthPage(
            month: month,
            today: LogicalDate(today.day),
            days: try days(month),
            before: try neighbour(month, by: -1, within: reach, present),
            after: try neighbour(month, by: 1, within: reach, present),
            sampleLabel: today.sampleLabel)
    }

    private func days(_ month: YearMonth) throws -> [MonthDay] {
        try self.month(year: Int32(month.year), month: UInt32(month.month)).days
    }

    /// From the month of the first entry to that of the last; today's is always among them.
    private func reach(_ present: YearMonth) throws -> ClosedRange<YearMonth> {
        // The core answers the first and last day of entries with any question about an open span; this one is the lightest.
        guard let measure = try measures().first,
            let covered = try changes(measureIds: [measure.id], span: Span()).period,
            let from = YearMonth(day: covered.from), let to = YearMonth(day: covered.to)
        else { return present...present }
        return min(from, present)...max(to, present)
    }

    /// The first month on a side that holds something; the present one counts even when it is empty.
    private func neighbour(
        _ month: YearMonth, by step: Int, within reach: ClosedRange<YearMonth>, _ present: YearMonth
    ) throws -> Neighbour? {
        var empty = 0
        var at = month.plus(months: step)
        while step < 0 ? at >= reach.lowerBound : at <= reach.upperBound {
            if at == present { return Neighbour(month: at, empty: empty) }
            if try days(at).contains(where: { !$0.holdsNothing }) { return Neighbour(month: at, empty: empty) }
            empty += 1
            at = at.plus(months: step)
        }
        return nil
    }
}

extension YearMonth {
    fileprivate init?(day: String) { self.init(String(day.prefix(7))) }
}
