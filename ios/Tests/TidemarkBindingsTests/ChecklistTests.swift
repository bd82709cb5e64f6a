import Testing
import TidemarkBindings

@Suite("The questions to a massage therapist")
struct ChecklistTests {
    let folder: Folder
    let diary: OpenDiary
    let therapist: DiaryRecord

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
        let named = fields(["name": "R. Example"])
        therapist = try diary.addRecord(kind: .therapist, fields: named, recordedBy: .own, now: at(evening))
    }

    @Test("there are sixteen, each with its words")
    func questions() {
        let items = checklistItems()
        #expect(items.count == 16)
        #expect(items.first == "licence")
        #expect(checklistQuestions().map(\.item) == items)
        #expect(checklistQuestions().allSatisfy { $0.question.hasSuffix("?") })
    }

    @Test("an answer stays with its therapist, and one to no question changes nothing")
    func answered() throws {
        let answer = ChecklistAnswer(item: "licence", status: "confirmed", how: "seen", note: "number on the wall")
        let asked = try diary.setChecklist(therapistId: therapist.id, answer: answer, by: .own, now: at(evening))
        let answers = try splitItems(text: try #require(text(asked, "checklist")))
        #expect(answers == ["licence:confirmed:2026-11-24:seen:number on the wall"])
        let none = ChecklistAnswer(item: "horoscope", status: "confirmed")
        #expect {
            try diary.setChecklist(therapistId: therapist.id, answer: none, by: .own, now: at(evening))
        } throws: { isInvalid($0) }
        #expect(try diary.records(kind: .therapist, span: Span()) == [asked])
    }
}
