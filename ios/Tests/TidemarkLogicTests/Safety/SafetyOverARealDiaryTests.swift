import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

@Suite("Safety over a real diary")
struct SafetyOverARealDiaryTests {
    @Test("a diary that cannot be read is said so, and the numbers stand all the same")
    func unread() throws {
        let folder = try Folder()
        let path = folder.path("my.diary")
        let diary = try OpenDiary.create(path: path, passphrase: passphrase, rolloverMin: nil, now: evening)
        try diary.shut()
        let phone = Phone(outbox: folder.url.path)
        let read = perform(.read, diary: diary, doorway: Doorway(path: path), phone: phone, now: { evening })
        guard case .read(let found) = read else {
            Issue.record("\(String(describing: read))")
            return
        }
        #expect(found.problem == .shut)
        #expect(found.read && !found.locked)
        #expect(!found.services.isEmpty)
        // Without a diary nothing was refused: the door is locked, and that is all.
        let locked = perform(.read, diary: nil, doorway: Doorway(path: path), phone: phone, now: { evening })
        #expect(
            locked
                == .read(
                    found.copy {
                        $0.problem = nil
                        $0.locked = true
                    }))
    }
}
