import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// The ranges of the questionnaires are those of the core, which takes each highest number and nothing above it.
@Suite("The ranges of questionnaires")
struct QuestionnaireTests {
    private let folder: Folder
    private let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
    }

    private func add(_ code: String, _ total: Int, _ items: String? = nil) throws {
        var fields = [FieldText(name: "instrument", text: code), FieldText(name: "total", text: "\(total)")]
        if let items { fields.append(FieldText(name: "items", text: items)) }
        _ = try diary.addRecord(kind: .instrumentResult, fields: fields, recordedBy: .own, now: evening)
    }

    @Test("each questionnaire of the core has its range here")
    func ranges() throws {
        let rule = try #require(recordFields(kind: .instrumentResult).first { $0.name == "instrument" })
        guard case .code(let codes) = rule.form else { throw NotInScripts(what: "questionnaires without codes") }
        #expect(codes.count == 5)
        for code in codes {
            let of = try #require(Questionnaire.of(code), "\(code)")
            try add(code, of.most)
            #expect(throws: DiaryError.self) { try add(code, of.most + 1) }
            if let items = of.items {
                #expect(items * of.highest == of.most)
                try add(code, of.highest, "\(items):\(of.highest)")
                #expect(throws: DiaryError.self) { try add(code, 20, "\(items + 1):0") }
                #expect(throws: DiaryError.self) { try add(code, 20, "1:\(of.highest + 1)") }
            } else {
                #expect(throws: DiaryError.self) { try add(code, 1, "1:1") }
            }
        }
    }
}
