import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// Forms over the real library: what it writes, and which field it says is at fault.
@MainActor
@Suite("Lists of records over a real diary")
struct RecordsOverARealDiaryTests {
    private typealias Screen = Store<RecordsState, RecordsEvent, RecordsEffect>
    private typealias Fields = KeyValuePairs<String, String>

    private let folder: Folder
    private let diary: OpenDiary
    private let env: Env

    init() throws {
        folder = try Folder()
        diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
        env = directEnv(diary, phone: Phone(outbox: folder.url.path))
    }

    private func screen(_ kind: Kind) -> Screen {
        let screen = env.store(recordsFeature(env, kind))
        screen.send(.shown)
        return screen
    }

    private func filled(_ kind: Kind, _ fields: Fields) -> Screen {
        let screen = screen(kind)
        screen.send(.added)
        for (field, text) in fields { screen.send(.typed(field: field, text)) }
        screen.send(.submitted)
        return screen
    }

    private func saved(_ kind: Kind, _ fields: Fields) throws -> [String: String] {
        let state = filled(kind, fields).state
        #expect(state.form == nil, "\(String(describing: state.form?.broken)) \(String(describing: state.form?.problem))")
        let rows = try #require(state.rows)
        #expect(rows.count == 1)
        return rows.first?.shown ?? [:]
    }

    private func held(_ kind: Kind, _ field: String) throws -> [String?] {
        try diary.records(kind: kind, span: Span()).map { $0.text(field) }
    }

