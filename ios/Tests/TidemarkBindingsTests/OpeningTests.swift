import Foundation
import Testing
import TidemarkBindings

@Suite("Making, opening and shutting a diary")
struct OpeningTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    // It ends the process when they differ, and so does the first call of any other test.
    @Test("the library is the one these bindings were generated from")
    func matching() { uniffiEnsureTidemarkMobileInitialized() }

    @Test("the key opens what the passphrase opens")
    func bothWays() throws {
        let made = try folder.newDiary()
        _ = try made.saveCheckIn(draft: checkIn(evening, [rated("stress", 6)]), now: at(evening))
        try made.shut()
        let key = try keyFromPassphrase(path: folder.diary, passphrase: passphrase)
        #expect(key.count == 32)
        let byKey = try OpenDiary.openWithKey(path: folder.diary, key: key)
        #expect(try byKey.today(now: at(evening)).checkIns == 1)
        try byKey.shut()
        let byPassphrase = try OpenDiary.openWithPassphrase(path: folder.diary, passphrase: passphrase)
        #expect(try byPassphrase.today(now: at(evening)).checkIns == 1)
    }

    @Test("a wrong passphrase is told apart from a missing diary")
    func wrongPassphrase() throws {
        try folder.newDiary().shut()
        let recovery = folder.path("my.diary/recovery.age")
        #expect(throws: DiaryError.WrongPassphrase(path: recovery)) {
            try OpenDiary.openWithPassphrase(path: folder.diary, passphrase: "another")
        }
        let nowhere = folder.path("nowhere")
        #expect(throws: DiaryError.NotFound(path: nowhere)) {
            try OpenDiary.openWithPassphrase(path: nowhere, passphrase: passphrase)
        }
        #expect(throws: DiaryError.AlreadyExists(path: folder.diary)) { try folder.newDiary() }
    }

    @Test("another key opens nothing and changes nothing", arguments: [32, 31, 0])
    func wrongKey(length: Int) throws {
        try folder.newDiary().shut()
        let before = try folder.bytes("my.diary/diary.db")
        #expect {
            try OpenDiary.openWithKey(path: folder.diary, key: Data(count: length))
        } throws: { isKeyUnavailable($0) }
        #expect(try folder.bytes("my.diary/diary.db") == before)
    }

    @Test("a shut diary says so, and shutting twice does nothing")
    func shut() throws {
        let diary = try folder.newDiary()
        try diary.shut()
        try diary.shut()
        #expect(throws: DiaryError.Shut) { try diary.today(now: at(evening)) }
        #expect(throws: DiaryError.Shut) {
            try diary.saveCheckIn(draft: checkIn(evening, [rated("stress", 6)]), now: at(evening))
        }
        #expect(throws: DiaryError.Shut) {
            try diary.writeReport(path: folder.path("report.pdf"), options: ReportOptions(madeAt: at(evening), paper: .a4))
        }
        #expect(!folder.has("report.pdf"))
    }

    @Test("what was confirmed is there although the diary was never shut")
    func letGo() throws {
        do {
            let diary = try folder.newDiary()
            _ = try diary.saveCheckIn(draft: checkIn(evening, [rated("stress", 6)]), now: at(evening))
        }
        let again = try OpenDiary.openWithPassphrase(path: folder.diary, passphrase: passphrase)
        #expect(try again.today(now: at(evening)).checkIns == 1)
    }
}
