import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

@Suite("The names of values in the diary's files")
struct CodesTests {
    // The names of the generated cases come from those of the core, and the core's codes are the same words in snake case.
    @Test("each is the name of its case, and read back it is the value")
    func named() {
        func held<Value: Coded & Equatable>(_ type: Value.Type) {
            for value in Value.allCases {
                #expect(value.code == code(of: value))
                #expect(coded(value.code) == value)
            }
            #expect(Set(Value.allCases.map(\.code)).count == Value.allCases.count)
            #expect((coded("of a later version") as Value?) == nil)
            #expect((coded(nil) as Value?) == nil)
        }
        held(SessionStatus.self)
        held(Modality.self)
        held(Region.self)
        held(Side.self)
        held(AreaUse.self)
        held(MomentKind.self)
        held(Phase.self)
        held(Kind.self)
        held(ReminderKind.self)
        held(ChecklistStatus.self)
        held(ChecklistHow.self)
    }

    @Test(
        "an answer is written in the measure's unit",
        arguments: [
            (6000, "6"), (0, "0"), (7250, "7.25"), (7500, "7.5"), (5, "0.005"), (-1500, "-1.5"), (nil, "skipped"),
        ] as [(Int64?, String)])
    func answers(milli: Int64?, text: String) { #expect(Answer(milli: milli).fieldText == text) }
}
