//! What the trends show: a panel for each measure over the same days. No number is worked out here.

import TidemarkBindings

/// The trends: a panel for each measure over the same days.
public struct TrendsState: Hashable, Sendable, Copied {
    public internal(set) var stretch = Stretch.days90
    /// What was read last; none until then. Stays while another stretch is read.
    public internal(set) var page: TrendsPage?
    /// Measures whose panel is a table now, with how many rows it shows.
    public internal(set) var tables: [String: Int] = [:]
    /// Whether sessions, medicine changes and events are listed.
    public internal(set) var markersListed = false
    public internal(set) var problem: Problem?

    public init() {}
}

/// How many days back the charts go.
public enum Stretch: Hashable, Sendable, CaseIterable {
    case days30, days90, year, all

    /// Days up to today; none is from the first entry on.
    public var days: Int? {
        switch self {
        case .days30: 30
        case .days90: 90
        case .year: 365
        case .all: nil
        }
    }
}

/// Trends with the days they are about.
public struct TrendsPage: Hashable, Sendable {
    public let stretch: Stretch
    /// None when the diary has no entry.
    public let period: Period?
    public let trends: [Trend]
    /// What else happened in these days, in order.
    public let markers: [Marker]
    /// The words every screen of a made-up diary shows.
    public let sampleLabel: String?
}

/// Something that stands under the axis of every chart, on one day or from one to another.
public struct Marker: Hashable, Sendable {
    public let kind: MarkerKind
    /// The day or the first one, `YYYY-MM-DD`.
    public let day: String
    /// The last day, when it is another.
    public let lastDay: String?
    /// The words of the person, or a code of the catalogue such as `part.event.travel`.
    public let words: String?
    /// Whether `words` are a code.
    public let coded: Bool

    /// Days since 1970-01-01, as the points of a trend have it; none for what is no day.
    public var dayNumber: Int? { CivilDay(day)?.number }

    /// The same of the last day.
    public var lastDayNumber: Int? { CivilDay(lastDay ?? day)?.number }
}

public enum MarkerKind: Int, Hashable, Sendable {
    case session, medicine, event
}

/// Below this a chart is not drawn: the core lists the values in a sentence.
private let fewestDrawn: UInt32 = 3

extension Trend {
    /// Whether there is enough to draw.
    public var drawn: Bool { n >= fewestDrawn || proxy >= fewestDrawn }
}