    @Test("each kind is written as it was typed")
    func written() throws {
        #expect(
            try saved(.medication, ["name": " Sertraline ", "times": "08:00\n\n20:30", "touch_notes": "drowsy\nsore", "start": "2026-09-02"])
                == ["name": "Sertraline", "times": "08:00\n20:30", "touch_notes": "drowsy\nsore", "start": "2026-09-02"])
        let medicine = try #require(try diary.records(kind: .medication, span: Span()).first?.id)
        #expect(
            try saved(.medicationChange, ["kind": "up", "from": "25 mg"])
                == ["medication_id": medicine, "at": "2026-11-24", "kind": "up", "from": "25 mg"])
        #expect(try saved(.event, ["kind": "travel"]) == ["start": "2026-11-24", "kind": "travel"])
        #expect(
            try saved(.careTeamMember, ["name": "Dr Weber", "role": "psychiatrist", "share": "trends"])
                == ["name": "Dr Weber", "role": "psychiatrist", "share": "trends"])
        #expect(
            try saved(.practice, ["kind": "movement", "minutes": "30"])
                == ["logical_date": "2026-11-24", "kind": "movement", "minutes": "30"])
    }

    @Test("a visit is at the clock of the phone on its own day, in summer time too")
    func visits() throws {
        let first = try saved(.visit, ["at": "2026-12-01 10:00", "questions": "How long | how often?\nWhy?"])
        #expect(first["at"] == "2026-12-01 10:00")
        #expect(first["questions"] == "How long | how often?\nWhy?")
        // Berlin is an hour ahead of UTC in winter, two in summer.
        #expect(try held(.visit, "at") == ["2026-12-01T10:00:00+01:00[Europe/Berlin]"])
        let screen = filled(.visit, ["at": "2027-07-01 10:00"])
        #expect(screen.state.form == nil)
        #expect(try held(.visit, "at").last == "2027-07-01T10:00:00+02:00[Europe/Berlin]")
        // What happened is looked for from the newest on.
        #expect(screen.state.rows?.map { $0.shown["at"] } == ["2027-07-01 10:00", "2026-12-01 10:00"])
    }

    @Test("a rule between fields stands at the field it is about")
    func rules() throws {
        func at(_ kind: Kind, _ fields: Fields) throws -> String? {
            let broken = try #require(filled(kind, fields).state.form).broken.filter { if case .rule = $0.value { true } else { false } }
            env.drafts.keep(.records(kind: kind.code), nil as RecordForm?)
            return broken.count == 1 ? broken.keys.first : nil
        }
        #expect(try at(.medication, ["name": "a", "start": "2026-09-02", "stop": "2026-09-01"]) == "stop")
        #expect(try at(.event, ["kind": "travel", "start": "2026-09-02", "end": "2026-09-01"]) == "end")
        #expect(try at(.goal, ["text": "walk", "review_on": "2026-11-23"]) == "review_on")
        let six = (1...6).map { "question \($0)" }.joined(separator: "\n")
        #expect(try at(.visit, ["at": "2026-12-01 10:00", "questions": six]) == "questions")
        #expect(try at(.medication, ["name": "a", "times": "25:10"]) == "times")
    }

    @Test("a questionnaire is held to its range and its sum, and the ninth item opens the way to help")
    func questionnaires() throws {
        func result(_ fields: Fields) -> RecordsState {
            env.drafts.keep(.records(kind: "instrument_result"), nil as RecordForm?)
            let screen = screen(.instrumentResult)
            screen.send(.added)
            screen.send(.typed(field: "instrument", "phq_9"))
            for (field, text) in fields { screen.send(.typed(field: field, text)) }
            screen.send(.submitted)
            return screen.state
        }
        let nine = (1...9).map { "\($0):1" }.joined(separator: "\n")
        #expect(try #require(result(["total": "28"]).form).broken == ["total": .above(total: 28, most: 27)])
        #expect(try #require(result(["total": "8", "items": nine]).form).broken == ["items": .sum(9, total: 8)])
        #expect(!result(["total": "5"]).offersHelp)
        #expect(!result(["total": "1", "items": "9:0"]).offersHelp)
        // It is stored first, and then the page is offered.
        let asked = result(["total": "9", "items": nine])
        #expect(asked.offersHelp)
        #expect(asked.rows?.count == 3)
    }

    @Test("the changes of one record are not shown with another")
    func lateHistory() {
        let open = RecordsState(.goal, form: RecordForm("b", before: [:]))
        let change = Revision(revision: 2, field: "text", old: "a", new: "b", changedAt: evening, changedBy: .own, reason: nil)
        #expect(reduce(open, .historyRead(id: "a", [change])) == Next(open))
        #expect(reduce(open, .historyRead(id: "b", [change])).state.form?.history == [change])
    }

    @Test("a form that was left for another screen is still there, and goes when it is saved or closed")
    func left() {
        let first = screen(.goal)
        first.send(.added)
        first.send(.typed(field: "text", "sleep"))
        let again = screen(.goal)
        #expect(again.state.form?.texts == ["text": "sleep"])
        again.send(.submitted)
        #expect(screen(.goal).state.form == nil)
        let third = screen(.goal)
        third.send(.added)
        third.send(.closed)
        #expect(screen(.goal).state.form == nil)
    }

    @Test("undo touches no act of another screen")
    func undo() throws {
        let screen = filled(.goal, ["text": "sleep"])
        #expect(screen.state.undo != nil)
        let travel = [FieldText(name: "kind", text: "travel")]
        _ = try diary.addRecord(kind: .event, fields: travel, recordedBy: .own, now: evening.later(minutes: 1))
        screen.send(.undone)
        #expect(screen.state.problem == .busy)
        #expect(try [Kind.goal, .event].map { try diary.records(kind: $0, span: Span()).count } == [1, 1])
    }

    @Test("a list that cannot be read is no empty list")
    func unread() throws {
        try diary.shut()
        let state = screen(.goal).state
        #expect(state.rows == nil)
        #expect(state.problem == .shut)
    }

    @Test("a form says what a field holds wrongly before it is sent")
    func checked() {
        func broken(_ form: FieldForm, _ text: String, required: Bool = false) -> Broken? {
            FieldRule(name: "x", about: "", form: form, required: required, settable: true).broken(text)
        }
        #expect(broken(.word, " \n", required: true) == .needed)
        #expect(broken(.word, " ") == nil)
        // Characters are counted as the core counts them, an accent of its own among them.
        #expect(broken(.text(most: 2), "e\u{301}e") == .tooLong(most: 2))
        #expect(broken(.text(most: 3), " e\u{301}e ") == nil)
        #expect(
            ["1", "600", "0", "601", "a", "1.5"].map { broken(.whole(min: 1, max: 600), $0) }
                == [nil, nil, .outside(min: 1, max: 600), .outside(min: 1, max: 600), .noNumber, .noNumber])
        #expect(
            ["7", "7.5", "7,5", "-1", ".5", "7.5.1", "1e1", "seven", "."].map { broken(.number, $0) }
                == [nil, nil, nil, nil, nil, .noNumber, .noNumber, .noNumber, .noNumber])
        #expect(["2026-02-28", "2026-02-29", "24.11.2026"].map { broken(.date, $0) } == [nil, .noDay, .noDay])
        #expect(["23:59", "24:00", "9:05"].map { broken(.clock, $0) } == [nil, .noTime, .noTime])
        #expect(
            ["2026-02-28 09:05", "2026-02-30 09:05", "2026-02-28", "2026-02-28 9:05"].map { broken(.moment, $0) }
                == [nil, .noDay, .noTime, .noTime])
    }

    @Test("places name kinds")
    func named() {
        #expect(kindOf("medication_change") == .medicationChange)
        #expect(kindOf("colour") == nil)
    }
}
