import Foundation
import Testing
import TidemarkBindings

@Suite("What can be read while the diary is locked")
struct SafetyTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    func add(_ kind: Kind, _ given: KeyValuePairs<String, String?>) throws -> DiaryRecord {
        try diary.addRecord(kind: kind, fields: fields(given), recordedBy: .own, now: at(evening))
    }

    @Test("nothing is open unless it was marked")
    func closed() throws {
        _ = try add(.crisisContact, ["service": "My sister", "number": "030 1234567", "open": "false"])
        _ = try add(.safetyPlan, ["signs": "no sleep", "what_helps": "a walk | call Ines"])
        try diary.shut()
        #expect(try readOpenFacts(path: folder.diary) == OpenFacts(contacts: [], planLines: [], reminderTimes: []))
    }

    @Test("what was marked open is read without a key, and goes when the mark does")
    func open() throws {
        let contact = try add(
            .crisisContact, ["service": "Night line", "number": "116 123", "text": "1737", "hours": "always", "open": "true"])
        _ = try add(.safetyPlan, ["signs": "no sleep", "what_helps": "a walk | call Ines", "open_sections": "what_helps"])
        _ = try add(.reminder, ["kind": "check_in", "wall_clock": "20:30", "days": "mon | fri"])
        let facts = try readOpenFacts(path: folder.diary)
        #expect(facts.contacts == [OpenContact(service: "Night line", number: "116 123", text: "1737", hours: "always")])
        #expect(facts.planLines == ["a walk", "call Ines"])
        // 20:30 is 1,230 minutes after midnight; Monday is 1 and Friday 5.
        let time = try #require(facts.reminderTimes.first)
        #expect(time.kind == "check_in")
        #expect(time.wallClockMin == 1230)
        #expect(Array(time.days) == [1, 5])
        _ = try diary.editRecord(
            kind: .crisisContact, id: contact.id, fields: fields(["open": "false"]), by: .own, reason: nil, now: at(evening))
        #expect(try readOpenFacts(path: folder.diary).contacts == [])
    }

    @Test("a region has its numbers before there is any diary")
    func region() {
        #expect(contactRegions() == ["AU", "CA", "DE", "FR", "GB", "IE", "NL", "NZ", "US"])
        let known = lockedContacts(path: nil, region: "DE", now: at(evening))
        #expect(known.region == "DE")
        #expect(known.ownRead)
        #expect(known.contacts.map(\.service) == ["Emergency", "TelefonSeelsorge"])
        #expect(known.contacts.map(\.number) == ["112", "0800 1110111"])
        // No number of the table was compared with two sources yet.
        #expect(known.contacts.allSatisfy { $0.needsCheck && $0.verifiedOn == nil && !$0.own && $0.language == "de" })
    }

    @Test("a region that the table lacks gets all of it", arguments: [nil, "AT", "de", "", "D\0"] as [String?])
    func unknownRegion(region: String?) {
        let known = lockedContacts(path: nil, region: region, now: at(evening))
        #expect(known.region == nil)
        #expect(Set(known.contacts.compactMap(\.region)) == Set(contactRegions()))
    }

    @Test("the person's own come first while the diary is shut, and a damaged file leaves the table")
    func ownFirst() throws {
        _ = try add(.crisisContact, ["service": "My sister", "number": "030 1234567", "open": "true"])
        _ = try add(.crisisContact, ["service": "My doctor", "number": "030 7654321", "open": "false"])
        try diary.shut()
        let known = lockedContacts(path: folder.diary, region: "NL", now: at(evening))
        #expect(known.contacts.map(\.own) == [true, false])
        #expect(known.contacts.map(\.number) == ["030 1234567", "112"])
        try Data("{".utf8).write(to: folder.url.appending(path: "my.diary/open.json"))
        let damaged = lockedContacts(path: folder.diary, region: "NL", now: at(evening))
        #expect(!damaged.ownRead)
        #expect(damaged.contacts.map(\.number) == ["112"])
    }
}
