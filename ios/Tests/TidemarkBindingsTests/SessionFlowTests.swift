import Testing
import TidemarkBindings

@Suite("A session from its start to the next morning")
struct SessionFlowTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    /// So many minutes after the start.
    func after(_ minutes: Int64) -> Moment { at(evening + minutes * minute) }

    func begun(before: Int64? = nil) -> SessionDraft {
        SessionDraft(
            startedAt: at(evening), ending: .notHeld, status: .planned, modality: .shiatsu, recordedBy: .own,
            ratings: before.map { [stress(.before, $0)] } ?? []
        )
    }

    func note(_ id: String, _ kind: MomentKind, _ minutes: Int64) throws {
        _ = try diary.noteSessionMoment(sessionId: id, kind: kind, note: nil, by: .own, now: after(minutes))
    }

    func finish(_ id: String, _ end: SessionEnd = SessionEnd(), _ minutes: Int64 = 60) throws {
        _ = try diary.finishSession(sessionId: id, end: end, by: .own, now: after(minutes))
    }

    func phases(_ view: SessionView) -> [String: Double?] {
        Dictionary(uniqueKeysWithValues: view.session.ratings.map { ($0.phase, $0.values.first?.value) })
    }

    func told(_ view: SessionView, _ name: String) -> String? {
        view.session.fields.first { $0.name == name }.flatMap(\.text)
    }

    @Test("ratings before stay hidden until those after are stored, unless asked for")
    func hidden() throws {
        let id = try diary.startSession(draft: begun(before: 7), now: after(0)).id
        #expect(try diary.today(now: after(1)).runningSessionId == id)
        let running = try diary.viewSession(sessionId: id, reveal: false, now: after(2))
        #expect(running.beforeHidden)
        #expect(phases(running) == [:])
        try finish(id, SessionEnd(after: stress(.after, 4)))
        let over = try diary.viewSession(sessionId: id, reveal: false, now: after(61))
        #expect(!over.beforeHidden)
        #expect(phases(over) == ["before": 7, "after": 4])
        #expect(told(over, "actual_min") == "60")
        #expect(try diary.today(now: after(61)).runningSessionId == nil)
    }

    @Test("a look at the rating before shows it")
    func revealed() throws {
        let id = try diary.startSession(draft: begun(before: 7), now: after(0)).id
        #expect(try phases(diary.viewSession(sessionId: id, reveal: true, now: after(2))) == ["before": 7])
    }

    @Test("what happens within is at its minute, and a pause has two ends")
    func moments() throws {
        let id = try diary.startSession(draft: begun(), now: after(0)).id
        for (kind, at) in [(.lighter, 10), (.pause, 20), (.resume, 25), (.pause, 50)] as [(MomentKind, Int64)] { try note(id, kind, at) }
        try finish(id)
        let view = try diary.viewSession(sessionId: id, reveal: false, now: after(61))
        #expect(view.moments.map { text($0, "kind") } == ["lighter", "pause", "resume", "pause"])
        #expect(view.pauses == [Pause(fromMin: 20, toMin: 25), Pause(fromMin: 50, toMin: nil)])
        #expect(throws: DiaryError.NotRunning) { try note(id, .firmer, 62) }
        #expect(throws: DiaryError.NotRunning) { try finish(id, SessionEnd(), 62) }
    }

    @Test("one timer runs at a time")
    func oneTimer() throws {
        let id = try diary.startSession(draft: begun(), now: after(0)).id
        #expect(throws: DiaryError.SessionRuns(sessionId: id)) { try diary.startSession(draft: begun(), now: after(5)) }
    }

    @Test("a clock that was moved asks for the real length")
    func movedClock() throws {
        let id = try diary.startSession(draft: begun(), now: after(0)).id
        #expect {
            try finish(id, SessionEnd(), -30)
        } throws: { isInvalid($0) }
        try finish(id, SessionEnd(minutes: 45, early: true, reason: "too warm"), -30)
        let view = try diary.viewSession(sessionId: id, reveal: false, now: after(0))
        #expect(["actual_min", "status", "reason"].map { told(view, $0) } == ["45", "stopped_early", "too warm"])
    }

    @Test("a planned session is seen on its day and starts once")
    func planned() throws {
        let id = try diary.saveSession(draft: begun(), now: after(-60)).id
        #expect(try diary.today(now: after(-60)).plannedSessionIds == [id])
        try diary.startPlannedSession(sessionId: id, by: .own, now: after(0))
        let today = try diary.today(now: after(1))
        #expect(today.runningSessionId == id)
        #expect(today.plannedSessionIds == [])
        try finish(id)
        #expect {
            try diary.startPlannedSession(sessionId: id, by: .own, now: after(120))
        } throws: { isSessionOver($0) }
    }

    @Test("the morning after is asked from twelve to thirty-six hours after the end")
    func morningAfter() throws {
        let id = try diary.saveSession(draft: held(evening - 60 * minute, before: 7, after: 4), now: after(0)).id
        func asked(_ hours: Int64) throws -> [String] { try diary.today(now: after(hours * 60)).morningAfterSessionIds }
        #expect(try [11, 12, 36, 37].map(asked) == [[], [id], [id], []])
        _ = try diary.rateSession(sessionId: id, draft: stress(.followUp, 3), recordedBy: .own, now: after(13 * 60))
        #expect(try asked(14) == [])
    }
}
