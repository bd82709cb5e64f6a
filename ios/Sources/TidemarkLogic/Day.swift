//! A day as the Today screen shows it, from what the library tells. Which day it is and what is asked are the core's to say.

import TidemarkBindings

/// A question of the day with the grid of its pad; `minMilli`, `maxMilli` and `stepMilli` in thousandths of its unit.
public struct Question: Hashable, Sendable {
    public let measure: MeasureId
    public let label: String
    public let direction: Direction
    public let minMilli: Int64
    public let maxMilli: Int64
    public let stepMilli: Int64
    public let anchorLow: String?
    public let anchorHigh: String?
    public let unit: MeasureUnit

    /// How strong something was, 0 to 10; no measure of the diary.
    public static func strength(_ label: String, low: String, high: String) -> Question {
        Question(
            measure: MeasureId("strength"), label: label, direction: .higherWorse, minMilli: 0, maxMilli: 10_000, stepMilli: 1000,
            anchorLow: low, anchorHigh: high, unit: .score)
    }
}

/// An answer that is on disk.
public struct Stored: Hashable, Sendable {
    public let checkIn: CheckInId
    public let answer: Answer
    public let recordedAt: Moment
}

/// A day as the diary holds it.
public struct Day: Hashable, Sendable {
    public let date: LogicalDate
    public let questions: [Question]
    public let answers: [MeasureId: Stored]
    public let around: Around
}

/// What stands around the questions of a day.
public struct Around: Hashable, Sendable {
    /// When the person's day ends, in minutes after midnight.
    public var rolloverMin = 0
    /// The session whose timer runs.
    public var running: String?
    /// Sessions planned for the day, by their start.
    public var planned: [String] = []
    /// Sessions whose rating of the morning after can be given now.
    public var morningAfter: [String] = []
    /// The last day with an entry, when it is more than 14 days ago.
    public var awaySince: LogicalDate?
    /// The words every screen of a made-up diary shows.
    public var sampleLabel: String?
}

extension Today {
    /// The day as the Today screen shows it.
    var shown: Day {
        Day(
            date: LogicalDate(day),
            questions: asked.map(\.question),
            // Of two answers to one measure the later in the list stands, as on the other phone.
            answers: Dictionary(
                answers.map {
                    let stored = Stored(
                        checkIn: CheckInId($0.checkInId), answer: Answer(milli: $0.valueMilli), recordedAt: $0.recordedAt)
                    return (MeasureId($0.measureId), stored)
                },
                uniquingKeysWith: { _, later in later }),
            around: Around(
                rolloverMin: Int(rolloverMin),
                running: runningSessionId,
                planned: plannedSessionIds,
                morningAfter: morningAfterSessionIds,
                awaySince: awaySince.map(LogicalDate.init),
                sampleLabel: sampleLabel))
    }
}

extension Measure {
    /// A measure as a pad asks it.
    var question: Question {
        Question(
            measure: MeasureId(id), label: label, direction: direction, minMilli: minMilli, maxMilli: maxMilli,
            stepMilli: stepMilli, anchorLow: anchorLow, anchorHigh: anchorHigh, unit: unit)
    }
}
