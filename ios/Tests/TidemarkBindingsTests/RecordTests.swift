import Testing
import TidemarkBindings

@Suite("Records of every kind, by the names of their fields")
struct RecordTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    func addGoal(_ words: String) throws -> DiaryRecord {
        try diary.addRecord(kind: .goal, fields: [FieldText(name: "text", text: words)], recordedBy: .own, now: at(evening))
    }

    @Test("a goal is kept in the person's words and begins today")
    func added() throws {
        let words = "ohne Wecker schlafen | „ganz“ 🌙"
        let goal = try addGoal(words)
        #expect(goal.revision == 1)
        #expect(goal.recordedAt == at(evening))
        let kept = try diary.records(kind: .goal, span: Span())
        #expect(kept == [goal])
        #expect(kept.map { text($0, "text") } == [words])
        #expect(kept.map { text($0, "started_on") } == ["2026-11-24"])
        #expect(kept.map { text($0, "why") } == [nil])
    }

    @Test("an edit keeps what was there, with its reason, and is taken back")
    func edited() throws {
        let goal = try addGoal("sleep through the night")
        let edited = try diary.editRecord(
            kind: .goal, id: goal.id, fields: [FieldText(name: "status", text: "reached")], by: .helped,
            reason: "said so at breakfast", now: at(evening + minute)
        )
        #expect(edited.revision == 2)
        let shown = try diary.showRecord(kind: .goal, id: goal.id)
        #expect(shown.record == edited)
        let change = try #require(shown.revisions.first)
        #expect(shown.revisions.count == 1)
        #expect(change.field == "status")
        #expect(change.old == "active")
        #expect(change.new == "reached")
        #expect(change.changedBy == .helped)
        #expect(change.reason == "said so at breakfast")
        let undone = try diary.undo(by: .own, now: at(evening + 2 * minute))
        #expect(!undone.removed)
        #expect(text(undone.record, "status") == "active")
    }

    @Test("the fields of a kind say what they hold")
    func rules() throws {
        let rules = Dictionary(uniqueKeysWithValues: recordFields(kind: .goal).map { ($0.name, $0) })
        #expect(rules["text"]?.required == true)
        #expect(rules["status"]?.form == .code(allowed: ["active", "paused", "reached", "dropped"]))
        #expect(rules["started_on"]?.form == .date)
        let goal = try addGoal("sleep through the night")
        #expect(goal.fields.map(\.name) == recordFields(kind: .goal).map(\.name))
    }

    @Test("a field that breaks its rule is refused and nothing is saved")
    func refused() throws {
        #expect {
            try diary.addRecord(kind: .goal, fields: [], recordedBy: .own, now: at(evening))
        } throws: { isInvalid($0) }
        #expect(try diary.records(kind: .goal, span: Span()) == [])
    }

    @Test("items with bars in them survive being joined")
    func items() throws {
        let items = ["a | b", "c\\d", "é"]
        let joined = try #require(try joinItems(items: items))
        #expect(joined == "a \\| b | c\\\\d | é")
        #expect(try splitItems(text: joined) == items)
        #expect(try joinItems(items: []) == nil)
    }

    @Test("the month has each of its days, and only those with an entry a mark")
    func month() throws {
        _ = try diary.saveCheckIn(draft: checkIn(evening, [rated("stress", 6)]), now: at(evening))
        let month = try diary.month(year: 2026, month: 11)
        #expect(month.period == Period(from: "2026-11-01", to: "2026-11-30"))
        #expect(month.days.count == 30)
        #expect(month.days.filter { $0.mark != .blank }.map(\.day) == ["2026-11-24"])
        #expect(month.days[23].mark == .full)
    }
}
