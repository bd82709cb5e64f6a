import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

@Suite("The trends over a real diary")
struct TrendsOverARealDiaryTests {
    @Test("what touches the days is marked in order: sessions held, medicine changes, events")
    func markers() throws {
        let folder = try Folder()
        let diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
        func add(_ kind: Kind, _ fields: KeyValuePairs<String, String>) throws -> DiaryRecord {
            let fields = fields.map { FieldText(name: $0.key, text: $0.value) }
            return try diary.addRecord(kind: kind, fields: fields, recordedBy: .own, now: evening)
        }
        let rated = CheckInDraft(
            ratedAt: evening.later(minutes: -90 * 24 * 60), ratings: [Rated(measureId: "stress", valueMilli: 6000)], recordedBy: .own)
        _ = try diary.saveCheckIn(draft: rated, now: rated.ratedAt)
        let recent = CheckInDraft(ratedAt: evening, ratings: [Rated(measureId: "stress", valueMilli: 5000)], recordedBy: .own)
        _ = try diary.saveCheckIn(draft: recent, now: evening)
        let session = SessionDraft(
            startedAt: evening.later(minutes: -2 * 24 * 60), ending: .after(minutes: 60), status: .held, modality: .shiatsu,
            recordedBy: .own)
        _ = try diary.saveSession(draft: session, now: evening)
        _ = try add(.event, ["kind": "travel", "start": "2026-08-20", "end": "2026-08-30"])
        _ = try add(.event, ["kind": "other", "start": "2026-11-23", "label": "new desk"])
        _ = try add(.event, ["kind": "travel", "start": "2026-08-01", "end": "2026-08-20"])

        guard case .pageRead(let page) = perform(.readPage(.days90), diary: diary, now: { evening }) else {
            Issue.record("no page was read")
            return
        }
        #expect(
            page.markers == [
                Marker(kind: .event, day: "2026-08-20", lastDay: "2026-08-30", words: "part.event.travel", coded: true),
                Marker(kind: .session, day: "2026-11-22", lastDay: nil, words: "part.style.shiatsu", coded: true),
                Marker(kind: .event, day: "2026-11-23", lastDay: nil, words: "new desk", coded: false),
            ])
        #expect(page.markers.map(\.dayNumber) == [20685, 20779, 20780])
        #expect(page.period?.from == "2026-08-27")
    }
}
