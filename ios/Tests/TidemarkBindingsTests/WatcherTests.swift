import Foundation
import Testing
import TidemarkBindings

/// Counts what it is told and answers what the test says.
final class Listener: Watcher, @unchecked Sendable {
    private let lock = NSLock()
    private var steps: [(done: UInt64, total: UInt64)] = []
    private let answer: @Sendable (UInt64) throws -> Next

    init(_ answer: @escaping @Sendable (UInt64) throws -> Next) { self.answer = answer }

    var heard: [(done: UInt64, total: UInt64)] { lock.withLock { steps } }

    func progress(done: UInt64, total: UInt64) throws -> Next {
        lock.withLock { steps.append((done, total)) }
        return try answer(done)
    }
}

/// An error that the library has never heard of.
struct Unheard: Error {}

@Suite("Watching long work")
struct WatcherTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
        _ = try diary.saveCheckIn(draft: checkIn(evening, [rated("stress", 6)]), now: at(evening))
    }

    func backup(_ watcher: Listener) throws -> BackupWritten {
        try diary.backup(path: folder.path("my.backup"), place: nil, watcher: watcher, now: at(evening))
    }

    @Test("it hears of steps in order and the work comes to its end")
    func heard() throws {
        let watcher = Listener { _ in .goOn }
        _ = try backup(watcher)
        #expect(watcher.heard.count > 1)
        #expect(watcher.heard.map(\.done) == watcher.heard.map(\.done).sorted())
        #expect(watcher.heard.allSatisfy { $0.done <= $0.total })
        #expect(folder.has("my.backup"))
    }

    @Test("what it breaks off leaves no file behind")
    func brokenOff() throws {
        let watcher = Listener { done in done < 2 ? .goOn : .breakOff }
        #expect {
            try backup(watcher)
        } throws: { isCancelled($0) }
        #expect(!folder.has("my.backup"))
        // Nothing is asked of it once it has said so.
        #expect(watcher.heard.filter { $0.done >= 2 }.count == 1)

        let options = ReportOptions(madeAt: at(evening), paper: .a4)
        #expect {
            try diary.writeReport(path: folder.path("report.pdf"), options: options, watcher: Listener { _ in .breakOff })
        } throws: { isCancelled($0) }
        #expect(!folder.has("report.pdf"))
        // The diary goes on.
        #expect(try diary.today(now: at(evening)).checkIns == 1)
    }

    @Test("whatever it throws ends the work with the same error, without its words")
    func failed() throws {
        #expect(throws: DiaryError.WatcherFailed) { try backup(Listener { _ in throw WatcherError.Failed }) }
        #expect(throws: DiaryError.WatcherFailed) { try backup(Listener { _ in throw Unheard() }) }
        #expect(!folder.has("my.backup"))
        #expect(try diary.today(now: at(evening)).checkIns == 1)
    }

    @Test("it is let go of after the call")
    func letGo() throws {
        weak var kept: Listener?
        do {
            let watcher = Listener { _ in .goOn }
            kept = watcher
            _ = try backup(watcher)
        }
        #expect(kept == nil)
    }
}
