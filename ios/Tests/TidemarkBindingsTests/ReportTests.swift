import Foundation
import Testing
import TidemarkBindings

@Suite("The report")
struct ReportTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    @Test("it is a whole PDF and the same bytes twice")
    func whole() throws {
        for of in 1...20 as ClosedRange<Int64> {
            let moment = evening + (of - 24) * day
            _ = try diary.saveCheckIn(draft: checkIn(moment, [rated("stress", of % 7)]), now: at(moment))
        }
        let options = ReportOptions(madeAt: at(evening), paper: .a4)
        let written = try diary.writeReport(path: folder.path("report.pdf"), options: options)
        let bytes = try folder.bytes("report.pdf")
        #expect(bytes.starts(with: Data("%PDF-1.7".utf8)))
        #expect(String(decoding: bytes.suffix(6), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) == "%%EOF")
        #expect(written.bytes == UInt64(bytes.count))
        #expect(bytes.count > 10_000)
        #expect(written.pages >= 1)
        // No visit: the 90 days up to the day it is made.
        #expect(written.period == Period(from: "2026-08-27", to: "2026-11-24"))
        _ = try diary.writeReport(path: folder.path("again.pdf"), options: options)
        #expect(try folder.bytes("again.pdf") == bytes)
    }

    @Test("a report that has no place leaves nothing behind")
    func noPlace() throws {
        _ = try diary.saveCheckIn(draft: checkIn(evening, [rated("stress", 6)]), now: at(evening))
        let nowhere = folder.path("no such folder/report.pdf")
        #expect(throws: DiaryError.OutputNotWritten(path: nowhere)) {
            try diary.writeReport(path: nowhere, options: ReportOptions(madeAt: at(evening), paper: .letter))
        }
        #expect(!folder.has("no such folder"))
    }

    @Test("its pages are pictures of the width asked for, with their words, before anything is written")
    func preview() throws {
        _ = try diary.saveCheckIn(draft: checkIn(evening, [rated("stress", 6)]), now: at(evening))
        let preview = try diary.previewReport(options: ReportOptions(madeAt: at(evening), paper: .a4))
        #expect(preview.pages() >= 1)
        let picture = try preview.picture(page: 1, width: 420)
        // The signature of PNG, then the length and name of its first chunk, then the width.
        #expect(picture.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        #expect(picture.dropFirst(16).prefix(4) == Data([0, 0, 0x01, 0xA4]))
        #expect(try preview.spoken(page: 1).first?.kind == .heading)
        for (page, width) in [(0, 420), (preview.pages() + 1, 420), (1, 0)] as [(UInt32, UInt32)] {
            #expect {
                try preview.picture(page: page, width: width)
            } throws: { isInvalid($0) }
        }
    }

    /// Forty days with a check-in each, every fifth with a session, a goal and a medicine.
    func fill() throws {
        for of in 0..<40 as Range<Int64> {
            let moment = evening - of * day
            let ratings = [rated("stress", of % 8), rated("mood", 9 - of % 7)]
            _ = try diary.saveCheckIn(draft: checkIn(moment, ratings, note: "words of day \(of)"), now: at(moment))
            if of % 5 == 0 {
                _ = try diary.saveSession(draft: held(moment - 180 * minute, before: 7, after: 4), now: at(moment))
            }
        }
        let medicine = fields(["name": "Sertraline", "dose": "50 mg"])
        _ = try diary.addRecord(kind: .goal, fields: fields(["text": "sleep"]), recordedBy: .own, now: at(evening))
        _ = try diary.addRecord(kind: .medication, fields: medicine, recordedBy: .own, now: at(evening))
    }

    func options(name: String? = nil, included: Included? = nil) -> ReportOptions {
        ReportOptions(madeAt: at(evening), paper: .a4, name: name, included: included)
    }

    func codes(_ output: Output, _ options: ReportOptions) throws -> Set<String> {
        Set(try diary.leaves(output: output, options: options).map(\.code))
    }

    @Test("what leaves is listed before it leaves")
    func leaves() throws {
        let usual: Set = [
            "questions", "goals", "trends", "questionnaires", "sessions", "medicines", "events", "unwanted_effects", "plan", "practices",
        ]
        #expect(try codes(.pages, options()) == usual)
        #expect(try codes(.pages, options(name: "Ada Example")) == usual.union(["name"]))
        // A text for a portal has no room for words of the person, and never a name.
        let asText: Set = ["questions", "trends", "questionnaires", "sessions", "medicines", "unwanted_effects"]
        #expect(try codes(.plainText, options(name: "Ada Example")) == asText)
        let prescriber: Set = ["trends", "questionnaires", "medicines", "unwanted_effects", "questions"]
        #expect(try codes(.fhirDocument, options(included: sectionsFor(recipient: .prescriber))) == prescriber)
        #expect(sectionsFor(recipient: .massageTherapist).around == .ofTheBody)
        #expect(!defaultSections().notes && !defaultSections().distress)
    }

    @Test("the text fits a portal and has no name")
    func plainText() throws {
        try fill()
        let text = try diary.reportText(options: options(name: "Ada Example"))
        #expect((100...1500).contains(text.unicodeScalars.count))
        #expect(text.contains("Stress"))
        #expect(!text.contains("Ada") && !text.contains("words of day"))
        let bare = try diary.reportText(options: options(included: sectionsFor(recipient: .talkingTherapist)))
        #expect(!bare.contains("Sertraline"))
        #expect(try diary.records(kind: .shareLog, span: Span()).count == 2)
    }

    @Test("a locked copy is encrypted and no two are alike, and a short password makes none")
    func lockedCopy() throws {
        try fill()
        for name in ["one.pdf", "two.pdf"] {
            _ = try diary.writeLockedCopy(path: folder.path(name), options: options(), password: "correct horse")
        }
        let one = try folder.bytes("one.pdf")
        #expect(one.starts(with: Data("%PDF-".utf8)))
        #expect(one.range(of: Data("/Encrypt".utf8)) != nil)
        #expect(try one != folder.bytes("two.pdf"))
        #expect {
            try diary.writeLockedCopy(path: folder.path("short.pdf"), options: options(), password: "7 chars")
        } throws: { isInvalid($0) }
        #expect(!folder.has("short.pdf"))
    }

    @Test("a FHIR document counts its resources and holds neither name nor notes unasked")
    func fhir() throws {
        struct Bundle: Decodable {
            let resourceType: String
            let type: String
            let entry: [Entry]
            struct Entry: Decodable { let fullUrl: String }
        }
        try fill()
        let written = try diary.writeFhir(path: folder.path("report.json"), options: options())
        let bytes = try folder.bytes("report.json")
        let bundle = try JSONDecoder().decode(Bundle.self, from: bytes)
        #expect(written.bytes == UInt64(bytes.count))
        #expect(bundle.resourceType == "Bundle")
        #expect(bundle.type == "document")
        #expect(written.resources == UInt64(bundle.entry.count))
        let json = String(decoding: bytes, as: UTF8.self)
        #expect(json.contains("Sertraline"))
        #expect(!json.contains("words of day") && !json.contains("Ada"))
        _ = try diary.writeFhir(path: folder.path("report.json"), options: options(name: "Ada Example"))
        #expect(String(decoding: try folder.bytes("report.json"), as: UTF8.self).contains("Ada Example"))
    }

    @Test("tables hold a row an entry, and notes only when ticked")
    func tables() throws {
        try fill()
        let days = Period(from: "2026-11-15", to: "2026-11-24")
        func write(_ name: String, _ options: TableOptions) throws -> [String: UInt64] {
            let written = try diary.writeTables(path: folder.path(name), period: days, options: options, now: at(evening))
            return Dictionary(uniqueKeysWithValues: written.map { ($0.file, $0.rows) })
        }
        let rows = try write("tables", TableOptions())
        // Ten days with a check-in each, two of them with a session; two ratings in each check-in, two around each session.
        let files = ["check_ins.csv", "sessions.csv", "session_ratings.csv", "observations.csv"]
        #expect(files.map { rows[$0] } == [10, 2, 4, 24])
        #expect(rows.keys.allSatisfy { folder.has("tables/\($0)") } && folder.has("tables/datapackage.json"))
        func checkIns(_ name: String) throws -> String { String(decoding: try folder.bytes("\(name)/check_ins.csv"), as: UTF8.self) }
        #expect(try !checkIns("tables").contains("words of day"))
        _ = try write("noted", TableOptions(notes: true))
        #expect(try checkIns("noted").contains("words of day"))
        // One entry of the archive a file, the description among them: bytes 10 and 11 of the last record of a zip file.
        let zipped = try write("tables.zip", TableOptions(jsonLines: true))
        let end = try folder.bytes("tables.zip").suffix(22)
        #expect(end.starts(with: Data("PK\u{05}\u{06}".utf8)))
        #expect(Int(end[end.startIndex + 10]) == Set(zipped.keys).union(["datapackage.json"]).count)
        #expect(zipped["check_ins.jsonl"] == 10)
    }

    @Test("a folder that somebody else filled is left alone")
    func somebodyElses() throws {
        try fill()
        let theirs = folder.url.appending(path: "photos")
        try FileManager.default.createDirectory(at: theirs, withIntermediateDirectories: false)
        try Data("mine".utf8).write(to: theirs.appending(path: "letter.txt"))
        #expect {
            try diary.writeTables(
                path: theirs.path, period: Period(from: "2026-11-15", to: "2026-11-24"), options: TableOptions(), now: at(evening))
        } throws: { isOutputNotWritten($0) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: theirs.path) == ["letter.txt"])
    }

    @Test("it covers the days since the last visit and is told in four steps, watched or not the same bytes")
    func sinceVisit() throws {
        try fill()
        let visit = fields(["at": "2026-11-10T10:00:00+01:00[Europe/Berlin]"])
        _ = try diary.addRecord(kind: .visit, fields: visit, recordedBy: .own, now: at(evening))
        // From the day after the visit.
        let period = Period(from: "2026-11-11", to: "2026-11-24")
        #expect(try diary.reportPeriod(now: at(evening)) == period)
        let watcher = Listener { _ in .goOn }
        let written = try diary.writeReport(path: folder.path("one.pdf"), options: options(), watcher: watcher)
        #expect(written.period == period)
        #expect(watcher.heard.map(\.done) == [0, 1, 2, 3])
        #expect(watcher.heard.allSatisfy { $0.total == 4 })
        _ = try diary.writeReport(path: folder.path("two.pdf"), options: options())
        #expect(try folder.bytes("one.pdf") == folder.bytes("two.pdf"))
    }
}
