import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("A typed rating")
@MainActor
struct NumberPadTests {
    private func question(_ min: Int64, _ max: Int64) -> Question {
        Question(
            measure: MeasureId("sway"), label: "Sway", direction: .neutral, minMilli: min * 1000, maxMilli: max * 1000, stepMilli: 1000,
            anchorLow: nil, anchorHigh: nil, unit: .score)
    }

    @Test("a scale that goes below nothing has a keyboard with a minus, and takes it")
    func below() {
        var given: [Answer] = []
        let screen = Mounted(RatingPad(question(-50, 50), nil) { given.append($0) })
        #expect(screen.tree.all.first { $0.kind == "TextField" }?.given("keyboardType") == "numbersAndPunctuation")
        #expect(screen.type("-12", into: "Sway"))
        #expect(screen.tap("Set"))
        #expect(given == [.recorded(milli: -12_000)])
        let above = Mounted(RatingPad(question(0, 100), nil) { _ in })
        #expect(above.tree.all.first { $0.kind == "TextField" }?.given("keyboardType") == "decimalPad")
    }
}
