//! A day in memory that can be told to refuse; it keeps no rule of the core. A call it does not answer ends the process: it has
//! no library behind it.

import TidemarkBindings

@testable import TidemarkLogic

final class FakeDiary: OpenDiary, @unchecked Sendable {
    private let asked: [Measure]
    private let date: LogicalDate
    private(set) var checkIns: [(id: CheckInId, measure: MeasureId, stored: Stored)] = []
    private(set) var ratedAt: [Moment] = []

    /// What every write answers while it is set.
    var refuses: DiaryError?

    init(_ asked: [Measure], _ date: LogicalDate) {
        self.asked = asked
        self.date = date
        super.init(noHandle: NoHandle())
    }

    required init(unsafeFromHandle handle: UInt64) {
        asked = []
        date = LogicalDate("")
        super.init(unsafeFromHandle: handle)
    }

    var onDisk: [String: Answer] {
        Dictionary(checkIns.map { ($0.measure.name, $0.stored.answer) }, uniquingKeysWith: { first, _ in first })
    }

    override func today(now: Moment) throws -> Today {
        Today(
            day: date.iso, rolloverMin: 240, asked: asked,
            answers: checkIns.map {
                TodayAnswer(
                    measureId: $0.measure.name, checkInId: $0.id.text, valueMilli: $0.stored.answer.milli,
                    recordedAt: $0.stored.recordedAt)
            },
            checkIns: UInt32(checkIns.count), runningSessionId: nil, plannedSessionIds: [], morningAfterSessionIds: [],
            awaySince: nil, daysSinceBackup: nil, sampleLabel: nil)
    }

    override func saveCheckIn(draft: CheckInDraft, now: Moment) throws -> SavedCheckIn {
        try write()
        let id = CheckInId("check-in \(ratedAt.count + 1)")
        ratedAt.append(draft.ratedAt)
        for rated in draft.ratings {
            checkIns.append((id, MeasureId(rated.measureId), Stored(checkIn: id, answer: Answer(milli: rated.valueMilli), recordedAt: now)))
        }
        return SavedCheckIn(id: id.text, day: date.iso, recordedAt: now, entryMode: .live, warnings: [])
    }

    override func changeRating(checkInId: String, measureId: String, valueMilli: Int64?, now: Moment) throws {
        try write()
        let id = CheckInId(checkInId)
        let stored = Stored(checkIn: id, answer: Answer(milli: valueMilli), recordedAt: now)
        checkIns = checkIns.map { $0.id == id ? (id, MeasureId(measureId), stored) : $0 }
    }

    override func removeCheckIn(checkInId: String, now: Moment) throws {
        try write()
        checkIns.removeAll { $0.id.text == checkInId }
    }

    private func write() throws {
        if let refuses { throw refuses }
    }
}
