//! What the page of a day shows: every entry, to read, change, delete, or add to.

import TidemarkBindings

/// Every entry of one day.
public struct DayEntriesState: Hashable, Sendable, Copied {
    public let date: LogicalDate
    /// What the diary holds; none until it was read.
    public internal(set) var page: DayPage?
    /// The pad that is open.
    public internal(set) var open: Target?
    /// A number that is on the screen and not on disk yet.
    public internal(set) var attempt: Attempt?
    /// What happened last.
    public internal(set) var line = Line.none
    /// The record whose last act "Undo" would take back; stays until the next act, not on a timer.
    public internal(set) var undo: String?
    /// Entries whose changes are shown, oldest change first.
    public internal(set) var changes: [String: [Revision]] = [:]
    /// Whether a delete or an undo is on its way.
    public internal(set) var busy = false
    /// What could not be read, deleted or taken back.
    public internal(set) var problem: Problem?

    public init(_ date: LogicalDate) { self.date = date }

    /// Whether a new entry is being made.
    public var adding: Bool {
        if case .add = open { true } else { false }
    }

    /// Whether another pad may open, or an entry go: nothing may cost a number that is not on disk.
    public var free: Bool { attempt == nil && !busy }

    /// What the open pad shows.
    public var shown: Answer? {
        if let attempt { return attempt.shown }
        guard case .change(let checkIn, let measure) = open else { return nil }
        return page?.answer(checkIn, measure)
    }
}

/// A day as the diary holds it.
public struct DayPage: Hashable, Sendable {
    /// The day of the person now, as the core decided it.
    public let today: LogicalDate
    /// All entries, in time order.
    public let entries: [Entry]
    /// Every measure in its newest version.
    public let questions: [Question]
    /// Those versions, to know a value that is on an earlier scale.
    public let versions: [MeasureId: UInt32]
    /// What is asked each day, in order.
    public let daily: [MeasureId]
    /// The words every screen of a made-up diary shows.
    public let sampleLabel: String?

    public func question(_ measure: String) -> Question? { questions.first { $0.measure.name == measure } }

    /// Whether a value of a check-in can be changed here: it is on the scale that its pad would show.
    public func changes(_ value: EntryValue) -> Bool { versions[MeasureId(value.measureId)] == value.measureVersion }

    /// The answer of a check-in; none when it holds none.
    public func answer(_ checkIn: String, _ measure: MeasureId) -> Answer? {
        entries.first { $0.id == checkIn }?.values.first { $0.measureId == measure.name }?.answer
    }

    /// What the day holds for a measure already, last first; check-ins only.
    public func rated(_ measure: MeasureId) -> Answer? {
        entries.flatMap(\.values).last { $0.measureId == measure.name }?.answer
    }

    /// The first daily question after `measure` without an answer on the day, `measure` left out; none when all have one.
    func unansweredAfter(_ measure: MeasureId?) -> MeasureId? {
        let from = measure.flatMap(daily.firstIndex).map { $0 + 1 } ?? 0
        return (daily.dropFirst(from) + daily.prefix(from)).first { $0 != measure && rated($0) == nil }
    }
}

extension EntryValue {
    /// A value in thousandths, or a skip; never a zero in place of none.
    public var answer: Answer { Answer(milli: value.flatMap { Int64(exactly: ($0 * 1000).rounded()) }) }
}

extension DayEntriesState {
    /// What a pad is about.
    public enum Target: Hashable, Sendable {
        /// A value that is there.
        case change(checkIn: String, MeasureId)

        /// A new entry for the day of the screen.
        case add(MeasureId)

        public var measure: MeasureId {
            switch self {
            case .change(_, let measure), .add(let measure): measure
            }
        }
    }

    /// An answer on its way to the disk. `shown` is what was tapped last, `sent` what is being written.
    public struct Attempt: Hashable, Sendable, Copied {
        public internal(set) var target: Target
        public internal(set) var shown: Answer
        public internal(set) var sent: Answer
        /// When it was tapped first; trying again later does not move it.
        public let at: Moment
        /// Why it is not on disk; none while it is on its way.
        public internal(set) var refused: Problem?
    }

    /// What the line at the end says.
    public enum Line: Hashable, Sendable {
        case none
        case saving

        /// Everything shown is on disk; the last since `at`.
        case saved(at: Moment)

        /// The number stands on the screen only.
        case notSaved(Problem)
        case deleted
        case undone
    }
}
