import Testing
import TidemarkBindings

@Suite("The plan and its adjustments")
struct PlanTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    func plan(since: String) throws -> DiaryRecord {
        let plan = fields(["since": since, "pressure": "2", "minutes": "60", "frequency": "1 per week"])
        return try diary.addRecord(kind: .sessionPlan, fields: plan, recordedBy: .own, now: at(evening))
    }

    func change(_ changed: KeyValuePairs<String, String?>, at: String? = nil) -> PlanChange {
        PlanChange(fields: fields(changed), reason: "comfort", decidedBy: "together", at: at)
    }

    @Test("an adjustment makes a new version and says what changed and why")
    func adjusted() throws {
        let first = try plan(since: "2026-10-01")
        #expect(try diary.planInForce(day: "2026-09-30") == nil)
        #expect(try diary.planInForce(day: "2026-11-24") == first)
        let changed = try diary.adjustPlan(change: change(["pressure": "3", "minutes": "60"], at: "2026-11-10"), by: .own, now: at(evening))
        #expect(text(changed.plan, "version") == "2")
        #expect(text(changed.plan, "pressure") == "3")
        #expect(text(changed.plan, "since") == "2026-11-10")
        // Sixty minutes was said already: one adjustment.
        #expect(changed.adjustments.count == 1)
        let adjustment = try #require(changed.adjustments.first)
        let told = ["field", "from", "to", "reason", "decided_by", "at"].map { text(adjustment, $0) }
        #expect(told == ["pressure", "2", "3", "comfort", "together", "2026-11-10"])
        #expect(try ["2026-11-09", "2026-11-10"].map { try diary.planInForce(day: $0)?.id } == [first.id, changed.plan.id])
    }

    @Test("it is made once, nothing is adjusted without one, and no change is none")
    func refused() throws {
        #expect {
            try diary.adjustPlan(change: change(["pressure": "3"]), by: .own, now: at(evening))
        } throws: { refusal($0) == .noPlan }
        _ = try plan(since: "2026-10-01")
        #expect {
            try plan(since: "2026-11-01")
        } throws: { refusal($0) == .planExists }
        #expect {
            try diary.adjustPlan(change: change(["pressure": "2"]), by: .own, now: at(evening))
        } throws: { isInvalid($0) }
        #expect(try diary.records(kind: .sessionPlan, span: Span()).count == 1)
    }
}
