import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// The builder and the preview over the real library.
@MainActor
@Suite("The report over a real diary")
struct ReportOverARealDiaryTests {
    private let folder: Folder
    private let diary: OpenDiary
    private let env: Env

    init() throws {
        folder = try Folder()
        diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
        let rated = [Rated(measureId: "stress", valueMilli: 6000)]
        _ = try diary.saveCheckIn(draft: CheckInDraft(ratedAt: evening, ratings: rated, recordedBy: .own), now: evening)
        env = direct(diary, Phone(outbox: folder.url.path))
    }

    private func builder() -> Store<ReportState, ReportEvent, ReportEffect> {
        let store = env.store(reportFeature(env))
        store.send(.shown)
        return store
    }

    private func preview(_ options: ReportOptions) -> Store<PreviewState, PreviewEvent, PreviewEffect> {
        let store = env.store(previewFeature(diary: diary, options: options, width: 300))
        store.send(.shown)
        return store
    }

    @Test("without a visit the last ninety days are offered and dates asked for")
    func noVisit() {
        let state = builder().state
        #expect(state.basis != nil && state.basis?.lastVisit == nil)
        // 90 days that end on 24 November: 24 + 31 (October) + 30 (September) = 85, so they begin on 27 August.
        #expect(state.options?.period == Period(from: "2026-08-27", to: "2026-11-24"))
        #expect((state.laid?.pages ?? 0) >= 1)
    }

    @Test("each recipient begins with what the core gives to them, and none of it with another's")
    func recipients() throws {
        let ticked = try #require(builder().state.basis?.ticked)
        #expect(ticked[.usual] == defaultSections())
        #expect(ticked[.prescriber] == sectionsFor(recipient: .prescriber))
        #expect(ticked[.talkingTherapist] == sectionsFor(recipient: .talkingTherapist))
        #expect(ticked[.massageTherapist] == sectionsFor(recipient: .massageTherapist))
        #expect(ticked[.massageTherapist] != ticked[.talkingTherapist])
    }

    @Test("what was chosen is chosen still on the way back and a name of 81 characters is not taken")
    func wayBack() {
        let first = builder()
        first.send(.recipientChosen(.massageTherapist))
        first.send(.nameTicked(on: true))
        first.send(.nameTyped(String(repeating: "x", count: 80)))
        let again = builder()
        #expect(again.state.choices == first.state.choices)
        #expect(again.state.options?.name?.count == 80)
        again.send(.nameTyped(String(repeating: "x", count: 81)))
        #expect(again.state.options == nil)
    }

    @Test("the pages are pictures of the width asked for and each has its words")
    func pictures() throws {
        let screen = preview(ReportOptions(madeAt: evening, paper: .a4))
        let pages = try #require(screen.state.pages)
        #expect(pages.map(\.number) == Array(1...pages.count))
        for page in pages {
            // A PNG file tells its width at byte 16: 300 is 0x012C.
            #expect(page.picture.png.dropFirst(16).prefix(4) == Data([0, 0, 0x01, 0x2C]))
            #expect(!page.spoken.isEmpty)
        }
        screen.send(.wordsAsked(page: 1))
        #expect(screen.state.read == [1])
        screen.send(.wordsAsked(page: 1))
        #expect(screen.state.read == [])
    }

    @Test("the pages hold the note that is ticked and no other, and a deleted one is gone from the ticks")
    func notes() throws {
        func noted(_ words: String) throws -> String {
            let rated = [Rated(measureId: "mood", valueMilli: 5000)]
            return try diary.saveCheckIn(
                draft: CheckInDraft(ratedAt: evening, ratings: rated, note: words, recordedBy: .own), now: evening
            ).id
        }
        let (shared, own) = (try noted("for the doctor"), try noted("for nobody"))
        let screen = builder()
        #expect(screen.state.notesShown == nil)
        screen.send(.notesListed(on: true))
        #expect(Set((screen.state.notesShown ?? []).map(\.firstWords)) == ["for the doctor", "for nobody"])
        screen.send(.noteTicked(shared, on: true))
        let options = try #require(screen.state.options)
        let said = (preview(options).state.pages ?? []).flatMap { $0.spoken.map(\.text) }
        #expect(said.contains { $0.contains("for the doctor") })
        #expect(!said.contains { $0.contains("for nobody") })
        try diary.removeCheckIn(checkInId: shared, now: evening)
        // What was laid out before is not laid out with a note less: it is refused, and the builder begins anew.
        let refused = preview(options).state
        #expect(refused.pages == nil)
        #expect(refused.problem == .notTaken(reason: "this entry is not in the diary any more"))
        let again = builder()
        #expect(again.state.choices?.included.chosenNotes == [])
        #expect(again.state.laid?.leaves.contains { $0.code == "notes" } == false)
        again.send(.notesListed(on: true))
        #expect(again.state.notesShown?.map(\.entry) == [own])
    }

    @Test("a diary that was shut is a typed problem in both")
    func shut() throws {
        try diary.shut()
        #expect(builder().state.problem == .shut)
        let state = preview(ReportOptions(madeAt: evening, paper: .a4)).state
        #expect(state.problem == .shut)
        #expect(state.pages == nil)
    }
}

/// What screens work with when everything runs where it is called.
func direct(_ diary: any OpenDiaryProtocol, _ phone: Phone) -> Env {
    Env(diary: diary, now: { evening }, phone: phone, work: { $0() }, home: { act in MainActor.assumeIsolated { act() } })
}
