import Foundation
import Testing
import TidemarkBindings

@Suite("Entries from another app's file")
struct ImportTests {
    let folder: Folder
    let diary: OpenDiary
    let expected: Expected
    let request: ImportRequest
    let asShown = ImportChoices(skipRejected: false, restoreDeleted: false)

    /// What a script that shares no code with the reader counted in the file: `tests/inputs/valid/apps/count.py`.
    struct Expected: Decodable {
        let check_ins: UInt32
        let empty_rows: UInt32
        let left_out_rows: UInt32
        let rejected_rows: UInt32
        let first_day: String
        let last_day: String
        let scales: [String: String]
        let names: [String: UInt32]
    }

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
        let apps = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../tests/inputs/valid/apps")
        expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: apps.appending(path: "daylio-now.expected.json")))
        let answers = try String(contentsOf: apps.appending(path: "daylio-now.answers.txt"), encoding: .utf8)
        request = ImportRequest(
            path: apps.appending(path: "daylio-now.csv").path,
            answers: answers.split(separator: "\n").map(String.init),
            zoneId: "Europe/Berlin"
        )
    }

    @Test("it is counted before anything is added")
    func preview() throws {
        let pending = try diary.readImport(request: request, now: at(evening))
        let shown = try diary.previewImport(pending: pending, choices: asShown)
        #expect(shown.format == "daylio")
        #expect(shown.file == "daylio-now.csv")
        #expect(shown.counts == ImportCounts(new: expected.check_ins, same: 0, deleted: 0, restored: 0))
        #expect(shown.period == Period(from: expected.first_day, to: expected.last_day))
        #expect(shown.emptyRows == expected.empty_rows)
        #expect(shown.leftOutRows == expected.left_out_rows)
        #expect(shown.rejected == expected.rejected_rows)
        #expect(shown.newMeasures.sorted() == expected.scales.keys.sorted())
        #expect(try diary.imports() == [])
        #expect(try diary.entries(span: Span()) == [])
    }

    @Test("it is added once, added again it adds nothing, and undone it is gone")
    func applied() throws {
        let pending = try diary.readImport(request: request, now: at(evening))
        let outcome = try diary.applyImport(pending: pending, choices: asShown, watcher: nil, now: at(evening))
        #expect(outcome.counts.new == expected.check_ins)
        #expect(try diary.entries(span: Span()).count == Int(expected.check_ins))
        let again = try diary.readImport(request: request, now: at(evening))
        let shown = try diary.previewImport(pending: again, choices: asShown)
        #expect(shown.counts == ImportCounts(new: 0, same: expected.check_ins, deleted: 0, restored: 0))
        let undone = try diary.undoImport(batchId: outcome.batchId, keepEdited: false, now: at(evening + minute))
        #expect(undone.removed == expected.check_ins)
        #expect(try diary.entries(span: Span()) == [])
        #expect(try diary.imports().map(\.undone) == [true])
    }

    @Test("broken off halfway it adds nothing")
    func brokenOff() throws {
        let pending = try diary.readImport(request: request, now: at(evening))
        // Told in hundreds, so once before the end.
        let watcher = Listener { done in done > 0 ? .breakOff : .goOn }
        #expect {
            try diary.applyImport(pending: pending, choices: asShown, watcher: watcher, now: at(evening))
        } throws: { isCancelled($0) }
        #expect(watcher.heard.last?.done == 100)
        #expect(try diary.entries(span: Span()) == [])
        #expect(try diary.imports() == [])
    }
}
