import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// Imports over the real library: files of each kind, breaking off while it runs, and the way back.
@MainActor
@Suite("Imports over a real diary")
struct ImportsOverARealDiaryTests {
    private let folder: Folder
    private let diary: OpenDiary
    private let chosen = Chosen()
    private let env: Env

    /// The file that the phone lets choose.
    private final class Chosen: @unchecked Sendable {
        var file: ChosenFile?
    }

    init() throws {
        folder = try Folder()
        diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
        var phone = Phone(outbox: folder.url.path)
        phone.chooseFile = { [chosen] _ in chosen.file }
        env = Env(
            diary: diary, now: { evening }, phone: phone, work: { $0() }, home: { act in MainActor.assumeIsolated { act() } })
    }

    private typealias Screen = Store<ImportsState, ImportsEvent, ImportsEffect>

    private func screen() -> Screen {
        let store = env.store(importsFeature(env))
        store.send(.shown)
        return store
    }

    private func choose(_ url: URL, on screen: Screen? = nil) -> Screen {
        let screen = screen ?? self.screen()
        chosen.file = ChosenFile(path: url.path, name: url.lastPathComponent)
        screen.send(.fileAsked)
        return screen
    }

    private func file(_ name: String, _ text: String) throws -> URL {
        let url = folder.url.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url
    }

    private func daylio(_ rows: Int) throws -> URL {
        let body = (0..<rows).map { row in
            let day = 1 + row / 24 % 25
            return "2026-06-\(day < 10 ? "0" : "")\(day),x,x,\(row % 24):00,good,,,,entry \(row)\n"
        }
        return try file("daylio_export.csv", "full_date,date,weekday,time,mood,activities,scales,note_title,note\n" + body.joined())
    }

    @Test("what was said about columns is still there after a look at another screen")
    func columnsKept() throws {
        let first = choose(try file("own.csv", "Day,Calm\n2026-11-03,4\n"))
        #expect(first.state.step == .columns)
        first.send(.commaChosen(true))
        let again = screen()
        #expect(again.state.step == .columns && again.state.mapping?.comma == true)
        again.send(.left)
        #expect(screen().state.step == .file)
    }

    private func inputs(_ name: String) -> URL { top.appending(path: "tests/inputs/\(name)") }

    private func entries() throws -> [Entry] { try diary.entries(span: Span()) }

    @Test("each app's own file is recognised, and what it asks is asked in its kind")
    func recognised() {
        let names = ["daylio-now.csv", "bearable-now.csv", "track-and-graph.csv", "loop-now.zip"]
        let states = names.map { choose(inputs("valid/apps/\($0)")).state }
        #expect(states.map(\.found?.preview.format) == ["daylio", "bearable", "track_and_graph", "loop_habits"])
        // The words that the answers beside these files are about.
        #expect(states[0].waiting.contains { $0.name == "super" && $0.takesNow == .mood })
        #expect(states[3].waiting.map { [$0.name, "\($0.takesNow == .practice)"] } == [["Floss, twice", "true"], ["Knitting", "true"]])
        let steps = choose(inputs("invalid/apps/too-many-steps.csv")).state
        #expect(steps.waiting.map(\.name) == ["Steps"] && steps.waiting.map(\.takesNow) == [.range])
    }

    @Test("a range is an answer once it is one")
    func ranged() {
        let screen = choose(inputs("invalid/apps/too-many-steps.csv"))
        screen.send(.rangeTyped(name: "Steps", RangeTyped(lowest: "0", highest: "")))
        #expect(screen.state.waiting.count == 1)
        screen.send(.rangeTyped(name: "Steps", RangeTyped(lowest: "0", highest: "20000", step: "100")))
        #expect(screen.state.said.answers == ["Steps": "0..20000/100"])
        screen.send(.lookAsked)
        #expect(screen.state.waiting.isEmpty)
        // 12,345 is on no step of a hundred: that row is told, the other one is new.
        #expect(screen.state.found?.preview.counts.new == 1 && screen.state.found?.preview.rejected == 1)
        screen.send(.rangeTyped(name: "Steps", RangeTyped(lowest: "0", highest: "x")))
        #expect(screen.state.said.answers.isEmpty && screen.state.stale)
    }

    @Test("breaking off while it runs adds nothing, and the next one runs to its end")
    func brokenOff() throws {
        let screen = choose(try daylio(450))
        var seen: Set<TidemarkLogic.Progress> = []
        screen.watcher = { state in
            guard let progress = state.progress, seen.insert(progress).inserted else { return }
            screen.send(.breakOffAsked)
        }
        screen.send(.applyAsked)
        #expect(screen.state.step == .look && screen.state.refused == .brokenOff)
        // One call of the watcher, the first hundred: what comes after it was broken off.
        #expect(seen.count == 1 && seen.allSatisfy { $0.done < $0.total })
        #expect(try entries().isEmpty && diary.imports().isEmpty)
        screen.watcher = nil
        screen.send(.applyAsked)
        #expect(screen.state.step == .done && screen.state.done?.new == 450)
        #expect(try entries().count == 450)
    }

