import Testing
import TidemarkBindings

@testable import TidemarkLogic

@Suite("The rules of the report builder")
struct ReportReducerTests {
    private let nothing = Included(
        questions: false, goals: false, trends: false, questionnaires: false, sessions: false, medicines: false, events: false,
        unwanted: false, plan: false, practices: false, around: .allMeasures, distress: false, items: false, notes: false, daily: false,
        cutPoints: false, therapists: false, careTeam: false, intake: false)
    private let days = Period(from: "2026-09-12", to: "2026-11-24")

    private var usual: Included { nothing.copy(goals: true, trends: true) }

    private var basis: Basis { Basis(madeAt: evening, usual: days, lastVisit: "2026-09-11", paper: .a4, ticked: [.usual: usual]) }

    private var read: TidemarkLogic.Next<ReportState, ReportEffect> { reduce(ReportState(), .read(basis)) }

    private func laidOut(_ options: ReportOptions) -> ReportEvent { .laidOut(Laid(options: options, leaves: [], pages: 3)) }

    /// What the last of the events brings.
    private func after(_ state: ReportState, _ events: ReportEvent...) -> TidemarkLogic.Next<ReportState, ReportEffect> {
        events.reduce(TidemarkLogic.Next(state)) { reduce($0.state, $1) }
    }

    private var listed: ListedNotes {
        let note = { NoteToTick(entry: $0, day: "2026-11-12", ofSession: false, firstWords: "words") }
        return ListedNotes(of: NotesOf(period: days, sessions: false), notes: ["a", "b"].map(note))
    }

    @Test("ten ticks while pages are laid out are one more report and not ten")
    func oneAtATime() throws {
        var state = read.state
        let first = try #require(state.options)
        #expect(read.effects == [.layOut(first)])
        var effects: [ReportEffect] = []
        for tick in Tick.usual {
            let included = try #require(state.choices?.included)
            let next = reduce(state, .ticked(tick, on: !tick.get(included)))
            state = next.state
            effects += next.effects
        }
        #expect(effects.count == 10)
        #expect(effects.allSatisfy { if case .keep = $0 { true } else { false } })
        let next = reduce(state, laidOut(first))
        let wanted = try #require(state.options)
        #expect(next.effects == [.layOut(wanted)])
        // The pages of the first are not those of what is chosen now.
        #expect(next.state.laid?.options != next.state.options && next.state.laying)
        #expect(reduce(next.state, laidOut(wanted)).effects == [])
    }

    @Test("every tick sets its own field and no other")
    func ownField() {
        for tick in Tick.allCases {
            let ticked = tick.set(nothing, true)
            #expect(Tick.allCases.filter { $0.get(ticked) } == [tick])
            #expect(tick.set(ticked, false) == nothing)
        }
        #expect(Tick.usual + Tick.asked == Tick.allCases)
    }

    @Test("days are taken when both exist and the last is not before the first")
    func chosenDays() {
        #expect(Days.chosen(from: "2026-11-24", to: " 2026-11-24 ").period == Period(from: "2026-11-24", to: "2026-11-24"))
        #expect(Days.chosen(from: "2026-11-25", to: "2026-11-24").period == nil)
        #expect(Days.chosen(from: "2026-02-29", to: "2026-11-24").period == nil)
        #expect(Days.chosen(from: "", to: "2026-11-24").period == nil)
    }

    @Test("pages that could not be laid out are laid out when they are asked for again, and once")
    func pagesAgain() {
        let failed = reduce(PreviewState(nil), .notLaidOut(.storageFull)).state
        let again = reduce(failed, .shown)
        #expect(again.effects == [.layOut] && again.state.problem == nil)
        #expect(reduce(reduce(again.state, .laidOut([])).state, .shown).effects.isEmpty)
    }

    @Test("a name is printed only while it is ticked and a blank one is none")
    func name() {
        let choices = ReportChoices(usual, .a4).copy {
            $0.named = true
            $0.name = " Ada "
        }
        #expect(choices.options(evening, days)?.name == "Ada")
        #expect(choices.copy { $0.named = false }.options(evening, days)?.name == nil)
        #expect(choices.copy { $0.name = "  " }.options(evening, days)?.name == nil)
    }

    @Test("notes are read when the list is opened and not again while it holds")
    func notesAreRead() throws {
        let laid = after(read.state, laidOut(try #require(read.state.options)))
        #expect(laid.effects == [])
        let opened = after(laid.state, .notesListed(on: true))
        #expect(opened.effects == [.listNotes(of: listed.of, madeAt: evening)])
        let shown = after(opened.state, .notesRead(listed))
        #expect(shown.effects == [])
        let ticked = after(shown.state, .noteTicked("b", on: true))
        let options = try #require(ticked.state.options)
        #expect(options.included?.chosenNotes == ["b"])
        let chosen = try #require(ticked.state.choices)
        #expect(ticked.effects == [.keep(chosen), .layOut(options)])
        // Closed, the words of what is not ticked are let go of.
        #expect(after(shown.state, .notesListed(on: false)).state.notes.listed == nil)
    }

    @Test("nothing is asked for while nobody has looked whether a ticked note is still there")
    func notesAreLookedFor() throws {
        let kept = ReportChoices(usual.copy(chosenNotes: ["a", "gone"]), .a4).copy { $0.recipient = .ownChoice }
        let back = after(ReportState(choices: kept), .read(basis))
        #expect(back.state.options == nil)
        #expect(back.effects == [.listNotes(of: listed.of, madeAt: evening)])
        let looked = after(back.state, .notesRead(listed))
        #expect(looked.state.choices?.included.chosenNotes == ["a"])
        let (left, asked) = (try #require(looked.state.choices), try #require(looked.state.options))
        #expect(looked.effects == [.keep(left), .layOut(asked)])
        let refused = after(back.state, .notesNotRead(.busy))
        #expect(refused.state.options == nil)
        #expect(refused.effects == [])
    }

    @Test("notes of days that were left meanwhile take no tick away")
    func otherDays() throws {
        let opened = after(read.state, laidOut(try #require(read.state.options)), .notesListed(on: true), .notesRead(listed))
        let ticked = after(opened.state, .noteTicked("a", on: true)).state
        let idle = after(ticked, laidOut(try #require(ticked.options))).state
        let back = after(idle, .daysTyped(from: "2026-10-01", to: "2026-10-02"), .usualDays).state
        let other = NotesOf(period: Period(from: "2026-10-01", to: "2026-10-02"), sessions: false)
        let late = after(back, .notesRead(ListedNotes(of: other, notes: [])))
        #expect(late.state.choices?.included.chosenNotes == ["a"])
        #expect(late.effects == [.listNotes(of: listed.of, madeAt: evening)])
    }
}
