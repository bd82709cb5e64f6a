import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// Checklist, plan, intake sheet and the pages beside the report over the real library.
@MainActor
@Suite("What is agreed with professionals, over a real diary")
struct CareOverARealDiaryTests {
    private let folder: Folder
    private let diary: OpenDiary
    private let phone: ScriptPhone
    private let env: Env
    private let clock = Clock(evening)

    init() throws {
        folder = try Folder()
        diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
        phone = try ScriptPhone(folder)
        let clock = clock
        env = directEnv(diary, phone: phone.phone) { clock.now }
    }

    private func add(_ kind: Kind, _ fields: KeyValuePairs<String, String>) throws -> DiaryRecord {
        let fields = fields.map { FieldText(name: $0.key, text: $0.value) }
        return try diary.addRecord(kind: kind, fields: fields, recordedBy: .own, now: clock.now)
    }

    private func shown<State, Event, Effect>(_ feature: Feature<State, Event, Effect>) throws -> Store<State, Event, Effect> {
        let store = env.store(feature)
        store.send(try #require(feature.shown))
        return store
    }

    @Test("words with the signs of the file come back as they were typed, and what is emptied is gone")
    func signs() throws {
        let therapist = try add(.therapist, ["name": "R. Example"])
        let screen = try shown(checklistFeature(env, therapist.id))
        func answer(_ item: String, _ status: ChecklistStatus, _ note: String) {
            screen.send(.opened(item: item))
            screen.send(.statusChosen(status))
            screen.send(.noteTyped(note))
            screen.send(.submitted)
        }
        answer("licence", .confirmed, "number 12: left | of the \\ door")
        #expect(screen.state.therapist?.answers.first?.note == "number 12: left | of the \\ door")
        answer("plan", .unsure, "two | three")
        screen.send(.opened(item: "licence"))
        screen.send(.noteTyped(" "))
        screen.send(.submitted)
        let written = try diary.records(kind: .therapist, span: Span()).first?.text("checklist")
        #expect(written == "licence:confirmed:2026-11-24 | plan:unsure:2026-11-24::two \\| three")
    }

    @Test("a change of the plan that is saved is no open form any more")
    func changeSaved() throws {
        _ = try add(.sessionPlan, ["since": "2026-10-02", "minutes": "60"])
        let screen = try shown(planFeature(env))
        screen.send(.changeAsked)
        screen.send(.fieldChosen("minutes"))
        screen.send(.toTyped("45"))
        #expect(try shown(planFeature(env)).state.change?.to == "45")
        screen.send(.reasonChosen("comfort"))
        screen.send(.deciderChosen("self"))
        screen.send(.submitted)
        #expect(screen.state.plan?.changes.count == 1)
        #expect(try shown(planFeature(env)).state.change == nil)
    }

    @Test("a second tap while a practice is on its way writes no second one")
    func onePractice() throws {
        let read = try shown(practiceFeature(diary, env.now)).state
        let tapped = reduce(read, .kindTapped("breathing"))
        #expect(tapped.effects.count == 1)
        #expect(reduce(tapped.state, .kindTapped("breathing")).effects.isEmpty)
    }

    @Test("somebody who was taken off the care team gets no page")
    func offTheTeam() throws {
        let id = try add(.careTeamMember, ["name": "Anna Weber", "role": "caregiver"]).id
        let page = try shown(carePageFeature(env))
        page.send(.readerChosen(id: id))
        #expect(page.state.reader?.name == "Anna Weber")
        try diary.removeRecord(kind: .careTeamMember, id: id, by: .own, now: clock.now)
        page.send(.shown)
        page.send(.went(.share))
        // Written for nobody in particular.
        #expect(page.state.reader == nil && page.state.page == .caregiver(readerId: nil, name: nil, ratings: false))
        #expect(try diary.records(kind: .shareLog, span: Span()).map { $0.text("to") } == [nil])
    }

    @Test("back from a look the page is still as it was chosen")
    func chosenStill() throws {
        _ = try add(.intakeSheet, ["name": "Ada Example", "shared": "name"])
        let chosen = try shown(intakeFeature(env))
        chosen.send(.reverseTicked(true))
        chosen.send(.signaturesTicked(true))
        chosen.send(.changed)
        let again = try shown(intakeFeature(env))
        #expect(again.state.page == .intake(reverse: true, signatures: true) && again.state.form == chosen.state.form)
        again.send(.closed)
        let closed = try shown(intakeFeature(env)).state
        #expect(closed.page == .intake(reverse: true, signatures: true) && closed.form == nil)
    }

    @Test("a page that is looked at says what is ticked, and nothing has left")
    func looked() throws {
        _ = try add(.intakeSheet, ["name": "Ada Example", "triggers": "sudden noise", "shared": "name"])
        let page = try shown(sheetPreviewFeature(env, try shown(intakeFeature(env)).state.page, width: 300))
        let said = (page.state.pages ?? []).flatMap(\.spoken).map(\.text).joined(separator: "\n")
        #expect(said.contains("Ada Example") && !said.contains("sudden noise"))
        #expect(page.state.options == nil)
        #expect(try diary.records(kind: .shareLog, span: Span()).isEmpty)
        let refused = try shown(sheetPreviewFeature(env, .questions(therapistId: "nobody")))
        #expect(refused.state.pages == nil && refused.state.problem != nil)
    }

    @Test("what was typed is still there after a look at help and goes when it is saved")
    func kept() throws {
        let id = try add(.therapist, ["name": "R. Example"]).id
        let screen = try shown(checklistFeature(env, id))
        screen.send(.opened(item: "first_talk"))
        screen.send(.statusChosen(.confirmed))
        screen.send(.fitTyped("calm"))
        let again = try shown(checklistFeature(env, id))
        #expect(again.state.draft?.status == .confirmed)
        #expect(again.state.fit == "calm")
        again.send(.submitted)
        #expect(try shown(checklistFeature(env, id)).state.draft == nil)
        #expect(try shown(checklistFeature(env, id)).state.fit == "calm")
    }

    @Test("a change goes on from the newest version, also when that has not begun")
    func newest() throws {
        _ = try add(.sessionPlan, ["since": "2026-10-02", "minutes": "60", "pressure": "3"])
        let screen = try shown(planFeature(env))
        for (field, to) in [("minutes", "45"), ("pressure", "2")] {
            screen.send(.changeAsked)
            screen.send(.fieldChosen(field))
            screen.send(.toTyped(to))
            screen.send(.reasonChosen("response"))
            screen.send(.deciderChosen("together"))
            screen.send(.dayTyped("2026-12-01"))
            screen.send(.submitted)
            clock.now = clock.now.later(minutes: 1)
        }
        let plan = try #require(screen.state.plan)
        #expect(["minutes", "pressure"].map { plan.inForce?.shown[$0] } == ["60", "3"])
        #expect(["minutes", "pressure"].map { plan.coming?.shown[$0] } == ["45", "2"])
        #expect(plan.changes.map(\.field) == ["pressure", "minutes"])
    }

    @Test("the days begin on this week's Monday, and an answer for days that are no longer asked for is dropped")
    func days() throws {
        let screen = try shown(planFeature(env))
        let first = try #require(screen.state.days)
        #expect([first.from, first.to] == ["2026-11-23", "2026-12-06"])
        screen.send(.daysMoved(weeks: 2))
        screen.send(.daysRead(first))
        #expect(screen.state.days?.from == "2026-12-07")
    }

    @Test("medicines leave by their names, and what they are for only with a tick of its own")
    func medicines() throws {
        let medicine = try add(.medication, ["name": "Sertraline", "purpose": "worry"]).id
        let screen = try shown(intakeFeature(env))
        screen.send(.changed)
        screen.send(.typed(field: "medicines", medicine))
        screen.send(.submitted)
        // The box of allergies stands on the page, empty or not.
        #expect(screen.state.leaves.map(\.field) == ["allergies"])
        screen.send(.ticked(field: "medicine_purposes", true))
        #expect(screen.state.leaves.map(\.field) == ["allergies"])
        screen.send(.ticked(field: "medicines", true))
        #expect(screen.state.leaves.map(\.text) == ["Sertraline", "Sertraline: worry", ""])
    }

    @Test("words that were begun stay when a tick arrives")
    func begun() throws {
        let screen = try shown(intakeFeature(env))
        screen.send(.changed)
        screen.send(.typed(field: "name", "Ada"))
        screen.send(.submitted)
        screen.send(.changed)
        screen.send(.typed(field: "boundaries", "no feet"))
        screen.send(.ticked(field: "triggers", true))
        #expect(screen.state.form?.texts["boundaries"] == "no feet")
    }

    @Test("what the screen lists as leaving is what the core notes of the page, under a name without a person's")
    func noted() throws {
        let anna = try add(.careTeamMember, ["name": "Anna Weber", "role": "caregiver", "share": "trends"])
        _ = try add(.intakeSheet, ["emergency_contact": "Bo, 555 0101", "shared": "emergency_contact"])
        let page = try shown(carePageFeature(env))
        page.send(.readerChosen(id: anna.id))
        page.send(.nameTicked(true))
        page.send(.nameTyped("Ada"))
        page.send(.went(.saveAs))
        let note = try #require(try diary.records(kind: .shareLog, span: Span()).last)
        #expect(Set(try items(note.text("sections"))) == Set(page.state.leaves))
        #expect(note.text("to") == "Anna Weber")
        #expect(phone.file?.lastPathComponent == "caregiver-2026-11-24.pdf")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("outbox")) == [])
    }

    @Test("parts of a field are typed apart and written as one")
    func parts() {
        for text in ["2 per week", "1 per month", "every 14 days"] { #expect(Often(text).text == text) }
        var often = Often("")
        often.unit = .perWeek
        #expect(often.text == "")
        often.count = "two"
        #expect(often.text == "two per week")
        #expect(Apart("talking_therapy:4\ndose:2").text == "talking_therapy:4\ndose:2")
        #expect(Apart("").text == "")
        let allergies = Allergies("oil:lavender\noil:lemon: sweet\nlatex\nother:wool")
        #expect(allergies.words == ["oil": "lavender\nlemon: sweet", "latex": "", "other": "wool"])
        #expect(allergies.text == "oil:lavender\noil:lemon: sweet\nlatex\nother:wool")
    }
}
