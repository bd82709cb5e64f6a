import Testing
import TidemarkBindings

@testable import TidemarkLogic

@Suite("The pads of a phase")
struct PhaseRatingsTests {
    private let pads: PhaseRatings

    init() {
        let questions = ["stress", "mood"].map {
            Question(
                measure: MeasureId($0), label: $0, direction: .neutral, minMilli: 0, maxMilli: 10_000, stepMilli: 1000,
                anchorLow: nil, anchorHigh: nil, unit: .score)
        }
        pads = PhaseRatings(.after).read(questions, nil)
    }

    @Test("one answer is on its way at a time, in the order they were given")
    func oneAtATime() {
        let (sent, first) = pads.after(.rated("mood", number(7), at: evening)).after(.rated("stress", number(4), at: evening)).next()
        #expect(first?.measure == "mood")
        #expect(sent.next().1 == nil)
        let (then, second) = sent.after(.stored("mood", number(7), outOfWindow: false)).next()
        #expect(second?.measure == "stress")
        #expect(then.line == .saving)
        #expect(!then.complete)
        let done = then.after(.stored("stress", number(4), outOfWindow: false))
        #expect(done.line == .saved)
        #expect(done.complete)
        #expect(done.open == nil)
    }

    @Test("of two taps the last one stays, as a change of what is on disk")
    func lastTap() {
        let (sent, _) = pads.after(.rated("stress", number(4), at: evening)).next()
        let (again, change) = sent.after(.rated("stress", number(5), at: evening.later(minutes: 1)))
            .after(.stored("stress", number(4), outOfWindow: false)).next()
        #expect(change == ToStore(measure: "stress", answer: number(5), ratedAt: evening, recalled: false, change: true))
        #expect(again.after(.stored("stress", number(5), outOfWindow: false)).given("stress")?.stored == number(5))
    }

    @Test("a refused answer stays on the screen, is never called saved, and is sent again when asked")
    func refused() {
        let (sent, _) = pads.after(.rated("stress", number(4), at: evening)).next()
        let refused = sent.after(.refused("stress", .storageFull))
        #expect(refused.line == .notSaved(.storageFull))
        #expect(refused.given("stress")?.answer == number(4))
        #expect(refused.next().1 == nil)
        #expect(refused.read(pads.questions, nil).given("stress")?.answer == number(4))
        #expect(refused.after(.triedAgain).next().1?.ratedAt == evening)
    }

    @Test("a rating outside its window says so from then on")
    func outOfWindow() {
        let (sent, _) = pads.after(.rated("stress", .skipped, at: evening)).next()
        let (late, _) = sent.after(.stored("stress", .skipped, outOfWindow: true)).after(.rated("mood", number(1), at: evening)).next()
        #expect(late.after(.stored("mood", number(1), outOfWindow: false)).outOfWindow)
    }
}
