import Foundation
import Testing
import TidemarkBindings

@Suite("The pages beside the report")
struct SheetTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    func intake() throws -> DiaryRecord {
        let sheet = fields(["name": "Ada Example", "pressure": "2", "stop_signal": "red"])
        return try diary.addRecord(kind: .intakeSheet, fields: sheet, recordedBy: .own, now: at(evening))
    }

    @Test(
        "each is a whole PDF of the size it says",
        arguments: [
            Sheet.questions(therapistId: nil), .intake(reverse: true, signatures: true),
            .caregiver(readerId: nil, name: "Ada Example", ratings: true),
        ])
    func whole(sheet: Sheet) throws {
        _ = try intake()
        let written = try diary.writeSheet(path: folder.path("page.pdf"), sheet: sheet, paper: .a4, madeAt: at(evening))
        let bytes = try folder.bytes("page.pdf")
        #expect(bytes.starts(with: Data("%PDF-1.7".utf8)))
        #expect(written.bytes == UInt64(bytes.count))
        #expect(written.pages >= 1)
        #expect(try diary.records(kind: .shareLog, span: Span()).count == 1)
    }

    @Test("without an intake sheet there is no intake page, and for nobody no page for a caregiver")
    func refused() throws {
        #expect {
            try diary.writeSheet(
                path: folder.path("page.pdf"), sheet: .intake(reverse: false, signatures: false), paper: .letter, madeAt: at(evening))
        } throws: { refusal($0) == .noIntakeSheet }
        let nobody = "019ab8f0-0000-7000-8000-000000000000"
        #expect {
            try diary.writeSheet(
                path: folder.path("page.pdf"), sheet: .caregiver(readerId: nobody, name: nil, ratings: false), paper: .a4,
                madeAt: at(evening))
        } throws: { unknownId($0) == nobody }
        #expect(!folder.has("page.pdf"))
        #expect(try diary.records(kind: .shareLog, span: Span()) == [])
    }

    @Test("ticks of the intake sheet are set and taken away one by one")
    func ticks() throws {
        let sheet = try intake()
        func shared(_ record: DiaryRecord) throws -> Set<String> { Set(try splitItems(text: text(record, "shared") ?? "")) }
        let before = try shared(sheet)
        #expect(Set(intakeFields()).isSuperset(of: ["name", "pressure", "stop_signal", "triggers"]))
        let ticked = try diary.shareIntake(sheetId: sheet.id, fields: ["name", "triggers"], tick: true, by: .own, now: at(evening))
        #expect(try shared(ticked) == before.union(["name", "triggers"]))
        let rest = intakeFields().filter { $0 != "pressure" }
        let taken = try diary.shareIntake(sheetId: sheet.id, fields: rest, tick: false, by: .own, now: at(evening))
        #expect(try shared(taken) == before.intersection(["pressure"]))
        #expect {
            try diary.shareIntake(sheetId: sheet.id, fields: ["shoe_size"], tick: true, by: .own, now: at(evening))
        } throws: { isInvalid($0) }
    }
}
