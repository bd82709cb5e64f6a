import Foundation
import Testing
import TidemarkBindings

@Suite("Check-ins")
struct CheckInTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    @Test("what was saved is read back after opening again, and a skip is no zero")
    func readBack() throws {
        let diary = try folder.newDiary()
        let draft = checkIn(evening, [rated("stress", 6), rated("mood", nil), rated("energy", 0)], note: "längerer Tag 🌧")
        let saved = try diary.saveCheckIn(draft: draft, now: at(evening))
        #expect(saved.day == "2026-11-24")
        #expect(saved.recordedAt == at(evening))
        #expect(saved.entryMode == .live)
        #expect(saved.warnings == [])
        try diary.shut()

        let key = try keyFromPassphrase(path: folder.diary, passphrase: passphrase)
        let today = try OpenDiary.openWithKey(path: folder.diary, key: key).today(now: at(evening + minute))
        #expect(today.asked.map(\.id) == ["stress", "mood", "energy", "sleep_quality"])
        // A skip is an answer without a number; what was not asked yet is absent.
        #expect(today.answers.map(\.measureId) == ["stress", "mood", "energy"])
        #expect(today.answers.map(\.valueMilli) == [6000, nil, 0])
    }

    @Test("eleven is refused with its scale, and nothing of the entry is saved")
    func outOfRange() throws {
        let diary = try folder.newDiary()
        #expect(throws: DiaryError.OutOfRange(measureId: "stress", minMilli: 0, maxMilli: 10_000)) {
            try diary.saveCheckIn(draft: checkIn(evening, [rated("mood", 5), rated("stress", 11)]), now: at(evening))
        }
        #expect(try diary.today(now: at(evening)).checkIns == 0)
        #expect(try diary.trends(measureIds: [], span: Span()).trends == [])
    }

    @Test("a measure that nobody has is named in the refusal")
    func unknownMeasure() throws {
        let diary = try folder.newDiary()
        #expect(throws: DiaryError.UnknownMeasure(measureId: "no_such")) {
            try diary.saveCheckIn(draft: checkIn(evening, [rated("no_such", 1)]), now: at(evening))
        }
    }

    @Test("a rating is changed, made a skip, and its entry taken back")
    func changed() throws {
        let diary = try folder.newDiary()
        let saved = try diary.saveCheckIn(draft: checkIn(evening, [rated("stress", 6)]), now: at(evening))
        func shown() throws -> [Int64?] { try diary.today(now: at(evening)).answers.map(\.valueMilli) }
        try diary.changeRating(checkInId: saved.id, measureId: "stress", valueMilli: 4000, now: at(evening + minute))
        #expect(try shown() == [4000])
        try diary.changeRating(checkInId: saved.id, measureId: "stress", valueMilli: nil, now: at(evening + 2 * minute))
        #expect(try shown() == [nil])
        try diary.removeCheckIn(checkInId: saved.id, now: at(evening + 3 * minute))
        #expect(try shown() == [])
        #expect(throws: DiaryError.UnknownRecord(kind: "check_in", id: saved.id)) {
            try diary.removeCheckIn(checkInId: saved.id, now: at(evening))
        }
    }

    @Test("an entry about yesterday says how late it is")
    func backfill() throws {
        let diary = try folder.newDiary()
        var draft = checkIn(evening, [rated("stress", 6)])
        draft = CheckInDraft(ratedAt: draft.ratedAt, ratings: draft.ratings, day: "2026-11-23", recordedBy: .helped)
        let saved = try diary.saveCheckIn(draft: draft, now: at(evening))
        #expect(saved.day == "2026-11-23")
        // The day ended at 04:00 and the entry came at 21:04, 17 hours and 4 minutes later.
        #expect(saved.entryMode == .late(delayMin: 1024))
    }

    @Test("a zone the library does not know costs no entry")
    func unknownZone() throws {
        let diary = try folder.newDiary()
        let now = Moment(epochMs: evening, offsetS: 3600, zoneId: "GMT+01:00")
        let saved = try diary.saveCheckIn(draft: checkIn(evening, [rated("stress", 6)]), now: now)
        #expect(saved.recordedAt == Moment(epochMs: evening, offsetS: 3600, zoneId: nil))
    }

    @Test("eight tasks save at once and every entry is there")
    func manyTasks() async throws {
        let diary = try folder.newDiary()
        let ids = try await withThrowingTaskGroup(of: [String].self) { group in
            for task in 0..<8 {
                group.addTask {
                    try (0..<5).map { turn in
                        let moment = evening - Int64(task * 5 + turn) * minute
                        return try diary.saveCheckIn(draft: checkIn(moment, [rated("stress", Int64(task))]), now: at(evening)).id
                    }
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
        }
        #expect(ids.count == 40)
        #expect(try diary.today(now: at(evening)).checkIns == 40)
    }
}
