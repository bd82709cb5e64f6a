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
}
