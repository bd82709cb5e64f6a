import Testing
import TidemarkBindings

@testable import TidemarkLogic

@Suite("What is told about a session")
struct ToldTests {
    private func fields(_ told: Told) throws -> [String: String?] {
        Dictionary(uniqueKeysWithValues: try told.fields().map { ($0.name, $0.text) })
    }

    @Test("what is read from the fields is written to them again, and what is empty empties its field")
    func roundTrip() throws {
        let read = [
            "pressure_felt": "3", "unwanted": "soreness:30:4@2026-11-24T21:04:00+01:00 | headache:0:",
            "aftercare": "water@2026-11-24T21:04:00+01:00 | rest", "note": "warm",
        ]
        let told = try Told { read[$0] }
        #expect(told.unwanted.map(\.kind) == ["soreness", "headache"])
        #expect(told.unwanted.map(\.strength) == [4, nil])
        #expect(told.aftercare.map(\.doneAt) == ["2026-11-24T21:04:00+01:00", nil])
        #expect(try fields(told) == read.mapValues { $0 })
        #expect(try fields(Told()) == ["pressure_felt": nil, "unwanted": nil, "aftercare": nil, "note": nil])
    }

    @Test("an effect is noted by one tap and taken back by the next")
    func toggled() {
        let noted = Told().toggled("soreness", onsetMin: 12).strength("soreness", 3)
        #expect(noted.unwanted == [Unwanted(kind: "soreness", onsetMin: 12, strength: 3, overAt: nil)])
        #expect(noted.toggled("soreness", onsetMin: 20).unwanted == [])
    }

    @Test("it is saved only when each change of it is on disk")
    func written() {
        let two = Written.asRead.sent().sent()
        #expect(two.arrived(evening) == .writing(left: 1))
        #expect(two.arrived(evening).arrived(evening) == .saved(at: evening))
        #expect(Written.notSaved(.busy).arrived(evening) == .notSaved(.busy))
    }
}
