import Testing
import TidemarkBindings

@testable import TidemarkLogic

@Suite("The steps of a pad")
struct PadStepsTests {
    private func question(most: Int64, step: Int64) -> Question {
        Question(
            measure: "x", label: "X", direction: .neutral, minMilli: 0, maxMilli: most, stepMilli: step, anchorLow: nil,
            anchorHigh: nil, unit: .score)
    }

    @Test("a scale of eleven steps has eleven cells and one of twelve has none")
    func cells() {
        #expect(question(most: 10_000, step: 1000).cells == [0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000])
        #expect(question(most: 11_000, step: 1000).cells == nil)
    }

    @Test("a stepper begins in the middle and stays within its scale")
    func stepped() {
        let hours = question(most: 24_000, step: 250)
        #expect(hours.stepped(from: nil, by: 1) == 12_000)
        #expect(hours.stepped(from: 12_000, by: 1) == 12_250)
        #expect(hours.stepped(from: 0, by: -1) == 0)
        #expect(hours.stepped(from: 24_000, by: 1) == 24_000)
    }

    @Test("what is typed is taken with a point or a comma")
    func typed() {
        let hours = question(most: 24_000, step: 250)
        #expect(hours.typed("7.25") == 7250)
        #expect(hours.typed(" 7,25 ") == 7250)
        #expect(hours.typed("7") == 7000)
        #expect(hours.typed("7.") == 7000)
        #expect(hours.typed(".5") == 500)
        #expect(hours.typed("+7.2500") == 7250)
        #expect(hours.typed("-0") == 0)
        // The digits of an Arabic keyboard.
        #expect(hours.typed("٧٫٢٥") == nil)
        #expect(hours.typed("٧.٢٥") == 7250)
    }

    @Test(
        "and only on the grid",
        arguments: ["", " ", "seven", "7.3", "-1", "25", "1e99", "7.2500001", ".", "-", "7..5", "7,2,5", "七", "99999999999999999999"])
    func refused(text: String) {
        #expect(question(most: 24_000, step: 250).typed(text) == nil)
    }
}