    @Test("entries that were edited since are asked about and kept")
    func edited() throws {
        let screen = choose(try daylio(5))
        screen.send(.applyAsked)
        let edited = try #require(try entries().first)
        try diary.changeRating(checkInId: edited.id, measureId: "daylio_mood", valueMilli: 2000, now: evening)
        let batch = try #require(screen.state.past?.first).batchId
        screen.send(.undoAsked(batchId: batch))
        screen.send(.undoConfirmed)
        #expect(screen.state.undo?.edited == ImportsState.Edited(edited: 1, withThem: 0))
        #expect(try entries().count == 5)
        screen.send(.undoConfirmed)
        #expect(screen.state.undone?.removed == 4 && screen.state.undone?.edited == 1)
        #expect(try entries().map(\.id) == [edited.id])
        #expect(screen.state.past?.map(\.undone) == [true])
    }

    @Test("a file that is looked at waits behind another screen, and is read again")
    func waits() throws {
        choose(try daylio(5)).send(.nameAnswered(name: "good", "5"))
        let again = screen()
        #expect(again.state.step == .look && again.state.said.answers == ["good": "5"])
        #expect(!again.state.stale && again.state.canApply)
        again.send(.applyAsked)
        #expect(try entries().first?.values.map(\.value) == [5])
        #expect(screen().state.step == .file)
    }

    @Test("a table with names that TOML would trip over is read as it is told")
    func table() throws {
        let odd = "a \"b\" \\ c"
        let screen = choose(try file("own.csv", "Day,\"a \"\"b\"\" \\ c\",note\n24.11.2026,-1,x\n23.11.2026,3,\n"))
        #expect(screen.state.mapping?.columns.map(\.name) == ["Day", odd, "note"])
        screen.send(.columnSet(at: 0, .day(format: "%d.%m.%Y")))
        let values = ColumnUse.Values(label: odd, range: RangeTyped(lowest: "-3", highest: "3"), direction: .higherBetter)
        screen.send(.columnSet(at: 1, .values(values)))
        screen.send(.columnsGiven)
        #expect(screen.state.step == .look, "\(String(describing: screen.state.refused))")
        screen.send(.applyAsked)
        #expect(screen.state.done?.new == 2)
        let made = try #require(try diary.measures().first { $0.id.hasPrefix("own_") })
        #expect(made.label == odd && made.minMilli == -3000 && made.maxMilli == 3000 && made.direction == .higherBetter)
        #expect(try entries().map { $0.values.map(\.value) } == [[3], [-1]])
    }

    @Test("a row with a session becomes one with its start, length, style, pressure and ratings")
    func session() throws {
        let rows = [
            "Day;Start;Min;Kind;Firm;Stress pre;Stress post;Calm pre;Calm post;Mood",
            "20/11/2026;14:00;75;Shiatsu;2;7;3;2,5;8;6", "21/11/2026;;;;;;;;;5", "",
        ]
        let screen = choose(try file("sessions.csv", rows.joined(separator: "\n")))
        func stress(_ about: About) -> ColumnUse { .values(ColumnUse.Values(measureId: "stress", about: about)) }
        func calm(_ about: About) -> ColumnUse {
            let range = RangeTyped(lowest: "0", highest: "10", step: "0.5")
            return .values(ColumnUse.Values(label: "Calm", range: range, direction: .higherBetter, about: about))
        }
        let uses: [ColumnUse] = [
            .day(format: "%d/%m/%Y"), .time(format: "%H:%M"), .length, .style, .pressure, stress(.before), stress(.after), calm(.before),
            calm(.after), .values(ColumnUse.Values(measureId: "mood")),
        ]
        for (at, use) in uses.enumerated() { screen.send(.columnSet(at: at, use)) }
        screen.send(.commaChosen(true))
        screen.send(.columnsGiven)
        #expect(screen.state.step == .look, "\(String(describing: screen.state.refused))")
        screen.send(.applyAsked)
        // The session, the ratings before it and after it, and the mood of two days.
        #expect(screen.state.done?.new == 5)
        let id = try #require(try diary.records(kind: .session, span: Span()).first).id
        let session = try diary.session(id, evening, reveal: true)
        // 14:00 in Berlin; `date -u -d 2026-11-20T13:00Z +%s` is 1795179600.
        #expect(session.startedAt.epochMs == 1_795_179_600_000 && session.endedAt?.epochMs == 1_795_184_100_000)
        #expect(session.actualMin == 75 && session.status == .held)
        #expect(session.choices.style == .shiatsu && session.choices.pressure == 2)
        let (stressId, calmId) = (MeasureId("stress"), MeasureId("own_calm"))
        #expect(session.before?.answer(stressId) == number(7) && session.before?.answer(calmId) == .recorded(milli: 2500))
        #expect(session.after?.answer(stressId) == number(3) && session.after?.answer(calmId) == number(8))
        #expect(session.before?.answers.count == 2 && session.after?.answers.count == 2)
        let made = try diary.measures().filter { $0.id.hasPrefix("own_") }
        #expect(made.map(\.id) == ["own_calm"] && made.map(\.label) == ["Calm"])
        #expect(made.map { [$0.minMilli, $0.maxMilli, $0.stepMilli] } == [[0, 10_000, 500]])
        let moods = try entries().filter { !$0.values.isEmpty }.sorted { $0.day < $1.day }
        #expect(moods.map(\.day) == ["2026-11-20", "2026-11-21"] && moods.map { $0.values.map(\.value) } == [[6], [5]])
    }
}
