import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// What a form of a session writes, which a script cannot look at.
@Suite("A session over a real diary")
struct SessionOverARealDiaryTests {
    private let folder: Folder
    private let diary: OpenDiary
    private let id: String

    init() throws {
        folder = try Folder()
        diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
        let held = SessionDraft(
            startedAt: evening, ending: .after(minutes: 60), status: .held, modality: .shiatsu, recordedBy: .own, note: "one")
        id = try diary.saveSession(draft: held, now: evening).id
        let oils = [FieldText(name: "oils", text: "not_tolerated:almond")]
        _ = try diary.editRecord(kind: .session, id: id, fields: oils, by: .own, reason: nil, now: evening)
    }

    private func onDisk(_ names: String...) throws -> [String?] {
        let record = try diary.showRecord(kind: .session, id: id).record
        return names.map(record.text)
    }

    @Test("a corrected note leaves what the form does not show as it was")
    func corrected() throws {
        let session = try diary.session(id, evening)
        let done = perform(.change(session, session.form.copy { $0.note = "two" }), diary: diary, now: { evening })
        guard case .saved(let saved) = done else {
            Issue.record("\(done)")
            return
        }
        #expect(saved.told.note == "two")
        #expect(try onDisk("note", "oils") == ["two", "not_tolerated:almond"])
    }

    @Test("choices that were not changed are not written before a session either")
    func chosen() throws {
        let held = try diary.session(id, evening).choices
        let effect = BeforeEffect.storeChoices(sessionId: id, held.copy { $0.stopSignal = "hand up" }, held: held)
        _ = perform(effect, diary: diary, now: { evening })
        #expect(try onDisk("stop_signal", "oils") == ["hand up", "not_tolerated:almond"])
    }

    @Test("what the plan keeps apart is asked anew when a session is on disk or its length is another, and not once it is left")
    func apart() {
        let session = BeforeState("s").copy {
            $0.choices = SessionChoices()
            $0.working = true
        }
        #expect(reduce(session, .choicesStored(SessionChoices())).effects == [.readApart(sessionId: "s")])
        let fresh = session.copy { $0.sessionId = nil }
        #expect(reduce(fresh, .planned(sessionId: "n", SessionChoices(), nil)).effects == [.readApart(sessionId: "n")])
        let leaving = session.copy { $0.asked = .keep }
        #expect(reduce(leaving, .choicesStored(SessionChoices())).effects == [])
        let refused = reduce(session.copy { $0.apart = ["x"] }, .apartNotRead(.busy)).state
        #expect(refused.apart == [])
        #expect(refused.problem == .busy)
    }

    @Test("a session whose timer runs is on its timer, wherever the way to it came from")
    func running() throws {
        let later = evening.later(minutes: 240)
        let draft = SessionDraft(startedAt: later, ending: .notHeld, status: .planned, modality: .chair, recordedBy: .own)
        let planned = try diary.saveSession(draft: draft, now: later).id
        for left: BeforeState.Left? in [nil, .started(sessionId: planned)] {
            guard case .read(let read) = perform(BeforeEffect.read(sessionId: planned), diary: diary, now: { later }) else {
                Issue.record("nothing was read")
                return
            }
            #expect(reduce(BeforeState(planned), .read(read)).state.left == left)
            if left == nil { try diary.startPlannedSession(sessionId: planned, by: .own, now: later) }
        }
    }

    @Test("doses stay with their session, whatever becomes of the medicine, and begin no other one")
    func doses() throws {
        let tablet = try diary.addRecord(
            kind: .medication, fields: [FieldText(name: "name", text: "Tablet")], recordedBy: .own, now: evening
        ).id
        let text = "\(tablet)@2026-11-24T08:00:00+01:00[Europe/Berlin]"
        let held = try diary.session(id, evening).choices
        let dosed = held.copy { $0.doses = [Dose(item: text)].compactMap { $0 } }
        _ = perform(BeforeEffect.storeChoices(sessionId: id, dosed, held: held), diary: diary, now: { evening })
        #expect(try onDisk("last_doses", "oils") == [text, "not_tolerated:almond"])
        let after = evening.later(minutes: 120)
        #expect(try diary.lastChoices(after).doses.isEmpty)
        guard case .read(let new) = perform(BeforeEffect.read(sessionId: nil), diary: diary, now: { after }) else {
            Issue.record("nothing was read")
            return
        }
        #expect(new.choices.doses.isEmpty && new.medicines.map(\.name) == ["Tablet"])
        try diary.removeRecord(kind: .medication, id: tablet, by: .own, now: after)
        let session = try diary.session(id, after)
        #expect(session.medicines.map(\.name) == ["Tablet"] && session.choices == dosed)
        // A new session does not ask for it any more; the page of this one still can take it off.
        guard case .read(let none) = perform(BeforeEffect.read(sessionId: nil), diary: diary, now: { after }),
            case .read(let same) = perform(BeforeEffect.read(sessionId: id), diary: diary, now: { after })
        else {
            Issue.record("nothing was read")
            return
        }
        #expect(none.medicines.isEmpty && same.medicines.map(\.name) == ["Tablet"])
        // The form of a past session does not show them, and leaves them.
        _ = perform(.change(session, session.form.copy { $0.note = "two" }), diary: diary, now: { after })
        #expect(try onDisk("note", "last_doses") == ["two", text])
    }
}
