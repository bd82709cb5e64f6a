//! What the history of entries shows, a month at a time.

import TidemarkBindings

/// The history of entries, a month at a time.
public struct HistoryState: Hashable, Sendable, Copied {
    /// The month on screen; none until it was read.
    public internal(set) var shown: MonthPage?
    /// Whether the month stands as a list of days instead of a grid.
    public internal(set) var asList = false
    /// Why a month could not be read; the one before stays on screen.
    public internal(set) var problem: Problem?
    /// The month that was asked for last; an answer about another one is late and not shown.
    public internal(set) var asked: YearMonth?

    public init() {}
}

/// One month as the core tells it.
public struct MonthPage: Hashable, Sendable {
    public let month: YearMonth
    /// The day of the person now, as the core decided it.
    public let today: LogicalDate
    /// Every day of the month in order.
    public let days: [MonthDay]
    public let before: Neighbour?
    public let after: Neighbour?
    /// The words every screen of a made-up diary shows.
    public let sampleLabel: String?

    /// Whether the month holds no entry at all.
    public var empty: Bool { days.allSatisfy(\.holdsNothing) }

    /// The days of the list: all that have come, and later ones with something planned.
    public var listed: [MonthDay] { days.filter(opens) }

    /// Whether the entries of a day can be opened: a day that has come, or one with something planned.
    public func opens(_ day: MonthDay) -> Bool { day.day <= today.iso || !day.holdsNothing }
}

/// The nearest month with entries on one side; `empty` months without any lie between.
public struct Neighbour: Hashable, Sendable {
    public let month: YearMonth
    public let empty: Int
}

extension MonthDay {
    /// Whether nothing at all stands on the day.
    public var holdsNothing: Bool {
        mark == .blank && checkIns == 0 && sessions == 0 && planned == 0 && others == 0
    }
}
