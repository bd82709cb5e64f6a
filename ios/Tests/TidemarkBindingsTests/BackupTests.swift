import Foundation
import Testing
import TidemarkBindings

@Suite("Backups")
struct BackupTests {
    let folder: Folder
    let file: String

    /// A diary with one entry, backed up and shut.
    init() throws {
        folder = try Folder()
        file = folder.path("my.backup")
        let diary = try folder.newDiary()
        _ = try diary.saveCheckIn(draft: checkIn(evening, [rated("stress", 6), rated("mood", nil)]), now: at(evening))
        let written = try diary.backup(path: file, place: "a drawer", watcher: nil, now: at(evening))
        #expect(written.verified)
        #expect(try folder.bytes("my.backup").count == Int(written.bytes))
        try diary.shut()
    }

    func rows(_ contents: BackupContents, _ table: String) -> UInt64? {
        contents.tables.first { $0.table == table }?.rows
    }

    @Test("its contents are shown before anything is done")
    func contents() throws {
        let contents = try openBackup(path: file, passphrase: passphrase).contents()
        #expect(contents.madeAtMs == evening)
        #expect(contents.period == Period(from: "2026-11-24", to: "2026-11-24"))
        #expect(rows(contents, "check_in") == 1)
    }

    @Test("another passphrase does not open it")
    func wrongPassphrase() throws {
        #expect(throws: DiaryError.BackupWrongPassphrase(path: file)) {
            try openBackup(path: file, passphrase: "another")
        }
    }

    @Test("it restores what was written, once, and the same passphrase opens it")
    func restored() throws {
        let place = folder.path("restored.diary")
        let opened = try openBackup(path: file, passphrase: passphrase)
        let restored = try opened.restore(target: place, key: nil, replace: false, watcher: nil, now: at(evening))
        #expect(restored == Restored(former: nil, formerGoes: false))
        let diary = try OpenDiary.openWithPassphrase(path: place, passphrase: passphrase)
        #expect(try diary.today(now: at(evening)).answers.map(\.valueMilli) == [6000, nil])
        #expect(throws: DiaryError.Shut) {
            try opened.restore(target: folder.path("again.diary"), key: nil, replace: false, watcher: nil, now: at(evening))
        }
        #expect(!folder.has("again.diary"))
    }

    @Test("it does not take the place of a diary with later entries unless told to")
    func laterEntries() throws {
        let diary = try OpenDiary.openWithPassphrase(path: folder.diary, passphrase: passphrase)
        _ = try diary.saveCheckIn(draft: checkIn(evening + minute, [rated("stress", 2)]), now: at(evening + minute))
        try diary.shut()
        let key = try keyFromPassphrase(path: folder.diary, passphrase: passphrase)
        func restore(replace: Bool) throws {
            let opened = try openBackup(path: file, passphrase: passphrase)
            _ = try opened.restore(target: folder.diary, key: key, replace: replace, watcher: nil, now: at(evening + 2 * minute))
        }
        func checkIns() throws -> UInt32 {
            let diary = try OpenDiary.openWithPassphrase(path: folder.diary, passphrase: passphrase)
            defer { try? diary.shut() }
            return try diary.today(now: at(evening)).checkIns
        }
        #expect {
            try restore(replace: false)
        } throws: { isNewerEntries($0) }
        #expect(try checkIns() == 2)
        try restore(replace: true)
        #expect(try checkIns() == 1)
    }

    /// A copy of the diary as it was backed up, at another place, with its key.
    func copied() throws -> (place: String, key: Data) {
        let place = folder.path("copy.diary")
        let opened = try openBackup(path: file, passphrase: passphrase)
        _ = try opened.restore(target: place, key: nil, replace: false, watcher: nil, now: at(evening))
        return (place, try keyFromPassphrase(path: place, passphrase: passphrase))
    }

    /// Three more entries in the diary itself, backed up to `second.backup`; answers all of its entries.
    func threeMore() throws -> [Entry] {
        let diary = try OpenDiary.openWithPassphrase(path: folder.diary, passphrase: passphrase)
        defer { try? diary.shut() }
        for of in 1...3 as ClosedRange<Int64> {
            let moment = evening - of * day
            _ = try diary.saveCheckIn(draft: checkIn(moment, [rated("stress", of)]), now: at(moment))
        }
        _ = try diary.backup(path: folder.path("second.backup"), place: nil, watcher: nil, now: at(evening))
        return try diary.entries(span: Span())
    }

    /// Check-ins added, newer, older and the same.
    func merge(_ place: String, _ key: Data, apply: Bool, watcher: Listener? = nil) throws -> [UInt32] {
        let opened = try openBackup(path: folder.path("second.backup"), passphrase: passphrase)
        let kinds = try opened.merge(target: place, key: key, apply: apply, watcher: watcher, now: at(evening + day))
        let checkIns = try #require(kinds.first { $0.kind == "check_in" })
        return [checkIns.added, checkIns.newer, checkIns.older, checkIns.same]
    }

    func entries(_ place: String, _ key: Data) throws -> [Entry] {
        let diary = try OpenDiary.openWithKey(path: place, key: key)
        defer { try? diary.shut() }
        return try diary.entries(span: Span())
    }

    @Test("a merge is told before it is done, adds what is missing, and lets later changes and deletions stand")
    func merged() throws {
        let (place, key) = try copied()
        let all = try threeMore()
        #expect(all.count == 4)
        #expect(try merge(place, key, apply: false) == [3, 0, 0, 1])
        #expect(try entries(place, key).count == 1)
        #expect(try merge(place, key, apply: true) == [3, 0, 0, 1])
        #expect(try entries(place, key) == all)
        let diary = try OpenDiary.openWithKey(path: place, key: key)
        try diary.changeRating(checkInId: all[0].id, measureId: "stress", valueMilli: 9000, now: at(evening + minute))
        try diary.removeCheckIn(checkInId: all[1].id, now: at(evening + minute))
        let kept = try diary.entries(span: Span())
        try diary.shut()
        #expect(try merge(place, key, apply: true) == [0, 0, 2, 2])
        #expect(try entries(place, key) == kept)
    }

    @Test("a merge that is broken off changes nothing")
    func mergeBrokenOff() throws {
        let (place, key) = try copied()
        _ = try threeMore()
        #expect {
            try merge(place, key, apply: true, watcher: Listener { _ in .breakOff })
        } throws: { isCancelled($0) }
        #expect(try entries(place, key).count == 1)
    }
}
