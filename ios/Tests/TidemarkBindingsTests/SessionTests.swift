import Testing
import TidemarkBindings

@Suite("Sessions")
struct SessionTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    /// Starts two hours before `evening` and takes one.
    func held(_ ratings: [SessionRatingDraft]) -> SessionDraft {
        SessionDraft(
            startedAt: at(evening - 120 * minute),
            ending: .after(minutes: 60),
            status: .held,
            modality: .swedish,
            recordedBy: .own,
            pressureAsked: 2,
            areas: [Area(region: .shoulder, side: .both, wanted: .focus)],
            ratings: ratings
        )
    }

    @Test("a session with its ratings is saved as a whole or not at all")
    func whole() throws {
        #expect(throws: DiaryError.OutOfRange(measureId: "stress", minMilli: 0, maxMilli: 10_000)) {
            try diary.saveSession(draft: held([stress(.before, 7), stress(.after, 11)]), now: at(evening))
        }
        // Had the refused one left its session behind, this would be an overlap.
        let saved = try diary.saveSession(draft: held([stress(.before, 7), stress(.after, 4)]), now: at(evening))
        #expect(saved.day == "2026-11-24")
        #expect(saved.warnings == [])
        #expect(throws: DiaryError.Overlap(sessionId: saved.id)) {
            try diary.saveSession(draft: held([]), now: at(evening))
        }
    }

    @Test("a rating outside its window is saved, and the answer says so")
    func outOfWindow() throws {
        // Right after means up to 180 minutes after the end, which is an hour before `evening`: 181 is one too many.
        let late = evening + 121 * minute
        let draft = held([stress(.before, 7), stress(.after, 4, at: at(late))])
        let saved = try diary.saveSession(draft: draft, now: at(late))
        #expect(saved.warnings == [.outOfWindow(phase: .after)])
        let last = held([stress(.before, 7), stress(.after, 4, at: at(late - minute))])
        let other = SessionDraft(
            startedAt: last.startedAt, ending: last.ending, status: .held, modality: .swedish, recordedBy: .own,
            ratings: last.ratings, overlap: true
        )
        #expect(try diary.saveSession(draft: other, now: at(late)).warnings == [])
    }

    @Test("the next morning is rated once")
    func nextMorning() throws {
        let saved = try diary.saveSession(draft: held([stress(.before, 7)]), now: at(evening))
        let morning = at(evening + 12 * 60 * minute)
        let followUp = stress(.followUp, 3)
        #expect(try diary.rateSession(sessionId: saved.id, draft: followUp, recordedBy: .own, now: morning) == [])
        #expect(throws: DiaryError.RatedBefore(measureId: "stress")) {
            try diary.rateSession(sessionId: saved.id, draft: followUp, recordedBy: .own, now: morning)
        }
    }

    @Test("a session that did not take place needs no end, and one that did does")
    func notHeld() throws {
        func draft(_ status: SessionStatus) -> SessionDraft {
            SessionDraft(startedAt: at(evening), ending: .notHeld, status: status, modality: .chair, recordedBy: .own)
        }
        #expect(try diary.saveSession(draft: draft(.missed), now: at(evening)).day == "2026-11-24")
        #expect {
            try diary.saveSession(draft: draft(.held), now: at(evening))
        } throws: { isInvalid($0) }
    }
}
