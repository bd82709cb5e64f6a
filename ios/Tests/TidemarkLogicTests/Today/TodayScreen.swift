//! The Today screen without a view: reduces events and runs effects one after another, on a clock that tests move by hand.

import TidemarkBindings

@testable import TidemarkLogic

final class TodayScreen {
    private let diary: any OpenDiaryProtocol
    var now: Moment
    private(set) var state: TodayState

    /// Effects that wait; nothing runs before `settle`.
    var waiting: [TodayEffect] = []

    init(_ diary: any OpenDiaryProtocol, _ now: Moment) {
        self.diary = diary
        self.now = now
        state = TodayState()
        send(.shown).settle()
    }

    @discardableResult
    func send(_ event: TodayEvent) -> TodayScreen {
        let next = reduce(state, event)
        state = next.state
        waiting += next.effects
        return self
    }

    @discardableResult
    func settle() -> TodayScreen {
        while let effect = waiting.first {
            waiting.removeFirst()
            send(perform(effect, diary: diary, now: { now }))
        }
        return self
    }

    @discardableResult
    func tap(_ measure: MeasureId, _ value: Int64) -> TodayScreen { send(.rated(measure, number(value), at: now)) }

    func shown(_ measure: MeasureId) -> Answer? { state.entries[measure]?.shown }
}
